import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorId, actorName, record, requireAct } from '../../identity/index.ts'
import { yearCallActs } from '../acts.ts'
import type { OwnCallInput } from '../inputs.ts'
import { decideCall } from '../rules.ts'
import type { YearCallRefusal } from '../rules.ts'
import { insertCall, insertRecipients } from './call.store.ts'
import { calleesOf, sideOf } from './preview-call.ts'
import type { Asked } from './preview-call.ts'

type Sent = Outcome<{ called: number }, YearCallRefusal>

/** The province calls communes and producers to a round; called again it reaches those who were not called before. */
export async function sendCall(ctx: Ctx, { year, round }: { year: number; round: number }): Promise<Sent> {
  requireAct(ctx.actor, yearCallActs.call)
  return send(ctx, yearCallActs.call, { year, round, communeCode: null }, null)
}

/** A commune calls its own producers, until a day of its own that is not after the law's. */
export async function sendOwnCall(ctx: Ctx, { year, round, communeCode, lastDay }: OwnCallInput): Promise<Sent> {
  requireAct(ctx.actor, yearCallActs['call-own'], { commune: communeCode })
  return send(ctx, yearCallActs['call-own'], { year, round, communeCode }, lastDay)
}

type Act = (typeof yearCallActs)[keyof typeof yearCallActs]

async function send(ctx: Ctx, act: Act, asked: Asked, wantedDay: PlainDate | null): Promise<Sent> {
  return inTransaction(ctx, async (tx) => {
    const { callees, facts } = await calleesOf({ db: tx, now: ctx.now }, asked)
    const decision = decideCall(wantedDay, facts)
    if (!decision.ok) return decision
    const callId = ctx.newId('ycl')
    const { lastDay } = decision.event
    await insertCall(tx, { id: callId, ...asked, lastDay, at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
    const fresh = callees.filter(({ wasCalled, isReachable }) => !wasCalled && isReachable)
    const called = await insertRecipients(tx, { callId, side: sideOf(asked), year: asked.year, round: asked.round }, fresh)
    const payload = { callId, year: asked.year, round: asked.round }
    await record(tx, ctx, act, { subjectId: callId, payload, detail: { ...asked, lastDay, called } })
    return done({ called })
  })
}
