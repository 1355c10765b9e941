import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { scorerRoles } from '../policy.ts'
import { selectTwiceScored } from '../repeats/repeat.store.ts'
import { apartFrom, ownRecord, repeatabilityOf, scoredTwice } from '../rules.ts'
import type { OwnRecord, Repeatability, ScoredTwice } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { selectOwnCounted } from '../sessions/result.store.ts'

export type ScoredProduct = { dossierId: DossierId; productName: string; own: number; average: string; apart: number }

export type MemberRecord = {
  /** Over all sessions; null before the first. */
  whole: OwnRecord | null
  /** The latest first. */
  /** Between two scorings of one product; null for who scored none twice. */
  repeatability: Repeatability | null
  repeats: ({ code: string; productName: string; heldOn: string } & ScoredTwice)[]
  sessions: { sessionId: SessionId; heldOn: string; record: OwnRecord | null; products: ScoredProduct[] }[]
}

/**
 * How the actor's own sheets lie to the averages of their councils, over the closed sessions in which they counted. Only the member reads it:
 * it asks for nobody, and there is no such question about somebody else. Eliminated dossiers say nothing, every sheet was blank.
 */
export async function memberRecord(ctx: Ctx): Promise<MemberRecord> {
  const { userId } = requireRole(ctx.actor, ...scorerRoles)
  const counted = await selectOwnCounted(ctx.db, userId)
  const bySession = Map.groupBy(counted, ({ sessionId }) => sessionId)
  const repeats = (await selectTwiceScored(ctx.db, { userId })).map(({ code, productName, heldOn, first, again }) => ({
    code,
    productName,
    heldOn,
    ...scoredTwice(first, again),
  }))
  return {
    whole: ownRecord(counted),
    repeatability: repeatabilityOf(repeats),
    repeats,
    sessions: [...bySession].map(([sessionId, products]) => ({
      sessionId,
      heldOn: products[0]!.heldOn,
      record: ownRecord(products),
      products: products.map((product) => ({
        dossierId: product.dossierId,
        productName: product.productName,
        own: product.own,
        average: product.average,
        apart: apartFrom(product),
      })),
    })),
  }
}
