import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { actorName, system } from '../../identity/index.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import { fairApplicationActs } from './acts.ts'
import { answerAppealRow, countHeld, firstWaitingPlace, insertAppeal, selectAppeal, selectNextWaiting } from './allotment.store.ts'
import { lockApplication, selectToLapse, updateApplication } from './application.store.ts'
import { selectFairsToClose } from './fair.store.ts'
import type { StoredFair } from './fair.store.ts'
import type { ApplicationInput, ReasonedInput, SaidInput, SubstituteInput } from './inputs.ts'
import { closeCall } from './manage-fair.ts'
import { leaveStand, takeOverStand } from './plan.store.ts'
import { beginApplication, recordStep } from './policy.ts'
import { endOfTerm } from './rules/clocks.ts'
import type { AppealRefusal, ApplicationClosed, TurnRefusal } from './rules/refusals.ts'

type Turned = Outcome<null, ApplicationClosed | TurnRefusal>
const isGoingOn = ({ status }: StoredFair) => status === 'allotted' || status === 'running'

export async function confirmStand(ctx: Ctx, { applicationId }: ApplicationInput): Promise<Turned> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'confirm', applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (!isGoingOn(fair)) return refuse('fair-over')
    if (one.confirmBy !== null && one.confirmBy < ctx.now) return refuse('confirm-over')
    await updateApplication(tx, applicationId, { status: fairApplicationActs.confirm.to, confirmed_at: ctx.now })
    await recordStep(tx, ctx, 'confirm', one)
    return done(null)
  })
}

/** Whoever does not come says so: the stand goes to the next at once. */
export async function declineStand(ctx: Ctx, { applicationId, words }: ReasonedInput): Promise<Turned> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'decline', applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (!isGoingOn(fair)) return refuse('fair-over')
    await giveUp(tx, ctx, 'decline', one, words)
    await offerFree(tx, ctx, fair)
    return done(null)
  })
}

/** The days of a confirmation are over. */
export async function lapseStand(ctx: Ctx, { applicationId }: ApplicationInput): Promise<Turned> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'lapse', applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (one.confirmBy === null || one.confirmBy >= ctx.now) return refuse('confirm-not-over')
    await giveUp(tx, ctx, 'lapse', one)
    await offerFree(tx, ctx, fair)
    return done(null)
  })
}

type One = Parameters<typeof recordStep>[3]

async function giveUp(tx: Tx, ctx: Ctx, act: 'decline' | 'lapse', one: One, words = ''): Promise<void> {
  await leaveStand(tx, one.id)
  await updateApplication(tx, one.id, { status: fairApplicationActs[act].to, waiting_place: null, confirm_by: null })
  await recordStep(tx, ctx, act, one, words)
}

/** One of the waiting list, by an officer or by the platform. */
export async function offerStand(ctx: Ctx, { applicationId }: ApplicationInput): Promise<Turned> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'offer', applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (!isGoingOn(fair)) return refuse('fair-over')
    if ((await countHeld(tx, fair.id)) >= fair.stands) return refuse('no-place-free')
    await offer(tx, ctx, one)
    return done(null)
  })
}

async function offer(tx: Tx, ctx: Ctx, one: One): Promise<void> {
  const today = dateInVietnam(ctx.now)
  const { value: days } = await ruleOn(tx, 'fair.confirm-working-days', today)
  await updateApplication(tx, one.id, {
    status: fairApplicationActs.offer.to,
    waiting_place: null,
    confirm_by: endOfTerm(today, days, holidays()),
  })
  await recordStep(tx, ctx, 'offer', one)
}

/** Every free stand goes to the first who waits: none stays empty while somebody wants it. */
async function offerFree(tx: Tx, ctx: Ctx, fair: StoredFair): Promise<void> {
  if (!isGoingOn(fair)) return
  for (let free = fair.stands - (await countHeld(tx, fair.id)); free > 0; free -= 1) {
    const next = await selectNextWaiting(tx, fair.id)
    if (!next) return
    // Whoever gave a stand up did not give it to anybody: the platform does, by the published order.
    await offer(tx, { ...ctx, actor: system('fairs') }, next)
  }
}

