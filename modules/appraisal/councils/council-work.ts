import { mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { addWorkingDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { grantsOf, hasRole, requireRole } from '../../identity/index.ts'
import type { Actor, Ties } from '../../identity/index.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import type { AppraisalRow } from '../intake/list-appraisals.ts'
import { scorerRoles, sessionRoleOf, tiesOfSession } from '../policy.ts'
import { findRound, listRounds } from '../rounds/find-round.ts'
import type { RoundView } from '../rounds/find-round.ts'
import { councilActs, sessionActs, whyNotInWriting } from '../rules.ts'
import type { Manner } from '../rules.ts'
import { listSessions } from '../sessions/list-sessions.ts'
import type { SessionCard } from '../sessions/list-sessions.ts'
import { selectTests } from '../preparation/laboratory.store.ts'
import { selectEarlierSessions, wasAskedInWriting } from '../sessions/earlier-session.store.ts'
import type { EarlierSession } from '../sessions/earlier-session.store.ts'
import { selectCouncils } from './council.store.ts'
import type { Council } from './council.store.ts'

export const councilReaders = ['provincial-officer', 'council-secretary'] as const

const creating = { 'open-session': sessionActs.open, establish: councilActs.establish }

export type CouncilWork = {
  running: SessionCard[]
  closed: SessionCard[]
  /** Null where the actor does not read the councils. */
  councils: Council[] | null
  /** Sits on councils to score, and has a record of it. */
  scores: boolean
  may: May<typeof creating>
}

/** The sessions and councils that concern the actor, and what they can begin. */
export async function listCouncilWork(ctx: Ctx): Promise<CouncilWork> {
  const sessions = await listSessions(ctx)
  const councils = await selectCouncils(ctx.db)
  return {
    running: sessions.filter(({ status }) => status !== 'closed' && status !== 'cancelled'),
    closed: sessions.filter(({ status }) => status === 'closed' || status === 'cancelled'),
    councils: hasRole(ctx.actor, ...councilReaders) ? councils : null,
    scores: hasRole(ctx.actor, ...scorerRoles),
    may: mayOf(creating, '', grantsOf(ctx.actor, tiesOfCouncils(ctx.actor, councils))),
  }
}

/** `postponed`: the last session that left it for another one, with its reason; `awaited`: the tests that a council asked for. */
export type PreparedDossier = AppraisalRow & {
  mayBeWritten: boolean
  postponed: Pick<EarlierSession, 'heldOn' | 'reason'> | null
  awaited: { asked: number; answered: number }
}

export type SessionPreparation = {
  /** The rounds that take a session. */
  rounds: RoundView[]
  chosen: RoundView | null
  manner: Manner
  councils: Council[]
  ready: PreparedDossier[]
  /** How many of the round's dossiers could be asked about in writing. */
  forWriting: number
  unready: number
  quorum: Rule<'council.quorum-percent'>
  deviation: Rule<'council.deviation-points'>
  papersLead: Rule<'council.papers-lead-working-days'>
  /** The first day of a session that is opened today. */
  earliest: string
  today: string
}

/** What a session can be opened with today, over a round that takes one. */
export async function findSessionPreparation(ctx: Ctx, roundId: string | null, manner: Manner = 'meeting'): Promise<SessionPreparation> {
  requireRole(ctx.actor, ...councilReaders)
  const rounds = (await listRounds(ctx)).filter((round) => round.isOpen)
  const chosen = rounds.find((round) => round.id === roundId) ?? rounds[0] ?? null
  const { ready, unready } = chosen ? await findRound(ctx, chosen.id) : { ready: [], unready: 0 }
  const prepared = await prepare(ctx, ready)
  const forWriting = prepared.filter(({ mayBeWritten }) => mayBeWritten)
  const today = dateInVietnam(ctx.now)
  const papersLead = await ruleOn(ctx.db, 'council.papers-lead-working-days', today)
  return {
    rounds,
    chosen,
    councils: await selectCouncils(ctx.db),
    manner,
    ready: manner === 'written' ? forWriting : prepared,
    forWriting: forWriting.length,
    unready,
    quorum: await ruleOn(ctx.db, 'council.quorum-percent', today),
    deviation: await ruleOn(ctx.db, 'council.deviation-points', today),
    papersLead,
    earliest: addWorkingDays(today, papersLead.value, holidays()),
    today,
  }
}

async function prepare({ db }: Pick<Ctx, 'db'>, ready: readonly AppraisalRow[]): Promise<PreparedDossier[]> {
  const earlier = await selectEarlierSessions(
    db,
    ready.map(({ id }) => id),
  )
  const asked = (
    await selectTests(
      db,
      ready.map(({ id }) => id),
    )
  ).filter(({ askedIn }) => askedIn !== null)
  const awaitedOf = (id: DossierId) => {
    const own = asked.filter(({ dossierId }) => dossierId === id)
    return { asked: own.length, answered: own.filter(({ answer }) => answer !== null).length }
  }
  return ready.map((row) => ({
    ...row,
    mayBeWritten: whyNotInWriting({ kind: row.kind, askedInWriting: wasAskedInWriting(earlier, row.id) }) === null,
    postponed: earlier.find(({ dossierId, finding }) => dossierId === row.id && finding === 'postponed') ?? null,
    awaited: awaitedOf(row.id),
  }))
}

/** The seats of the actor in any council. */
function tiesOfCouncils(actor: Actor, councils: readonly Council[]): Ties {
  return { seats: councils.flatMap(({ members }) => tiesOfSession(sessionRoleOf(actor, members, null)).seats ?? []) }
}
