import { mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import { communesOf, hasRole } from '../../identity/rules.ts'
import type { Role } from '../../identity/rules.ts'
import { listCommunes, ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { yearPlanActs } from '../acts.ts'
import { figureReaders } from '../policy.ts'
import { isNothing, newProductsOf, noShare, plannedRounds, reachedBy, sumShares } from '../rules.ts'
import type { Known, PlannedRound, Share } from '../rules.ts'
import { daysOfYear, knownOf } from './known.ts'
import { selectRecognitions } from './known.store.ts'
import { selectPlanYears, selectShares, selectVersions } from './plan.store.ts'
import type { StoredYearPlan } from './plan.store.ts'

type Reader = Pick<Ctx, 'actor' | 'now'> & { db: ReadDb }

/** A commune in the plan: what is wanted beside what was reached, and what is known of it. */
export type CommuneLine = { id: string; commune: string; wanted: Share; reached: Share; samples: number; known: Known }

export type YearPlanView = {
  year: number
  /** What its reader sees: the office the latest version, a commune what was issued last. */
  plan: StoredYearPlan | null
  /** Issued versions that came before, the latest first. */
  former: StoredYearPlan[]
  rounds: readonly PlannedRound[]
  lines: CommuneLine[]
  wanted: Share
  reached: Share
  newWanted: number
  newReached: number
  /** Whether the reader sees a share alone. */
  isOwnShare: boolean
  years: number[]
  rule: Omit<Rule<'round.deadlines'>, 'value'>
  may: May<typeof yearPlanActs>
  /** Whether the reader may call to a round of the year. */
  mayCall: boolean
}

const wholeReaders = Object.keys(figureReaders) as Role[]

/** The plan of a year, for whoever steers the programme; a commune reads its own share of what was issued. */
export async function findYearPlan(ctx: Reader, year: number): Promise<YearPlanView> {
  requireRole(ctx.actor, ...wholeReaders, 'commune-officer')
  const isOwnShare = !hasRole(ctx.actor, ...wholeReaders)
  const own = communesOf(ctx.actor, 'commune-officer')
  const [versions, years, communes, known, recognitions, { value: law, ...rule }] = await Promise.all([
    selectVersions(ctx.db, year),
    selectPlanYears(ctx.db),
    listCommunes(ctx.db),
    knownOf(ctx.db, year),
    selectRecognitions(ctx.db, daysOfYear(year)),
    ruleOn(ctx.db, 'round.deadlines', dateInVietnam(ctx.now)),
  ])
  const visible = hasRole(ctx.actor, 'provincial-officer') ? versions : versions.filter(({ status }) => status === 'issued')
  const plan = visible[0] ?? null
  const shares = plan ? await selectShares(ctx.db, plan.id) : []
  const lines = communes
    .filter(({ code }) => !isOwnShare || own.includes(code))
    .map(({ code, name }): CommuneLine => {
      const recognised = recognitions.filter(({ communeCode }) => communeCode === code)
      const { communeCode: _, commune: __, ...wanted } = shares.find(({ communeCode }) => communeCode === code) ?? none
      const real = recognised.filter(({ isSample }) => !isSample)
      return {
        id: code,
        commune: name,
        wanted,
        reached: reachedBy(real),
        samples: recognised.length - real.length,
        known: known.get(code) ?? { dossiers: 0, ending: 0, idle: 0 },
      }
    })
  const wanted = sumShares(lines.map((line) => line.wanted))
  const reached = sumShares(lines.map((line) => line.reached))
  return {
    year,
    plan,
    former: visible.slice(1).filter(({ status }) => status === 'issued'),
    rounds: plan?.rounds ?? plannedRounds(year, law),
    lines,
    wanted,
    reached,
    newWanted: newProductsOf(wanted),
    newReached: newProductsOf(reached),
    isOwnShare,
    years: [...new Set(years.filter(({ status }) => status === 'issued' || !isOwnShare).map((one) => one.year))],
    rule,
    may: mayOf(yearPlanActs, versions[0]?.status ?? 'draft', grantsOf(ctx.actor)),
    mayCall: hasRole(ctx.actor, 'provincial-officer', 'commune-officer'),
  }
}

const none = { communeCode: '', commune: '', ...noShare }

/** What stands in the plan, or is known, of a commune: the others only make the list long. */
export const hasSomething = ({ wanted, reached, samples, known }: CommuneLine): boolean =>
  !isNothing(wanted) || !isNothing(reached) || samples > 0 || known.dossiers + known.ending + known.idle > 0
