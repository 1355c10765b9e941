import { pileOf } from '../waiting.store.ts'
import { openRequests } from './acts.ts'

/** A request that was received has to be acknowledged, one that was acknowledged to be answered. */
export const selectRequestPile = pileOf((db) =>
  db
    .selectFrom('data_request')
    .where('status', 'in', [...openRequests])
    .select((eb) => [
      'id',
      'code as about',
      'received_at as since',
      eb.case().when('status', '=', 'received').then(eb.ref('acknowledge_by')).else(eb.ref('due_on')).end().as('until'),
    ]),
)

export const selectBreachPile = pileOf((db) =>
  db.selectFrom('data_breach').where('status', '=', 'open').select(['id', 'code as about', 'detected_at as since', 'report_by as until']),
)
