import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { criteriaVersionOn, ruleOn } from '../law/index.ts'
import type { LegalSource } from '../law/index.ts'
import { transitionClock } from './rules.ts'
import type { DossierCard, TransitionClock } from './rules.ts'

export type TransitionTerm = TransitionClock & { law: LegalSource }

/** How long dossiers of a former decision may still take, by the law of today; asked of each card. */
export async function transitionOn(db: ReadDb, today: string) {
  const { decision, effectiveFrom } = criteriaVersionOn(today)
  const { value: days, ...law } = await ruleOn(db, 'transition.finish-days', today)
  return (dossier: Pick<DossierCard, 'status' | 'kind' | 'criteriaDecision'>): TransitionTerm | null => {
    const clock = transitionClock(dossier, today, { decision, effectiveFrom, days })
    return clock && { ...clock, law }
  }
}

/** How long one dossier may still go on by a former decision; null where it is judged by that of today. */
export async function findTransitionTerm(
  { db, now }: Pick<Ctx, 'now'> & { db: ReadDb },
  dossier: Pick<DossierCard, 'status' | 'kind' | 'criteriaDecision'>,
): Promise<TransitionTerm | null> {
  return (await transitionOn(db, dateInVietnam(now)))(dossier)
}
