import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf } from '../../identity/rules.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import { fairActs } from './acts.ts'
import { selectAllotment, selectAppeals } from './allotment.store.ts'
import { selectApplications, selectChosen, withoutPhone } from './application.store.ts'
import type { ChosenProduct, StoredApplication } from './application.store.ts'
import { selectFair, selectFairBySlug, selectKinds, selectPublicFairs } from './fair.store.ts'
import type { StoredFair } from './fair.store.ts'
import { clockOn } from './manage-fair.ts'
import { selectPlanChanges, selectStands } from './plan.store.ts'
import { requireOffice } from './policy.ts'
import { datesOf, isShortNotice } from './rules/clocks.ts'
import type { FairId } from './rules/ids.ts'
import { drawPlan, writePlan } from './rules/plan.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The days of a fair by the law of the day on which it was entered, with the rows that say so. */
async function lawOf(db: ReadDb, fair: StoredFair) {
  const { clock, rules } = await clockOn(db, dateInVietnam(fair.createdAt))
  const { exemptNumber } = fair
  const { instrument, article, effectiveFrom } = rules['fair.register-days-to']
  return {
    dates: datesOf({ ...fair, isExempt: exemptNumber !== null }, clock, holidays()),
    clock,
    source: { instrument, article, effectiveFrom },
  }
}

const stateOf = ({ status, applyBy, opensOn, closesOn }: StoredFair, now: Date) => {
  const today = dateInVietnam(now)
  return {
    isCancelled: status === 'cancelled',
    isOpenForApplications: status === 'open' && applyBy >= now,
    isOver: closesOn < today,
    isOn: opensOn <= today && today <= closesOn && status !== 'cancelled',
  }
}

/** The calendar that everybody reads: every fair that was called. */
export async function listPublicFairs({ db, now }: Pick<Ctx, 'db' | 'now'>) {
  const today = dateInVietnam(now)
  const fairs = await selectPublicFairs(db, today)
  return fairs.map((fair) => ({ ...publicFacts(fair), ...stateOf(fair, now) }))
}

/** The next fairs that are held, for a page about something else. */
export async function nextFairs(ctx: Pick<Ctx, 'db' | 'now'>, most: number) {
  const fairs = await listPublicFairs(ctx)
  return fairs.filter(({ isOver, isCancelled }) => !isOver && !isCancelled).slice(0, most)
}

const publicFacts = ({
  id,
  slug,
  name,
  theme,
  isInside,
  venue,
  organiser,
  opensOn,
  closesOn,
  applyBy,
  stands,
  isSample,
  cancelReason,
}: StoredFair) => ({
  id,
  slug,
  name,
  theme,
  isInside,
  venue,
  organiser,
  opensOn,
  closesOn,
  applyBy,
  stands,
  isSample,
  cancelReason,
})

export const publishedFair = async (db: ReadDb, slug: string): Promise<StoredFair> => {
  const fair = await selectFairBySlug(db, slug)
  if (!fair || fair.status === 'draft') throw new NotFound('No such fair', { slug })
  return fair
}

/** The page of a fair: the call, the rules, the published list, the plan and who stands where with which products. */
export async function findPublicFair({ db, now }: Pick<Ctx, 'db' | 'now'>, slug: string) {
  const fair = await publishedFair(db, slug)
  const [kinds, law, lines, stands, chosen, changes, points, calendar] = await Promise.all([
    selectKinds(db, fair.id),
    lawOf(db, fair),
    selectAllotment(db, fair.id),
    selectStands(db, fair.id),
    selectChosen(db, { fairId: fair.id }),
    selectPlanChanges(db, fair.id),
    ruleOn(db, 'fair.points', dateInVietnam(fair.allottedAt ?? now)),
    ruleOn(db, 'fair.calendar-days', dateInVietnam(now)),
  ])
  return {
    fair: { ...publicFacts(fair), letterNumber: fair.letterNumber, letterOn: fair.letterOn, samples: fair.samples, exemptNumber: fair.exemptNumber, exemptOn: fair.exemptOn, registeredNumber: fair.registeredNumber, registeredOn: fair.registeredOn, appealBy: fair.appealBy, allottedAt: fair.allottedAt, planPrintedAt: fair.planPrintedAt }, // prettier-ignore
    ...stateOf(fair, now),
    wanted: fair.wanted,
    isShortNotice: isShortNotice(fair.opensOn, dateInVietnam(fair.createdAt), calendar.value),
    kinds,
    ...law,
    points: { value: points.value, instrument: points.instrument, effectiveFrom: points.effectiveFrom },
    lines: lines.map(({ producerName, communeName, place, outcome, score, points: given, reasons }) => ({
      producerName,
      communeName,
      place,
      outcome,
      score,
      points: given,
      reasons,
    })),
    plan: stands.length === 0 ? null : drawPlan(stands.map((one) => ({ ...one, label: one.producerName ?? '' }))),
    stalls: stallsOf(stands, chosen).map(({ zone, number, producerName, producerSlug, products }) => ({
      zone,
      number,
      producerName,
      producerSlug,
      products,
    })),
    // What was moved before the plan was out concerns nobody.
    planChanges: changes.filter(({ afterPrinting }) => afterPrinting).map(({ says, at }) => ({ says, at })),
  }
}
export type PublicFair = Awaited<ReturnType<typeof findPublicFair>>

