import type { ReadDb, Tx } from '../../context.ts'
import type { LineReasons, Opinion, SheetLine, SheetStatus } from '../rules.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { CouncilMemberId, ScoreSheetId, SessionId } from '../rules/ids.ts'

export type SheetKey = { sessionId: SessionId; dossierId: DossierId; memberId: CouncilMemberId }

export type StoredSheet = {
  id: ScoreSheetId
  dossierId: DossierId
  memberId: CouncilMemberId
  status: SheetStatus
  version: number
  revision: number
  generalComment: string
  /** What the member answers in writing, and why the council should meet. */
  opinion: Opinion | null
  opinionReason: string
  submittedAt: Date | null
  savedAt: Date
  lines: SheetLine[]
}

async function selectSheets(
  db: ReadDb,
  where: { sessionId: SessionId; dossierId?: DossierId; memberId?: CouncilMemberId },
): Promise<StoredSheet[]> {
  let query = db.selectFrom('score_sheet').selectAll().where('session_id', '=', where.sessionId)
  if (where.dossierId !== undefined) query = query.where('dossier_id', '=', where.dossierId)
  if (where.memberId !== undefined) query = query.where('member_id', '=', where.memberId)
  const sheets = await query.execute()
  if (sheets.length === 0) return []
  const lines = await db
    .selectFrom('score_line')
    .selectAll()
    .where(
      'sheet_id',
      'in',
      sheets.map((sheet) => sheet.id),
    )
    .orderBy('position')
    .execute()
  const bySheet = Map.groupBy(lines, (line) => line.sheet_id)
  return sheets.map((sheet) => ({
    id: sheet.id,
    dossierId: sheet.dossier_id,
    memberId: sheet.member_id,
    status: sheet.status,
    version: sheet.version,
    revision: sheet.revision,
    generalComment: sheet.general_comment,
    opinion: sheet.opinion,
    opinionReason: sheet.opinion_reason,
    submittedAt: sheet.submitted_at,
    savedAt: sheet.saved_at,
    lines: (bySheet.get(sheet.id) ?? []).map((line) => ({
      criterion: line.criterion,
      optionIndex: line.option_index,
      points: line.points,
      comment: line.comment,
    })),
  }))
}

/** One member's own sheet. */
export async function selectOwnSheet(db: ReadDb, key: SheetKey): Promise<StoredSheet | undefined> {
  return (await selectSheets(db, key))[0]
}

/** One member's own sheets of a session. */
export const selectOwnSheets = (db: ReadDb, sessionId: SessionId, memberId: CouncilMemberId) => selectSheets(db, { sessionId, memberId })

/** Everybody's sheets: only for the close and for figures that name nobody. */
export const selectAllSheets = (db: ReadDb, sessionId: SessionId, dossierId?: DossierId) =>
  selectSheets(db, dossierId === undefined ? { sessionId } : { sessionId, dossierId })

/** One member's writing in one session happens one at a time: the row of their attendance stands for it, also before the first sheet exists. */
export async function lockMember(tx: Tx, sessionId: SessionId, memberId: CouncilMemberId): Promise<void> {
  await tx
    .selectFrom('session_attendance')
    .select('member_id')
    .where('session_id', '=', sessionId)
    .where('member_id', '=', memberId)
    .forUpdate()
    .execute()
}

export async function upsertSheet(
  tx: Tx,
  key: SheetKey,
  sheet: { id: ScoreSheetId; status: SheetStatus } & Pick<StoredSheet, 'generalComment' | 'opinion' | 'opinionReason' | 'lines'>,
  at: Date,
): Promise<{ version: number }> {
  const { version } = await tx
    .insertInto('score_sheet')
    .values({
      id: sheet.id,
      session_id: key.sessionId,
      dossier_id: key.dossierId,
      member_id: key.memberId,
      status: sheet.status,
      general_comment: sheet.generalComment,
      opinion: sheet.opinion,
      opinion_reason: sheet.opinionReason,
      saved_at: at,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ eb, ref }) => ({
        general_comment: ref('excluded.general_comment'),
        opinion: ref('excluded.opinion'),
        opinion_reason: ref('excluded.opinion_reason'),
        saved_at: at,
        version: eb('score_sheet.version', '+', 1),
      })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('score_line').where('sheet_id', '=', sheet.id).execute()
  if (sheet.lines.length > 0) {
    await tx
      .insertInto('score_line')
      .values(
        sheet.lines.map((line, at) => ({
          sheet_id: sheet.id,
          position: at + 1,
          criterion: line.criterion,
          option_index: line.optionIndex,
          points: line.points,
          comment: line.comment,
        })),
      )
      .execute()
  }
  return { version }
}

export async function updateSubmitted(tx: Tx, sheetId: ScoreSheetId, change: { status: SheetStatus; at: Date }): Promise<void> {
  await tx
    .updateTable('score_sheet')
    .set(({ eb }) => ({ status: change.status, submitted_at: change.at, version: eb('version', '+', 1) }))
    .where('id', '=', sheetId)
    .execute()
}

/** Opens a sheet again; what it said before is kept for good. */
export async function reopenStoredSheet(
  tx: Tx,
  sheet: StoredSheet,
  change: { status: SheetStatus; reason: string; at: Date },
): Promise<void> {
  const revision = sheet.revision + 1
  await tx
    .insertInto('score_revision')
    .values({
      sheet_id: sheet.id,
      revision,
      lines: JSON.stringify(sheet.lines),
      reopened_because: change.reason,
      reason: '',
      at: change.at,
    })
    .execute()
  await tx
    .updateTable('score_sheet')
    .set(({ eb }) => ({ status: change.status, revision, version: eb('version', '+', 1) }))
    .where('id', '=', sheet.id)
    .execute()
}

export type SheetRevision = { revision: number; lines: SheetLine[]; reopenedBecause: string; reason: string; at: Date }

/** What a sheet said before it was last opened again. */
export async function selectLastRevision(db: ReadDb, sheet: Pick<StoredSheet, 'id' | 'revision'>): Promise<SheetRevision | undefined> {
  const row = await db
    .selectFrom('score_revision')
    .selectAll()
    .where('sheet_id', '=', sheet.id)
    .where('revision', '=', sheet.revision)
    .executeTakeFirst()
  return (
    row && {
      revision: row.revision,
      lines: row.lines,
      reopenedBecause: row.reopened_because,
      reason: row.reason,
      at: row.at,
    }
  )
}

export async function updateRevisionReasons(
  tx: Tx,
  sheet: Pick<StoredSheet, 'id' | 'revision'>,
  { reason, reasons }: { reason: string; reasons: LineReasons },
): Promise<void> {
  await tx
    .updateTable('score_revision')
    .set({ reason, reasons: JSON.stringify(reasons) })
    .where('sheet_id', '=', sheet.id)
    .where('revision', '=', sheet.revision)
    .execute()
}

/** Every earlier hand-in of a session's sheets, the first first: only after the close. */
export async function selectRevisions(
  db: ReadDb,
  sessionId: SessionId,
): Promise<{ sheetId: ScoreSheetId; lines: SheetLine[]; reason: string; reasons: LineReasons }[]> {
  return db
    .selectFrom('score_revision as revision')
    .innerJoin('score_sheet as sheet', 'sheet.id', 'revision.sheet_id')
    .select(['revision.sheet_id as sheetId', 'revision.lines', 'revision.reason', 'revision.reasons'])
    .where('sheet.session_id', '=', sessionId)
    .orderBy('revision.sheet_id')
    .orderBy('revision.revision')
    .execute()
}
