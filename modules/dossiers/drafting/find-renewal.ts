import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import type { LegalSource } from '../../law/index.ts'
import { renewalClock, renewalWindow } from '../rules.ts'
import type { DossierCard, RenewalClock, RenewalWindow } from '../rules.ts'

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

export type RenewalTerm = RenewalClock & { law: LegalSource }

/** How long a re-evaluation that the province received may still take, and by which law; null for anything else. */
export async function findRenewalTerm(
  ctx: Pick<Ctx, 'db' | 'now'>,
  dossier: Pick<DossierCard, 'status' | 'renewalDueOn'>,
): Promise<RenewalTerm | null> {
  const today = dateInVietnam(ctx.now)
  const clock = renewalClock(dossier, today)
  return clock && { ...clock, law: await ruleOn(ctx.db, 'renewal.finish-days', today) }
}
