import { mostRows, ofAccount } from '../../personal-data.ts'
import type { ColumnName, Holding } from '../../personal-data.ts'
import { routeHoldings as words } from './words/personal-data.ts'

export const routesPersonalData: Readonly<Record<string, Holding>> = {
  // A number stands there by consent and goes with it: whoever gave it takes it back on the page of the stop.
  'route-contacts': {
    ...words.contacts,
    purpose: 'official-acts',
    columns: ['route_stop.phone', 'route_stop.left_reason'],
    find: ofAccount((db, { producerOf }) =>
      producerOf.length === 0
        ? Promise.resolve([])
        : db
            .selectFrom('route_stop')
            .where('host_id', 'in', [...producerOf])
            .where('phone', 'is not', null)
            .select(['name as stop', 'phone_agreed_on as agreedOn'])
            .orderBy('id')
            .limit(mostRows)
            .execute(),
    ),
  },
  // Visitors have no account: their telephone and note are forgotten thirty days after the visit (forget-visitors.ts).
  'route-answers': {
    ...words.answers,
    purpose: 'official-acts',
    columns: ['route_enquiry.phone', 'route_enquiry.note', 'route_enquiry.answer', 'route_enquiry.answered_by_name', 'route.ended_reason'],
    find: ofAccount((db, { name, producerOf }) =>
      producerOf.length === 0
        ? Promise.resolve([])
        : db
            .selectFrom('route_enquiry as enquiry')
            .innerJoin('route', 'route.id', 'enquiry.route_id')
            .where('route.host_id', 'in', [...producerOf])
            .where('enquiry.answered_by_name', '=', name)
            .select(['route.name as route', 'enquiry.answer', 'enquiry.answered_at as at'])
            .orderBy('enquiry.answered_at', 'desc')
            .limit(mostRows)
            .execute(),
    ),
  },
}

export const routesOthers: readonly ColumnName[] = [
  'route.slug',
  'route.name',
  'route.about',
  'route.languages',
  'route.recognised_number',
  'route.request_key',
  'route.created_by_id',
  'route_stop.name',
  'route_stop.address',
  'route_stop.about',
  'route_stop.stamp_code',
  'route_stop.request_key',
  'route_enquiry.code',
  'route_enquiry.request_key',
]
