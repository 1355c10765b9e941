import { insertRows } from '@dacsan/platform/insert-rows'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import { misuseActs } from './acts.ts'
import type { MisuseFinding, MisuseStatus } from './acts.ts'
import type { MarkId, MisuseId } from './rules/ids.ts'

const misuses = (db: ReadDb) =>
  db
    .selectFrom('mark_misuse as misuse')
    .leftJoin('mark', 'mark.id', 'misuse.mark_id')
    .select([
      'misuse.id',
      'misuse.case_code as caseCode',
      'misuse.mark_id as markId',
      'mark.name as markName',
      'misuse.words',
      'misuse.place',
      'misuse.photo_hash as photoHash',
      'misuse.contact',
      'misuse.status',
      'misuse.reported_at as reportedAt',
      'misuse.due_on as dueOn',
      'misuse.finding',
      'misuse.answer',
      'misuse.answered_at as answeredAt',
      'misuse.answered_by_name as answeredByName',
    ])
export type StoredMisuse = Awaited<ReturnType<ReturnType<typeof misuses>['executeTakeFirstOrThrow']>>

export const selectMisuse = (db: ReadDb, id: MisuseId): Promise<StoredMisuse | undefined> =>
  misuses(db).where('misuse.id', '=', id).executeTakeFirst()
export const selectMisuseByCode = (db: ReadDb, code: string): Promise<StoredMisuse | undefined> =>
  misuses(db).where('misuse.case_code', '=', code).executeTakeFirst()
export const selectMisuseByKey = (db: ReadDb, key: string): Promise<StoredMisuse | undefined> =>
  misuses(db).where('misuse.request_key', '=', key).executeTakeFirst()

export async function lockMisuse(tx: Tx, id: MisuseId): Promise<StoredMisuse | undefined> {
  const locked = await tx.selectFrom('mark_misuse').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectMisuse(tx, id)
}

type NewMisuse = {
  id: MisuseId
  caseCode: string
  markId: MarkId | null
  words: string
  place: string | null
  photoHash: string | null
  contact: string | null
  at: Date
  dueOn: PlainDate
  requestKey: string
}
export async function insertMisuse(tx: Tx, given: NewMisuse): Promise<void> {
  await insertRows(tx, 'mark_misuse', [
    {
      id: given.id,
      case_code: given.caseCode,
      mark_id: given.markId,
      words: given.words,
      place: given.place,
      photo_hash: given.photoHash,
      contact: given.contact,
      status: 'open' as const,
      reported_at: given.at,
      due_on: given.dueOn,
      request_key: given.requestKey,
    },
  ])
}

export const updateMisuseStatus = (tx: Tx, id: MisuseId, status: MisuseStatus) =>
  tx.updateTable('mark_misuse').set({ status }).where('id', '=', id).execute()

type Answer = { finding: MisuseFinding; answer: string; at: Date; byName: string }
/** How to reach whoever reported it is forgotten with the answer. */
export const closeMisuse = (tx: Tx, id: MisuseId, { finding, answer, at, byName }: Answer) =>
  tx
    .updateTable('mark_misuse')
    .set({ status: misuseActs.answer.to, finding, answer, answered_at: at, answered_by_name: byName, contact: null })
    .where('id', '=', id)
    .execute()

type Step = { misuseId: MisuseId; step: string; words: string; at: Date; byId: UserId | null; byName: string }
/** The case is held: nobody else numbers its steps. */
export async function insertMisuseStep(tx: Tx, { misuseId, step, words, at, byId, byName }: Step): Promise<void> {
  const last = await tx
    .selectFrom('mark_misuse_step')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('misuse_id', '=', misuseId)
    .executeTakeFirst()
  await insertRows(tx, 'mark_misuse_step', [
    { misuse_id: misuseId, seq: (last?.seq ?? 0) + 1, step, words, at, by_id: byId, by_name: byName },
  ])
}
export const selectMisuseSteps = (db: ReadDb, misuseId: MisuseId) =>
  db
    .selectFrom('mark_misuse_step')
    .select(['seq', 'step', 'words', 'at', 'by_name as byName'])
    .where('misuse_id', '=', misuseId)
    .orderBy('seq')
    .execute()
