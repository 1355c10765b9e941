import { NotFound } from '@dacsan/decisions'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { roundsOnFile } from '../../appraisal/index.ts'
import { termLawOn } from '../../certificates/index.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { communesOf, hasRole, permits } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { yearCallActs } from '../acts.ts'
import { decideCall, lastDayBefore, plannedRounds, reasonToCall } from '../rules.ts'
import type { CallReason, YearCallRefusal } from '../rules.ts'
import { endsForRound } from '../rules/year-call.ts'
import type { CallFacts } from '../rules/year-call.ts'
import { selectCallable, selectCalled, selectCalls, selectCommuneOffices } from './call.store.ts'
import type { Recipient } from './call.store.ts'
import { selectVersions } from './plan.store.ts'

type Reader = Pick<Ctx, 'actor' | 'now'> & { db: ReadDb }

/** Somebody that a call would reach, or reached before. */
export type Callee = Recipient & { name: string; commune: string; isReachable: boolean; wasCalled: boolean }

/** Which round of the year is called to, by whom: a commune, or the province (null). */
export type Asked = { year: number; round: number; communeCode: string | null }

export const sideOf = ({ communeCode }: Asked): string => communeCode ?? 'province'

/** Everybody for whom a call is right today, with what decides whether it may go out. */
export async function calleesOf({ db, now }: Pick<Reader, 'db' | 'now'>, asked: Asked): Promise<{ callees: Callee[]; facts: CallFacts }> {
  const { year, round, communeCode } = asked
  const today = dateInVietnam(now)
  const [{ value: law }, { window }, versions, opened, called] = await Promise.all([
    ruleOn(db, 'round.deadlines', today),
    termLawOn(db, today),
    selectVersions(db, year),
    roundsOnFile(db),
    selectCalled(db, { side: sideOf(asked), year, round }),
  ])
  const onFile = opened.find((one) => one.year === year && one.number === round)
  const before = onFile?.communeDeadline ?? plannedRounds(year, law).find(({ number }) => number === round)?.communeBefore ?? null
  const endingTo = addDays(before ?? today, window.from)
  const [producers, offices] = await Promise.all([
    selectCallable(db, { communes: communeCode === null ? null : [communeCode], endingTo }),
    communeCode === null ? selectCommuneOffices(db) : [],
  ])
  const callees = [
    ...offices.map(({ code, name }) => ({
      target: code,
      reason: 'commune' as const,
      productId: null,
      name,
      commune: name,
      isReachable: true,
    })),
    ...producers.flatMap((producer) => {
      const { draft, ending, hasProduct, isUnderWay } = producer
      const hasEnding = ending !== null && before !== null && endsForRound(ending.validUntil, { today, before, windowFrom: window.from })
      const reason = reasonToCall({ hasDraft: draft !== null, hasEnding, hasProduct, isUnderWay })
      if (reason === null) return []
      const { producerId: target, name, commune, isReachable } = producer
      return [
        {
          target,
          reason,
          productId: reason === 'draft' ? draft : reason === 'ending' ? ending!.productId : null,
          name,
          commune,
          isReachable,
        },
      ]
    }),
  ].map((callee) => ({ ...callee, wasCalled: called.includes(callee.target) }))
  const facts: CallFacts = {
    year,
    round,
    today,
    communeBefore: before,
    isPlanIssued: versions.some(({ status }) => status === 'issued'),
    isRoundOpen: onFile?.status === 'open',
    left: callees.filter(({ wasCalled, isReachable }) => !wasCalled && isReachable).length,
  }
  return { callees, facts }
}

export type CallPreview = {
  asked: Asked
  rounds: number[]
  /** Communes that the reader may call for; none where the province calls. */
  callees: Callee[]
  counts: { reason: CallReason; fresh: number; before: number; unreachable: number }[]
  fresh: number
  lastDay: PlainDate | null
  latest: PlainDate | null
  refusal: YearCallRefusal | null
  calls: Awaited<ReturnType<typeof selectCalls>>
  may: { call: boolean; callOwn: boolean }
}

/** What a call would reach, before it goes out: the office for the whole province, a commune's officer for the own producers. */
export async function previewCall(ctx: Reader, { year, round: wanted }: { year: number; round: number | null }): Promise<CallPreview> {
  requireRole(ctx.actor, 'provincial-officer', 'commune-officer')
  const communeCode = hasRole(ctx.actor, 'provincial-officer') ? null : (communesOf(ctx.actor, 'commune-officer')[0] ?? '')
  const today = dateInVietnam(ctx.now)
  const { value: law } = await ruleOn(ctx.db, 'round.deadlines', today)
  const rounds = plannedRounds(year, law)
  // The first that is not over, unless one is asked for.
  const round = wanted ?? (rounds.find(({ communeBefore }) => today < communeBefore) ?? rounds.at(-1))?.number
  if (round === undefined || !rounds.some(({ number }) => number === round))
    throw new NotFound('No such round in the law', { year, round: wanted })
  const asked = { year, round, communeCode }
  const [{ callees, facts }, calls] = await Promise.all([calleesOf(ctx, asked), selectCalls(ctx.db, asked)])
  const decision = decideCall(null, facts)
  const reasons = [...new Set(callees.map(({ reason }) => reason))]
  return {
    asked,
    rounds: rounds.map(({ number }) => number),
    callees,
    counts: reasons.map((reason) => {
      const own = callees.filter((callee) => callee.reason === reason)
      return {
        reason,
        fresh: own.filter(({ wasCalled, isReachable }) => !wasCalled && isReachable).length,
        before: own.filter(({ wasCalled }) => wasCalled).length,
        unreachable: own.filter(({ wasCalled, isReachable }) => !wasCalled && !isReachable).length,
      }
    }),
    fresh: facts.left,
    lastDay: facts.communeBefore && lastDayBefore(facts.communeBefore),
    latest: facts.communeBefore,
    refusal: decision.ok ? null : decision.refusal,
    calls,
    may: {
      call: permits(yearCallActs.call.by, ctx.actor, {}),
      callOwn: communeCode !== null && permits(yearCallActs['call-own'].by, ctx.actor, { commune: communeCode }),
    },
  }
}
