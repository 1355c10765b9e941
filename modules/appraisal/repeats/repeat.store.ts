import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { UserId } from '../../identity/rules.ts'
import type { SheetLine } from '../rules.ts'
import type { CouncilMemberId, RepeatSampleId, ScoreSheetId, SessionId } from '../rules/ids.ts'

export type RepeatSample = {
  id: RepeatSampleId
  code: string
  dossierId: DossierId
  firstSessionId: SessionId
  criteriaDecision: string
  setCode: string
  productName: string
  dossierCode: string
}

const samples = (db: ReadDb) =>
  db
    .selectFrom('repeat_sample as sample')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'sample.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .select([
      'sample.id',
      'sample.code',
      'sample.dossier_id as dossierId',
      'sample.first_session_id as firstSessionId',
      'dossier.criteria_decision as criteriaDecision',
      'dossier.set_code as setCode',
      'product.name as productName',
      'dossier.code as dossierCode',
    ])

/** What stands under which code: for the secretary, and after the close. */
export async function selectSamples(db: ReadDb, sessionId: SessionId): Promise<RepeatSample[]> {
  const rows = await samples(db).where('sample.session_id', '=', sessionId).orderBy('sample.code').execute()
  return rows.map((row) => ({ ...row, dossierCode: row.dossierCode ?? row.dossierId }))
}

export async function insertSample(
  tx: Tx,
  sample: Pick<RepeatSample, 'id' | 'code' | 'dossierId' | 'firstSessionId'> & { sessionId: SessionId; byName: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('repeat_sample')
    .values({
      id: sample.id,
      session_id: sample.sessionId,
      code: sample.code,
      dossier_id: sample.dossierId,
      first_session_id: sample.firstSessionId,
      slipped_in_by_name: sample.byName,
      slipped_in_at: sample.at,
    })
    .execute()
}

export async function deleteSample(tx: Tx, id: RepeatSampleId): Promise<void> {
  await tx.deleteFrom('repeat_sample').where('id', '=', id).execute()
}

export type RepeatSheet = { sampleId: RepeatSampleId; memberId: CouncilMemberId; lines: SheetLine[]; submittedAt: Date }

export async function selectRepeatSheets(db: ReadDb, sessionId: SessionId): Promise<RepeatSheet[]> {
  return db
    .selectFrom('repeat_sheet as sheet')
    .innerJoin('repeat_sample as sample', 'sample.id', 'sheet.sample_id')
    .select(['sheet.sample_id as sampleId', 'sheet.member_id as memberId', 'sheet.lines', 'sheet.submitted_at as submittedAt'])
    .where('sample.session_id', '=', sessionId)
    .execute()
}

export async function insertRepeatSheet(tx: Tx, sheet: RepeatSheet): Promise<void> {
  await tx
    .insertInto('repeat_sheet')
    .values({
      sample_id: sheet.sampleId,
      member_id: sheet.memberId,
      lines: JSON.stringify(sheet.lines),
      submitted_at: sheet.submittedAt,
    })
    .execute()
}

/** The products that the council of a session has scored in its closed sessions, the latest first. */
export async function selectScoredBefore(
  db: ReadDb,
  sessionId: SessionId,
): Promise<
  { dossierId: DossierId; sessionId: SessionId; heldOn: string; productName: string; criteriaDecision: string; setCode: string }[]
> {
  const rows = await db
    .selectFrom('council_session as now')
    .innerJoin('council_session as before', 'before.council_id', 'now.council_id')
    .innerJoin('appraisal_result as result', 'result.session_id', 'before.id')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'result.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .select([
      'result.dossier_id as dossierId',
      'before.id as sessionId',
      'before.held_on as heldOn',
      'product.name as productName',
      'dossier.criteria_decision as criteriaDecision',
      'dossier.set_code as setCode',
    ])
    .where('now.id', '=', sessionId)
    .where('before.status', '=', 'closed')
    .orderBy('before.held_on', 'desc')
    .orderBy('product.name', inVietnamese)
    .limit(50)
    .execute()
  return rows
}

export type TwiceScored = {
  sampleId: RepeatSampleId
  code: string
  sessionId: SessionId
  heldOn: string
  dossierId: DossierId
  productName: string
  memberId: CouncilMemberId
  again: SheetLine[]
  /** Their sheet of the product itself, as it stood when its session was closed; null where there is none. */
  first: SheetLine[] | null
}

/** Repeats of closed sessions beside the sheets of the products themselves: of one session, or of one person. */
export async function selectTwiceScored(db: ReadDb, whose: { sessionId: SessionId } | { userId: UserId }): Promise<TwiceScored[]> {
  const all = db
    .selectFrom('repeat_sheet as sheet')
    .innerJoin('repeat_sample as sample', 'sample.id', 'sheet.sample_id')
    .innerJoin('council_session as session', 'session.id', 'sample.session_id')
    .innerJoin('council_member as member', 'member.id', 'sheet.member_id')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'sample.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .leftJoin('score_sheet as first', (join) =>
      join
        .onRef('first.session_id', '=', 'sample.first_session_id')
        .onRef('first.dossier_id', '=', 'sample.dossier_id')
        .onRef('first.member_id', '=', 'sheet.member_id')
        .on('first.status', '=', 'submitted'),
    )
    .select([
      'sample.id as sampleId',
      'sample.code',
      'session.id as sessionId',
      'session.held_on as heldOn',
      'sample.dossier_id as dossierId',
      'product.name as productName',
      'sheet.member_id as memberId',
      'sheet.lines as again',
      'first.id as firstId',
    ])
    .where('session.status', '=', 'closed')
    .orderBy('session.held_on', 'desc')
    .orderBy('sample.code')
  const rows = await (
    'sessionId' in whose ? all.where('session.id', '=', whose.sessionId) : all.where('member.user_id', '=', whose.userId)
  ).execute()
  const lines = await selectLines(
    db,
    rows.flatMap(({ firstId }) => firstId ?? []),
  )
  return rows.map(({ firstId, ...row }) => ({ ...row, first: firstId === null ? null : (lines.get(firstId) ?? []) }))
}

async function selectLines(db: ReadDb, sheetIds: readonly ScoreSheetId[]): Promise<Map<ScoreSheetId, SheetLine[]>> {
  if (sheetIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('score_line')
    .select(['sheet_id as sheetId', 'criterion', 'option_index as optionIndex', 'points', 'comment'])
    .where('sheet_id', 'in', [...sheetIds])
    .execute()
  return Map.groupBy(rows, (row) => row.sheetId)
}
