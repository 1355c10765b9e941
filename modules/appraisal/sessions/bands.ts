import type { Band } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'

/** The points of each star under the law that a dossier was filed under. */
export async function bandsFor(db: ReadDb, dossier: { code: string; submittedAt: Date | null }): Promise<readonly Band[]> {
  if (!dossier.submittedAt) throw new Error(`${dossier.code} came before the council without having been filed`)
  return (await ruleOn(db, 'star.bands', dateInVietnam(dossier.submittedAt))).value
}
