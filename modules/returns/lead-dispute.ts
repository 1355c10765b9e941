import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { returnActs } from './acts.ts'
import { agree, endWithoutReturn } from './answer-return.ts'
import { updateReturn } from './case.store.ts'
import { selectGoods } from './goods.store.ts'
import type { AgreeInput, ReasonedInput, SayInput } from './inputs.ts'
import { beginAct, recordStep } from './open-case.ts'
import type { Link } from './open-case.ts'
import { goesToOffice, isPast } from './rules/clock.ts'
import type { AcceptRefusal, ClockRefusal, DecideRefusal, ReturnClosed } from './rules/refusals.ts'
import type { ReturnId } from './rules/ids.ts'
import { isSaid } from './step.store.ts'

type Called = { returnId: ReturnId; words: string }

/** Either side, or the clock, brings a case to the office. */
export async function callOffice(ctx: Ctx, { returnId, words }: Called, link?: Link): Promise<Outcome<null, ReturnClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'call-office', returnId, link)
    if (!begun.ok) return begun
    await updateReturn(tx, returnId, { status: returnActs['call-office'].to, officeAt: ctx.now })
    await recordStep(tx, ctx, 'call-office', begun.value, { words })
    return done(null)
  })
}

/** What was promised is not done in time: the office has it before it, and the promise stands. */
export async function escalateReturn(
  ctx: Ctx,
  { returnId, words }: Called,
  link?: Link,
): Promise<Outcome<null, ReturnClosed | ClockRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'escalate', returnId, link)
    if (!begun.ok) return begun
    const { one } = begun.value
    if (one.officeAt !== null) return refuse('at-office-before')
    if (!goesToOffice(one, ctx.now)) return refuse('not-late')
    await updateReturn(tx, returnId, { officeAt: ctx.now })
    await recordStep(tx, ctx, 'escalate', begun.value, { words })
    return done(null)
  })
}

/** The seller did not answer in time; whoever bought sees it, and the seller is told. */
export async function markLate(ctx: Ctx, returnId: ReturnId): Promise<Outcome<null, ReturnClosed | ClockRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'mark-late', returnId)
    if (!begun.ok) return begun
    const { one } = begun.value
    if (one.lateAt !== null) return refuse('marked-before')
    if (!isPast(one.answerBy, ctx.now)) return refuse('not-late')
    await updateReturn(tx, returnId, { lateAt: ctx.now })
    await recordStep(tx, ctx, 'mark-late', begun.value)
    return done(null)
  })
}

/** What the mediator says and proposes to both sides. */
export async function mediate(ctx: Ctx, { returnId, words, requestKey }: SayInput): Promise<Outcome<null, ReturnClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'mediate', returnId)
    if (!begun.ok) return begun
    if (!(await isSaid(tx, requestKey))) await recordStep(tx, ctx, 'mediate', begun.value, { words, requestKey })
    return done(null)
  })
}

/** The office finds for whoever bought: what it says is agreed, and the seller does it. */
export async function decideForBuyer(ctx: Ctx, input: AgreeInput): Promise<Outcome<null, ReturnClosed | AcceptRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'decide-for', input.returnId)
    return begun.ok ? agree(tx, ctx, 'decide-for', begun.value, input) : begun
  })
}

/** The office finds against it: nothing goes back. What already went back is not taken away again. */
export async function decideAgainstBuyer(
  ctx: Ctx,
  { returnId, words }: ReasonedInput,
): Promise<Outcome<null, ReturnClosed | DecideRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'decide-against', returnId)
    if (!begun.ok) return begun
    const { one, order } = begun.value
    const moved = await selectGoods(tx, returnId)
    if (moved.length > 0 || order.surplusVnd < (one.agreement?.refundVnd ?? 0)) return refuse('begun')
    await endWithoutReturn(tx, ctx, begun.value, returnActs['decide-against'].to)
    await recordStep(tx, ctx, 'decide-against', begun.value, { words })
    return done(null)
  })
}
