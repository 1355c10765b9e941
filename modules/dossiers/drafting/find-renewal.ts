import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import type { LegalSource } from '../../law/index.ts'
import { renewalWindow } from '../rules.ts'
import type { RenewalWindow } from '../rules.ts'

export type Renewal = RenewalWindow & { law: LegalSource }

/** When a product's re-evaluation is handed in, and where today stands to it; null where no last day is known. */
export async function findRenewal(
  ctx: Pick<Ctx, 'db' | 'now'>,
  product: { standing: string; certifiedUntil: string | null },
): Promise<Renewal | null> {
  if (product.standing !== 'certified' || product.certifiedUntil === null) return null
  const today = dateInVietnam(ctx.now)
  const law = await ruleOn(ctx.db, 'renewal.window-days', today)
  return { ...renewalWindow(product.certifiedUntil, today, law.value), law }
}
