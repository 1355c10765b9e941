import { newId } from '@dacsan/platform/ids'
import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { ReceivingAccountId } from './rules/ids.ts'

export const accountNumberColumn: LockedColumn = { table: 'receiving_account', key: 'id', column: 'number' }

/** Whoever reads or writes the lines of a seller waits for whoever does it before: two tellings of one transfer never pass each other. */
export async function lockBooks(tx: Tx, producerId: ProducerId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`money of ${producerId}`}))`.execute(tx)
}

export type ReceivingAccount = { id: ReceivingAccountId; bin: string; number: string }

/** The accounts that lines of a seller were told of; a seller may have had another one before. */
export async function selectAccounts(db: ReadDb, producerId: ProducerId): Promise<ReceivingAccount[]> {
  const rows = await db
    .selectFrom('receiving_account')
    .where('producer_id', '=', producerId)
    .select(['id', 'bank_bin as bin', 'number'])
    .orderBy('created_at')
    .execute()
  return Promise.all(rows.map(async ({ number, ...row }) => ({ ...row, number: await openText(db, accountNumberColumn, row.id, number) })))
}

/** The account under its id, which it gets where no line was told of it before. After {@link lockBooks}. */
export async function accountIdOf(
  tx: Tx,
  producerId: ProducerId,
  { bin, number, at }: { bin: string; number: string; at: Date },
): Promise<ReceivingAccountId> {
  const known = (await selectAccounts(tx, producerId)).find((one) => one.bin === bin && one.number === number)
  if (known) return known.id
  const id = newId('rac')
  await tx
    .insertInto('receiving_account')
    .values({ id, producer_id: producerId, bank_bin: bin, number: await lockText(tx, accountNumberColumn, id, number), created_at: at })
    .execute()
  return id
}
