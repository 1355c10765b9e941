import { createHash } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { readTableFile } from '../../read-table.ts'
import { selectAccount } from '../accounts/account.store.ts'
import { codPayoutActs, tiesOfSeller } from '../acts.ts'
import type { CarrierAccountId, CodPayoutId } from '../rules/ids.ts'
import { sumsOf } from '../rules/judge-payout.ts'
import type { ReadPayoutRefusal } from '../rules/refusals.ts'
import { payoutHeadings, readPayoutRows } from './payout-columns.ts'
import { insertPayout, isTaken } from './payout.store.ts'

/** Reads a carrier's file, to be looked at before it is taken. Nothing of it is in the books yet. */
export async function readPayout(
  ctx: Ctx,
  accountId: CarrierAccountId,
  file: { name: string; bytes: Uint8Array },
): Promise<Outcome<{ payoutId: CodPayoutId }, ReadPayoutRefusal>> {
  const account = await selectAccount(ctx.db, accountId)
  requireAct(ctx.actor, codPayoutActs.read, tiesOfSeller(account ?? { organisationId: null }))
  if (!account) return refuse('account-missing')
  const table = await readTableFile(file.bytes, payoutHeadings)
  if (!table.ok) return table
  const rows = readPayoutRows(table.value)
  if (!rows.ok) return rows
  if (rows.value.length === 0) return refuse('rows-missing')
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  if (await isTaken(ctx.db, accountId, digest)) return refuse('payout-known')
  const payoutId = ctx.newId('cpo')
  const { producerId, carrier } = account
  const sums = sumsOf(rows.value)
  return inTransaction(ctx, async (tx) => {
    const fileName = file.name.slice(-200)
    const given = { id: payoutId, producerId, accountId, carrier, fileName, digest, rows: rows.value, sums }
    await insertPayout(tx, { ...given, at: ctx.now, byId: actorId(ctx.actor) })
    await record(tx, ctx, codPayoutActs.read, { subjectId: payoutId, detail: { lines: rows.value.length, ...sums } })
    return done({ payoutId })
  })
}
