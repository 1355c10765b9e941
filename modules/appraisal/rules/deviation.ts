import type { SheetStatus } from '../acts.ts'
import type { CouncilMemberId } from './ids.ts'

/** Whether the points of the sheets lie within the limit of the council's regulation. */
export type Deviation = 'within' | 'exceeds'

/**
 * What the council learns of its points before the close: beyond the limit or not. Never a figure, and never anew for other sheets. `withheld`
 * where no answer could be given without saying whose points deviate.
 */
export type DeviationDisclosure = Deviation | 'withheld'

/** What was disclosed of a dossier, and over whose sheets. */
export type DisclosedDeviation = { deviation: Deviation; over: readonly string[] }

type Judged = {
  excluded: readonly string[]
  sheets: readonly { memberId: CouncilMemberId; status: SheetStatus; total: number }[]
  disclosed: DisclosedDeviation | null
}

/** Everybody knows one sheet, their own: over three, yes or no would say too much of the other two. Our own choice, no law sets it. */
export const minimumSheetsToDisclose = 4

/**
 * Over every sheet handed in without a conflict, whoever is ticked as present: so that nobody compares one choice of members with another.
 * A sheet that was given back has to come in first, or what is disclosed without it would be disclosed of it.
 */
export function deviationToDisclose({ excluded, sheets, disclosed }: Judged, limit: number): DisclosedDeviation | null {
  const judged = sheets.filter(({ memberId }) => !excluded.includes(memberId))
  const submitted = judged.filter(({ status }) => status === 'submitted')
  const isOut = judged.some(({ status }) => status === 'reopened')
  if (disclosed || isOut || submitted.length < minimumSheetsToDisclose) return null
  return { deviation: pointsApart(submitted) > limit ? 'exceeds' : 'within', over: submitted.map(({ memberId }) => memberId) }
}

/** What was disclosed holds for these members while each of their sheets was among those it was disclosed over. */
export function disclosureFor(scorers: readonly CouncilMemberId[], disclosed: DisclosedDeviation | null): DeviationDisclosure {
  return disclosed && scorers.every((memberId) => disclosed.over.includes(memberId)) ? disclosed.deviation : 'withheld'
}

/** A criterion on which the sheets lie apart; its lowest and highest mark only where enough sheets stand behind them. */
export type NamedSpread = { criterion: string; range: { lowest: number; highest: number } | null }

/** Enough to talk about. Our own choice, no law sets it. */
const mostNamed = 5

/**
 * The criteria that a council which has to talk lies furthest apart on, over the sheets that its deviation was disclosed over, the widest first.
 * Never a second time for one dossier: two answers over sheets of which one had changed would say what it says.
 */
export function spreadToName(
  { disclosed, sheets }: { disclosed: DisclosedDeviation | null; sheets: readonly { memberId: string; lines: readonly Marked[] }[] },
  criteria: readonly string[],
): NamedSpread[] {
  if (disclosed?.deviation !== 'exceeds') return []
  const judged = sheets.filter(({ memberId }) => disclosed.over.includes(memberId))
  return criteria
    .map((criterion) => {
      const marks = judged.map(({ lines }) => lines.find((line) => line.criterion === criterion)?.points ?? 0)
      return { criterion, lowest: Math.min(...marks), highest: Math.max(...marks) }
    })
    .filter(({ lowest, highest }) => highest > lowest)
    .toSorted((a, b) => b.highest - b.lowest - (a.highest - a.lowest))
    .slice(0, mostNamed)
    .map(({ criterion, ...range }) => ({ criterion, range: judged.length < minimumSheetsToDisclose ? null : range }))
}

type Marked = { criterion: string; points: number }

/** Highest minus lowest total. */
export const pointsApart = (sheets: readonly { total: number }[]): number => {
  const totals = sheets.map(({ total }) => total)
  return Math.max(...totals) - Math.min(...totals)
}
