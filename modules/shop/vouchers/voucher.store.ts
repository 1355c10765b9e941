import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import type { VoucherTerms } from '../rules.ts'
import type { VoucherId } from '../rules/ids.ts'

type NewVoucher = VoucherTerms & { voucherId: VoucherId; producerId: ProducerId; code: string; at: Date }

/** One who makes a code waits for another of the same seller: a code is given once. */
export async function isVoucherCodeTaken(tx: Tx, producerId: ProducerId, code: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`voucher:${producerId}`}, 0))`.execute(tx)
  const known = await tx
    .selectFrom('voucher')
    .where('producer_id', '=', producerId)
    .where('code', '=', code)
    .select('id')
    .executeTakeFirst()
  return known !== undefined
}

export async function insertVoucher(tx: Tx, voucher: NewVoucher): Promise<void> {
  const { voucherId, producerId, code, percent, amountVnd, fromVnd, untilOn, mostUses, packIds, at } = voucher
  await tx
    .insertInto('voucher')
    .values({
      id: voucherId,
      producer_id: producerId,
      code,
      percent,
      amount_vnd: amountVnd,
      from_vnd: fromVnd,
      until_on: untilOn,
      most_uses: mostUses,
      created_at: at,
    })
    .execute()
  await insertRows(
    tx,
    'voucher_pack',
    packIds.map((packId) => ({ voucher_id: voucherId, pack_id: packId })),
  )
}

export async function lockVoucher(
  tx: Tx,
  id: VoucherId,
): Promise<{ endedAt: Date | null; organisationId: OrganisationId | null } | undefined> {
  const locked = await tx
    .selectFrom('voucher')
    .where('id', '=', id)
    .select(['producer_id as producerId', 'ended_at as endedAt'])
    .forUpdate()
    .executeTakeFirst()
  return locked && { endedAt: locked.endedAt, organisationId: await organisationOf(tx, locked.producerId) }
}

async function organisationOf(db: ReadDb, producerId: ProducerId): Promise<OrganisationId | null> {
  const row = await db
    .selectFrom('producer_card')
    .where('id', '=', producerId)
    .select('organisation_id as organisationId')
    .executeTakeFirst()
  return row?.organisationId ?? null
}

export async function updateEnded(tx: Tx, id: VoucherId, at: Date | null): Promise<void> {
  await tx.updateTable('voucher').set({ ended_at: at }).where('id', '=', id).execute()
}
