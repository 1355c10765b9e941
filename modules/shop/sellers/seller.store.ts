import type { ProducerId } from '../../catalogue/rules.ts'
import { lockText, openText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { SellerStatus } from '../acts.ts'
import { suspendedAt } from './suspension.store.ts'
import { openProducerNumbers } from '../../catalogue/index.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { SellerAccount, Verification, VerificationDay } from '../rules.ts'

export const bankAccountColumn: LockedColumn = { table: 'seller', key: 'producer_id', column: 'bank_account' }

/** Without the number of its account, which lies locked: {@link selectSellerAccount} opens it. */
export type Seller = Omit<SellerAccount, 'bankAccount'> & {
  producerId: ProducerId
  phone: string | null
  pickupNote: string | null
  verifiedMethod: string | null
} & Verification

const sellerColumns = [
  'seller.producer_id as producerId',
  'seller.bank_bin as bankBin',
  'seller.account_name as accountName',
  'seller.phone',
  'seller.pickup_note as pickupNote',
  'seller.verified_at as verifiedAt',
  'seller.verified_method as verifiedMethod',
  'seller.by_papers as byPapers',
  'seller.verified_until as verifiedUntil',
] as const

export async function lockSeller(tx: Tx, producerId: ProducerId): Promise<Seller | undefined> {
  return tx.selectFrom('seller').where('producer_id', '=', producerId).select(sellerColumns).forUpdate().executeTakeFirst()
}

/** The seller for the form in which the producer writes its account: a number that cannot be opened now is null, and can be written anew. */
export async function selectSellerAccount(
  db: ReadDb,
  producerId: ProducerId,
): Promise<(Seller & { bankAccount: string | null }) | undefined> {
  const row = await accounts(db, producerId).executeTakeFirst()
  return row && { ...row, bankAccount: await openTextIfPossible(db, bankAccountColumn, producerId, row.bankAccount) }
}

/** The same, held until the end of the transaction. */
export async function lockSellerAccount(tx: Tx, producerId: ProducerId): Promise<(Seller & { bankAccount: string | null }) | undefined> {
  const row = await accounts(tx, producerId).forUpdate().executeTakeFirst()
  return row && { ...row, bankAccount: await openTextIfPossible(tx, bankAccountColumn, producerId, row.bankAccount) }
}

const accounts = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('seller')
    .where('producer_id', '=', producerId)
    .select([...sellerColumns, 'seller.bank_account as bankAccount'])

const sellers = (db: ReadDb) =>
  db
    .selectFrom('seller')
    .innerJoin('producer_card as producer', 'producer.id', 'seller.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .select([
      ...sellerColumns,
      'producer.name as producerName',
      'producer.slug as producerSlug',
      'producer.kind as producerKind',
      'producer.address',
      'producer.phone as producerPhone',
      'producer.representative',
      'seller.bank_account as lockedAccount',
      'producer.registration_no as lockedRegistration',
      'producer.tax_code as lockedTaxCode',
      'commune.name as commune',
    ])
    .orderBy('seller.verified_at', (order) => order.desc().nullsFirst())
    .orderBy('producer.name', inVietnamese)

/** What the list says of a seller: whether it is stopped before what its papers say. */
export type SellerState = SellerStatus | 'suspended'

/** The same as `sellerStatusOf` and `isSuspended`, for a list of all. */
const stateOf = ({ today, paperlessUntil }: VerificationDay, now: Date) => sql<SellerState>`case
  when ${suspendedAt(sql.ref('seller.producer_id'), sql.val(now))} then 'suspended'
  when seller.verified_at is null then 'unverified'
  when case when by_papers then verified_until else ${paperlessUntil}::date end < ${today}::date then 'run-out'
  else 'verified' end`

export type ListedSeller = {
  id: ProducerId
  producerName: string
  status: SellerState
  representative: string | null
  commune: string | null
  phone: string | null
  verifiedAt: Date | null
  verifiedMethod: string | null
}

/** Every seller without its numbers, which lie locked. */
export const sellersListed = (db: ReadDb, day: VerificationDay, now: Date) =>
  sql<ListedSeller>`${db
    .selectFrom('seller')
    .innerJoin('producer_card as producer', 'producer.id', 'seller.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .select([
      'seller.producer_id as id',
      'producer.name as producerName',
      stateOf(day, now).as('status'),
      'producer.representative',
      'commune.name as commune',
      sql`coalesce(seller.phone, producer.phone)`.as('phone'),
      'seller.verified_at as verifiedAt',
      'seller.verified_method as verifiedMethod',
    ])}`

