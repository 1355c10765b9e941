import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { ProducerBefore } from '../catalogue/index.ts'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import { openStatuses } from './acts.ts'
import type { RequestAct, RequestKind, RequestStatus } from './acts.ts'
import type { ProducerRequestId } from './rules/ids.ts'

export const taxCodeColumn: LockedColumn = { table: 'producer_request', key: 'id', column: 'tax_code' }
export const registrationNoColumn: LockedColumn = { table: 'producer_request', key: 'id', column: 'registration_no' }
export const beforeColumn: LockedColumn = { table: 'producer_request', key: 'id', column: 'before' }
export const lockedRequestColumns: readonly LockedColumn[] = [taxCodeColumn, registrationNoColumn, beforeColumn]

const columns = [
  'request.id',
  'request.code',
  'request.kind',
  'request.status',
  'request.producer_id as producerId',
  'request.name',
  'request.producer_kind as producerKind',
  'request.tax_code as lockedTaxCode',
  'request.registration_no as lockedRegistrationNo',
  'request.representative',
  'request.commune_code as communeCode',
  'request.desk_commune_code as deskCommuneCode',
  'commune.name as commune',
  'request.address',
  'request.phone',
  'request.email',
  'request.note',
  'request.paper_file_hash as paperHash',
  'request.paper_name as paperName',
  'request.filed_by_id as filedById',
  'request.filed_by_name as filedByName',
  'request.on_behalf as onBehalf',
  'request.request_key as requestKey',
  'request.received_at as receivedAt',
  'request.due_on as dueOn',
  'request.answer',
  'request.decided_at as decidedAt',
  'request.decided_by_name as decidedByName',
  'request.organisation_id as organisationId',
  'request.user_id as userId',
  'request.before as lockedBefore',
  'request.version',
  'paper.media_type as paperType',
] as const

const requests = (db: ReadDb) =>
  db
    .selectFrom('producer_request as request')
    .innerJoin('commune_card as commune', 'commune.code', 'request.commune_code')
    .leftJoin('stored_file_card as paper', 'paper.hash', 'request.paper_file_hash')
    .select(columns)

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>
export type StoredRequest = Row

export function selectRequest(db: ReadDb, by: 'id' | 'code' | 'request_key', value: string): Promise<Row | undefined> {
  return requests(db)
    .where(sql.ref(`request.${by}`), '=', value)
    .executeTakeFirst()
}

/** The request, held until the end of the transaction. */
export async function lockRequestAlone(tx: Tx, id: ProducerRequestId): Promise<Row | undefined> {
  const locked = await tx.selectFrom('producer_request').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectRequest(tx, 'id', id)
}

/** The same with every other request of its producer, in the order of their ids: whoever decides one says what becomes of others. */
export async function lockRequest(tx: Tx, id: ProducerRequestId): Promise<Row | undefined> {
  await tx
    .selectFrom('producer_request')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('id', '=', id),
        eb('producer_id', '=', eb.selectFrom('producer_request as own').select('own.producer_id').where('own.id', '=', id)),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return selectRequest(tx, 'id', id)
}

/** What stood before a yes: the file of the producer, whether whoever was let in worked for it already, and whose role it ended. */
export type Before = ProducerBefore & { hadRole: boolean; ended: UserId[] }

/** Absent where it is kept no longer, or cannot be opened now. */
export async function selectBefore(db: ReadDb, { id, lockedBefore }: Row): Promise<Before | null> {
  const text = await openTextIfPossible(db, beforeColumn, id, lockedBefore)
  return text === null ? null : (JSON.parse(text) as Before)
}

export async function updateBefore(tx: Tx, id: ProducerRequestId, before: Before | null): Promise<void> {
  const text = before && (await lockText(tx, beforeColumn, id, JSON.stringify(before)))
  await tx.updateTable('producer_request').set({ before: text }).where('id', '=', id).execute()
}

