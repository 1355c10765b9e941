import { dateInVietnam } from '@dacsan/vietnam'
import { hasRole, organisationsOf } from '../../identity/rules.ts'
import { lineOf } from '../../waiting.ts'
import type { WaitingOf } from '../../waiting.ts'
import { selectRoutesWithHoles, selectToAnswerOwn } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

/** For whoever receives visitors who asks to come; for the department the routes of which a stop fell out. */
export const routesWaiting: WaitingOf = async ({ db, actor, now }) => {
  const organisationIds = [...organisationsOf(actor, 'producer'), ...organisationsOf(actor, 'point-keeper')]
  const [toAnswer, holes] = await Promise.all([
    organisationIds.length > 0 ? selectToAnswerOwn(db, { organisationIds, today: dateInVietnam(now) }) : null,
    hasRole(actor, 'trade-department') ? selectRoutesWithHoles(db) : null,
  ])
  const [own, office] = ['/van-phong/don-khach', '/van-phong/tuyen']
  return [
    ...(toAnswer ? lineOf(toAnswer, { kind: 'route-enquiries', says: says.toAnswer, path: own, pathOf: (id) => `${own}/${id}` }) : []),
    ...(holes ? lineOf(holes, { kind: 'routes-with-holes', says: says.holes, path: office, pathOf: (id) => `${office}/${id}` }) : []),
  ]
}
