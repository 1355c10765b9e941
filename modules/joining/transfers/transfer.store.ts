import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { Pile } from '../../waiting.ts'
import { openTransferStatuses } from '../acts.ts'
import type { TransferAct, TransferSide, TransferStatus } from '../acts.ts'
import type { ProductTransferId } from '../rules/ids.ts'

const transfers = (db: ReadDb) =>
  db
    .selectFrom('product_transfer as transfer')
    .innerJoin('product_card as product', 'product.id', 'transfer.product_id')
    .innerJoin('producer_card as before', 'before.id', 'transfer.from_producer_id')
    .innerJoin('producer_card as after', 'after.id', 'transfer.to_producer_id')
    .leftJoin('commune_card as desk', 'desk.code', 'transfer.desk_commune_code')
    .select([
      'transfer.id',
      'transfer.code',
      'transfer.status',
      'transfer.product_id as productId',
      'product.name as productName',
      'product.slug as productSlug',
      'transfer.from_producer_id as fromId',
      'before.name as fromName',
      'before.slug as fromSlug',
      'before.organisation_id as fromOrganisationId',
      'transfer.to_producer_id as toId',
      'after.name as toName',
      'after.slug as toSlug',
      'after.organisation_id as toOrganisationId',
      'transfer.asked_by as askedBy',
      'transfer.reason',
      'transfer.desk_commune_code as deskCommuneCode',
      'desk.name as commune',
      'transfer.attested_by_id as attestedById',
      'transfer.checked_by_id as checkedById',
      'transfer.filed_by_id as filedById',
      'transfer.filed_by_name as filedByName',
      'transfer.filed_at as filedAt',
      'transfer.waits_since as waitsSince',
      'transfer.due_on as dueOn',
      'transfer.answer',
      'transfer.decided_at as decidedAt',
      'transfer.decided_by_name as decidedByName',
      'transfer.version',
    ])

export type StoredTransfer = Awaited<ReturnType<ReturnType<typeof transfers>['executeTakeFirstOrThrow']>>

export function selectTransfer(db: ReadDb, by: 'id' | 'request_key', value: string): Promise<StoredTransfer | undefined> {
  return transfers(db)
    .where(sql.ref(`transfer.${by}`), '=', value)
    .executeTakeFirst()
}

/** The transfer, held until the end of the transaction. */
export async function lockTransfer(tx: Tx, id: ProductTransferId): Promise<StoredTransfer | undefined> {
  const locked = await tx.selectFrom('product_transfer').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectTransfer(tx, 'id', id)
}

export function selectOpenTransfer(db: ReadDb, productId: ProductId): Promise<StoredTransfer | undefined> {
  return transfers(db)
    .where('transfer.product_id', '=', productId)
    .where('transfer.status', 'in', [...openTransferStatuses])
    .executeTakeFirst()
}

/** Of one commune or of all (null): those that wait first, the longest waiting first; or those that were decided, the latest first. */
export function selectTransfers(db: ReadDb, { communes, which }: { communes: readonly string[] | null; which: 'open' | 'decided' }) {
  return transfers(db)
    .$if(communes !== null, (query) => query.where('transfer.desk_commune_code', 'in', communes!.length > 0 ? [...communes!] : ['']))
    .where('transfer.status', which === 'open' ? 'in' : 'not in', [...openTransferStatuses])
    .orderBy(which === 'open' ? 'transfer.waits_since' : 'transfer.decided_at', which === 'open' ? 'asc' : 'desc')
    .orderBy('transfer.id')
    .limit(300)
    .execute()
}

/** What a producer gives or is to be given, the latest first. */
export function selectTransfersOf(db: ReadDb, producerId: ProducerId) {
  return transfers(db)
    .where((eb) => eb.or([eb('transfer.from_producer_id', '=', producerId), eb('transfer.to_producer_id', '=', producerId)]))
    .orderBy('transfer.filed_at', 'desc')
    .orderBy('transfer.id')
    .limit(100)
    .execute()
}

/** What waits for the people of these organisations: their consent, or what was asked of them. */
export async function selectPileOf(db: ReadDb, organisationIds: readonly OrganisationId[]): Promise<Pile> {
  const rows = await transfers(db)
    .where((eb) => {
      const mine = (side: 'before' | 'after') => eb(`${side}.organisation_id`, 'in', [...organisationIds])
      const asked = eb.or([
        eb.and([eb('transfer.asked_by', '=', 'from'), mine('before')]),
        eb.and([eb('transfer.asked_by', '=', 'to'), mine('after')]),
      ])
      const other = eb.or([
        eb.and([eb('transfer.asked_by', '=', 'to'), mine('before')]),
        eb.and([eb('transfer.asked_by', '=', 'from'), mine('after')]),
      ])
      return eb.or([eb.and([eb('transfer.status', '=', 'filed'), other]), eb.and([eb('transfer.status', '=', 'asked'), asked])])
    })
    .orderBy('transfer.waits_since')
    .orderBy('transfer.id')
    .execute()
  const [first] = rows
  return {
    count: rows.length,
    since: first?.waitsSince ?? null,
    until: null,
    about: first?.productName ?? null,
    first: first?.id ?? null,
    places: rows.length,
  }
}

