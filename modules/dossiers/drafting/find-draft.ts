import { NotFound } from '@dacsan/decisions'
import type { Band } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import { findProduct } from '../../catalogue/index.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { criteriaSet, papersOf, ruleOn } from '../../law/index.ts'
import type { CriteriaSet, LegalSource, PaperLaw } from '../../law/index.ts'
import { assembleDossier, draftOf } from '../assemble-dossier.ts'
import { findRenewal } from './find-renewal.ts'
import type { Renewal } from './find-renewal.ts'
import { selectDossier } from '../dossier.store.ts'
import { warningsOf } from '../find-warnings.ts'
import { mayEdit } from '../policy.ts'
import { filingGaps, sectionStatuses, selfScore } from '../rules.ts'
import type { DossierSection, DossierView, DossierWarning, Gap, SectionStatus, SelfScore } from '../rules.ts'

/** The levels by points, and the law that they stand on. */
export type StarLaw = { bands: Band[]; recognisedFrom: number } & LegalSource

/** A dossier as its producer works on it: what is done, what is missing, where the score stands. */
export type Draft = {
  dossier: DossierView
  set: CriteriaSet
  /** The papers that its decision asks for, and which usually speak for a criterion. */
  papers: PaperLaw
  statuses: Record<DossierSection, SectionStatus>
  gaps: Gap[]
  /** What it says without showing it; an expired paper is a gap already. */
  warnings: DossierWarning[]
  /** For a re-evaluation: when it is handed in. */
  renewal: Renewal | null
  score: SelfScore
  starLaw: StarLaw
  today: string
}

/** The producer's own dossier with its task list; of anyone else it is not found. */
export async function findDraft(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, idOrCode: string): Promise<Draft> {
  const card = await selectDossier(ctx.db, idOrCode)
  if (!card || !mayEdit(ctx.actor, card)) throw new NotFound('No such dossier', { idOrCode })
  const dossier = await assembleDossier(ctx.db, card)
  const today = dateInVietnam(ctx.now)
  const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  const papers = papersOf(dossier.criteriaDecision, dossier.setCode)
  const starLaw = await starLawOn(ctx.db, today)
  const draft = draftOf(dossier)
  return {
    dossier,
    set,
    papers,
    statuses: sectionStatuses(draft, today),
    gaps: filingGaps(draft, today),
    warnings: warningsOf(dossier, today).filter(({ code }) => code !== 'paper-expired'),
    renewal: dossier.kind === 'renewal' ? await findRenewal(ctx, await findProduct(ctx, dossier.product.id)) : null,
    score: selfScore(set, starLaw.bands, starLaw.recognisedFrom, dossier.choices),
    starLaw,
    today,
  }
}

export async function starLawOn(db: ReadDb, day: string): Promise<StarLaw> {
  const { value, instrument, article, sourceUrl, certainty } = await ruleOn(db, 'star.bands', day)
  const recognised = await ruleOn(db, 'star.recognised-from', day)
  const bands = value.map(({ level, min }) => ({ level, min }))
  return { bands, recognisedFrom: recognised.value, instrument, article, sourceUrl, certainty }
}
