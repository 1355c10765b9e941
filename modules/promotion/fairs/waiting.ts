import { hasRole, organisationsOf } from '../../identity/rules.ts'
import { lineOf } from '../../waiting.ts'
import type { WaitingOf } from '../../waiting.ts'
import { selectAppealsOpen, selectIncompleteOwn, selectToAllot, selectToConfirmOwn, selectUnreported } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const stands = '/van-phong/gian-hoi-cho'
const office = '/van-phong/hoi-cho'

/** For a producer what to confirm and what to complete; for the department what ended and waits for it. */
export const fairsWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  const own = organisationIds.length > 0
  const leads = hasRole(actor, 'trade-department')
  const [toConfirm, incomplete, toAllot, appeals, unreported] = await Promise.all([
    own ? selectToConfirmOwn(db, { organisationIds }) : null,
    own ? selectIncompleteOwn(db, { organisationIds }) : null,
    leads ? selectToAllot(db) : null,
    leads ? selectAppealsOpen(db) : null,
    leads ? selectUnreported(db) : null,
  ])
  const ofStand = (id: string) => `${stands}/${id}`
  return [
    ...(toConfirm ? lineOf(toConfirm, { kind: 'stands-to-confirm', says: says.toConfirm, path: stands, pathOf: ofStand }) : []),
    ...(incomplete ? lineOf(incomplete, { kind: 'stands-incomplete', says: says.incomplete, path: stands, pathOf: ofStand }) : []),
    ...(toAllot
      ? lineOf(toAllot, { kind: 'fairs-to-allot', says: says.toAllot, path: office, pathOf: (id) => `${office}/${id}/phan-gian` })
      : []),
    ...(appeals ? lineOf(appeals, { kind: 'fairs-appeals', says: says.appeals, path: office, pathOf: (id) => `${office}/${id}` }) : []),
    ...(unreported
      ? lineOf(unreported, { kind: 'fairs-to-report', says: says.unreported, path: office, pathOf: (id) => `${office}/${id}/bao-cao` })
      : []),
  ]
}
