import type { SheetStatus } from './session.ts'

/** What the council learns of its points before the close: beyond the limit or not. Never a figure, and never anew for other sheets. */
export type Spread = 'within' | 'apart'

/** What was told of a dossier, and over whose sheets. */
export type ToldSpread = { spread: Spread; over: readonly string[] }

type Judged = {
  excluded: readonly string[]
  sheets: readonly { memberId: string; status: SheetStatus; total: number }[]
  told: ToldSpread | null
}

/** Everybody knows one sheet, their own: over three, yes or no would say too much of the other two. Our own choice, no law sets it. */
export const fewestSheetsToTell = 4

/**
 * Over every sheet handed in without a conflict, whoever is ticked as present: so that nobody compares one choice of members with another.
 * A sheet that was given back has to come in first, or what is told without it would be told of it.
 */
export function spreadToTell({ excluded, sheets, told }: Judged, limit: number): ToldSpread | null {
  const judged = sheets.filter(({ memberId }) => !excluded.includes(memberId))
  const submitted = judged.filter(({ status }) => status === 'submitted')
  const isOut = judged.some(({ status }) => status === 'reopened')
  if (told || isOut || submitted.length < fewestSheetsToTell) return null
  return { spread: deviationOf(submitted) > limit ? 'apart' : 'within', over: submitted.map(({ memberId }) => memberId) }
}

/** What was told holds for these members while each of their sheets was among those it was told over. */
export function spreadFor(scorers: readonly string[], told: ToldSpread | null): Spread | 'untold' {
  return told && scorers.every((memberId) => told.over.includes(memberId)) ? told.spread : 'untold'
}

/** Highest minus lowest total. */
const deviationOf = (sheets: readonly { total: number }[]): number => {
  const totals = sheets.map(({ total }) => total)
  return Math.max(...totals) - Math.min(...totals)
}
