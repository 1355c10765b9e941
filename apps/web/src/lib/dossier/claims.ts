import type { CommuneItem, DossierView, FieldName, FormSection } from '@dacsan/modules/dossiers/rules'
import { wordsOfField } from '@dacsan/modules/dossiers/words'

/** Which of the producer's own words and choices speak to each of the commune's four items. */
const sources: Record<CommuneItem, { fields: [FormSection, FieldName][]; criteria: readonly string[] }> = {
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

export type Claim = { label: string; text: string }

export function claimsOf(dossier: DossierView): Record<CommuneItem, Claim[]> {
  const claims = (item: CommuneItem): Claim[] => {
    const { fields, criteria } = sources[item]
    const written = fields.flatMap(([section, name]): Claim[] => {
      const value = (dossier.answers[section] as Record<string, string | number | boolean | undefined>)[name]
      if (value === undefined || value === false) return []
      const text = typeof value === 'number' ? new Intl.NumberFormat('vi-VN').format(value) : String(value)
      return [{ label: wordsOfField(section, name).label, text }]
    })
    const chosen = dossier.choices
      .filter((choice) => criteria.some((words) => choice.criterionName.toLocaleLowerCase('vi').includes(words)))
      .map((choice) => ({
        label: `${choice.criterion} ${choice.criterionName}: ${choice.points}/${choice.max} điểm`,
        text: [choice.label ?? 'Không đạt mức nào', choice.reason].filter(Boolean).join('\n'),
      }))
    return [...written, ...chosen]
  }
  return { materials: claims('materials'), labour: claims('labour'), idea: claims('idea'), identity: claims('identity') }
}
