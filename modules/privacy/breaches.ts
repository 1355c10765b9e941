import { NotFound, done, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, StatusRefusal } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { actorId, grantsOf, record, requireAct, requireRole } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import { breachActs } from './acts.ts'
import type { BreachStatus } from './acts.ts'
import { countUnreported, insertBreach, lockBreach, selectBreach, selectBreaches, updateBreach, updateBreachStep } from './breach.store.ts'
import type { StoredBreach } from './breach.store.ts'
import { newBreachCode } from './codes.ts'
import { breachKinds, hoursLeft, mustTellPersons } from './rules/breach.ts'
import type { BreachId } from './rules/ids.ts'
import type { BreachRefusal } from './rules.ts'
import { inputWords } from './words/inputs.ts'
import './topics.ts'

const text = (most: number) => z.string().trim().normalize('NFC').max(most, inputWords.tooLong(most))
/** One box that is ticked comes as a text, several as a list. */
const ticked = z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(z.enum(breachKinds)))

/** A moment as a form sends it, without a zone: the office is in Việt Nam. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, inputWords.moment)
  .transform((typed) => new Date(`${typed}+07:00`))
  .refine((at) => !Number.isNaN(at.getTime()), inputWords.moment)

export const describeBreachInput = z.object({
  detectedBy: text(200).min(2, inputWords.detectedBy),
  what: text(4000).min(10, inputWords.what),
  kinds: ticked.pipe(z.array(z.enum(breachKinds)).min(1, inputWords.breachKinds)),
  persons: z.coerce.number(inputWords.persons).int(inputWords.persons).min(0, inputWords.persons).max(100_000_000, inputWords.persons),
  consequences: text(4000).default(''),
  measures: text(4000).default(''),
})
export const registerBreachInput = describeBreachInput.extend({ detectedAt: moment })

/** From the moment of detection the hours of the law run. */
export async function registerBreach(
  ctx: Ctx,
  input: z.infer<typeof registerBreachInput>,
): Promise<Outcome<{ breachId: BreachId }, never>> {
  requireAct(ctx.actor, breachActs.register)
  const { value: hours } = await ruleOn(ctx.db, 'personal-data.breach-notice-hours', dateInVietnam(ctx.now))
  // Nobody finds out tomorrow: a clock that runs ahead gives no more time.
  const detectedAt = new Date(Math.min(input.detectedAt.getTime(), ctx.now.getTime()))
  const reportBy = new Date(detectedAt.getTime() + hours * 3_600_000)
  const [id, code] = [ctx.newId('brc'), newBreachCode()]
  return inTransaction(ctx, async (tx) => {
    await insertBreach(tx, {
      ...input,
      id,
      code,
      status: breachActs.register.to,
      detectedAt,
      reportBy,
      by: actorId(ctx.actor),
      at: ctx.now,
    })
    await record(tx, ctx, breachActs.register, { subjectId: id, detail: { code } })
    return done({ breachId: id })
  })
}

async function lockFor(
  tx: Tx,
  ctx: Pick<Ctx, 'actor'>,
  name: keyof typeof breachActs,
  id: BreachId,
): Promise<Outcome<StoredBreach, StatusRefusal<object, BreachStatus>>> {
  const act = breachActs[name]
  requireAct(ctx.actor, act)
  const breach = await lockBreach(tx, id)
  if (!breach) throw new NotFound('No such data-breach')
  return refuseStatus(act, breach.status) ?? done(breach)
}

/** What became known since. */
export async function describeBreach(
  ctx: Ctx,
  breachId: BreachId,
  facts: z.infer<typeof describeBreachInput>,
): Promise<Outcome<null, BreachRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, 'describe', breachId)
    if (!found.ok) return found
    await updateBreach(tx, breachId, facts)
    await record(tx, ctx, breachActs.describe, { subjectId: breachId })
    return done(null)
  })
}

/** That the authority was told, on Mẫu 08. */
export async function reportBreach(ctx: Ctx, breachId: BreachId): Promise<Outcome<null, BreachRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, 'report', breachId)
    if (!found.ok) return found
    await updateBreachStep(tx, breachId, { status: breachActs.report.to, reported_at: ctx.now })
    await record(tx, ctx, breachActs.report, { subjectId: breachId })
    return done(null)
  })
}

/** That those whose data it was were told. */
export async function tellPersons(ctx: Ctx, breachId: BreachId): Promise<Outcome<null, BreachRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, 'tell-persons', breachId)
    if (!found.ok) return found
    await updateBreachStep(tx, breachId, { told_at: ctx.now })
    await record(tx, ctx, breachActs['tell-persons'], { subjectId: breachId })
    return done(null)
  })
}

export async function closeBreach(ctx: Ctx, breachId: BreachId): Promise<Outcome<null, BreachRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, 'close', breachId)
    if (!found.ok) return found
    const { kinds, toldAt, measures } = found.value
    if (mustTellPersons(kinds) && toldAt === null) return refuse('persons-not-told')
    if (measures === '') return refuse('measures-missing')
    await updateBreachStep(tx, breachId, { status: breachActs.close.to, closed_at: ctx.now })
    await record(tx, ctx, breachActs.close, { subjectId: breachId })
    return done(null)
  })
}

const viewOf = ({ actor, now }: Pick<Ctx, 'actor' | 'now'>, breach: StoredBreach) => ({
  ...breach,
  hoursLeft: hoursLeft(breach.reportBy, now),
  late: breach.reportedAt === null && breach.reportBy < now,
  waitsForReport: breach.reportedAt === null,
  mustTell: mustTellPersons(breach.kinds),
  may: mayOf(breachActs, breach.status, grantsOf(actor)),
})
export type BreachView = ReturnType<typeof viewOf>

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

export async function listBreaches(ctx: Reader): Promise<BreachView[]> {
  requireRole(ctx.actor, 'administrator')
  return (await selectBreaches(ctx.db)).map((breach) => viewOf(ctx, breach))
}

export async function findBreach(ctx: Reader, breachId: BreachId): Promise<BreachView> {
  requireRole(ctx.actor, 'administrator')
  const breach = await selectBreach(ctx.db, breachId)
  if (!breach) throw new NotFound('No such data-breach')
  return viewOf(ctx, breach)
}

/** How many wait to be reported, for the page of the administrator. */
export const countOpenBreaches = (db: ReadDb): Promise<number> => countUnreported(db)
