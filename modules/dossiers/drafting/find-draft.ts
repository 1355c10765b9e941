import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { findProduct } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { criteriaSet, papersOf } from '../../law/index.ts'
import type { CriteriaSet, PaperLaw } from '../../law/index.ts'
import { assembleDossier, draftOf } from '../assemble-dossier.ts'
import { selectCarriedFrom } from './carried.store.ts'
import type { DossierId } from '../rules/ids.ts'
import { findRenewal, findRenewalTerm } from './find-renewal.ts'
import { findTransitionTerm } from '../find-transition.ts'
import type { TransitionTerm } from '../find-transition.ts'
import type { Renewal, RenewalTerm } from './find-renewal.ts'
import { starLawOn } from './star-law.ts'
import type { StarLaw } from './star-law.ts'
import { selectDossier } from '../dossier.store.ts'
import { viewFor } from '../dossier-view.ts'
import { warningsOf } from '../find-warnings.ts'
import { forWhom, writesFor } from '../policy.ts'
import { selectTurns } from '../proxy/proxy.store.ts'
import type { ProxyTurn } from '../proxy/proxy.store.ts'
import { dueOf } from '../review/commune-queue.ts'
import type { Due } from '../review/commune-queue.ts'
import { dossierSections, filingGaps, firstOpenSections, sectionStatuses, selfScore } from '../rules.ts'
import type { DossierSection, DossierView, DossierWarning, DraftState, Gap, ScoringSection, SectionStatus, SelfScore } from '../rules.ts'

/** A dossier as its producer works on it: what is done, what is missing, where the score stands. */
export type Draft = {
  dossier: DossierView
  set: CriteriaSet
  /** The papers that its decision asks for, and which usually speak for a criterion. */
  papers: PaperLaw
  /** The parts of the dossier, in their order. */
  tasks: Task[]
  tasksDone: number
  /** Where each scored part goes on. */
  firstOpen: Record<ScoringSection, string>

  gaps: Gap[]
  /** What it says without showing it; an expired paper is a gap already. */
  warnings: DossierWarning[]
  /** For a re-evaluation: when it is handed in. */
  renewal: Renewal | null
  score: SelfScore
  starLaw: StarLaw
  /** The dossier of this product that it goes on from, with its day. */
  carriedFrom: { id: DossierId; at: Date } | null
  /** Who writes, or wrote, it for the producer, and who is asked to: the last first. */
  turns: ProxyTurn[]
  /** Its reader does, in the producer's place. */
  isForProducer: boolean
  /** The day by which the commune answers, while the dossier lies with it. */
  due: Due | null
  /** How long the province may still take over a re-evaluation. */
  renewalTerm: RenewalTerm | null
  transitionTerm: TransitionTerm | null
  today: string
}

/** A part of a dossier and how far it is; `criteria`: of a scored part, how many of those that apply have an answer. */
export type Task = { section: DossierSection; status: SectionStatus; criteria: { answered: number; all: number } | null }

/** The producer's own dossier with its task list; of anyone else it is not found. */
export async function findDraft(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, idOrCode: string): Promise<Draft> {
  const card = await selectDossier(ctx.db, idOrCode)
  if (!card || !writesFor(ctx.actor, card)) throw new NotFound('No such dossier', { idOrCode })
  const dossier = viewFor(ctx.actor, await assembleDossier(ctx.db, card))
  const today = dateInVietnam(ctx.now)
  const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  const papers = papersOf(dossier.criteriaDecision, dossier.setCode)
  const starLaw = await starLawOn(ctx.db, today)
  const draft = draftOf(dossier)
  const tasks = tasksOf(draft, today)
  return {
    dossier,
    set,
    papers,
    tasks,
    tasksDone: tasks.filter(({ status }) => status === 'done').length,
    firstOpen: firstOpenSections(set, dossier.choices),
    gaps: filingGaps(draft, today),
    warnings: warningsOf(dossier, today).filter(({ code }) => code !== 'paper-expired'),
    renewal: dossier.kind === 'renewal' ? await findRenewal(ctx, await findProduct(ctx, dossier.product.id)) : null,
    score: selfScore(set, starLaw.bands, starLaw.recognisedFrom, dossier.choices),
    starLaw,
    carriedFrom: await selectCarriedFrom(ctx.db, dossier.id),
    turns: await selectTurns(ctx.db, dossier.id),
    isForProducer: forWhom(ctx.actor, card) !== null,
    due: dueOf(dossier, today),
    renewalTerm: await findRenewalTerm(ctx, dossier),
    transitionTerm: await findTransitionTerm(ctx, dossier),
    today,
  }
}

function tasksOf(draft: DraftState, today: string): Task[] {
  const statuses = sectionStatuses(draft, today)
  return dossierSections.map((section) => {
    const part = draft.parts.find((one) => one.section === section)
    const criteria = part ? { answered: part.criteria.length - part.unanswered.length, all: part.criteria.length } : null
    return { section, status: statuses[section], criteria }
  })
}
