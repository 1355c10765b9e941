import { sql } from 'kysely'
import type { OrganisationId } from '../../identity/rules.ts'
import { pileOf } from '../../waiting.store.ts'

/** Who asks to come and was not answered; whose day is over waits no more. */
export const selectToAnswerOwn = pileOf<{ organisationIds: readonly OrganisationId[]; today: string }>((db, { organisationIds, today }) =>
  db
    .selectFrom('route_enquiry as enquiry')
    .innerJoin('route', 'route.id', 'enquiry.route_id')
    .where('route.host_id', 'in', organisationIds)
    .where('enquiry.status', '=', 'asked')
    .where('enquiry.visit_on', '>=', today)
    .select(['enquiry.id', 'route.name as about', 'enquiry.asked_at as since', sql`enquiry.visit_on::timestamptz`.as('until')]),
)

/** Open routes of which a stop fell out: its host stepped out, or its point is recognised no more. */
export const selectRoutesWithHoles = pileOf(
  (db) =>
  db
    .selectFrom('route_stop as stop')
    .innerJoin('route', 'route.id', 'stop.route_id')
    .leftJoin('point_of_sale as point', 'point.id', 'stop.point_id')
    .where('route.status', 'in', ['published', 'recognised'])
    .where((eb) =>
      eb.or([eb('stop.status', '=', 'left'), eb.and([eb('stop.status', '=', 'standing'), eb('point.status', '<>', 'recognised')])]),
    )
    .select(['route.id', 'stop.name as about', sql`coalesce(stop.left_at, point.withdrawn_on::timestamptz)`.as('since'), sql`null::timestamptz`.as('until')]), // prettier-ignore
)
