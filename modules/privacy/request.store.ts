import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import { openRequests } from './acts.ts'
import type { RequestStatus } from './acts.ts'
import type { DataRequestId } from './rules/ids.ts'
import type { KeptData, RequestKind } from './rules/request.ts'
import type { SubjectKey } from './subject.ts'

const columns = [
  'data_request.id',
  'data_request.code',
  'data_request.user_id as userId',
  'data_request.group_id as groupId',
  'data_request.kind',
  'data_request.text',
  'data_request.status',
  'data_request.received_at as receivedAt',
  'data_request.acknowledge_by as acknowledgeBy',
  'data_request.acknowledged_at as acknowledgedAt',
  'data_request.due_on as dueOn',
  'data_request.extended_at as extendedAt',
  'data_request.extension_reason as extensionReason',
  'data_request.decided_at as decidedAt',
  'data_request.decided_by_name as decidedByName',
  'data_request.answer',
  'data_request.kept',
  'person.name as personName',
] as const

const requests = (db: ReadDb) =>
  db.selectFrom('data_request').leftJoin('person_card as person', 'person.id', 'data_request.user_id').select(columns)
export type StoredRequest = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

/** What waits, the most urgent first, then what was decided, the latest first. */
export async function selectRequests(db: ReadDb, which: 'open' | 'closed'): Promise<StoredRequest[]> {
  return requests(db)
    .where('status', which === 'open' ? 'in' : 'not in', [...openRequests])
    .$if(which === 'open', (query) =>
      query.orderBy((eb) => eb.case().when('status', '=', 'received').then(eb.ref('acknowledge_by')).else(eb.ref('due_on')).end()),
    )
    .$if(which === 'closed', (query) => query.orderBy('received_at', 'desc'))
    .orderBy('data_request.id')
    .limit(200)
    .execute()
}

export async function countOpenRequests(db: ReadDb): Promise<number> {
  const { count } = await db
    .selectFrom('data_request')
    .where('status', 'in', [...openRequests])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export function selectRequest(db: ReadDb, id: DataRequestId): Promise<StoredRequest | undefined> {
  return requests(db).where('data_request.id', '=', id).executeTakeFirst()
}

export async function selectRequestsOf(db: ReadDb, subject: SubjectKey): Promise<StoredRequest[]> {
  const query = requests(db).orderBy('received_at', 'desc')
  return subject.kind === 'account'
    ? query.where('user_id', '=', subject.userId).execute()
    : query.where('group_id', '=', subject.groupId).execute()
}

export async function lockRequest(tx: Tx, id: DataRequestId): Promise<StoredRequest | undefined> {
  const locked = await tx.selectFrom('data_request').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectRequest(tx, id)
}

export async function insertRequest(
  tx: Tx,
  request: {
    id: DataRequestId
    code: string
    subject: SubjectKey
    kind: RequestKind
    text: string
    status: RequestStatus
    at: Date
    acknowledgeBy: string
    dueOn: string
  },
): Promise<void> {
  await tx
    .insertInto('data_request')
    .values({
      id: request.id,
      code: request.code,
      user_id: request.subject.kind === 'account' ? request.subject.userId : null,
      group_id: request.subject.kind === 'purchase' ? request.subject.groupId : null,
      kind: request.kind,
      text: request.text,
      status: request.status,
      received_at: request.at,
      acknowledge_by: request.acknowledgeBy,
      due_on: request.dueOn,
    })
    .execute()
}

export async function updateAcknowledged(tx: Tx, id: DataRequestId, made: { status: RequestStatus; at: Date }): Promise<void> {
  await tx.updateTable('data_request').set({ status: made.status, acknowledged_at: made.at }).where('id', '=', id).execute()
}

export async function updateExtended(
  tx: Tx,
  id: DataRequestId,
  made: { status: RequestStatus; at: Date; dueOn: string; reason: string },
): Promise<void> {
  await tx
    .updateTable('data_request')
    .set((eb) => ({
      status: made.status,
      due_on: made.dueOn,
      extended_at: made.at,
      extension_reason: made.reason,
      // Whoever is told that it takes longer is told that it came.
      acknowledged_at: eb.fn.coalesce('acknowledged_at', eb.val(made.at)),
    }))
    .where('id', '=', id)
    .execute()
}

export async function updateDecided(
  tx: Tx,
  id: DataRequestId,
  made: { status: RequestStatus; at: Date; by: UserId | null; byName: string; answer: string; kept: readonly KeptData[]; forget: boolean },
): Promise<void> {
  await tx
    .updateTable('data_request')
    .set((eb) => ({
      status: made.status,
      decided_at: made.at,
      decided_by: made.by,
      decided_by_name: made.byName,
      answer: made.answer,
      kept: JSON.stringify(made.kept),
      acknowledged_at: eb.fn.coalesce('acknowledged_at', eb.val(made.at)),
      ...(made.forget && { text: '' }),
    }))
    .where('id', '=', id)
    .execute()
}

export async function updateStatus(tx: Tx, id: DataRequestId, status: RequestStatus): Promise<void> {
  await tx.updateTable('data_request').set({ status }).where('id', '=', id).execute()
}

export type Erasure = { kind: SubjectKey['kind']; id: string; at: Date }

export async function insertErasure(tx: Tx, { kind, id, at }: Erasure): Promise<void> {
  await tx
    .insertInto('erasure')
    .values({ subject_kind: kind, subject_id: id, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function selectErasures(db: ReadDb): Promise<Erasure[]> {
  return db.selectFrom('erasure').select(['subject_kind as kind', 'subject_id as id', 'at']).orderBy('at').execute()
}
