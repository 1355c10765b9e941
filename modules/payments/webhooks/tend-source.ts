import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { lockBooks } from '../account.store.ts'
import { tiesOfSeller, webhookSourceActs } from '../acts.ts'
import type { ConnectInput, EndSourceInput, RotateInput } from '../inputs.ts'
import type { WebhookSourceId } from '../rules/ids.ts'
import type { ConnectRefusal, RotateRefusal } from '../rules/refusals.ts'
import { payingAccountOf } from '../statements/read-in.ts'
import { insertSource, lockSource, presentSecret, selectSourcesOf, updateEnded, updateSecret } from './source.store.ts'
import type { StoredSource } from './source.store.ts'

/** So long the secret before is good as well: both sides change it at their own time. */
export const overlapHours = 48

/** A seller lets a provider tell us of its account. */
export async function connectSource(
  ctx: Ctx,
  { provider, secret }: ConnectInput,
): Promise<Outcome<{ sourceId: WebhookSourceId }, ConnectRefusal>> {
  requireAct(ctx.actor, webhookSourceActs.connect)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('account-missing')
  const producerId = producer.id
  const account = await payingAccountOf(ctx.db, { producerId })
  if (!account.ok) return account
  return inTransaction(ctx, async (tx): Promise<Outcome<{ sourceId: WebhookSourceId }, ConnectRefusal>> => {
    await lockBooks(tx, producerId)
    if ((await selectSourcesOf(tx, producerId)).some((one) => one.provider === provider)) return refuse('connected-before')
    const sourceId = ctx.newId('whs')
    await insertSource(tx, { id: sourceId, producerId, provider, secret, at: ctx.now, byId: actorId(ctx.actor) })
    await record(tx, ctx, webhookSourceActs.connect, { subjectId: sourceId, detail: { provider } })
    return done({ sourceId })
  })
}

type Ended = Extract<RotateRefusal, { code: 'source-ended' }>

async function begin(tx: Tx, ctx: Ctx, act: 'rotate' | 'end', id: WebhookSourceId): Promise<Outcome<StoredSource, Ended>> {
  const source = await lockSource(tx, id)
  if (!source) throw new NotFound('No such source')
  requireAct(ctx.actor, webhookSourceActs[act], tiesOfSeller(source))
  return refuseStatus(webhookSourceActs[act], source.endedAt === null ? 'connected' : 'ended') ?? done(source)
}

/** Another secret; the one before stays good for some hours, so that nothing is turned away meanwhile. */
export async function rotateSecret(ctx: Ctx, { sourceId, secret }: RotateInput): Promise<Outcome<{ until: Date }, RotateRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ until: Date }, RotateRefusal>> => {
    const begun = await begin(tx, ctx, 'rotate', sourceId)
    if (!begun.ok) return begun
    const before = await presentSecret(tx, begun.value)
    if (before === secret) return refuse('secret-same')
    const until = new Date(ctx.now.getTime() + overlapHours * 3600_000)
    await updateSecret(tx, begun.value, { secret, before: before ?? secret, until, at: ctx.now })
    await record(tx, ctx, webhookSourceActs.rotate, { subjectId: sourceId, detail: { provider: begun.value.provider } })
    return done({ until })
  })
}

export async function endSource(ctx: Ctx, { sourceId }: EndSourceInput): Promise<Outcome<null, Ended>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, Ended>> => {
    const begun = await begin(tx, ctx, 'end', sourceId)
    if (!begun.ok) return begun
    await updateEnded(tx, sourceId, { status: webhookSourceActs.end.to, at: ctx.now })
    await record(tx, ctx, webhookSourceActs.end, { subjectId: sourceId, detail: { provider: begun.value.provider } })
    return done(null)
  })
}
