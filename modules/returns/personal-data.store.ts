import type { Tx } from '../context.ts'
import { mostRows, ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { spokenReturns } from './words/buyer.ts'
import { returnStatusWords, stepWords } from './words/names.ts'
import { personalDataWords as words, spokenHeld } from './words/personal-data.ts'

export const personalData: PersonalData = {
  holdings: {
    // What somebody was not content with belongs to the contract: it is kept as long as the order says who bought.
    returns: {
      ...words.cases,
      codes: { status: returnStatusWords },
      spoken: {
        en: { ...spokenHeld.en, codes: { status: spokenReturns.en.statuses } },
        km: { ...spokenHeld.km, codes: { status: spokenReturns.km.statuses } },
      },
      purpose: 'sales',
      columns: ['order_return.words', 'order_return_photo.photo_name'],
      find: async (db, subject) => {
        const of = db
          .selectFrom('order_return')
          .innerJoin('shop_order_card as sold', 'sold.id', 'order_return.order_id')
          .select([
            'order_return.code',
            'order_return.reason_says as reason',
            'order_return.words',
            'order_return.status',
            'asked_at as at',
          ])
          .orderBy('asked_at', 'desc')
          .limit(mostRows)
        return subject.kind === 'purchase'
          ? of.where('sold.group_id', '=', subject.groupId).execute()
          : of.where('sold.user_id', '=', subject.userId).execute()
      },
    },
    'return-steps': {
      ...words.steps,
      codes: { step: stepWords },
      purpose: 'sales',
      columns: ['order_return_step.words', 'order_return_step.by_name', 'order_return_goods.note', 'order_return_goods.by_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('order_return_step as step')
          .innerJoin('order_return', 'order_return.id', 'step.return_id')
          .select(['order_return.code', 'step.step', 'step.words', 'step.at'])
          .where('step.by_id', '=', userId)
          .orderBy('step.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'order_return.code',
    'order_return.reason',
    'order_return.reason_says',
    'order_return.request_key',
    'order_return_goods.by_id',
    'order_return_goods.request_key',
    'order_return_step.by_id',
    'order_return_step.request_key',
    'order_return_step.step',
    'return_offer.published_by_id',
    'return_offer.reasons',
  ],
}

/** Cases of which the term of the order has ended say no more what happened, and show no photo. Answers how many. */
export async function forgetCases(tx: Tx, before: Date): Promise<number> {
  const ended = await tx
    .selectFrom('order_return')
    .select('id')
    .where('ended_at', '<', before)
    .where('words', '<>', '')
    .limit(1000)
    .forUpdate()
    .skipLocked()
    .execute()
  if (ended.length === 0) return 0
  const ids = ended.map(({ id }) => id)
  await tx.deleteFrom('order_return_photo').where('return_id', 'in', ids).execute()
  await tx.updateTable('order_return').set({ words: '' }).where('id', 'in', ids).execute()
  return ids.length
}
