import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { peopleWith } from '../../../identity/index.ts'
import type { OrganisationId } from '../../../identity/rules.ts'
import type { Asking, Told } from '../../../message.ts'
import type { VisitEnquiryMoved, StopMoved } from '../acts.ts'
import { selectEnquiry } from '../enquiry.store.ts'
import type { StoredEnquiry } from '../enquiry.store.ts'
import { selectRoute } from '../route.store.ts'

export const sample = { route: 'Một ngày ở Cầu Kè', day: '20/12/2026', people: '12', stop: 'Lò cốm dẹp' }
export const work = { kind: 'work', pace: 'at-once', sample } as const
type Said = Told<keyof typeof sample>

const valuesOf = (one: StoredEnquiry) => ({
  route: one.routeName,
  day: formatDate(one.offeredOn !== null && one.status === 'other-day' ? one.offeredOn : one.visitOn),
  people: String(one.people),
  stop: '',
})

/** Whoever works for the organisation that receives visitors. */
export const hostPeople = ({ db, now }: Asking, organisationId: OrganisationId) =>
  peopleWith(db, ['producer', 'point-keeper'], { today: dateInVietnam(now), organisationId })

/** The visitor, by the number that was left; nobody where none was. */
export const toVisitor = (one: StoredEnquiry): Said => ({
  to: one.lockedPhone === null ? [] : [one.id],
  language: one.language,
  path: `route-enquiry:${one.id}`,
  object: ['route-enquiry', one.id],
  values: valuesOf(one),
})

export const toHost = async (one: StoredEnquiry, asking: Asking): Promise<Said> => ({
  to: await hostPeople(asking, one.hostId),
  path: `/van-phong/don-khach/${one.id}`,
  object: ['route-enquiry', one.id],
  values: valuesOf(one),
})

export async function visitorOf({ enquiryId }: VisitEnquiryMoved, { db }: Asking): Promise<Said[]> {
  const one = await selectEnquiry(db, enquiryId)
  return one ? [toVisitor(one)] : []
}

export async function hostOf({ enquiryId }: VisitEnquiryMoved, asking: Asking): Promise<Said[]> {
  const one = await selectEnquiry(asking.db, enquiryId)
  return one ? [await toHost(one, asking)] : []
}

/** The department, of a stop to which nobody is led any more. */
export async function officeOf({ routeId, name }: StopMoved, { db, now }: Asking): Promise<Said[]> {
  const route = await selectRoute(db, routeId)
  if (!route || route.status === 'draft' || route.status === 'ended') return []
  const to = await peopleWith(db, ['trade-department'], { today: dateInVietnam(now) })
  return [
    {
      to,
      path: `/van-phong/tuyen/${route.id}`,
      object: ['route', route.id],
      values: { route: route.name, day: '', people: '', stop: name },
    },
  ]
}
