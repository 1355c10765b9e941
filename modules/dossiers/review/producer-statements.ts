import { communeItemSources } from '../../law/index.ts'
import type { ItemSources } from '../../law/index.ts'
import { isFormSection } from '../rules.ts'
import type { CommuneItem, DossierContent, FieldName, FormSection, SectionAnswers } from '../rules.ts'
import { sayAnswer, sayChoice, sayCriterionPoints, wordsOfField } from '../words.ts'

/** What the producer said about one of the items, under the heading where it said so. */
export type ProducerStatement = { label: string; text: string }

type Said = Pick<DossierContent, 'criteriaDecision' | 'setCode' | 'answers' | 'choices'>

/** What the producer says about each of the four items of Mẫu 03, for the officer who writes about them; the reading of the decision says what speaks to which. */
export function producerStatements(dossier: Said): Record<CommuneItem, ProducerStatement[]> {
  const sources = communeItemSources(dossier.criteriaDecision, dossier.setCode)
  return {
    materials: statementsFrom(sources.materials, dossier),
    labour: statementsFrom(sources.labour, dossier),
    idea: statementsFrom(sources.idea, dossier),
    identity: statementsFrom(sources.identity, dossier),
  }
}

function statementsFrom(sources: ItemSources, { answers, choices }: Said): ProducerStatement[] {
  const written = sources.answers.flatMap((field): ProducerStatement[] => {
    const [section, name] = field.split('.') as [FormSection, FieldName]
    const value = isFormSection(section) ? (answers[section] as SectionAnswers)[name] : undefined
    return value === undefined || value === false
      ? []
      : [{ label: wordsOfField(section, name).label, text: sayAnswer(section, name, value) }]
  })
  const chosen = choices
    .filter(({ criterion }) => sources.criteria.includes(criterion))
    .map((choice) => ({ label: sayCriterionPoints(choice), text: [sayChoice(choice), choice.reason].filter(Boolean).join('\n') }))
  return [...written, ...chosen]
}