export async function appealAllotment(
  ctx: Ctx,
  { applicationId, words }: SaidInput,
): Promise<Outcome<null, ApplicationClosed | AppealRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'appeal', applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (fair.appealBy === null || fair.appealBy < ctx.now) return refuse('appeal-over')
    if (await selectAppeal(tx, applicationId)) return refuse('appealed-before')
    await insertAppeal(tx, applicationId, words, ctx.now)
    await recordStep(tx, ctx, 'appeal', one)
    return done(null)
  })
}

/** Granted: they stand first of all who wait, and get the next stand that is free. What was published stays as it was. */
export const grantAppeal = (ctx: Ctx, input: SaidInput) => answer(ctx, 'grant-appeal', input)
export const rejectAppeal = (ctx: Ctx, input: SaidInput) => answer(ctx, 'reject-appeal', input)

async function answer(
  ctx: Ctx,
  act: 'grant-appeal' | 'reject-appeal',
  { applicationId, words }: SaidInput,
): Promise<Outcome<null, ApplicationClosed | AppealRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, act, applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    const appeal = await selectAppeal(tx, applicationId)
    if (!appeal || appeal.answer !== null) return refuse('nothing-to-answer')
    const isGranted = act === 'grant-appeal'
    await answerAppealRow(tx, applicationId, { answer: words, isGranted, at: ctx.now, byName: actorName(ctx.actor) })
    if (isGranted)
      await updateApplication(tx, applicationId, {
        status: fairApplicationActs['grant-appeal'].to,
        waiting_place: await firstWaitingPlace(tx, fair.id),
      })
    await recordStep(tx, ctx, act, one)
    if (isGranted) await offerFree(tx, ctx, fair)
    return done(null)
  })
}

/** Somebody who confirmed did not come: it counts the next time, and the stand is free for who waits. */
export async function markAbsent(ctx: Ctx, { applicationId, words }: ReasonedInput): Promise<Turned> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'mark-absent', applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (fair.status !== 'running') return refuse('not-running')
    await updateApplication(tx, applicationId, { status: fairApplicationActs['mark-absent'].to })
    await recordStep(tx, ctx, 'mark-absent', one, words)
    return done(null)
  })
}

/** One who waits takes the stand of one who did not come, at once: the fair goes on. */
export async function substitute(ctx: Ctx, { applicationId, absentId }: SubstituteInput): Promise<Turned> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'substitute', applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (fair.status !== 'running') return refuse('not-running')
    const absent = await lockApplication(tx, absentId)
    if (!absent || absent.fairId !== fair.id) throw new NotFound('No such application')
    if (absent.status !== 'absent' || (await countHeld(tx, fair.id)) >= fair.stands) return refuse('nobody-absent')
    await takeOverStand(tx, { from: absentId, to: applicationId })
    await updateApplication(tx, applicationId, {
      status: fairApplicationActs.substitute.to,
      waiting_place: null,
      confirmed_at: ctx.now,
      substitute_for: absentId,
    })
    await recordStep(tx, ctx, 'substitute', one)
    return done(null)
  })
}

/** By the clock: calls whose hour has passed are closed, stands that nobody confirmed go on. */
export async function watchFairs(ctx: Ctx): Promise<{ closed: number; lapsed: number }> {
  const counts = { closed: 0, lapsed: 0 }
  for (const fairId of await selectFairsToClose(ctx.db, ctx.now)) if ((await closeCall(ctx, { fairId })).ok) counts.closed += 1
  for (const { id } of await selectToLapse(ctx.db, ctx.now)) if ((await lapseStand(ctx, { applicationId: id })).ok) counts.lapsed += 1
  return counts
}
