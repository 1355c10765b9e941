/** What a paper may say publicly of the quality of a product. */
export const qualityKinds = ['declaration', 'test-report', 'system'] as const
export type QualityKind = (typeof qualityKinds)[number]

/** One row of the table of papers of a decision's form (Mẫu số 02 of Quyết định 26/2026/QĐ-TTg). */
export type PaperRow = {
  row: number
  name: string
  hint: string
  /** No dossier goes without it. */
  required?: true | undefined
  /** The box of the registration form that says "we have it". */
  declaredBy?: string | undefined
  quality?: QualityKind | undefined
}

/** What a decision's form asks to be shown, and which of its rows usually speak for a criterion of a set: help, never a condition. */
export type PaperLaw = { rows: readonly PaperRow[]; usual: Readonly<Record<string, readonly number[]>> }

/** The four items that the commune looks at (Mẫu số 03). */
export const communeItems = ['materials', 'labour', 'idea', 'identity'] as const
export type CommuneItem = (typeof communeItems)[number]

/** What of a dossier speaks to one of the commune's items: answers as `section.field`, and criteria by their codes. */
export type ItemSources = { answers: readonly string[]; criteria: readonly string[] }
