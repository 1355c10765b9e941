import type { OrganisationId, UserId } from '../../identity/rules.ts'

/** Ties that the platform can see by itself; whoever has one does not read or score that dossier. */
export type ComputedConflict = 'producer-member' | 'producer-email' | 'commune-reviewer' | 'commune-officer'

export type MemberTies = {
  userId: UserId
  email: string
  organisationIds: readonly OrganisationId[]
  /** Communes in which the member holds the role of commune officer. */
  communeCodes: readonly string[]
}

export type DossierTies = {
  producerOrganisationId: OrganisationId | null
  producerEmail: string | null
  communeCode: string
  /** Who reviewed or proposed the dossier for the commune. */
  reviewerIds: readonly UserId[]
}

/**
 * Every tie between a council member and a dossier.
 *
 * Nobody judges what they make, sell or have already judged; the separation of roles of the council regulations.
 * Having written the advisory report is not such a tie: the advisory group works for the council. It is shown beside the name.
 */
export function computeConflicts(member: MemberTies, dossier: DossierTies): ComputedConflict[] {
  const sameText = (one: string | null, other: string) => one !== null && one.trim().toLowerCase() === other.trim().toLowerCase()
  const ties: Record<ComputedConflict, boolean> = {
    'producer-member': dossier.producerOrganisationId !== null && member.organisationIds.includes(dossier.producerOrganisationId),
    'producer-email': sameText(dossier.producerEmail, member.email),
    'commune-reviewer': dossier.reviewerIds.includes(member.userId),
    'commune-officer': member.communeCodes.includes(dossier.communeCode),
  }
  return (Object.keys(ties) as ComputedConflict[]).filter((tie) => ties[tie])
}
