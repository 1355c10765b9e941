import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { findCredit, setAsideWithin } from '../../payments/index.ts'
import { channelFileActs, tiesOfSeller } from '../acts.ts'
import type { TakeFileInput } from '../inputs.ts'
import { bookOrders } from '../orders/book-orders.ts'
import { rowKeys } from '../rules/judge-settlement.ts'
import type { TakeFileRefusal } from '../rules/refusals.ts'
import { insertSettlements, selectKnownKeys } from '../settlements/settlement.store.ts'
import { lockChannels, selectShop } from '../shops/shop.store.ts'
import { sayCredit } from '../words/names.ts'
import { isTaken, lockFile, selectDraft, updateTaken } from './file.store.ts'
import type { StoredFile } from './file.store.ts'

export type TakenFile = Readonly<Record<string, number>>

/** Books a file that was looked at: what it says and nobody knew yet. One transaction: it is in the books whole, or not at all. */
export async function takeChannelFile(ctx: Ctx, { fileId, bankLineId }: TakeFileInput): Promise<Outcome<TakenFile, TakeFileRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<TakenFile, TakeFileRefusal>> => {
    const file = await lockFile(tx, fileId)
    if (!file) throw new NotFound('No such file')
    requireAct(ctx.actor, channelFileActs.take, tiesOfSeller(file))
    const refused = refuseStatus(channelFileActs.take, file.status)
    if (refused) return refused
    await lockChannels(tx, file.producerId)
    if (await isTaken(tx, file)) return refuse('file-known')
    const draft = (await selectDraft(tx, fileId))!
    if (bankLineId !== undefined) {
      const line = await findCredit(tx, ctx, { producerId: file.producerId, lineId: bankLineId })
      if (!line || draft.kind !== 'settlement') return refuse('credit-missing')
      const aside = await setAsideWithin(tx, ctx, { lineId: bankLineId, note: sayCredit(file.channel, file.shopName) })
      if (!aside.ok) return refuse('credit-used')
    }
    const taken = draft.kind === 'orders' ? await bookOrders(tx, ctx, (await selectShop(tx, file.shopId))!, draft.orders, 'file') : await takeRows(tx, ctx, file, draft.rows) // prettier-ignore
    await updateTaken(tx, fileId, {
      status: channelFileActs.take.to,
      bankLineId: bankLineId ?? null,
      at: ctx.now,
      byId: actorId(ctx.actor),
    })
    await record(tx, ctx, channelFileActs.take, { subjectId: fileId, detail: { kind: file.kind, ...taken } })
    return done(taken)
  })
}

async function takeRows(
  tx: Tx,
  ctx: Ctx,
  { id: fileId, shopId, producerId }: StoredFile,
  rows: Parameters<typeof rowKeys>[0],
): Promise<{ fresh: number; known: number }> {
  const keys = rowKeys(rows)
  const known = await selectKnownKeys(tx, shopId, keys)
  const fresh = rows
    .map((row, place) => ({ ...row, id: ctx.newId('cst'), rowKey: keys[place]! }))
    .filter(({ rowKey }) => !known.has(rowKey))
  await insertSettlements(tx, { fileId, shopId, producerId }, fresh)
  return { fresh: fresh.length, known: rows.length - fresh.length }
}