type Stands = Awaited<ReturnType<typeof selectStands>>

/** The catalogue: who stands where, with what. */
function stallsOf(stands: Stands, chosen: readonly ChosenProduct[]) {
  const products = Map.groupBy(chosen, ({ applicationId }) => applicationId)
  return stands
    .filter(({ applicationId }) => applicationId !== null)
    .map(({ zone, number, applicationId, producerName, producerSlug }) => ({
      applicationId: applicationId!,
      zone,
      number,
      producerName: producerName ?? '',
      producerSlug: producerSlug ?? '',
      products: (products.get(applicationId!) ?? []).map(({ name, slug, stars }) => ({ name, slug, stars })),
    }))
}

export async function stallsOfFair(db: ReadDb, fairId: FairId) {
  const [stands, chosen] = await Promise.all([selectStands(db, fairId), selectChosen(db, { fairId })])
  return stallsOf(stands, chosen)
}

/** Where the code of a stand leads: its place in the catalogue of the fair. */
export async function findStall({ db }: Pick<Ctx, 'db'>, slug: string, number: string): Promise<{ slug: string; number: string }> {
  const fair = await publishedFair(db, slug)
  const stand = (await selectStands(db, fair.id)).find((one) => one.number === number && one.applicationId !== null)
  if (!stand) throw new NotFound('Nobody stands there', { slug, number })
  return { slug: fair.slug, number: stand.number }
}

const isHeld = ({ status }: Pick<StoredApplication, 'status'>) => status === 'allotted' || status === 'confirmed'

/** A fair as the department leads it. */
export async function findFair(ctx: Reader, id: FairId) {
  requireOffice(ctx.actor)
  const fair = await selectFair(ctx.db, id)
  if (!fair) throw new NotFound('No such fair')
  const [kinds, law, applications, lines, appeals, stands, changes] = await Promise.all([
    selectKinds(ctx.db, id),
    lawOf(ctx.db, fair),
    selectApplications(ctx.db, id),
    selectAllotment(ctx.db, id),
    selectAppeals(ctx.db, id),
    selectStands(ctx.db, id),
    selectPlanChanges(ctx.db, id),
  ])
  const today: PlainDate = dateInVietnam(ctx.now)
  return {
    fair,
    kinds,
    ...law,
    ...stateOf(fair, ctx.now),
    isShortNotice: isShortNotice(fair.opensOn, today, (await ruleOn(ctx.db, 'fair.calendar-days', today)).value),
    applications: applications.map((one) => ({
      ...withoutPhone(one),
      isComplete: one.completeAt !== null,
      isHeld: isHeld(one),
      isWaiting: one.status === 'waiting',
      isConfirmed: one.status === 'confirmed',
      isAbsent: one.status === 'absent',
    })),
    lines,
    appeals,
    stands,
    planText: writePlan(stands),
    plan: stands.length === 0 ? null : drawPlan(stands.map((one) => ({ ...one, label: one.producerName ?? '' }))),
    planChanges: changes,
    counts: {
      asked: applications.filter(({ status }) => status !== 'withdrawn').length,
      complete: applications.filter(({ status, completeAt }) => status !== 'withdrawn' && completeAt !== null).length,
      held: applications.filter(isHeld).length,
      confirmed: applications.filter(({ status }) => status === 'confirmed').length,
      waiting: applications.filter(({ status }) => status === 'waiting').length,
    },
    may: mayOf(fairActs, fair.status, grantsOf(ctx.actor, {})),
  }
}
