import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { dossierActs } from '../../dossiers/rules.ts'
import type { DossierStatus, RequestTarget } from '../../dossiers/rules.ts'
import type { Role } from '../../identity/rules.ts'
import { advisoryActs } from '../acts.ts'
import type { RoundStatus } from '../acts.ts'
import { sayIntakeRequest } from '../words/requests.ts'
import { isExcluding } from './conflict.ts'
import type { InterestTie } from './conflict.ts'
import { refuseClosedRound } from './round.ts'
import type { RoundClosedRefusal } from './round.ts'

/** One line of the provincial check list: a part of the dossier that the law asks for, and where in the dossier it is mended. */
export type IntakeItem = { key: string; label: string; about: RequestTarget }

/** Ticked, or what is wrong with it. */
export type IntakeCheck = { key: string; present: boolean; remark: string }

export type IntakeRefusal =
  | RoundClosedRefusal
  | { code: 'not-proposed'; status: DossierStatus }
  | { code: 'items-missing'; items: string[] }
  | { code: 'samples-incomplete' }
  | { code: 'remark-missing' }

/** Refused at once: on a ground of the law, with what was found. */
export type RefuseDossierRefusal =
  | { code: 'not-proposed'; status: DossierStatus }
  | { code: 'ground-missing' }
  | { code: 'finding-missing' }

/** A dossier enters the round when every part of it is there. */
export function decideReceipt(
  status: DossierStatus,
  facts: { round: RoundStatus; items: readonly IntakeItem[]; checks: readonly IntakeCheck[]; samplesComplete: boolean | null },
): Decision<{ move: 'receive' }, IntakeRefusal> {
  const closed = refuseStatus(dossierActs.receive, status) ?? refuseClosedRound(facts.round)
  if (closed) return closed
  const missing = facts.items.filter((item) => !facts.checks.some((check) => check.key === item.key && check.present))
  if (missing.length > 0) return refuse('items-missing', { items: missing.map((item) => item.key) })
  // Where the office keeps the book of samples, a tick does not say otherwise.
  if (facts.samplesComplete === false) return refuse('samples-incomplete')
  return accept({ move: 'receive' })
}

/** Whom the province asks: the producer for papers of theirs, the commune for its own review. */
export type ReturnTo = 'producer' | 'commune'

export const returnMove = { producer: 'return-by-province', commune: 'return-to-commune' } as const

export type Request = { about: RequestTarget; text: string }

/** What goes back: every remark of the check list and the officer's message. There must be something to do. */
export function decideReturn(
  status: DossierStatus,
  facts: { to: ReturnTo; items: readonly IntakeItem[]; checks: readonly IntakeCheck[]; message: string },
): Decision<{ requests: Request[] }, IntakeRefusal> {
  const closed = refuseStatus(dossierActs[returnMove[facts.to]], status)
  if (closed) return closed
  const requests = facts.items.flatMap(({ key, label, about }): Request[] => {
    const check = facts.checks.find((candidate) => candidate.key === key)
    if (check?.remark.trim()) return [{ about, text: sayIntakeRequest(label, check.remark.trim()) }]
    return check?.present ? [] : [{ about, text: sayIntakeRequest(label) }]
  })
  const about = facts.to === 'commune' ? 'commune-report' : 'section:registration'
  if (facts.message.trim()) requests.push({ about, text: facts.message.trim() })
  if (requests.length === 0) return refuse('remark-missing')
  return accept({ requests })
}

export type AdvisoryRefusal =
  | { code: 'dossier-not-in-appraisal'; status: DossierStatus }
  | { code: 'not-an-adviser' }
  | { code: 'report-submitted' }
  | { code: 'report-incomplete'; fields: ('findings' | 'recommendedStars')[] }
  | { code: 'adviser-conflict'; reason: InterestTie }
  | { code: 'pre-score-unfinished'; criteria: string[] }
  | { code: 'visit-missing' }
  | { code: 'tests-awaited'; tests: string[] }

/** Who may be asked for the report of the advisory group. */
export const adviserRoles: readonly Role[] = ['advisory-member', 'provincial-officer']

/** The report may pass to somebody else until it is submitted; with the first request the appraisal begins. */
export function decideAssignment(
  status: DossierStatus,
  facts: { roles: readonly Role[]; ties: readonly InterestTie[]; submitted: boolean },
): Decision<{ begins: boolean }, AdvisoryRefusal> {
  const closed = refuseStatus(advisoryActs['assign-adviser'], status)
  if (closed) return closed
  if (facts.submitted) return refuse('report-submitted')
  if (!facts.roles.some((role) => adviserRoles.includes(role))) return refuse('not-an-adviser')
  // The officer names whoever else they like: what is only proposed to a council keeps nobody from being asked, but for the commune's own officer.
  const reason = facts.ties.find((tie) => isExcluding(tie) || tie === 'commune-officer')
  if (reason) return refuse('adviser-conflict', { reason })
  return accept({ begins: refuseStatus(dossierActs.appraise, status) === null })
}

export type AdvisoryText = { findings: string; recommendedStars: number | null }

/** Until it is submitted its adviser writes it as far as it has come. */
export function decideReportDraft(status: DossierStatus, facts: { submitted: boolean }): Decision<{ saved: true }, AdvisoryRefusal> {
  if (facts.submitted) return refuse('report-submitted')
  return refuseStatus(advisoryActs['save-report'], status) ?? accept({ saved: true })
}

/** What the report stands on. */
export type ReportGround = {
  /** Whether somebody has to have been there before, and was. */
  visitNeeded: boolean
  visited: boolean
  /** Tests that it waits for, by what they look for. */
  awaited: readonly string[]
  /** What the marks of the group lack, once it began to give any. */
  unmarked: readonly string[]
}

/** The report says what was found and which star the group recommends; it waits for the visits and tests that it was to stand on. */
export function decideReport(
  status: DossierStatus,
  facts: { submitted: boolean; text: AdvisoryText; ground: ReportGround },
): Decision<{ submitted: true }, AdvisoryRefusal> {
  const closed = refuseStatus(advisoryActs['submit-report'], status)
  if (closed) return closed
  if (facts.submitted) return refuse('report-submitted')
  const fields: ('findings' | 'recommendedStars')[] = []
  if (facts.text.findings.trim() === '') fields.push('findings')
  if (facts.text.recommendedStars === null) fields.push('recommendedStars')
  if (fields.length > 0) return refuse('report-incomplete', { fields })
  const { visitNeeded, visited, awaited, unmarked } = facts.ground
  if (visitNeeded && !visited) return refuse('visit-missing')
  if (awaited.length > 0) return refuse('tests-awaited', { tests: [...awaited] })
  if (unmarked.length > 0) return refuse('pre-score-unfinished', { criteria: [...unmarked] })
  return accept({ submitted: true })
}
