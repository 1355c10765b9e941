import { communeItemSources } from '../../law/index.ts'
import { communeItems, isFormSection } from '../rules.ts'
import type { CommuneItem, DossierView, FieldName, FormSection, SectionAnswers } from '../rules.ts'
import { wordsOfField } from '../words.ts'

/** What the producer says about one of the commune's items: its own words, and what it chose when it scored itself. */
export type Claim = { label: string; text: string }

type Claiming = Pick<DossierView, 'criteriaDecision' | 'setCode' | 'answers' | 'choices'>

/** The producer's claims about each of the four items, for whoever checks them; the reading of the decision says what speaks to which. */
export function claimsOf(dossier: Claiming): Record<CommuneItem, Claim[]> {
  const sources = communeItemSources(dossier.criteriaDecision, dossier.setCode)
  const claims = communeItems.map((item) => [
    item,
    [...written(dossier, sources[item].answers), ...chosen(dossier, sources[item].criteria)],
  ])
  return Object.fromEntries(claims) as Record<CommuneItem, Claim[]>
}

function written({ answers }: Claiming, fields: readonly string[]): Claim[] {
  return fields.flatMap((field): Claim[] => {
    const [section, name] = field.split('.') as [FormSection, FieldName]
    const value = isFormSection(section) ? (answers[section] as SectionAnswers)[name] : undefined
    if (value === undefined || value === false) return []
    const text = typeof value === 'number' ? new Intl.NumberFormat('vi-VN').format(value) : String(value)
    return [{ label: wordsOfField(section, name).label, text }]
  })
}

function chosen({ choices }: Claiming, criteria: readonly string[]): Claim[] {
  return choices
    .filter(({ criterion }) => criteria.includes(criterion))
    .map((choice) => ({
      label: `${choice.criterion} ${choice.criterionName}: ${choice.points}/${choice.max} điểm`,
      text: [choice.label ?? 'Không đạt mức nào', choice.reason].filter(Boolean).join('\n'),
    }))
}