const sellersOf = prepare((db: ReadDb, { producerIds }: Slots<{ producerIds: ProducerId[] }>) =>
  sellers(db).where('seller.producer_id', 'in', producerIds),
)

/** Every seller with its producer and its account, or those of these producers; for checkout and for the office that verifies. */
export async function selectSellers(db: ReadDb, producerIds?: readonly ProducerId[]) {
  return Promise.all(
    (producerIds ? await sellersOf(db, { producerIds: [...producerIds] }) : await sellers(db).execute()).map(
      async ({ lockedAccount, lockedTaxCode: taxCode, lockedRegistration: registrationNo, ...seller }) => ({
        ...seller,
        ...(await openProducerNumbers({ db }, seller.producerId, { taxCode, registrationNo })),
        bankAccount: await openText(db, bankAccountColumn, seller.producerId, lockedAccount),
      }),
    ),
  )
}

/** How a seller is reached and registered, for everyone: without its account. */
export async function selectPublicSeller(db: ReadDb, producerId: ProducerId) {
  const [found] = await sellersOf(db, { producerIds: [producerId] })
  if (!found) return undefined
  const { lockedAccount: _, lockedTaxCode: taxCode, lockedRegistration: registrationNo, ...seller } = found
  return { ...seller, ...(await openProducerNumbers({ db }, producerId, { taxCode, registrationNo })) }
}

export async function upsertSeller(
  tx: Tx,
  seller: SellerAccount & { producerId: ProducerId; phone: string | null; pickupNote: string | null; keepVerified: boolean; at: Date },
): Promise<void> {
  const fields = {
    bank_bin: seller.bankBin,
    bank_account: await lockText(tx, bankAccountColumn, seller.producerId, seller.bankAccount),
    account_name: seller.accountName,
    phone: seller.phone,
    pickup_note: seller.pickupNote,
    updated_at: seller.at,
    ...(seller.keepVerified ? {} : unverified),
  }
  await tx
    .insertInto('seller')
    .values({ producer_id: seller.producerId, ...fields })
    .onConflict((conflict) => conflict.column('producer_id').doUpdateSet(fields))
    .execute()
}

const unverified = { verified_at: null, verified_method: null, verified_by: null, by_papers: false, verified_until: null }

/** By its papers, with who saw what and when, until the first of them ends. */
export async function updateVerification(
  tx: Tx,
  producerId: ProducerId,
  { status, at, method, by, until }: { status: SellerStatus; at: Date; method: string; by: UserId | null; until: PlainDate | null },
): Promise<void> {
  await tx
    .updateTable('seller')
    .set(
      status === 'verified'
        ? { verified_at: at, verified_method: method, verified_by: by, by_papers: true, verified_until: until }
        : unverified,
    )
    .where('producer_id', '=', producerId)
    .execute()
}

/** Another paper than before speaks for a verified seller. */
export async function updateVerifiedUntil(tx: Tx, producerId: ProducerId, until: PlainDate | null): Promise<void> {
  await tx
    .updateTable('seller')
    .set({ by_papers: true, verified_until: until })
    .where('producer_id', '=', producerId)
    .where('verified_at', 'is not', null)
    .execute()
}

export async function updateUnverified(tx: Tx, producerId: ProducerId): Promise<void> {
  await tx.updateTable('seller').set(unverified).where('producer_id', '=', producerId).execute()
}

export async function selectSellerIds(db: ReadDb): Promise<ProducerId[]> {
  return (await db.selectFrom('seller').select('producer_id as producerId').execute()).map(({ producerId }) => producerId)
}

/** Verified sellers and the last day of each, for whoever is to be told. */
export function selectVerified(db: ReadDb): Promise<(Verification & { producerId: ProducerId; producerName: string })[]> {
  return db
    .selectFrom('seller')
    .innerJoin('producer_card as producer', 'producer.id', 'seller.producer_id')
    .where('seller.verified_at', 'is not', null)
    .select([
      'seller.producer_id as producerId',
      'producer.name as producerName',
      'seller.verified_at as verifiedAt',
      'seller.by_papers as byPapers',
      'seller.verified_until as verifiedUntil',
    ])
    .execute()
}