/** An open dossier of a product: what is judged is not given away meanwhile. */
export function selectOpenDossier(db: ReadDb, productId: ProductId) {
  return db
    .selectFrom('dossier_card')
    .select('code')
    .where('product_id', '=', productId)
    .where('status', 'not in', ['recognised', 'not-recognised', 'refused', 'withdrawn'])
    .executeTakeFirst()
}

/** A lot that was called back and whose goods may still be in somebody's hands. */
export function selectOpenRecall(db: ReadDb, productId: ProductId, today: PlainDate) {
  return db
    .selectFrom('lot_card')
    .select(['number', 'expires_on as expiresOn'])
    .where('product_id', '=', productId)
    .where('status', '=', 'recalled')
    .where((eb) => eb.or([eb('expires_on', 'is', null), eb('expires_on', '>=', today)]))
    .orderBy('expires_on', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
}

/** What goes on under the name of whoever made it before: lots whose labels are out, and goods on sale. */
export async function countLots(db: ReadDb, productId: ProductId, producerId: ProducerId): Promise<number> {
  const row = await db
    .selectFrom('lot_card')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('product_id', '=', productId)
    .where('producer_id', '=', producerId)
    .executeTakeFirstOrThrow()
  return row.count
}

export type NewTransfer = {
  id: ProductTransferId
  code: string
  status: TransferStatus
  productId: ProductId
  fromId: ProducerId
  toId: ProducerId
  askedBy: TransferSide
  reason: string
  deskCommuneCode: string | null
  filedById: UserId
  filedByName: string
  requestKey: string
  at: Date
}

/** False where a transfer with this key is there already, or another one of the same product waits. */
export async function insertTransfer(tx: Tx, given: NewTransfer): Promise<boolean> {
  const inserted = await tx
    .insertInto('product_transfer')
    .values({
      id: given.id,
      code: given.code,
      status: given.status,
      product_id: given.productId,
      from_producer_id: given.fromId,
      to_producer_id: given.toId,
      asked_by: given.askedBy,
      reason: given.reason,
      desk_commune_code: given.deskCommuneCode,
      filed_by_id: given.filedById,
      filed_by_name: given.filedByName,
      request_key: given.requestKey,
      filed_at: given.at,
      waits_since: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export type TransferChange = {
  status: TransferStatus
  waitsSince?: Date
  dueOn?: PlainDate | null
  answer?: string | null
  attestedById?: UserId | null
  checkedById?: UserId | null
  decided?: { at: Date; byId: UserId | null; byName: string }
}

export async function updateTransfer(tx: Tx, id: ProductTransferId, change: TransferChange): Promise<void> {
  const { status, waitsSince, dueOn, answer, attestedById, checkedById, decided } = change
  await tx
    .updateTable('product_transfer')
    .set((eb) => ({
      status,
      version: eb('version', '+', 1),
      ...(waitsSince !== undefined && { waits_since: waitsSince }),
      ...(dueOn !== undefined && { due_on: dueOn }),
      ...(answer !== undefined && { answer }),
      ...(attestedById !== undefined && { attested_by_id: attestedById }),
      ...(checkedById !== undefined && { checked_by_id: checkedById }),
      ...(decided && { decided_at: decided.at, decided_by_id: decided.byId, decided_by_name: decided.byName }),
    }))
    .where('id', '=', id)
    .execute()
}

export type TransferStep = {
  number: number
  at: Date
  act: TransferAct
  byName: string
  words: string | null
  paperName: string | null
  paperType: string | null
}

export function selectTransferSteps(db: ReadDb, id: ProductTransferId): Promise<TransferStep[]> {
  return db
    .selectFrom('product_transfer_step as step')
    .leftJoin('stored_file_card as paper', 'paper.hash', 'step.paper_file_hash')
    .select([
      'step.number',
      'step.at',
      'step.act',
      'step.by_name as byName',
      'step.words',
      'step.paper_name as paperName',
      'paper.media_type as paperType',
    ])
    .where('step.transfer_id', '=', id)
    .orderBy('step.number')
    .execute()
}

export function selectTransferPaper(db: ReadDb, id: ProductTransferId, number: number) {
  return db
    .selectFrom('product_transfer_step as step')
    .innerJoin('stored_file_card as paper', 'paper.hash', 'step.paper_file_hash')
    .select(['paper.hash', 'paper.media_type as mediaType', 'step.paper_name as name'])
    .where('step.transfer_id', '=', id)
    .where('step.number', '=', number)
    .executeTakeFirst()
}

export type NewTransferStep = {
  at: Date
  act: TransferAct
  byId: UserId | null
  byName: string
  words?: string | null
  paper?: { hash: string; name: string } | null
}

/** One more step of a transfer that is held or was just made. */
export async function insertTransferStep(
  tx: Tx,
  id: ProductTransferId,
  { at, act, byId, byName, words, paper }: NewTransferStep,
): Promise<void> {
  await tx
    .insertInto('product_transfer_step')
    .values({
      transfer_id: id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from product_transfer_step where transfer_id = ${id})`,
      at,
      act,
      by_id: byId,
      by_name: byName,
      words: words ?? null,
      paper_file_hash: paper?.hash ?? null,
      paper_name: paper?.name ?? null,
    })
    .execute()
}