/** Other requests by which somebody works for this producer, the first one first. */
export function selectOtherConfirmed(db: ReadDb, request: { id: ProducerRequestId; producerId: ProducerId | null }): Promise<Row[]> {
  return requests(db)
    .where('request.producer_id', '=', sql<ProducerId>`${request.producerId}`)
    .where('request.kind', '<>', 'change')
    .where('request.status', '=', 'confirmed' satisfies RequestStatus)
    .where('request.id', '<>', request.id)
    .orderBy('request.decided_at')
    .orderBy('request.id')
    .execute()
}

/** The numbers that were typed; one that cannot be opened now is absent. */
export async function selectRequestNumbers(db: ReadDb, { id, lockedTaxCode, lockedRegistrationNo }: Row) {
  return {
    taxCode: await openTextIfPossible(db, taxCodeColumn, id, lockedTaxCode),
    registrationNo: await openTextIfPossible(db, registrationNoColumn, id, lockedRegistrationNo),
  }
}

/** Of one commune, or of all: those that wait first, the longest waiting first; then what was decided, the latest first. */
export function selectRequests(db: ReadDb, { communes, which }: { communes: readonly string[] | null; which: 'open' | 'decided' }) {
  return requests(db)
    .$if(communes !== null, (query) => query.where('request.desk_commune_code', 'in', communes!.length > 0 ? [...communes!] : ['']))
    .where('request.status', which === 'open' ? 'in' : 'not in', [...openStatuses])
    .orderBy(which === 'open' ? 'request.received_at' : 'request.decided_at', which === 'open' ? 'asc' : 'desc')
    .orderBy('request.id')
    .limit(300)
    .execute()
}

/** Other open claims to the same producer, the first one first. */
export async function selectOtherClaims(db: ReadDb, request: { id: ProducerRequestId; producerId: ProducerId | null }): Promise<Row[]> {
  if (request.producerId === null) return []
  return requests(db)
    .where('request.producer_id', '=', request.producerId)
    .where('request.kind', '=', 'claim')
    .where('request.status', 'in', [...openStatuses])
    .where('request.id', '<>', request.id)
    .orderBy('request.id')
    .execute()
}

/** A change of this producer that waits, or what was last confirmed for it. */
export function selectOpenChange(db: ReadDb, producerId: ProducerId): Promise<Row | undefined> {
  return requests(db)
    .where('request.producer_id', '=', producerId)
    .where('request.kind', '=', 'change')
    .where('request.status', 'in', [...openStatuses])
    .limit(1)
    .executeTakeFirst()
}

export type NewRequest = {
  id: ProducerRequestId
  code: string
  kind: RequestKind
  status: RequestStatus
  producerId: ProducerId | null
  name: string
  producerKind: string
  taxCode: string | null
  registrationNo: string | null
  representative: string
  communeCode: string
  deskCommuneCode: string
  address: string | null
  phone: string | null
  email: string | null
  note: string | null
  paperHash: string | null
  paperName: string | null
  filedById: UserId | null
  filedByName: string | null
  onBehalf: boolean
  requestKey: string
  receivedAt: Date
  dueOn: string
}

