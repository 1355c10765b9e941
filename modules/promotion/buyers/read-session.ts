import { NotFound, mayOf } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { grantsOf, organisationsOf } from '../../identity/rules.ts'
import { drawAnew } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { sessionActs } from './acts.ts'
import { isOffice, requireOffice } from './policy.ts'
import type { MatchingSessionId } from './rules/ids.ts'
import { timeOfRound } from './rules/slots.ts'
import { selectFairsToName, selectPairs, selectSession } from './session.store.ts'
import type { StoredPair } from './session.store.ts'
import { slotOutcomeWords } from './words/names.ts'
import { sessionPaper as paper } from './words/pages.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

export async function sessionForm(ctx: Reader) {
  requireOffice(ctx.actor)
  return { fairs: await selectFairsToName(ctx.db), today: dateInVietnam(ctx.now) }
}

/** A session: all of it for the department, of others only the meetings of their own organisation; without one it is not there. */
export async function findSession(ctx: Reader, id: MatchingSessionId) {
  const session = await selectSession(ctx.db, id)
  if (!session) throw new NotFound('No such session')
  const office = isOffice(ctx.actor)
  const all = await selectPairs(ctx.db, id)
  const mine = office ? all : all.filter((pair) => pair.round !== null && isOwn(ctx, pair))
  if (!office && mine.length === 0) throw new NotFound('No such session')
  const pairs = mine.map(({ enquiryId, producerId, isWish, buyerName, goods, producerName, round, table, outcome, words }) => ({
    enquiryId,
    producerId,
    isWish,
    buyerName,
    goods,
    producerName,
    round,
    table,
    outcome,
    words,
    isMissed: outcome === 'buyer-absent' || outcome === 'producer-absent',
    time: round === null ? null : timeOfRound(session.startsAt, session.slotMinutes, round),
  }))
  const may = mayOf(sessionActs, session.status, grantsOf(ctx.actor))
  const isToday = session.heldOn <= dateInVietnam(ctx.now)
  return {
    session,
    isOffice: office,
    placed: pairs.filter(({ round }) => round !== null).toSorted((a, b) => a.round! - b.round! || a.table! - b.table!),
    unplaced: pairs.filter(({ round }) => round === null),
    may: {
      wish: may.wish === true,
      allot: may.allot === true,
      move: may.move === true,
      note: may.note === true && isToday,
      finish: may.finish === true && isToday,
      cancel: may.cancel === true,
    },
  }
}

function isOwn({ actor }: Pick<Ctx, 'actor'>, { buyerOrganisationId, producerOrganisationId }: StoredPair): boolean {
  return (
    (producerOrganisationId !== null && organisationsOf(actor, 'producer').includes(producerOrganisationId)) ||
    (buyerOrganisationId !== null && organisationsOf(actor, 'trade-office').includes(buyerOrganisationId))
  )
}

/** The list that lies at the entrance: who sits where when. */
export async function printSession(ctx: Reader, id: MatchingSessionId): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  requireOffice(ctx.actor)
  const { session, placed } = await findSession(ctx, id)
  const { columns } = paper
  return drawAnew(ctx, {
    kind: 'lists-pdf',
    lists: {
      orientation: 'landscape',
      createdAt: ctx.now,
      lists: [
        {
          issuer: paper.issuer,
          title: session.name,
          facts: [
            { term: paper.day, value: formatDate(session.heldOn) },
            { term: paper.venue, value: session.venue },
          ],
          columns: [
            { header: columns.time, width: 1 },
            { header: columns.table, width: 1, align: 'right' },
            { header: columns.buyer, width: 4 },
            { header: columns.producer, width: 4 },
            { header: columns.goods, width: 4 },
            { header: columns.outcome, width: 2 },
          ],
          rows: placed.map(({ time, table, buyerName, producerName, goods, outcome }) => ({
            cells: [time ?? '', String(table), buyerName, producerName, goods, outcome === null ? '' : slotOutcomeWords[outcome]],
          })),
          notes: [paper.note],
        },
      ],
    },
  })
}
