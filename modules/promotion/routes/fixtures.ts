import '../topics.ts'
import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../../context.ts'
import { mustBe } from '../../shop/fixtures.ts'
import { addStopInput, enquireInput, registerRouteInput } from './inputs.ts'
import { publishRoute, registerRoute } from './manage-route.ts'
import { addStop } from './manage-stops.ts'
import type { RouteId, RouteStopId } from './rules/ids.ts'

export { mustBe }

export const aRouteForm = (hostId: string, given: Record<string, unknown> = {}) =>
  registerRouteInput.parse({
    name: 'Một ngày ở Cầu Kè',
    about: 'Dừa sáp & cốm dẹp <của làng>',
    hostId,
    months: ['11', '12', '1', '2'],
    leastPeople: '2',
    mostPeople: '20',
    groupsADay: '1',
    languages: ['vi', 'en'],
    requestKey: newId('key'),
    ...given,
  })

export const aStopForm = (routeId: RouteId, hostId: string, given: Record<string, unknown> = {}) =>
  addStopInput.parse({
    kind: 'workshop',
    name: 'Lò cốm dẹp',
    hostId,
    pointId: '',
    communeCode: '29308',
    address: 'Ấp Thử',
    position: '9.87, 106.05',
    minutes: '60',
    about: 'Giã cốm',
    place: '',
    routeId,
    requestKey: newId('key'),
    ...given,
  })

export const anEnquiryForm = (given: Record<string, unknown> = {}) =>
  enquireInput.parse({
    visitOn: '2026-12-20',
    people: '6',
    language: 'vi',
    phone: '0912 345 678',
    note: 'Có trẻ nhỏ',
    requestKey: newId('key'),
    ...given,
  })

/** A route that is open, with its stops in their order. */
export async function anOpenRoute(
  office: Ctx,
  hostId: string,
  given: Record<string, unknown> = {},
  more: readonly Record<string, unknown>[] = [{}, { name: 'Vườn dừa sáp', kind: 'sight', position: '9.88, 106.07', minutes: '90' }],
): Promise<{ routeId: RouteId; stopIds: RouteStopId[] }> {
  const { routeId } = mustBe(await registerRoute(office, aRouteForm(hostId, given)))
  const stopIds: RouteStopId[] = []
  for (const stop of more) stopIds.push(mustBe(await addStop(office, aStopForm(routeId, hostId, stop))).stopId)
  mustBe(await publishRoute(office, { routeId }))
  return { routeId, stopIds }
}
