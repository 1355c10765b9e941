import { mostRows, ofAccount, ofProducer } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { parcelStateWords, payoutAnswerWords } from './words/names.ts'
import { personalDataWords as words } from './words/personal-data.ts'

const newest = 'desc' as const

// What a buyer was sent is the order's; the carrier is told it once, and our copy is thrown away with the answer. Money stays as the law on accounting asks.
export const personalData: PersonalData = {
  holdings: {
    'carrier-accounts': {
      ...words.accounts,
      purpose: 'selling',
      columns: ['carrier_account.sender'],
      find: ofProducer(async (db, organisations) => {
        const rows = await db
          .selectFrom('carrier_account')
          .innerJoin('producer_card as producer', 'producer.id', 'carrier_account.producer_id')
          .where('producer.organisation_id', 'in', [...organisations])
          .select(['carrier', 'sender', 'connected_at as at'])
          .orderBy('connected_at', newest)
          .limit(mostRows)
          .execute()
        return rows.map(({ sender, ...row }) => ({ ...row, sender: Object.values(sender).filter(Boolean).join(', ') }))
      }),
    },
    parcels: {
      ...words.parcels,
      codes: { state: parcelStateWords },
      purpose: 'sales',
      columns: [
        'parcel.request',
        'parcel.carrier_code',
        'parcel.carrier_text',
        'parcel.why',
        'carrier_push.body',
        'parcel_event.carrier_text',
      ],
      find: ofProducer((db, organisations) =>
        db
          .selectFrom('parcel')
          .innerJoin('producer_card as producer', 'producer.id', 'parcel.producer_id')
          .where('producer.organisation_id', 'in', [...organisations])
          .select(['parcel.created_at as at', 'order_code as code', 'carrier', 'carrier_code as carrierCode', 'state', 'cod_vnd as cod'])
          .orderBy('parcel.created_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'cod-payouts': {
      ...words.payouts,
      purpose: 'selling',
      columns: ['cod_payout.file_name', 'cod_payout.draft', 'cod_payout.note', 'cod_payout_line.parcel_code'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('cod_payout')
          .where('read_by_id', '=', userId)
          .select(['read_at as at', 'file_name as name', 'net_vnd as net'])
          .orderBy('read_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'cod-answers': {
      ...words.answers,
      codes: { answer: payoutAnswerWords },
      purpose: 'sales',
      columns: ['cod_payout_answer.by_name', 'cod_payout_answer.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('cod_payout_answer')
          .where('by_id', '=', userId)
          .select(['at', 'answer', 'note'])
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'carrier_account.by_id',
    'carrier_account.credentials',
    'carrier_account.push_secret',
    'carrier_push.body_digest',
    'cod_payout.file_digest',
    'cod_payout.read_by_id',
    'cod_payout.taken_by_id',
    'cod_payout_answer.by_id',
    'parcel.by_id',
    'parcel.carrier_status',
    'parcel.client_code',
    'parcel.order_code',
    'parcel.request_key',
    'parcel_event.carrier_status',
    'parcel_event.state',
  ],
}
