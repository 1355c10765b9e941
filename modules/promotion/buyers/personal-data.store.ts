import type { Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import { mostRows, ofAccount, openForPerson } from '../../personal-data.ts'
import type { ColumnName, Holding } from '../../personal-data.ts'
import { lockedBuyerColumns } from './enquiry.store.ts'
import { stageWords } from './words/names.ts'
import { forgottenBuyer, personalDataWords as words } from './words/personal-data.ts'

const [phoneColumn] = lockedBuyerColumns

/** Who asked, gone: that somebody looked for goods, and what became of it, stays. */
async function forget(tx: Tx, which: { userId: UserId } | { before: Date }, at: Date): Promise<number> {
  let asked = tx
    .updateTable('buyer_enquiry')
    .set({ contact_name: null, contact_phone: null, contact_email: null, note: '', close_reason: forgottenBuyer, forgotten_at: at })
    .where('forgotten_at', 'is', null)
    .where('status', '=', 'closed')
  asked = 'userId' in which ? asked.where('by_id', '=', which.userId) : asked.where('asked_at', '<', which.before)
  return (await asked.returning('id').execute()).length
}
export const forgetBuyers = (tx: Tx, before: Date, at: Date): Promise<number> => forget(tx, { before }, at)

export const buyersPersonalData: Readonly<Record<string, Holding>> = {
  // A buyer agreed that producers call back; what two traders did with each other is kept as they and the programme need it.
  'buyer-enquiries': {
    ...words.enquiries,
    purpose: 'programme-invitations',
    columns: [
      'buyer_enquiry.buyer_name',
      'buyer_enquiry.contact_name',
      'buyer_enquiry.contact_phone',
      'buyer_enquiry.contact_email',
      'buyer_enquiry.note',
      'buyer_enquiry.close_reason',
    ],
    find: ofAccount(async (db, { userId }) => {
      const rows = await db
        .selectFrom('buyer_enquiry')
        .where('by_id', '=', userId)
        .select([
          'id',
          'code',
          'buyer_name as buyer',
          'contact_name as contact',
          'contact_phone as phone',
          'contact_email as email',
          'goods',
          'note',
          'asked_at as at',
        ]) // prettier-ignore
        .orderBy('asked_at', 'desc')
        .limit(mostRows)
        .execute()
      return Promise.all(rows.map(async ({ id, ...row }) => ({ ...row, phone: await openForPerson(db, phoneColumn!, id, row.phone) })))
    }),
    // One that goes on is needed by whoever delivers; it goes once it is closed and its term is over.
    erase: async (tx, subject, at) => {
      if (subject.kind === 'account') await forget(tx, { userId: subject.userId }, at)
    },
  },
  'buyer-steps': {
    ...words.steps,
    codes: { stage: stageWords },
    purpose: 'official-acts',
    columns: [
      'buyer_step.buyer_party',
      'buyer_step.producer_party',
      'buyer_step.words',
      'buyer_step.proof_name',
      'buyer_step.by_name',
      'buyer_step_confirmation.by_name',
      'buyer_offer.words',
      'buyer_offer.by_name',
      'buyer_papers.by_name',
      'matching_slot.words',
      'matching_slot.noted_by_name',
      'matching_session.cancel_reason',
    ],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('buyer_step as step')
        .innerJoin('buyer_relation as relation', 'relation.id', 'step.relation_id')
        .innerJoin('buyer_enquiry as enquiry', 'enquiry.id', 'relation.enquiry_id')
        .innerJoin('producer_card as producer', 'producer.id', 'relation.producer_id')
        .where('step.by_id', '=', userId)
        .select(['enquiry.buyer_name as buyer', 'producer.name as producer', 'step.stage', 'step.words', 'step.at'])
        .orderBy('step.at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
}

export const buyersOthers: readonly ColumnName[] = [
  'buyer_enquiry.code',
  'buyer_enquiry.region',
  'buyer_enquiry.aisle',
  'buyer_enquiry.goods',
  'buyer_enquiry.unit',
  'buyer_enquiry.needs',
  'buyer_enquiry.request_key',
  'buyer_enquiry.by_id',
  'matching_session.name',
  'matching_session.venue',
  'matching_session.starts_at',
  'matching_session.created_by_id',
  'matching_session.request_key',
  'buyer_step.request_key',
  'buyer_step.by_id',
  'buyer_offer.goods',
  'buyer_offer.unit',
  'buyer_offer.request_key',
  'buyer_offer.by_id',
]
