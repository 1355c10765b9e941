import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { offerActs } from './acts.ts'
import type { PublishOfferInput } from './inputs.ts'
import { insertOffer, selectOffers } from './offer.store.ts'
import { ownProducer } from './policy.ts'
import { reasonsOf } from './rules/reasons.ts'
import type { OfferRefusal } from './rules/refusals.ts'
import './topics.ts'

/** What a seller takes back: the rule of the platform, and what it gives beyond it. */
export async function findOffer(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  const producer = await ownProducer(ctx)
  const today = dateInVietnam(ctx.now)
  const [rule, versions] = await Promise.all([ruleOn(ctx.db, 'returns.reasons', today), selectOffers(ctx.db, producer.id)])
  const newest = versions[0] ?? null
  return {
    rule: { instrument: rule.instrument, article: rule.article, sourceUrl: rule.sourceUrl, certainty: rule.certainty },
    reasons: reasonsOf(rule.value, newest?.reasons ?? []).map((reason) => ({
      ...reason,
      least: rule.value.find(({ key }) => key === reason.key)!.days,
    })),
    newest: newest && { version: newest.version, effectiveFrom: newest.effectiveFrom },
  }
}

/** Another version of what a seller gives beyond the rule, from tomorrow on: orders of before keep what held for them. */
export async function publishOffer(ctx: Ctx, { reasons }: PublishOfferInput): Promise<Outcome<null, OfferRefusal>> {
  requireAct(ctx.actor, offerActs.publish)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    const { value: rule } = await ruleOn(tx, 'returns.reasons', today)
    // Less than the rule says nothing, and what is always open needs no word of a seller.
    const beyond = rule.flatMap(({ key, days, always }) => {
      const own = reasons.find((one) => one.key === key)
      return own === undefined || always || days === null || own.days <= days ? [] : [{ key, days: own.days }]
    })
    const before = (await selectOffers(tx, producer.id))[0]
    if (JSON.stringify(before?.reasons ?? []) === JSON.stringify(beyond)) return refuse('same-offer')
    const version = (before?.version ?? 0) + 1
    const effectiveFrom = addDays(today, 1)
    const kept = { producerId: producer.id, version, reasons: beyond, effectiveFrom, at: ctx.now, byId: actorId(ctx.actor) }
    if (!(await insertOffer(tx, kept))) return refuse('same-offer')
    await record(tx, ctx, offerActs.publish, { subjectId: producer.id, detail: { version, effectiveFrom, reasons: beyond } })
    return done(null)
  })
}
