import { sql } from 'kysely'
import { mostRows, ofAccount, openForPerson } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import type { Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import { openStatuses, openTransferStatuses } from './acts.ts'
import { registrationNoColumn, taxCodeColumn } from './request.store.ts'
import { erasedWords, personalDataWords as words } from './words/personal-data.ts'

const newest = 'desc' as const

/** What a request says of whoever asked, gone: that somebody asked for a producer, and what was answered, stays. */
const forgotten = {
  representative: erasedWords,
  phone: null,
  email: null,
  address: null,
  note: null,
  tax_code: null,
  registration_no: null,
  paper_file_hash: null,
  paper_name: null,
  answer: null,
  before: null,
  // A household is called by the name of its head.
  name: sql<string>`case when producer_kind = 'household' then ${erasedWords} else name end`,
} as const

/** What somebody wrote into transfers that are answered, and their paper: gone. Whose the product was stays in the register. */
async function forgetTransfers(tx: Tx, by: { userId: UserId } | { before: Date }): Promise<number> {
  const mine = 'userId' in by
  const rows = await tx
    .updateTable('product_transfer')
    .set({ reason: erasedWords, answer: null, filed_by_name: erasedWords })
    .where('status', 'not in', [...openTransferStatuses])
    .where('reason', '<>', erasedWords)
    .$if(mine, (query) => query.where('filed_by_id', '=', mine ? by.userId : ('' as UserId)))
    // A confirmed one is how the product came to its producer: its paper is kept.
    .$if(!mine, (query) => query.where('status', '<>', 'confirmed').where('decided_at', '<', mine ? new Date(0) : by.before))
    .returning('id')
    .execute()
  await tx
    .updateTable('product_transfer_step')
    .set({ words: null, by_name: erasedWords, paper_file_hash: null, paper_name: null })
    .$if(mine, (query) => query.where('by_id', '=', mine ? by.userId : ('' as UserId)))
    .where('act', 'in', ['file', 'supplement', 'withdraw', 'agree', 'decline'])
    .where('transfer_id', 'in', (eb) =>
      eb
        .selectFrom('product_transfer')
        .select('id')
        .where('status', 'not in', [...openTransferStatuses]),
    )
    .$if(!mine, (query) =>
      query.where('transfer_id', 'in', rows.length > 0 ? rows.map(({ id }) => id) : ['' as (typeof rows)[number]['id']]),
    )
    .execute()
  return rows.length
}

/** Transfers that came to nothing before then. */
export const forgetOldTransfers = (tx: Tx, before: Date): Promise<number> => forgetTransfers(tx, { before })

/** Of those that came to nothing before then. The words of the steps go with them: people write who they are into them. */
export async function forgetRequests(tx: Tx, before: Date): Promise<number> {
  const rows = await tx
    .updateTable('producer_request')
    .set(forgotten)
    .where('status', 'in', ['refused', 'withdrawn', 'taken-back'])
    .where('decided_at', '<', before)
    .where('representative', '<>', erasedWords)
    .returning('id')
    .execute()
  await forgetSteps(
    tx,
    rows.map(({ id }) => id),
  )
  // After the term nobody takes a yes back any more: what the file said before it is somebody else's.
  await tx
    .updateTable('producer_request')
    .set({ before: null })
    .where('status', '=', 'confirmed')
    .where('decided_at', '<', before)
    .where('before', 'is not', null)
    .execute()
  return rows.length
}

async function forgetSteps(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('producer_request_step')
    .set({ words: null })
    .where(sql<boolean>`request_id = any(${[...ids]}::text[])`)
    .execute()
  // What whoever asked did stands under the own name; what officers did under theirs.
  await tx
    .updateTable('producer_request_step')
    .set({ by_name: erasedWords })
    .where(sql<boolean>`request_id = any(${[...ids]}::text[])`)
    .where('act', 'in', ['file', 'supplement', 'withdraw', 'ask-change'])
    .execute()
}

export const personalData: PersonalData = {
  holdings: {
    'producer-requests': {
      ...words.requests,
      purpose: 'joining',
      columns: [
        'producer_request.name',
        'producer_request.representative',
        'producer_request.phone',
        'producer_request.email',
        'producer_request.address',
        'producer_request.tax_code',
        'producer_request.registration_no',
        'producer_request.note',
        'producer_request.answer',
        'producer_request.paper_name',
        'producer_request.before',
        'producer_request_step.by_name',
        'producer_request_step.words',
      ],
      // Found by the account that it opened, by the account that filed it, and by the number of whoever has an account.
      find: ofAccount(async (db, { userId, phone }) => {
        const rows = await db
          .selectFrom('producer_request')
          .select([
            'id',
            'code',
            'name',
            'representative',
            'phone',
            'email',
            'address',
            'tax_code as taxCode',
            'registration_no as registrationNo',
            'note',
            'answer',
            'received_at as at',
          ])
          .where((eb) =>
            eb.or([
              eb('user_id', '=', userId),
              eb.and([eb('filed_by_id', '=', userId), eb('on_behalf', '=', false)]),
              ...(phone === null ? [] : [eb('phone', '=', phone)]),
            ]),
          )
          .orderBy('received_at', newest)
          .limit(mostRows)
          .execute()
        return Promise.all(
          rows.map(async ({ id, ...row }) => ({
            ...row,
            taxCode: await openForPerson(db, taxCodeColumn, id, row.taxCode),
            registrationNo: await openForPerson(db, registrationNoColumn, id, row.registrationNo),
          })),
        )
      }),
      // One that waits is needed by whoever answers it; it goes with the term.
      erase: async (tx, subject) => {
        if (subject.kind !== 'account') return
        const rows = await tx
          .updateTable('producer_request')
          .set(forgotten)
          .where('status', 'not in', [...openStatuses])
          .where((eb) =>
            eb.or([
              eb('user_id', '=', subject.userId),
              eb.and([eb('filed_by_id', '=', subject.userId), eb('on_behalf', '=', false)]),
              ...(subject.phone === null ? [] : [eb('phone', '=', subject.phone)]),
            ]),
          )
          .returning('id')
          .execute()
        await forgetSteps(
          tx,
          rows.map(({ id }) => id),
        )
        // What the file of a producer said before another came in, where nobody but this person works for it.
        if (subject.aloneIn.length > 0)
          await tx
            .updateTable('producer_request')
            .set({ before: null })
            .where('organisation_id', 'in', [...subject.aloneIn])
            .execute()
      },
    },
    'product-transfers': {
      ...words.transfers,
      purpose: 'joining',
      columns: [
        'product_transfer.reason',
        'product_transfer.answer',
        'product_transfer.filed_by_name',
        'product_transfer_step.by_name',
        'product_transfer_step.words',
        'product_transfer_step.paper_name',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('product_transfer_step as step')
          .innerJoin('product_transfer as transfer', 'transfer.id', 'step.transfer_id')
          .select(['transfer.code', 'transfer.reason', 'step.words', 'step.paper_name as paper', 'step.at'])
          .where('step.by_id', '=', userId)
          .orderBy('step.at', newest)
          .limit(mostRows)
          .execute(),
      ),
      // One that waits is needed by whoever answers it.
      erase: async (tx, subject) => {
        if (subject.kind === 'account') await forgetTransfers(tx, { userId: subject.userId })
      },
    },
    'decided-producer-requests': {
      ...words.decided,
      purpose: 'official-acts',
      columns: [
        'producer_request.filed_by_name',
        'producer_request.decided_by_name',
        'product_transfer.decided_by_name',
        'producer_slip.made_by_name',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('producer_request')
          .select(['code', sql<Date>`coalesce(decided_at, received_at)`.as('at')])
          .where((eb) => eb.or([eb('decided_by_id', '=', userId), eb.and([eb('filed_by_id', '=', userId), eb('on_behalf', '=', true)])]))
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'producer_request.code',
    'producer_request.request_key',
    'producer_request.filed_by_id',
    'producer_request.decided_by_id',
    'producer_request.user_id',
    'producer_request_step.act',
    'producer_slip.digest',
    'producer_slip.made_by_id',
    'product_transfer.code',
    'product_transfer.request_key',
    'product_transfer.filed_by_id',
    'product_transfer.decided_by_id',
    'product_transfer.attested_by_id',
    'product_transfer.checked_by_id',
    'product_transfer_step.act',
    'product_transfer_step.by_id',
  ],
}