/** False where a request with this key is there already, or another change of the same producer waits. */
export async function insertRequest(tx: Tx, given: NewRequest): Promise<boolean> {
  const inserted = await tx
    .insertInto('producer_request')
    .values({
      id: given.id,
      code: given.code,
      kind: given.kind,
      status: given.status,
      producer_id: given.producerId,
      name: given.name,
      producer_kind: given.producerKind,
      tax_code: await lockText(tx, taxCodeColumn, given.id, given.taxCode),
      registration_no: await lockText(tx, registrationNoColumn, given.id, given.registrationNo),
      representative: given.representative,
      commune_code: given.communeCode,
      desk_commune_code: given.deskCommuneCode,
      address: given.address,
      phone: given.phone,
      email: given.email,
      note: given.note,
      paper_file_hash: given.paperHash,
      paper_name: given.paperName,
      filed_by_id: given.filedById,
      filed_by_name: given.filedByName,
      on_behalf: given.onBehalf,
      request_key: given.requestKey,
      received_at: given.receivedAt,
      due_on: given.dueOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Who came in with the paper of a request that an officer filed. */
export async function updateUser(
  tx: Tx,
  id: ProducerRequestId,
  { userId, phone, email }: { userId: UserId; phone: string | null; email: string | null },
): Promise<void> {
  await tx
    .updateTable('producer_request')
    .set((eb) => ({ user_id: userId, phone, email, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export type Decided = {
  status: RequestStatus
  answer?: string | null
  at: Date
  byId: UserId | null
  byName: string
  producerId?: ProducerId | null
  organisationId?: OrganisationId | null
  userId?: UserId | null
}

export async function updateDecided(tx: Tx, id: ProducerRequestId, decided: Decided): Promise<void> {
  const { status, answer, at, byId, byName, producerId, organisationId, userId } = decided
  await tx
    .updateTable('producer_request')
    .set((eb) => ({
      status,
      decided_at: at,
      decided_by_id: byId,
      decided_by_name: byName,
      version: eb('version', '+', 1),
      ...(answer !== undefined && { answer }),
      ...(producerId !== undefined && { producer_id: producerId }),
      ...(organisationId !== undefined && { organisation_id: organisationId }),
      ...(userId !== undefined && { user_id: userId }),
    }))
    .where('id', '=', id)
    .execute()
}

/** What was asked for came: it waits for the office again, with its paper and words, and a day of its own. */
export async function updateSupplemented(
  tx: Tx,
  id: ProducerRequestId,
  given: { status: RequestStatus; note: string | null; paper: { hash: string; name: string } | null; dueOn: string },
): Promise<void> {
  await tx
    .updateTable('producer_request')
    .set((eb) => ({
      status: given.status,
      due_on: given.dueOn,
      version: eb('version', '+', 1),
      ...(given.note !== null && { note: given.note }),
      ...(given.paper && { paper_file_hash: given.paper.hash, paper_name: given.paper.name }),
    }))
    .where('id', '=', id)
    .execute()
}

/** What one organisation came by goes over to another with it. */
export async function moveRequests(tx: Tx, fromId: OrganisationId, intoId: OrganisationId): Promise<void> {
  await tx.updateTable('producer_request').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute()
}

export type Step = { at: Date; act: RequestAct; byName: string; words: string | null }

export function selectSteps(db: ReadDb, id: ProducerRequestId): Promise<Step[]> {
  return db
    .selectFrom('producer_request_step')
    .select(['at', 'act', 'by_name as byName', 'words'])
    .where('request_id', '=', id)
    .orderBy('number')
    .execute()
}

/** One more step of a request that is held or was just made. */
export async function insertStep(tx: Tx, id: ProducerRequestId, { at, act, byName, words }: Step): Promise<void> {
  await tx
    .insertInto('producer_request_step')
    .values({
      request_id: id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from producer_request_step where request_id = ${id})`,
      at,
      act,
      by_name: byName,
      words,
    })
    .execute()
}

export type ListedRequest = Pick<
  Row,
  'id' | 'code' | 'kind' | 'status' | 'name' | 'commune' | 'representative' | 'onBehalf' | 'receivedAt' | 'dueOn' | 'decidedAt'
> & {
  tray: 'dang-cho' | 'da-tra-loi'
  waitsSince: Date | null
}

/** The requests of these communes, or of all, for their list. */
export function requestsListed(db: ReadDb, communes: readonly string[] | null) {
  const isOpen = sql<boolean>`request.status = any(${[...openStatuses]}::text[])`
  return sql<ListedRequest>`${db
    .selectFrom('producer_request as request')
    .innerJoin('commune_card as commune', 'commune.code', 'request.commune_code')
    .$if(communes !== null, (query) => query.where('request.desk_commune_code', 'in', communes!.length > 0 ? [...communes!] : ['']))
    .select([
      'request.id',
      'request.code',
      'request.kind',
      'request.status',
      'request.name',
      'commune.name as commune',
      'request.representative',
      'request.on_behalf as onBehalf',
      'request.received_at as receivedAt',
      'request.due_on as dueOn',
      'request.decided_at as decidedAt',
      sql`case when ${isOpen} then 'dang-cho' else 'da-tra-loi' end`.as('tray'),
      sql`case when ${isOpen} then request.received_at end`.as('waitsSince'),
    ])}`
}
