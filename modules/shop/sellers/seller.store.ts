import type { ProducerId } from '../../catalogue/rules.ts'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { SellerAccount, SellerStatus } from '../rules.ts'

export type Seller = SellerAccount & {
  producerId: ProducerId
  phone: string | null
  pickupNote: string | null
  verifiedAt: Date | null
  verifiedMethod: string | null
}

const sellerColumns = [
  'seller.producer_id as producerId',
  'seller.bank_bin as bankBin',
  'seller.bank_account as bankAccount',
  'seller.account_name as accountName',
  'seller.phone',
  'seller.pickup_note as pickupNote',
  'seller.verified_at as verifiedAt',
  'seller.verified_method as verifiedMethod',
] as const

export async function selectSeller(db: ReadDb, producerId: ProducerId): Promise<Seller | undefined> {
  return db.selectFrom('seller').where('producer_id', '=', producerId).select(sellerColumns).executeTakeFirst()
}

export async function lockSeller(tx: Tx, producerId: ProducerId): Promise<Seller | undefined> {
  return tx.selectFrom('seller').where('producer_id', '=', producerId).select(sellerColumns).forUpdate().executeTakeFirst()
}

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
      'producer.registration_no as registrationNo',
      'producer.tax_code as taxCode',
      'commune.name as commune',
    ])
    .orderBy('seller.verified_at', (order) => order.desc().nullsFirst())
    .orderBy('producer.name', inVietnamese)

const sellersOf = prepare((db: ReadDb, { producerIds }: Slots<{ producerIds: ProducerId[] }>) =>
  sellers(db).where('seller.producer_id', 'in', producerIds),
)

/** Every seller with its producer, or those of these producers; for checkout and for the office that verifies. */
export async function selectSellers(db: ReadDb, producerIds?: readonly ProducerId[]) {
  return producerIds ? sellersOf(db, { producerIds: [...producerIds] }) : sellers(db).execute()
}

export async function upsertSeller(
  tx: Tx,
  seller: SellerAccount & { producerId: ProducerId; phone: string | null; pickupNote: string | null; keepVerified: boolean; at: Date },
): Promise<void> {
  const fields = {
    bank_bin: seller.bankBin,
    bank_account: seller.bankAccount,
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
