import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { liftGuides } from '../lift-guides.ts'
import type { LiftGuide } from '../lift-guides.ts'
import type { Reader } from '../policy.ts'
import { liftSteps } from '../rules.ts'
import type { DossierView, LiftStep, SelfScore } from '../rules.ts'
import { nameOfRow } from '../words.ts'
import { trademarkPaperRow } from '../trademarks/enter-trademark.ts'
import { trademarksOfProducer } from '../trademarks/find-trademarks.ts'
import type { DossierTrademark } from '../trademarks/find-trademarks.ts'
import { findDraft } from './find-draft.ts'
import type { StarLaw } from './star-law.ts'

export type Lift = {
  dossier: Pick<DossierView, 'id'> & { product: string; isOpen: boolean }
  score: SelfScore
  starLaw: StarLaw
  /** Each with what to do for the papers that usually speak for it. */
  steps: (LiftStep & {
    guides: (LiftGuide & { name: string; isThere: boolean })[]
    /** The producer's applications, where papers on intellectual property usually speak for it. */
    trademarks: (DossierTrademark & { isThere: boolean })[] | null
  })[]
  /** For whom an officer enters an application that writes the dossier; a producer enters its own. */
  trademarkFor: ProducerId | undefined
  about: string
  checkedOn: string
}

/** What lifts a dossier one star: criterion by criterion, with what to do, which paper shows it, and what is known of time and cost. */
export async function findLift(ctx: Pick<Ctx, 'db' | 'actor' | 'now'> & Reader, idOrCode: string): Promise<Lift> {
  const { dossier, set, papers, score, starLaw, isForProducer } = await findDraft(ctx, idOrCode)
  const guidesOf = (criterion: string) =>
    (papers.usual[criterion] ?? []).flatMap((row) => {
      const guide = liftGuides.guides.find(({ paper }) => paper === row)
      const isThere = dossier.evidence.some((paper) => paper.kind === row && paper.criteria.includes(criterion))
      return guide ? [{ ...guide, name: nameOfRow(papers.rows, row), isThere }] : []
    })
  const trademarkRow = trademarkPaperRow()
  const applications = await trademarksOfProducer(ctx, dossier.producer.id)
  const trademarksOf = (criterion: string) =>
    papers.usual[criterion]?.includes(trademarkRow)
      ? applications.map((one) => {
          const paper = dossier.evidence.find(({ id }) => id === one.evidenceId)
          return { ...one, isThere: paper?.criteria.includes(criterion) === true }
        })
      : null
  return {
    dossier: { id: dossier.id, product: dossier.product.name, isOpen: dossier.may['save-choices'] === true },
    score,
    starLaw,
    steps: liftSteps(set, dossier.choices, score).map((step) => ({
      ...step,
      guides: guidesOf(step.criterion),
      trademarks: trademarksOf(step.criterion),
    })),
    trademarkFor: isForProducer ? dossier.producer.id : undefined,
    about: liftGuides.about,
    checkedOn: liftGuides.checkedOn,
  }
}
