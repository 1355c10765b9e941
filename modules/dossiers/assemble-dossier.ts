import type { ReadDb } from '../context.ts'
import { criteriaSet, papersOf } from '../law/index.ts'
import type { PaperRow } from '../law/index.ts'
import { selectCarried } from './drafting/carried.store.ts'
import { selectChoices } from './drafting/choice.store.ts'
import { selectAnswers, selectDeclaredAt } from './dossier.store.ts'
import { selectHistory } from './filing/history.store.ts'
import { selectAttached } from './evidence/evidence.store.ts'
import { selectRequests } from './filing/request.store.ts'
import { selectReview } from './review/review.store.ts'
import { findCriterion, openRequest, partProgress } from './rules.ts'
import type { Choice, ChoiceView, DossierCard, DossierContent, DraftState, RequestItem } from './rules.ts'
import { nameOfRow, named } from './words.ts'

/** Everything in a dossier, for someone who was found to be allowed to read it. */
export async function assembleDossier(db: ReadDb, card: DossierCard): Promise<DossierContent> {
  const set = criteriaSet(card.criteriaDecision, card.setCode)
  const choices = await selectChoices(db, card.id)
  const { rows } = papersOf(card.criteriaDecision, card.setCode)
  return {
    ...card,
    setName: set.name,
    declaredAt: await selectDeclaredAt(db, card.id),
    answers: await selectAnswers(db, card.id),
    choices: labelled(card, choices),
    evidence: named(rows, await selectAttached(db, card.id)),
    review: await selectReview(db, card.id),
    requests: (await selectRequests(db, card.id)).map((request) => ({
      ...request,
      items: request.items.map((item) => namedItem(rows, item)),
    })),
    history: await selectHistory(db, card.id),
    carried: await selectCarried(db, card.id),
  }
}

function namedItem(rows: readonly PaperRow[], item: RequestItem): RequestItem {
  const [, kind] = /^evidence:(\d+)$/.exec(item.about) ?? []
  return kind === undefined ? item : { ...item, paper: nameOfRow(rows, Number(kind)) }
}

/** The choices in the order of the set, each with the words of the option. */
function labelled(law: Pick<DossierCard, 'criteriaDecision' | 'setCode'>, choices: readonly Choice[]): ChoiceView[] {
  const set = criteriaSet(law.criteriaDecision, law.setCode)
  const order = new Map(
    set.parts.flatMap((part) => part.sections.flatMap((section) => section.criteria)).map(({ code }, index) => [code, index]),
  )
  return choices
    .map((choice) => {
      const criterion = findCriterion(set, choice.criterion)
      if (!criterion) throw new Error(`${set.code} has no criterion ${choice.criterion}`)
      const label = choice.optionIndex === null ? null : (criterion.options[choice.optionIndex]?.label ?? null)
      return { ...choice, criterionName: criterion.name, max: criterion.max, label }
    })
    .toSorted((a, b) => order.get(a.criterion)! - order.get(b.criterion)!)
}

/** What the task list and the filing look at. */
export function draftOf(
  dossier: Pick<DossierContent, 'criteriaDecision' | 'setCode' | 'kind' | 'answers' | 'choices' | 'evidence' | 'requests' | 'carried'>,
): DraftState {
  return {
    kind: dossier.kind,
    answers: dossier.answers,
    parts: partProgress(criteriaSet(dossier.criteriaDecision, dossier.setCode), dossier.choices),
    evidence: dossier.evidence,
    paperRows: papersOf(dossier.criteriaDecision, dossier.setCode).rows,
    carried: dossier.carried,
    requestItems: openRequest(dossier.requests, 'producer')?.items ?? [],
  }
}
