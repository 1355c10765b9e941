import { formatHundredths, scoreSheets } from '@dacsan/scorecard'
import type { CriteriaSet, Part, Score } from '@dacsan/scorecard'
import { isDecidedAt } from './closing.ts'
import type { Finding } from './closing.ts'
import type { SessionRules } from './session.ts'

/** A star as the decision counts them, and the least total that reaches it. */
type StarBand = { star: number; min: number }

/** A mark as a sheet says it: the points of an official option, or null for "không chấm". */
export type PackedSheet = { member: string; choices: Record<string, number | null> }

export type PackedResult = {
  /** Sum of the points of all sheets, and how many sheets: the exact average. */
  points: number
  sheets: number
  total: string
  parts: Record<string, string>
  stars: number
  reachedByPoints: number
  unmet: { star: number; criterion: string; required: number; got: string }[]
}

export type PackedDossier = {
  /** The code of its file. */
  dossier: string
  product: string
  kind: string
  filedOn: string
  decision: string
  set: string
  starBands: StarBand[]
  finding: Finding | null
  findingReason: string
  /** The council talked about its points, as the minutes say. */
  discussed: boolean
  /** Members there without a conflict: each of them has a sheet here. */
  deciding: number
  sheets: PackedSheet[]
  /** Null for a dossier that was left for another session or taken back. */
  result: PackedResult | null
}

/** A product scored once more under a code, to see how steadily members score. It stands apart from the dossiers, and a replay leaves it alone. */
export type PackedRepeat = { code: string; of: string; sheets: PackedSheet[] }

/**
 * One closed session, so that anybody comes to its stars again with nothing else at hand. Members stand as letters, their comments are left out:
 * a comment may say who wrote it.
 */
export type ScoringPackage = {
  format: typeof packageFormat
  session: { id: string; heldOn: string; closedAt: string; round: string; council: string }
  rules: SessionRules & { elimination: 'every-sheet-blank' }
  attendance: { seats: number; present: number; chairPresent: boolean }
  criteria: PackedSet[]
  dossiers: PackedDossier[]
  /** Absent where nothing was put before the council again. */
  repeats?: PackedRepeat[]
}

/** The whole set as it was scored by, under the decision that set it. */
export type PackedSet = Pick<CriteriaSet, 'code' | 'name'> & {
  decision: string
  eliminateDossierWhen: readonly string[]
  parts: readonly Part[]
}

export const packageFormat = 'dacsan-scoring-package-1'

export type Replay = { results: { dossier: string; total: string; stars: number }[]; agrees: boolean }

/**
 * Comes to the stars anew from the sheets of a package. It agrees where every result is what its sheets say and the council that gave it was one:
 * enough members, the chair where the rule asks for it, a sheet of each member who decided, and a talk where the points lay too far apart.
 */
export function replayPackage(read: ScoringPackage): Replay {
  const replayed = read.dossiers.map((dossier) => ({ dossier, score: scoreOf(read, dossier) }))
  return {
    results: replayed.flatMap(({ dossier, score }) =>
      score ? [{ dossier: dossier.dossier, total: formatHundredths(score.total), stars: score.level }] : [],
    ),
    agrees:
      isQuorate(read) &&
      new Set(read.dossiers.map(({ dossier }) => dossier)).size === read.dossiers.length &&
      replayed.every(({ dossier, score }) => (isDecidedAt(dossier) ? holds(read, dossier, score) : isLeft(dossier))),
  }
}

/** Null where nothing was decided, or the sheets do not fit their criteria. */
function scoreOf({ criteria }: ScoringPackage, dossier: PackedDossier): Score | null {
  const { decision, set: code, starBands, finding, sheets } = dossier
  const set = criteria.find((known) => known.decision === decision && known.code === code)
  if (!set || !isDecidedAt(dossier)) return null
  const counted = finding === 'eliminated' ? sheets.map(({ member }) => ({ member, choices: {} })) : sheets
  const bands = starBands.map(({ star, min }) => ({ level: star, min }))
  const score = scoreSheets(set, bands, counted)
  return score.ok ? score.value : null
}

const isLeft = ({ sheets, result }: PackedDossier) => sheets.length === 0 && result === null

function isQuorate({ rules, attendance: { seats, present, chairPresent } }: ScoringPackage): boolean {
  return present <= seats && present >= required(rules, seats) && (chairPresent || !rules.quorumNeedsChair.value)
}

const required = ({ quorumPercent }: SessionRules, seats: number) => Math.ceil((seats * quorumPercent.value) / 100)

function holds({ rules, attendance }: ScoringPackage, dossier: PackedDossier, score: Score | null): boolean {
  if (!score || !dossier.result) return false
  const { deciding, sheets, discussed, finding } = dossier
  const totals = sheets.map(({ choices }) => Object.values(choices).reduce<number>((sum, points) => sum + (points ?? 0), 0))
  const isApart = finding === null && Math.max(...totals) - Math.min(...totals) > rules.deviationPoints.value
  return (
    sheets.length === deciding &&
    deciding <= attendance.present &&
    deciding >= required(rules, attendance.seats) &&
    (discussed || !isApart) &&
    isSame(packScore(score), dossier.result)
  )
}

const isSame = (a: PackedResult, b: PackedResult) => JSON.stringify(inOneOrder(a)) === JSON.stringify(inOneOrder(b))

/** Whoever wrote the file, in whatever order its keys stand. */
const inOneOrder = ({ points, sheets, total, parts, stars, reachedByPoints, unmet }: PackedResult) => [
  [points, sheets, total, stars, reachedByPoints],
  Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  unmet.map(({ star, criterion, required: least, got }) => [star, criterion, least, got]),
]

/** A score as a package states it; figures to read are rounded, `points` over `sheets` is exact. */
export function packScore({ total, parts, level, levelByPoints, unmet }: Score): PackedResult {
  return {
    points: total.numerator,
    sheets: total.denominator,
    total: formatHundredths(total),
    parts: Object.fromEntries(Object.entries(parts).map(([code, average]) => [code, formatHundredths(average)])),
    stars: level,
    reachedByPoints: levelByPoints,
    unmet: unmet.map(({ level: star, criterion, required: least, got }) => ({
      star,
      criterion,
      required: least,
      got: formatHundredths(got),
    })),
  }
}
