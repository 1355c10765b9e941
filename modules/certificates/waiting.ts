import { addDays, dateInVietnam, formatDate } from '@dacsan/vietnam'
import { communesOf, hasRole, organisationsOf } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { lineOf } from '../waiting.ts'
import type { Waiting, WaitingOf } from '../waiting.ts'
import { awaitingMinistry } from './decision-desk.ts'
import { termLawOn } from './find-certificate.ts'
import {
  selectEnding,
  selectEndingOf,
  selectImportsToConfirm,
  selectStopsToConfirm,
  selectToDecide,
  selectToWithdraw,
  selectUnsigned,
} from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desks = {
  decisions: '/van-phong/quyet-dinh',
  register: '/van-phong/so-dang-ky',
  dossiers: '/van-phong/ho-so',
  commune: '/van-phong/xa',
}

/** Papers for the office; for a producer, its commune and the office the certificates for which a renewal is due. */
export const certificatesWaiting: WaitingOf = async (ctx) => {
  const { db, actor } = ctx
  if (actor.kind !== 'person') return []
  const office = hasRole(actor, 'provincial-officer')
  const communeCodes = communesOf(actor, 'commune-officer')
  const lines = await Promise.all([
    ...(office
      ? [
          ruleOn(db, 'withdrawal.decide-days', dateInVietnam(ctx.now))
            .then(({ value: days }) => selectToWithdraw(db, { days }))
            .then((pile) => lineOf(pile, { kind: 'to-withdraw', says: says.withdrawals, path: `${desks.decisions}/thu-hoi` })),
        ]
      : []),
    ...(office ? [ministry(ctx)] : []),
    ...(communeCodes.length > 0
      ? [
          selectStopsToConfirm(db, { communeCodes }).then((pile) =>
            lineOf(pile, { kind: 'stops', says: says.stops, path: `${desks.commune}/ngung-san-xuat` }),
          ),
        ]
      : []),
    ...(office || hasRole(actor, 'council-secretary')
      ? [
          selectToDecide(db).then((pile) => lineOf(pile, { kind: 'to-decide', says: says.toDecide, path: desks.decisions })),
          selectUnsigned(db).then((pile) =>
            lineOf(pile, { kind: 'unsigned', says: says.unsigned, path: desks.decisions, pathOf: (id) => `${desks.decisions}/${id}` }),
          ),
        ]
      : []),
    ...(office || hasRole(actor, 'administrator')
      ? [
          selectImportsToConfirm(db, { userId: actor.userId }).then((pile) =>
            lineOf(pile, { kind: 'imports', says: says.imports, path: desks.register, pathOf: (id) => `${desks.register}/${id}` }),
          ),
        ]
      : []),
    ending(ctx, office),
  ])
  return lines.flat()
}

/** Products of five stars, by what is to be done next: the letter of the province, then the answer of the ministry. */
async function ministry(ctx: Parameters<WaitingOf>[0]): Promise<Waiting[]> {
  const waiting = await awaitingMinistry(ctx)
  return (['send', 'answer'] as const).flatMap((name) => {
    const items = waiting.filter(({ step, sentOn }) => (step?.step ?? (sentOn === null ? 'send' : 'answer')) === name)
    const [first] = items.toSorted((one, other) => ((one.step?.before ?? '9') < (other.step?.before ?? '9') ? -1 : 1))
    if (!first) return []
    const until = first.step && addDays(first.step.before, -1)
    const places = new Set(items.map(({ decisionId }) => decisionId)).size
    const pile = { count: items.length, since: null, until, about: first.productName, first: first.decisionId, places }
    const toOne = { pathOf: (id: string) => `${desks.decisions}/${id}` }
    const path = `${desks.decisions}/cho-bo`
    return lineOf(pile, { kind: `ministry-${name}`, says: says.ministry[name], path, ...(name === 'send' && toOne) })
  })
}

/** Ending within the days in which the law wants the renewal, and no renewal under way. */
async function ending({ db, actor, now }: Parameters<WaitingOf>[0], office: boolean): Promise<Waiting[]> {
  const of = { organisationIds: organisationsOf(actor, 'producer'), communeCodes: communesOf(actor, 'commune-officer') }
  if (!office && of.organisationIds.length === 0 && of.communeCodes.length === 0) return []
  const today = dateInVietnam(now)
  const { window } = await termLawOn(db, today)
  const days = { from: today, to: addDays(today, window.from), lastFiling: window.to }
  const { first, ...pile } = await (office ? selectEnding(db, days) : selectEndingOf(db, { ...of, ...days }))
  const path = office ? `${desks.decisions}/thoi-han` : of.organisationIds.length > 0 ? desks.dossiers : desks.commune
  const until = typeof pile.until === 'string' ? pile.until : null
  const about = until === null ? null : says.endingWindow(pile.about ?? '', formatDate(until))
  return lineOf({ ...pile, about, first }, { kind: 'ending', says: says.ending, path })
}
