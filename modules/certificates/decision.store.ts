import { formatHundredths } from '@dacsan/scorecard'
import { sql } from 'kysely'
import type { SessionId } from '../appraisal/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { DecisionCard, DecisionItem, DecisionKind, DecisionStatus, DecisionView, Proposal, Signing } from './rules.ts'
import type { DossierId } from '../dossiers/rules.ts'
import type { DecisionId } from './rules/ids.ts'

/** Decisions and withdrawals are written one after the other: they are rare, and numbers, codes and standings follow from one another. */
export async function lockDecisions(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('certificates: decisions'))`.execute(tx)
}

const decisions = (db: ReadDb) =>
  db
    .selectFrom('recognition_decision as decision')
    .select([
      'decision.id',
      'decision.kind',
      'decision.status',
      'decision.session_id as sessionId',
      'decision.number',
      'decision.signed_on as signedOn',
      'decision.signer',
      'decision.signer_title as signerTitle',
      'decision.authority',
      'decision.note',
      'decision.proposal_number as proposalNumber',
      'decision.proposal_on as proposalOn',
      'decision.sent_number as sentNumber',
      'decision.sent_on as sentOn',
      'decision.created_at as createdAt',
      'decision.recorded_at as recordedAt',
    ])

export async function selectDecision(db: ReadDb, by: { id: DecisionId } | { sessionId: SessionId }): Promise<DecisionView | undefined> {
  const row = await (
    'id' in by ? decisions(db).where('decision.id', '=', by.id) : decisions(db).where('decision.session_id', '=', by.sessionId)
  ).executeTakeFirst()
  return row && { ...row, items: await selectItems(db, row.id) }
}

/** The latest first. */
export async function selectDecisions(db: ReadDb): Promise<(DecisionCard & { itemCount: number; certificateCount: number })[]> {
  return decisions(db)
    .select([
      sql<number>`(select count(*) from decision_item where decision_id = decision.id)`.as('itemCount'),
      sql<number>`(select count(*) from certificate where decision_id = decision.id and not is_corrected)`.as('certificateCount'),
    ])
    .orderBy(sql`coalesce(decision.signed_on, 'infinity')`, 'desc')
    .orderBy('decision.id', 'desc')
    .execute()
}

const items = (db: ReadDb) =>
  db
    .selectFrom('decision_item as item')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'item.dossier_id')
    .leftJoin('certificate', (join) =>
      join
        .onRef('certificate.decision_id', '=', 'item.decision_id')
        .onRef('certificate.dossier_id', '=', 'item.dossier_id')
        .on('certificate.is_corrected', '=', false),
    )
    .select([
      'item.dossier_id as dossierId',
      sql<string>`coalesce(dossier.code, dossier.id)`.as('dossierCode'),
      'item.product_id as productId',
      'item.product_name as productName',
      'item.producer_name as producerName',
      'item.address',
      'item.province_code as provinceCode',
      'item.commune_code as communeCode',
      'item.commune_name as communeName',
      'item.set_code as setCode',
      'item.set_name as setName',
      'item.total_points as totalPoints',
      'item.sheet_count as sheetCount',
      'item.evaluation_year as evaluationYear',
      'item.outcome',
      'item.stars',
      'item.meanwhile_stars as meanwhileStars',
      'item.product_code as productCode',
      'certificate.code as certificateCode',
      'item.position',
      'item.is_sample as isSample',
    ])

type ItemRow = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>
const toItem = (row: ItemRow): DecisionItem => ({
  ...row,
  total: formatHundredths({ numerator: row.totalPoints, denominator: row.sheetCount }),
})

async function selectItems(db: ReadDb, decisionId: DecisionId): Promise<DecisionItem[]> {
  const rows = await items(db).where('item.decision_id', '=', decisionId).orderBy('item.position').execute()
  return rows.map(toItem)
}

export type AwaitingItem = DecisionItem & {
  decisionId: DecisionId
  decisionNumber: string | null
  signedOn: string
  sentOn: string | null
  sessionId: SessionId | null
  /** The stars of the certificate that the province gave meanwhile, as long as it is in force. */
  heldStars: number | null
}

/** What the province sent on as five stars and nobody has answered yet, the longest wait first. */
export async function selectAwaitingMinistry(db: ReadDb, dossierIds?: readonly DossierId[]): Promise<AwaitingItem[]> {
  const rows = await items(db)
    .innerJoin('recognition_decision as decision', 'decision.id', 'item.decision_id')
    .select([
      'decision.id as decisionId',
      'decision.number as decisionNumber',
      'decision.signed_on as signedOn',
      'decision.sent_on as sentOn',
      'decision.session_id as sessionId',
      sql<number | null>`case when certificate.status = 'active' then certificate.stars end`.as('heldStars'),
    ])
    .where('item.outcome', '=', 'potential-five')
    .where('dossier.status', '=', 'awaiting-ministry')
    .where('decision.status', '=', 'recorded')
    .$if(dossierIds !== undefined, (query) => query.where(sql<boolean>`item.dossier_id = any(${[...(dossierIds ?? [])]}::text[])`))
    .orderBy('decision.signed_on')
    .orderBy('item.position')
    .execute()
  return rows.map(({ decisionId, decisionNumber, signedOn, sentOn, sessionId, heldStars, ...row }) => ({
    ...toItem(row),
    decisionId,
    decisionNumber,
    signedOn: signedOn!,
    sentOn,
    sessionId,
    heldStars,
  }))
}

export async function insertDecision(
  tx: Tx,
  decision: { id: DecisionId; kind: DecisionKind; sessionId: SessionId | null; authority: string; note: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('recognition_decision')
    .values({
      id: decision.id,
      kind: decision.kind,
      session_id: decision.sessionId,
      authority: decision.authority,
      status: 'draft',
      note: decision.note,
      created_at: decision.at,
    })
    .execute()
}

export async function insertItems(
  tx: Tx,
  decisionId: DecisionId,
  rows: readonly Omit<DecisionItem, 'dossierCode' | 'total' | 'certificateCode'>[],
): Promise<void> {
  await tx
    .insertInto('decision_item')
    .values(
      rows.map((item) => ({
        decision_id: decisionId,
        dossier_id: item.dossierId,
        product_id: item.productId,
        product_name: item.productName,
        producer_name: item.producerName,
        address: item.address,
        province_code: item.provinceCode,
        commune_code: item.communeCode,
        commune_name: item.communeName,
        set_code: item.setCode,
        set_name: item.setName,
        total_points: item.totalPoints,
        sheet_count: item.sheetCount,
        evaluation_year: item.evaluationYear,
        outcome: item.outcome,
        stars: item.stars,
        meanwhile_stars: item.meanwhileStars,
        product_code: item.productCode,
        position: item.position,
        is_sample: item.isSample,
      })),
    )
    .execute()
}

export async function updateProductCode(tx: Tx, key: { decisionId: DecisionId; dossierId: DossierId }, productCode: string): Promise<void> {
  await tx
    .updateTable('decision_item')
    .set({ product_code: productCode })
    .where('decision_id', '=', key.decisionId)
    .where('dossier_id', '=', key.dossierId)
    .execute()
}

export async function updateMeanwhile(
  tx: Tx,
  key: { decisionId: DecisionId; dossierId: DossierId },
  chosen: { stars: number | null; productCode: string | null },
): Promise<void> {
  await tx
    .updateTable('decision_item')
    .set({ meanwhile_stars: chosen.stars, product_code: chosen.productCode })
    .where('decision_id', '=', key.decisionId)
    .where('dossier_id', '=', key.dossierId)
    .execute()
}

export async function updateSent(tx: Tx, id: DecisionId, sent: { number: string; on: string }): Promise<void> {
  await tx.updateTable('recognition_decision').set({ sent_number: sent.number, sent_on: sent.on }).where('id', '=', id).execute()
}

export async function updateRecorded(
  tx: Tx,
  id: DecisionId,
  signing: Signing,
  made: { status: DecisionStatus; by: UserId | null; at: Date; proposal: Proposal | null },
): Promise<void> {
  await tx
    .updateTable('recognition_decision')
    .set((eb) => ({
      status: made.status,
      number: signing.number,
      signed_on: signing.signedOn,
      signer: signing.signer,
      signer_title: signing.signerTitle,
      recorded_at: made.at,
      recorded_by: made.by,
      proposal_number: made.proposal?.number ?? null,
      proposal_on: made.proposal?.on ?? null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** The recorded decision of an authority with this number in that year. */
export async function selectByNumber(
  db: ReadDb,
  { number, authority, year }: { number: string; authority: string; year: number },
): Promise<DecisionCard | undefined> {
  return decisions(db)
    .where('decision.status', '=', 'recorded')
    .where('decision.number', '=', number)
    .where('decision.authority', '=', authority)
    .where(sql<boolean>`extract(year from decision.signed_on) = ${year}`)
    .executeTakeFirst()
}

/** The numbers of all decisions that were recorded here, each with its year. */
export async function selectNumbersUsed(db: ReadDb): Promise<{ number: string; year: number }[]> {
  const rows = await decisions(db).where('decision.status', '=', 'recorded').execute()
  return rows.flatMap(({ number, signedOn }) => (number && signedOn ? [{ number, year: Number(signedOn.slice(0, 4)) }] : []))
}

/** The recorded decisions that say something of a dossier, the latest first. */
export async function selectDecisionsOf(db: ReadDb, dossierId: DossierId): Promise<DecisionId[]> {
  const rows = await db
    .selectFrom('decision_item')
    .innerJoin('recognition_decision as decision', 'decision.id', 'decision_item.decision_id')
    .select('decision.id')
    .where('decision_item.dossier_id', '=', dossierId)
    .where('decision.status', '=', 'recorded')
    .orderBy('decision.signed_on', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}
