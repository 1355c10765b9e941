import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { findDossier } from '../find-dossier.ts'
import { communeReviewRule, dueOf } from '../review/commune-queue.ts'
import type { Due, ReviewRule } from '../review/commune-queue.ts'
import type { Reader } from '../policy.ts'
import { registrationNumber } from '../papers/registration-number.ts'
import type { DossierView } from '../rules.ts'

export type Receipt = {
  dossier: DossierView
  /** The day and hour of the last filing. */
  filedAt: Date
  registrationNumber: string | null
  /** Who filed it, and for whom where it was not the producer itself. */
  filedBy: { name: string; forName: string | null }
  due: Due | null
  rule: ReviewRule
}

/** The receipt of a filing, for whoever may read the dossier; null before the first filing. */
export async function findReceipt(ctx: Pick<Ctx, 'db' | 'now'> & Reader, idOrCode: string): Promise<Receipt | null> {
  const dossier = await findDossier(ctx, idOrCode)
  if (dossier.submittedAt === null) return null
  const last = dossier.history.findLast(({ move }) => move === 'submit' || move === 'supplement')!
  return {
    dossier,
    filedBy: { name: last.byName, forName: last.forName },
    filedAt: dossier.declaredAt ?? dossier.submittedAt,
    registrationNumber: registrationNumber(dossier.code),
    due: dueOf(dossier, dateInVietnam(ctx.now)),
    rule: await communeReviewRule(ctx),
  }
}
