import type { CommuneItem, DossierContent, FieldName, FormSection, SectionAnswers } from '../rules.ts'
import { sayAnswer, sayChoice, sayCriterionPoints, wordsOfField } from '../words.ts'

/** Which of the producer's own words and choices speak to each of the commune's four items. */
const sources: Record<CommuneItem, { fields: readonly [FormSection, FieldName][]; criteria: readonly string[] }> = {
  materials: {
    fields: [
      ['business', 'materials'],
      ['business', 'linkage'],
    ],
    criteria: ['nguồn gốc sản phẩm', 'nguồn nguyên liệu', 'nguyên liệu'],
  },
  labour: {
    fields: [
      ['business', 'labourTotal'],
      ['business', 'labourLocal'],
      ['business', 'labourFemale'],
      ['business', 'labourInsured'],
    ],
    criteria: ['lao động địa phương', 'lao động'],
  },
  idea: {
    fields: [
      ['registration', 'productDescription'],
      ['business', 'process'],
    ],
    criteria: ['nguồn gốc ý tưởng', 'ý tưởng'],
  },
  identity: { fields: [], criteria: ['bản sắc', 'câu chuyện sản phẩm', 'tính độc đáo'] },
}

/** What the producer said about one of the items, under the heading where it said so. */
export type ProducerStatement = { label: string; text: string }

type Said = Pick<DossierContent, 'answers' | 'choices'>

/** What the producer says about each of the four items of Mẫu 03, for the officer who writes about them. */
export const producerStatements = (dossier: Said): Record<CommuneItem, ProducerStatement[]> => ({
  materials: statementsAbout('materials', dossier),
  labour: statementsAbout('labour', dossier),
  idea: statementsAbout('idea', dossier),
  identity: statementsAbout('identity', dossier),
})

function statementsAbout(item: CommuneItem, { answers, choices }: Said): ProducerStatement[] {
  const { fields, criteria } = sources[item]
  const written = fields.flatMap(([section, name]): ProducerStatement[] => {
    const value = (answers[section] as SectionAnswers)[name]
    return value === undefined || value === false
      ? []
      : [{ label: wordsOfField(section, name).label, text: sayAnswer(section, name, value) }]
  })
  const chosen = choices
    .filter((choice) => criteria.some((words) => choice.criterionName.toLocaleLowerCase('vi').includes(words)))
    .map((choice) => ({ label: sayCriterionPoints(choice), text: [sayChoice(choice), choice.reason].filter(Boolean).join('\n') }))
  return [...written, ...chosen]
}
