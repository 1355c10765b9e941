import type { OrganisationId, UserId } from '../../identity/rules.ts'

/** Ties between a council member and a dossier that the platform can see by itself. */
export type InterestTie = 'producer-member' | 'dossier-proxy' | 'commune-reviewer' | 'scored-first' | 'commune-officer' | 'producer-email'

/**
 * Ties that exclude at once, because the other side cannot make them: a membership is given by an administrator, and a review of the dossier
 * is the member's own act for the commune, as writing it for the producer is (nộp hộ) and having scored it in the council that was complained about.
 */
export const excludingTies = [
  'producer-member',
  'dossier-proxy',
  'commune-reviewer',
  'scored-first',
] as const satisfies readonly InterestTie[]
export type ExcludingTie = (typeof excludingTies)[number]

/**
 * Ties that rest on what a producer typed, its commune or its e-mail address: proposed to the secretary, who confirms or dismisses them with a
 * reason. Until then the member scores: nothing that a producer types removes a judge.
 */
export const proposedTies = ['commune-officer', 'producer-email'] as const satisfies readonly InterestTie[]
export type ProposedTie = (typeof proposedTies)[number]

export const isExcluding = (tie: InterestTie): tie is ExcludingTie => excludingTies.some((one) => one === tie)
export const isProposed = (tie: InterestTie): tie is ProposedTie => proposedTies.some((one) => one === tie)

export const tieDecisions = ['confirmed', 'dismissed'] as const
export type TieDecision = (typeof tieDecisions)[number]

export type MemberTies = {
  userId: UserId
  email: string
  organisationIds: readonly OrganisationId[]
  /** Communes in which the member holds the role of commune officer. */
  communeCodes: readonly string[]
}

export type DossierTies = {
  producerOrganisationId: OrganisationId | null
  /** As it stands in the dossier that was filed; what the producer writes into its file afterwards is no tie. */
  filedEmail: string | null
  communeCode: string
  /** Who wrote or filed the dossier for the producer. */
  proxyIds: readonly UserId[]
  /** Who reviewed or proposed the dossier for the commune. */
  reviewerIds: readonly UserId[]
  /** Who scored it in a council whose result was complained about with success. */
  firstScorerIds: readonly UserId[]
}

/**
 * Every tie between a council member and a dossier.
 *
 * Nobody judges what they make, sell or have already judged; the separation of roles of the council regulations.
 * Having written the advisory report is not such a tie: the advisory group works for the council. It is shown beside the name.
 */
export function tiesOfInterest(member: MemberTies, dossier: DossierTies): InterestTie[] {
  const sameText = (one: string | null, other: string | null) =>
    one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase()
  const ties: Record<InterestTie, boolean> = {
    'producer-member': dossier.producerOrganisationId !== null && member.organisationIds.includes(dossier.producerOrganisationId),
    'dossier-proxy': dossier.proxyIds.includes(member.userId),
    'commune-reviewer': dossier.reviewerIds.includes(member.userId),
    'scored-first': dossier.firstScorerIds.includes(member.userId),
    'commune-officer': member.communeCodes.includes(dossier.communeCode),
    'producer-email': sameText(dossier.filedEmail, member.email),
  }
  return (Object.keys(ties) as InterestTie[]).filter((tie) => ties[tie])
}
