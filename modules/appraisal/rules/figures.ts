import type { FieldName, FieldValue, SectionAnswers } from '../../dossiers/rules.ts'

type Field = FieldName<'business'>

/** A criterion, by how its name begins, and what of the dossier's figures it asks for. `yearsBefore`: the year of a figure, back from that of the filing. */
export type FigureRow = {
  criterion: string
  answers: readonly { field: Field; yearsBefore?: number | undefined }[]
  ratio?: { kind: 'share' | 'growth'; of: Field; in: Field } | undefined
}

/** What a producer said of its production, and in which year it was handed in. */
export type FiledFigures = { year: number; answers: SectionAnswers<'business'> }

export type FigureLine = {
  field: Field
  year: number | null
  value: FieldValue | undefined
  /** What the last dossier of the product said, where there was one. */
  earlier: { year: number | null; value: FieldValue | undefined } | null
}

export type CriterionFigures = {
  lines: FigureLine[]
  /** In whole per cent; `null` where it cannot be told: nothing to compare with, or a loss. */
  ratio: { kind: 'share' | 'growth'; of: Field; in: Field; percent: number | null } | null
}

/** The figures beside a criterion; null where it asks for none. */
export function figuresBeside(
  criterionName: string,
  rows: readonly FigureRow[],
  now: FiledFigures,
  earlier: FiledFigures | null,
): CriterionFigures | null {
  const name = criterionName.trim().toLocaleLowerCase('vi')
  const row = rows.find(({ criterion }) => name.startsWith(criterion.toLocaleLowerCase('vi')))
  if (!row) return null
  const at = ({ year, answers }: FiledFigures, { field, yearsBefore }: FigureRow['answers'][number]) => ({
    year: yearsBefore === undefined ? null : year - yearsBefore,
    value: answers[field],
  })
  const lines = row.answers.map((asked) => ({ field: asked.field, ...at(now, asked), earlier: earlier && at(earlier, asked) }))
  return { lines, ratio: row.ratio ? { ...row.ratio, percent: percentOf(row.ratio, now.answers) } : null }
}

function percentOf({ kind, of, in: whole }: NonNullable<FigureRow['ratio']>, answers: SectionAnswers<'business'>): number | null {
  const [one, other] = [answers[of], answers[whole]]
  if (typeof one !== 'number' || typeof other !== 'number' || other <= 0) return null
  // Down, so that nobody reaches a band of the criterion by rounding.
  return Math.floor(((kind === 'growth' ? one - other : one) * 100) / other)
}
