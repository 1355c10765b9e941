import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { confirmPassword, record, requireAct } from '../../identity/index.ts'
import type { SaveSellerInput } from '../inputs.ts'
import { decideSaveSeller, sameAccount, sellerActs } from '../rules.ts'
import type { SellerRefusal } from '../rules.ts'
import { agreesToAll, keepAcceptance, policiesToAccept } from './accept-policies.ts'
import { banks } from './banks.ts'
import { lockSellerAccount, selectSellerAccount, upsertSeller } from './seller.store.ts'

/** The producer says where buyers pay to. Setting or changing the account needs the password and a new look by the provincial office. */
export async function saveSeller(ctx: Ctx, input: SaveSellerInput): Promise<Outcome<{ accountChanged: boolean }, SellerRefusal>> {
  requireAct(ctx.actor, sellerActs.save)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  const before = await selectSellerAccount(ctx.db, producer.id)
  const confirmed = before && sameAccount(before, input) ? null : await confirmPassword(ctx, input.password)
  if (confirmed && !confirmed.ok && confirmed.refusal.code === 'too-many-attempts') return confirmed

  return inTransaction(ctx, async (tx) => {
    const current = await lockSellerAccount(tx, producer.id)
    // Whoever comes to sell agrees to what holds; whoever sells already has a page for what is new.
    const open = current ? [] : await policiesToAccept(tx, producer.id, dateInVietnam(ctx.now))
    if (!agreesToAll(open, input.agrees)) return refuse('policies-not-accepted')
    const decision = decideSaveSeller(current ? { ...current, verified: current.verifiedAt !== null } : null, input, {
      bankKnown: banks().has(input.bankBin),
      passwordConfirmed: confirmed?.ok === true,
    })
    if (!decision.ok) return decision
    const { accountChanged, stillVerified } = decision.event
    await upsertSeller(tx, {
      producerId: producer.id,
      bankBin: input.bankBin,
      bankAccount: input.bankAccount,
      accountName: input.accountName,
      phone: input.phone ?? null,
      pickupNote: input.pickupNote || null,
      keepVerified: stillVerified,
      at: ctx.now,
    })
    if (open.length > 0) await keepAcceptance(tx, ctx, producer.id, open)
    await record(tx, ctx, sellerActs.save, { subjectId: producer.id, payload: { producerId: producer.id, accountChanged } })
    return done({ accountChanged })
  })
}
