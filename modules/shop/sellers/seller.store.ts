import type { ProducerId } from '../../catalogue/rules.ts'
import { lockText, openText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { sql } from 'kysely'
import { openProducerNumbers } from '../../catalogue/index.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { SellerAccount, SellerStatus } from '../rules.ts'

export const bankAccountColumn: LockedColumn = { table: 'seller', key: 'producer_id', column: 'bank_account' }

/** Without the number of its account, which lies locked: {@link selectSellerAccount} opens it. */
export type Seller = Omit<SellerAccount, 'bankAccount'> & {
  producerId: ProducerId
  phone: string | null
  pickupNote: string | null
  verifiedAt: Date | null
  verifiedMethod: string | null
}

const sellerColumns = [
  'seller.producer_id as producerId',
  'seller.bank_bin as bankBin',
  'seller.account_name as accountName',
  'seller.phone',
  'seller.pickup_note as pickupNote',
  'seller.verified_at as verifiedAt',
  'seller.verified_method as verifiedMethod',
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

export type ListedSeller = {
  id: ProducerId
  producerName: string
  status: SellerStatus
  representative: string | null
  commune: string | null
  phone: string | null
  verifiedAt: Date | null
  verifiedMethod: string | null
}

/** Every seller without its numbers, which lie locked. */
export const sellersListed = (db: ReadDb) =>
  sql<ListedSeller>`${db
    .selectFrom('seller')
    .innerJoin('producer_card as producer', 'producer.id', 'seller.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .select([
      'seller.producer_id as id',
      'producer.name as producerName',
      sql`case when seller.verified_at is null then 'unverified' else 'verified' end`.as('status'),
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
    ...(seller.keepVerified ? {} : { verified_at: null, verified_method: null, verified_by: null }),
  }
  await tx
    .insertInto('seller')
    .values({ producer_id: seller.producerId, ...fields })
    .onConflict((conflict) => conflict.column('producer_id').doUpdateSet(fields))
    .execute()
}

/** Verified, with who saw what and when; or unverified, with nothing of it left. */
export async function updateVerification(
  tx: Tx,
  producerId: ProducerId,
  { status, at, method, by }: { status: SellerStatus; at: Date; method: string; by: UserId | null },
): Promise<void> {
  const seen = status === 'verified'
  await tx
    .updateTable('seller')
    .set({ verified_at: seen ? at : null, verified_method: seen ? method : null, verified_by: seen ? by : null })
    .where('producer_id', '=', producerId)
    .execute()
}
