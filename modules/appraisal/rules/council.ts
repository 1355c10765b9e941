import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { DossierKind, DossierStatus, RoundId } from '../../dossiers/rules.ts'
import type { Role, UserId } from '../../identity/rules.ts'
import type { RoundStatus } from '../acts.ts'
import { refuseClosedRound } from './round.ts'
import type { RoundClosedRefusal } from './round.ts'
import type { Manner, Seat } from './session.ts'

/** The role that somebody must hold to take a seat: the seat gives the work, the role gives the right to sign in to it. */
export const seatRoles: Record<Seat, readonly Role[]> = {
  chair: ['council-chair'],
  'vice-chair': ['council-member', 'council-chair'],
  member: ['council-member', 'council-chair'],
  secretary: ['council-secretary'],
}

export type CouncilRefusal =
  | { code: 'chair-count'; chairs: number }
  | { code: 'secretary-missing' }
  | { code: 'members-missing' }
  | { code: 'member-twice'; name: string }
  | { code: 'role-missing'; name: string; seat: Seat }

export type Nominee = { userId: UserId; name: string; seat: Seat; roles: readonly Role[] }

/** A council has one chair, a secretary and somebody beside the chair who scores. How many, the province's own decision says. */
export function decideCouncil(members: readonly Nominee[]): Decision<{ members: readonly Nominee[] }, CouncilRefusal> {
  const twice = members.find((member, at) => members.findIndex((other) => other.userId === member.userId) !== at)
  if (twice) return refuse('member-twice', { name: twice.name })
  const count = (...wanted: Seat[]) => members.filter((member) => wanted.includes(member.seat)).length
  if (count('chair') !== 1) return refuse('chair-count', { chairs: count('chair') })
  if (count('secretary') === 0) return refuse('secretary-missing')
  if (count('vice-chair', 'member') === 0) return refuse('members-missing')
  const unfit = members.find((member) => !member.roles.some((role) => seatRoles[member.seat].includes(role)))
  if (unfit) return refuse('role-missing', { name: unfit.name, seat: unfit.seat })
  return accept({ members })
}

export type Unready = { dossier: string; why: 'not-appraising' | 'other-round' | 'report-missing' | 'on-another-table' | NotInWriting }
/** Only re-evaluations are judged in writing, and each once: where that came to nothing the council meets. */
type NotInWriting = 'not-renewal' | 'asked-in-writing'

export type OpeningRefusal =
  | RoundClosedRefusal
  | { code: 'no-dossiers' }
  | { code: 'dossiers-not-ready'; dossiers: Unready[] }
  | { code: 'held-before-report'; heldOn: string; dossier: string; reportedOn: string }
  | { code: 'answer-day-past'; until: string }

/** `reportedOn`: the day on which the advisory report was handed in; `askedInWriting`: a council was asked in writing before. */
export type Candidate = {
  code: string
  kind: DossierKind
  status: DossierStatus
  roundId: RoundId | null
  reportedOn: string | null
  openSession: boolean
  askedInWriting: boolean
}

/** Only dossiers of the round whose advisory report is in come before the council, on that day or later, and each before one council at a time. */
export function decideSessionOpening(
  round: { id: RoundId; status: RoundStatus },
  dossiers: readonly Candidate[],
  { manner, heldOn, today }: { manner: Manner; heldOn: string; today: string },
): Decision<{ heldOn: string }, OpeningRefusal> {
  const closed = refuseClosedRound(round.status)
  if (closed) return closed
  if (dossiers.length === 0) return refuse('no-dossiers')
  const unready = dossiers.flatMap((dossier): Unready[] => {
    const why = whyUnready(dossier, round.id) ?? (manner === 'written' ? whyNotInWriting(dossier) : null)
    return why ? [{ dossier: dossier.code, why }] : []
  })
  if (unready.length > 0) return refuse('dossiers-not-ready', { dossiers: unready })
  if (manner === 'written' && heldOn < today) return refuse('answer-day-past', { until: heldOn })
  const early = dossiers.find(({ reportedOn }) => reportedOn !== null && heldOn < reportedOn)
  if (early) return refuse('held-before-report', { heldOn, dossier: early.code, reportedOn: early.reportedOn! })
  return accept({ heldOn })
}

function whyUnready(dossier: Candidate, roundId: RoundId): Unready['why'] | null {
  if (dossier.roundId !== roundId) return 'other-round'
  if (dossier.openSession) return 'on-another-table'
  if (dossier.status !== 'appraising') return 'not-appraising'
  return dossier.reportedOn === null ? 'report-missing' : null
}

/** Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: opinions on re-evaluations are taken in writing, and the council meets where that does not do. */
export function whyNotInWriting({ kind, askedInWriting }: Pick<Candidate, 'kind' | 'askedInWriting'>): NotInWriting | null {
  if (kind !== 'renewal') return 'not-renewal'
  return askedInWriting ? 'asked-in-writing' : null
}

/** What is odd about the day of a session, and forbidden by no national rule. */
export type SessionWarning = { code: 'rest-day' } | { code: 'papers-late'; calledOn: string; earliest: string }

/** `earliest`: the first day on which members had the papers as long before the meeting as `council.papers-lead-working-days` asks. */
export function sessionWarnings(
  session: { heldOn: string },
  facts: { restDay: boolean; calledOn: string; earliest: string },
): SessionWarning[] {
  const { restDay, calledOn, earliest } = facts
  return [
    ...(restDay ? [{ code: 'rest-day' as const }] : []),
    ...(session.heldOn < earliest ? [{ code: 'papers-late' as const, calledOn, earliest }] : []),
  ]
}
