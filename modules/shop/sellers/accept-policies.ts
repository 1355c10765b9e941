import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { policiesInForce } from '../../disclosure/index.ts'
import type { PolicyInForce } from '../../disclosure/rules.ts'
import { actorId, actorName, record, requireAct } from '../../identity/index.ts'
import { ownProducer } from '../policy.ts'
import { policiesOfSellers, sellerActs } from '../rules.ts'
import type { AcceptRefusal } from '../rules.ts'
import { insertAcceptances, selectAcceptances } from './acceptance.store.ts'

const ofSellers = async (db: ReadDb, today: PlainDate) =>
  (await policiesInForce(db, today)).filter(({ kind }) => (policiesOfSellers as readonly string[]).includes(kind))

/** The versions that hold today and that this seller has not agreed to. */
export async function policiesToAccept(db: ReadDb, producerId: ProducerId, today: PlainDate): Promise<PolicyInForce[]> {
  const inForce = await ofSellers(db, today)
  if (inForce.length === 0) return []
  const accepted = await selectAcceptances(db, producerId)
  return inForce.filter(({ kind, version }) => !accepted.some((one) => one.kind === kind && one.version === version))
}

/** How a form names what was read. @example agreementTo([{ kind: 'terms', version: 2, … }]) // 'terms:2' */
export const agreementTo = (policies: readonly Pick<PolicyInForce, 'kind' | 'version'>[]): string =>
  policies.map(({ kind, version }) => `${kind}:${version}`).join(' ')

/** Nobody agrees to a version that came since the page was drawn. */
export const agreesToAll = (open: readonly PolicyInForce[], agrees: string | undefined): boolean =>
  open.length === 0 || agrees === agreementTo(open)

export async function keepAcceptance(tx: Tx, ctx: Ctx, producerId: ProducerId, policies: readonly PolicyInForce[]): Promise<void> {
  await insertAcceptances(tx, producerId, policies, { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
  await record(tx, ctx, sellerActs['accept-policies'], {
    subjectId: producerId,
    payload: { producerId },
    detail: { versions: agreementTo(policies) },
  })
}

/** A seller agrees to what holds today. Sent again it changes nothing. */
export async function acceptPolicies(ctx: Ctx, { agrees }: { agrees: string }): Promise<Outcome<null, AcceptRefusal>> {
  requireAct(ctx.actor, sellerActs['accept-policies'])
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  return inTransaction(ctx, async (tx) => {
    const today = dateInVietnam(ctx.now)
    const open = await policiesToAccept(tx, producer.id, today)
    if (open.length === 0) return done(null)
    if (!agreesToAll(open, agrees)) return refuse('policies-changed')
    await keepAcceptance(tx, ctx, producer.id, open)
    return done(null)
  })
}

/** What the page of the versions shows its seller: what holds, what of it is open, and what was agreed to when. */
export async function ownPolicies(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  const { id } = await ownProducer(ctx)
  const today = dateInVietnam(ctx.now)
  const [inForce, open, accepted] = await Promise.all([
    ofSellers(ctx.db, today),
    policiesToAccept(ctx.db, id, today),
    selectAcceptances(ctx.db, id),
  ])
  return {
    inForce: inForce.map((one) => ({ ...one, isOpen: open.some(({ kind }) => kind === one.kind) })),
    agreement: agreementTo(open),
    isOpen: open.length > 0,
    accepted,
  }
}
