import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { lineOf } from '../waiting.ts'
import type { Pile, WaitingOf } from '../waiting.ts'
import { readScope } from './policy.ts'
import { ownTrademarks } from './trademarks/find-trademarks.ts'
import type { Trademark } from './trademarks/find-trademarks.ts'
import { paperEndsSoonDays } from './rules/papers-ending.ts'
import { selectAtCommune, selectAskedFor, selectEndingPapers, selectHeld, selectReturned, selectUnfinished } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desks = {
  dossiers: '/van-phong/ho-so',
  vault: '/van-phong/minh-chung',
  commune: '/van-phong/xa',
  proxy: '/van-phong/lam-ho',
  trademarks: '/van-phong/nhan-hieu',
}

/** For a producer what lies with it, for a commune what it has to check. */
export const dossiersWaiting: WaitingOf = async ({ db, actor, now }) => {
  const { organisationIds, communeCodes, proxyId } = readScope({ actor })
  const endingBy = addDays(dateInVietnam(now), paperEndsSoonDays)
  const [returned, unfinished, ending, ...ofOfficer] = await Promise.all([
    ...(organisationIds.length > 0
      ? [
          selectReturned(db, { organisationIds }),
          selectUnfinished(db, { organisationIds }),
          selectEndingPapers(db, { organisationIds, endingBy }),
        ]
      : [null, null, null]),
    ...(proxyId !== null
      ? [
          selectAtCommune(db, { communeCodes, userId: proxyId }),
          selectHeld(db, { userId: proxyId, communeCodes }),
          selectAskedFor(db, { communeCodes }),
        ]
      : [null, null, null]),
  ])
  const [atCommune, held, askedFor] = ofOfficer
  const overdue = organisationIds.length > 0 ? (await ownTrademarks({ db, actor, now })).filter(({ late }) => late) : []
  const dossier = (id: string) => `${desks.dossiers}/${id}`
  return [
    ...(returned ? lineOf(returned, { kind: 'returned', says: says.returned, path: desks.dossiers, pathOf: dossier }) : []),
    ...(unfinished ? lineOf(unfinished, { kind: 'unfinished', says: says.unfinished, path: desks.dossiers, pathOf: dossier }) : []),
    ...(ending
      ? lineOf(ending, { kind: 'papers-ending', says: says.papersEnding, path: desks.vault, pathOf: (id) => `${desks.vault}/${id}` })
      : []),
    ...lineOf(pileOfTrademarks(overdue), {
      kind: 'trademarks-due',
      says: says.trademarksDue,
      path: desks.trademarks,
      pathOf: (id) => `${desks.trademarks}/${id}`,
    }),
    ...(atCommune
      ? lineOf(atCommune, { kind: 'at-commune', says: says.atCommune, path: desks.commune, pathOf: (id) => `${desks.commune}/${id}` })
      : []),
    ...(askedFor ? lineOf(askedFor, { kind: 'proxy-asked', says: says.proxyAsked, path: desks.proxy, pathOf: () => desks.proxy }) : []),
    ...(held ? lineOf(held, { kind: 'held', says: says.held, path: desks.proxy, pathOf: dossier }) : []),
  ]
}

/** Applications of which the estimated day of the next step is over: somebody has to ask. No rule says by when. */
function pileOfTrademarks(overdue: readonly Trademark[]): Pile {
  const [first] = overdue.toSorted((one, other) => (one.next?.on ?? '').localeCompare(other.next?.on ?? ''))
  return { count: overdue.length, since: null, until: null, about: first?.mark ?? null, first: first?.id ?? null, places: overdue.length }
}
