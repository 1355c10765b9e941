import { dateInVietnam } from '@dacsan/vietnam'
import { hasRole, organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { Pile, Waiting, WaitingOf } from '../waiting.ts'
import { listProduction } from './production/confirm-production.ts'
import type { ProductionList } from './production/confirm-production.ts'
import { selectLate, selectMended, selectOwnFindings, selectVisits } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desk = '/van-phong/hau-kiem'
const production = '/van-phong/con-san-xuat'
const visitOf = (id: string) => `${desk}/${id}`

/** Visits to make and proofs to look at for the office and its advisers; what is late for the office; what to mend for a producer; what to confirm for a commune. */
export const inspectionWaiting: WaitingOf = async (ctx) => {
  const { db, actor, now } = ctx
  if (actor.kind !== 'person') return []
  const office = hasRole(actor, 'provincial-officer')
  const mine = { userId: actor.userId, office }
  const organisationIds = organisationsOf(actor, 'producer')
  const lines = await Promise.all([
    ...(office || hasRole(actor, 'advisory-member')
      ? [
          selectVisits(db, mine).then((pile) => lineOf(pile, { kind: 'visits', says: says.visits, path: desk, pathOf: visitOf })),
          selectMended(db, mine).then((pile) => lineOf(pile, { kind: 'mended', says: says.mended, path: desk, pathOf: visitOf })),
        ]
      : []),
    ...(office
      ? [
          selectLate(db, { today: dateInVietnam(now) }).then((pile) =>
            lineOf(pile, { kind: 'mending-late', says: says.late, path: desk, pathOf: visitOf }),
          ),
        ]
      : []),
    ...(organisationIds.length > 0
      ? [
          selectOwnFindings(db, { organisationIds }).then((pile) =>
            lineOf(pile, { kind: 'own-findings', says: says.own, path: desk, pathOf: visitOf }),
          ),
        ]
      : []),
    ...(office || hasRole(actor, 'commune-officer') ? [listProduction(ctx).then((list) => productionLines(list, office))] : []),
  ])
  return lines.flat()
}

const pileOf = (products: ProductionList['products'], until: string | null): Pile => ({
  count: products.length,
  since: null,
  until,
  about: products[0]?.productName ?? null,
  first: null,
  places: 1,
})

/** For a commune what it has to say, from the first day of the season on; for the office who is silent after the last one, and what is made no more. */
function productionLines({ season, products }: ProductionList, office: boolean): Waiting[] {
  const silent = products.filter(({ answer }) => answer === null)
  const stopped = products.filter(({ answer }) => answer === 'stopped')
  const toAnswer = silent.filter(({ mayAnswer }) => mayAnswer)
  return [
    ...(season.isOpen || season.isLate
      ? lineOf(pileOf(toAnswer, season.closesOn), { kind: 'production', says: says.production, path: production })
      : []),
    ...(office && season.isLate
      ? lineOf(pileOf(silent, null), { kind: 'production-silent', says: says.silent, path: `${production}?tra-loi=none` })
      : []),
    ...(office
      ? lineOf(pileOf(stopped, null), { kind: 'production-stopped', says: says.stopped, path: `${production}?tra-loi=stopped` })
      : []),
  ]
}
