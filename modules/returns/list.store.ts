import { sql } from 'kysely'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { ReturnStatus, Wish } from './acts.ts'
import { cases } from './case.store.ts'
import type { ReturnId } from './rules/ids.ts'

export type ListedReturn = {
  id: ReturnId
  code: string
  orderCode: string
  producerName: string
  reasonSays: string
  wanted: Wish
  status: ReturnStatus
  askedAt: Date
  answerBy: Date
  resolveBy: Date
  officeAt: Date | null
  endedAt: Date | null
  refundVnd: number | null
}

/** The returns of a seller, or those that were brought to the office. */
export const returnsListed = (db: ReadDb, { producerId, broughtOnly }: { producerId: ProducerId | null; broughtOnly: boolean }) =>
  sql<ListedReturn>`${cases(db)
    .$if(producerId !== null, (found) => found.where('order_return.producer_id', '=', producerId!))
    .$if(broughtOnly, (found) => found.where('order_return.office_at', 'is not', null))}`
