import { insertRows } from '@dacsan/platform/insert-rows'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { ClassId, ParticipantId, TrainingSessionId } from './rules/ids.ts'

export const selectAttendance = (db: ReadDb, classId: ClassId) =>
  db
    .selectFrom('training_attendance as line')
    .innerJoin('training_session as session', 'session.id', 'line.session_id')
    .where('session.class_id', '=', classId)
    .select([
      'line.session_id as sessionId',
      'line.participant_id as participantId',
      'line.seq',
      'line.present',
      'line.how',
      'line.reason',
      'line.at',
      'line.by_name as byName',
    ])
    .orderBy('session.number')
    .orderBy('line.participant_id')
    .orderBy('line.seq')
    .execute()

type NewLine = {
  sessionId: TrainingSessionId
  participantId: ParticipantId
  seq: number
  present: boolean
  how: 'code' | 'sheet'
  reason: string | null
  at: Date
  byId: UserId | null
  byName: string
}
export const insertAttendance = (tx: Tx, lines: readonly NewLine[]): Promise<void> =>
  insertRows(
    tx,
    'training_attendance',
    lines.map(({ sessionId, participantId, byId, byName, ...rest }) => ({ ...rest, session_id: sessionId, participant_id: participantId, by_id: byId, by_name: byName })), // prettier-ignore
  )

export const selectSheets = (db: ReadDb, classId: ClassId) =>
  db
    .selectFrom('training_sheet as sheet')
    .innerJoin('training_session as session', 'session.id', 'sheet.session_id')
    .where('session.class_id', '=', classId)
    .select(['sheet.session_id as sessionId', 'session.number', 'sheet.photo_hash as hash', 'sheet.at', 'sheet.by_name as byName'])
    .orderBy('session.number')
    .orderBy('sheet.at')
    .orderBy('sheet.photo_hash')
    .execute()

export async function insertSheet(
  tx: Tx,
  given: { sessionId: TrainingSessionId; hash: string; at: Date; byId: UserId | null; byName: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('training_sheet')
    .values({ session_id: given.sessionId, photo_hash: given.hash, at: given.at, by_id: given.byId, by_name: given.byName })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}
