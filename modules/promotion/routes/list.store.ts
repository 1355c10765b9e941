import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'
import type { RouteStatus } from './acts.ts'
import type { RouteId } from './rules/ids.ts'

export type ListedRoute = {
  id: RouteId
  name: string
  status: RouteStatus
  hostName: string
  stops: number
  out: number
  enquiries: number
  groups: number
  people: number
  stamps: number
}

export const routesListed = (db: ReadDb) =>
  sql<ListedRoute>`${db
    .selectFrom('route')
    .innerJoin('organisation_card as host', 'host.id', 'route.host_id')
    .select([
      'route.id',
      'route.name',
      'route.status',
      'host.name as hostName',
      sql`(select count(*)::int from route_stop where route_id = route.id and status <> 'dropped')`.as('stops'),
      sql`(select count(*)::int from route_stop as stop left join point_of_sale as point on point.id = stop.point_id
        where stop.route_id = route.id and (stop.status = 'left' or (stop.status = 'standing' and point.status <> 'recognised')))`.as(
        'out',
      ),
      sql`(select count(*)::int from route_enquiry where route_id = route.id)`.as('enquiries'),
      sql`(select count(*)::int from route_enquiry where route_id = route.id and status = 'accepted')`.as('groups'),
      sql`(select coalesce(sum(people), 0)::int from route_enquiry where route_id = route.id and status = 'accepted')`.as('people'),
      sql`(select coalesce(sum(visit.count), 0)::int from route_visit as visit join route_stop as stop on stop.id = visit.stop_id
        where stop.route_id = route.id)`.as('stamps'),
    ])}`
