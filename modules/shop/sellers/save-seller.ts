import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { confirmPassword } from '../../identity/index.ts'
import { banks } from './banks.ts'
import { record } from '../events.ts'
import type { SaveSellerInput } from '../inputs.ts'
import { lockSeller, selectSeller, upsertSeller } from './seller.store.ts'
import { ownProducer } from '../policy.ts'
import { decideSaveSeller, sameAccount } from '../rules.ts'
import type { SellerRefusal } from '../rules.ts'

/** The producer says where buyers pay to. Setting or changing the account needs the password and a new look by the provincial office. */
export async function saveSeller(ctx: Ctx, input: SaveSellerInput): Promise<Outcome<{ accountChanged: boolean }, SellerRefusal>> {
  const producer = await ownProducer(ctx)
  const before = await selectSeller(ctx.db, producer.id)
  const confirmed = before && sameAccount(before, input) ? null : await confirmPassword(ctx, input.password)
  if (confirmed && !confirmed.ok && confirmed.refusal.code === 'too-many-attempts') return confirmed

  return inTransaction(ctx, async (tx) => {
    const current = await lockSeller(tx, producer.id)
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
    await record(tx, ctx, 'seller.saved', { producerId: producer.id, accountChanged }, { type: 'seller', id: producer.id })
    return done({ accountChanged })
  })
}
