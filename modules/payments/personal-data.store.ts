import { mostRows, ofAccount, ofProducer, openForPerson } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { accountNumberColumn } from './account.store.ts'
import { answerWords } from './words/names.ts'
import { personalDataWords as words } from './words/personal-data.ts'

const newest = 'desc' as const

// Movements of an account, and what was done about them, are books of the seller: they stay as long as the law on accounting asks.
export const personalData: PersonalData = {
  holdings: {
    'receiving-accounts': {
      ...words.accounts,
      purpose: 'selling',
      columns: ['receiving_account.number', 'receiving_account.bank_bin'],
      find: ofProducer(async (db, organisations) => {
        const rows = await db
          .selectFrom('receiving_account')
          .innerJoin('producer_card as producer', 'producer.id', 'receiving_account.producer_id')
          .where('producer.organisation_id', 'in', [...organisations])
          .select(['receiving_account.id', 'number', 'bank_bin as bank', 'receiving_account.created_at as at'])
          .orderBy('receiving_account.created_at', newest)
          .limit(mostRows)
          .execute()
        return Promise.all(
          rows.map(async ({ id, number, ...row }) => ({ ...row, number: await openForPerson(db, accountNumberColumn, id, number) })),
        )
      }),
    },
    'bank-lines': {
      ...words.lines,
      purpose: 'selling',
      columns: ['bank_line.content', 'bank_line.reference', 'bank_statement.draft', 'webhook_event.body'],
      find: ofProducer((db, organisations) =>
        db
          .selectFrom('bank_line')
          .innerJoin('producer_card as producer', 'producer.id', 'bank_line.producer_id')
          .where('producer.organisation_id', 'in', [...organisations])
          .select(['at_text as at', 'amount_vnd as amount', 'content', 'reference'])
          .orderBy('booked_on', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'bank-line-answers': {
      ...words.answers,
      codes: { answer: answerWords },
      purpose: 'sales',
      columns: ['bank_line_answer.by_name', 'bank_line_answer.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('bank_line_answer')
          .where('by_id', '=', userId)
          .select(['at', 'answer', 'order_code as code', 'note'])
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'bank-refunds': {
      ...words.refunds,
      purpose: 'sales',
      columns: ['bank_refund.by_name', 'bank_refund.reference', 'bank_refund.file_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('bank_refund')
          .where('by_id', '=', userId)
          .select(['at', 'amount_vnd as amount', 'reference'])
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'bank-statements': {
      ...words.statements,
      purpose: 'selling',
      columns: ['bank_statement.file_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('bank_statement')
          .where('read_by_id', '=', userId)
          .select(['read_at as at', 'file_name as name'])
          .orderBy('read_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'bank_line.at_text',
    'bank_line.bill_code',
    'bank_line.order_code',
    'bank_line_answer.by_id',
    'bank_line_answer.order_code',
    'bank_line_part.order_code',
    'bank_refund.by_id',
    'bank_refund.request_key',
    'bank_statement.read_by_id',
    'bank_statement.taken_by_id',
    'webhook_event.body_digest',
    'webhook_event.event_id',
    'webhook_event.why',
    'webhook_source.by_id',
    'webhook_source.secret',
    'webhook_source.secret_before',
  ],
}
