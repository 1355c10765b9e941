import { mostRows, ofAccount, ofProducer } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { settlementAnswerWords } from './words/names.ts'
import { personalDataWords as words } from './words/personal-data.ts'

const newest = 'desc' as const

// No name, telephone or address of a buyer elsewhere is kept: what a marketplace masked says nobody. Money stays as the law on accounting asks.
export const personalData: PersonalData = {
  holdings: {
    'channel-shops': {
      ...words.shops,
      purpose: 'selling',
      columns: ['channel_shop.name'],
      find: ofProducer((db, organisations) =>
        db
          .selectFrom('channel_shop')
          .innerJoin('producer_card as producer', 'producer.id', 'channel_shop.producer_id')
          .where('producer.organisation_id', 'in', [...organisations])
          .select(['channel_shop.opened_at as at', 'channel_shop.channel', 'channel_shop.name'])
          .orderBy('channel_shop.opened_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'channel-orders': {
      ...words.orders,
      purpose: 'sales',
      columns: ['channel_order.buyer_masked', 'channel_order.goods_note', 'channel_push.body'],
      find: ofProducer((db, organisations) =>
        db
          .selectFrom('channel_order')
          .innerJoin('producer_card as producer', 'producer.id', 'channel_order.producer_id')
          .where('producer.organisation_id', 'in', [...organisations])
          .select(['ordered_on as at', 'number', 'buyer_masked as buyer', 'amount_vnd as amount', 'goods_note as note'])
          .orderBy('ordered_on', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'channel-files': {
      ...words.files,
      purpose: 'selling',
      columns: ['channel_file.file_name', 'channel_file.draft', 'channel_file.faults'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('channel_file')
          .where('read_by_id', '=', userId)
          .select(['read_at as at', 'file_name as name', 'row_count as rows'])
          .orderBy('read_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'channel-answers': {
      ...words.answers,
      codes: { answer: settlementAnswerWords },
      purpose: 'sales',
      columns: ['channel_settlement_answer.by_name', 'channel_settlement_answer.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('channel_settlement_answer')
          .where('by_id', '=', userId)
          .select(['at', 'answer', 'note'])
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'channel_shop.keys',
    'channel_shop.remote_number',
    'channel_shop.trouble',
    'channel_offer.remote',
    'channel_push.push_key',
    'channel_push.number',
    'channel_shop.by_id',
    'channel_sku.by_id',
    'channel_file.file_digest',
    'channel_file.read_by_id',
    'channel_file.taken_by_id',
    'channel_order.number',
    'channel_order.status_text',
    'channel_order_line.sku',
    'channel_order_line.name',
    'channel_settlement.row_key',
    'channel_settlement.number',
    'channel_settlement.fees',
    'channel_settlement_answer.by_id',
  ],
}
