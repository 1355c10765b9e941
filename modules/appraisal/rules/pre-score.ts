import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { Band, CriteriaSet } from '@dacsan/scorecard'
import type { DossierStatus } from '../../dossiers/rules.ts'
import { advisoryActs } from '../acts.ts'
import { resultOf } from './result.ts'
import type { UnmetMinimum } from './result.ts'
import { missingCriteria, unexplainedCriteria, writeLines } from './sheet.ts'
import type { LineChange, Scorable, SheetLine } from './sheet.ts'

export type PreScoreRefusal =
  | { code: 'dossier-not-in-appraisal'; status: DossierStatus }
  | { code: 'report-submitted' }
  | { code: 'unknown-option'; criterion: string }
  | { code: 'comment-missing'; criteria: string[] }

/** Writes some lines of the advisory group's own marks and leaves the others; what gets nothing says why at once. */
export function decidePreScore(
  status: DossierStatus,
  changes: readonly LineChange[],
  facts: { submitted: boolean; lines: readonly SheetLine[]; criteria: readonly Scorable[] },
): Decision<{ lines: SheetLine[] }, PreScoreRefusal> {
  const closed = refuseStatus(advisoryActs['pre-score'], status)
  if (closed) return closed
  if (facts.submitted) return refuse('report-submitted')
  const written = writeLines(facts.lines, changes, facts.criteria)
  if (!written.ok) return written
  const unexplained = unexplainedCriteria(written.event.lines)
  return unexplained.length > 0 ? refuse('comment-missing', { criteria: unexplained }) : accept(written.event)
}

/**
 * A minimum that the advisory group saw missed. `failing` ("điểm liệt"): of the lowest star that is recognised, so that no total helps. The others hold
 * the product below the star that its points reach.
 */
export type WeakPoint = Pick<UnmetMinimum, 'star' | 'criterion' | 'name'> & { failing: boolean; comment: string }

export type PreScore = {
  total: string
  stars: number
  reachedByPoints: number
  weak: WeakPoint[]
  /** Criteria without a mark. */
  missing: string[]
}

/** The lowest star that is recognised (Quyết định 26/2026/QĐ-TTg, Điều 3). */
const lowestRecognised = 3

/** What the marks come to, by the rules that the council's own sheets are counted by; a criterion without a mark counts as nothing. */
export function preScoreOf(set: CriteriaSet, bands: readonly Band[], lines: readonly SheetLine[], criteria: readonly Scorable[]): PreScore {
  const result = resultOf(set, bands, [{ memberId: 'cmb_', lines }], false)
  const reached = Math.max(lowestRecognised, result.reachedByPoints)
  const seen = new Set<string>()
  return {
    total: result.total.text,
    stars: result.stars,
    reachedByPoints: result.reachedByPoints,
    weak: result.unmet.flatMap(({ star, criterion, name }) => {
      // The lowest star comes first: what fails there fails above as well.
      if (star > reached || seen.has(criterion)) return []
      seen.add(criterion)
      const comment = lines.find((line) => line.criterion === criterion)?.comment ?? ''
      return [{ star, criterion, name, failing: star === lowestRecognised, comment }]
    }),
    missing: missingCriteria(lines, criteria),
  }
}
