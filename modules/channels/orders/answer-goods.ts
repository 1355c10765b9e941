import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { channelOrderActs, tiesOfSeller } from '../acts.ts'
import type { AnswerGoodsInput } from '../inputs.ts'
import { answersForGoods, goodsAfter } from '../rules/order-moves.ts'
import type { AnswerGoodsRefusal } from '../rules/refusals.ts'
import { lockChannels, selectShop } from '../shops/shop.store.ts'
import { orderWords } from '../words/names.ts'
import { packsOfShop, putBack, takeOut } from './move-goods.ts'
import { selectLines, selectOrder, updateOrder } from './order.store.ts'

/** The seller says what is with the goods of an order that the books could not follow by themselves. */
export async function answerGoods(ctx: Ctx, { orderId, answer, note }: AnswerGoodsInput): Promise<Outcome<null, AnswerGoodsRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, AnswerGoodsRefusal>> => {
    const seen = await selectOrder(tx, orderId)
    if (!seen) throw new NotFound('No such order')
    requireAct(ctx.actor, channelOrderActs.answer, tiesOfSeller(seen))
    await lockChannels(tx, seen.producerId)
    const order = (await selectOrder(tx, orderId))!
    const refused = refuseStatus(channelOrderActs.answer, order.goods)
    if (refused) return refused
    if (!answersForGoods[order.goods].includes(answer)) return refuse('answer-not-offered')
    const { state, status, toldAt } = order
    if (answer === 'again') {
      const what = await packsOfShop(tx, (await selectShop(tx, order.shopId))!)
      const taken = await takeOut(tx, ctx, orderId, await selectLines(tx, [orderId]), what)
      if (!taken.ok) return taken
      await updateOrder(tx, orderId, { state, status, toldAt, goods: state === 'returned' ? 'asked' : 'out', at: ctx.now })
    } else {
      if (answer === 'back') await putBack(tx, ctx, orderId, note || orderWords.returnedNote)
      await updateOrder(tx, orderId, { state, status, toldAt, goods: goodsAfter[answer], note, at: ctx.now })
    }
    await record(tx, ctx, channelOrderActs.answer, { subjectId: orderId, detail: { answer, note } })
    return done(null)
  })
}
