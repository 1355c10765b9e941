import { sql } from 'kysely'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { BankLineId } from './rules/ids.ts'
import type { Answer, CameBy } from './rules/kinds.ts'

export type ListedLine = {
  id: BankLineId
  bookedOn: string
  inVnd: number | null
  outVnd: number | null
  content: string
  reference: string | null
  state: string
  stand: Answer | 'open' | 'outgoing'
  orderCode: string | null
  cameBy: CameBy
  note: string | null
}

/** Every movement of the accounts of a seller, with what was done about it. */
export const linesListed = (db: ReadDb, producerId: ProducerId) =>
  sql<ListedLine>`${db
    .selectFrom('bank_line')
    .leftJoin('bank_line_answer as given', 'given.line_id', 'bank_line.id')
    .where('bank_line.producer_id', '=', producerId)
    .select([
      'bank_line.id',
      'bank_line.booked_on as bookedOn',
      sql`case when bank_line.direction = 'in' then bank_line.amount_vnd end`.as('inVnd'),
      sql`case when bank_line.direction = 'out' then bank_line.amount_vnd end`.as('outVnd'),
      'bank_line.content',
      'bank_line.reference',
      'bank_line.state',
      sql`coalesce(given.answer, case when bank_line.direction = 'out' then 'outgoing' else 'open' end)`.as('stand'),
      sql`coalesce(given.order_code, bank_line.order_code, bank_line.bill_code)`.as('orderCode'),
      'bank_line.came_by as cameBy',
      'given.note',
    ])}`
