import type { OrganisationId, UserId } from '../../identity/rules.ts'
import { compareAddresses, isSameFamily, namesIn } from './kinship.ts'
import type { Home } from './kinship.ts'

/**
 * Ties that exclude at once, because the other side cannot make them: a membership is given by an administrator, and a review of the dossier
 * is the member's own act for the commune, as writing it for the producer is (nộp hộ) and having scored it in the council that was complained about.
 */
export const excludingTies = ['producer-member', 'dossier-proxy', 'commune-reviewer', 'scored-first'] as const
export type ExcludingTie = (typeof excludingTies)[number]

/**
 * Ties that rest on what a producer typed, or that say little by themselves: proposed to the secretary, who confirms or dismisses them with a
 * reason. Until then the member scores: nothing that a producer types removes a judge, and no likeness of names does.
 */
export const proposedTies = [
  'commune-officer',
  'producer-email',
  'dossier-adviser',
  'trade-partner',
  'joint-organisation',
  'same-address',
  'family-near',
  'commune-kin',
] as const
export type ProposedTie = (typeof proposedTies)[number]

/** Ties between a council member and a dossier that the platform can see by itself. */
export type InterestTie = ExcludingTie | ProposedTie

/** A tie with what it rests on: an address, a name; empty where the tie says it all. For whoever judges it and for the member, and for nobody else. */
export type Interest = { tie: InterestTie; basis: string }

export const isExcluding = (tie: InterestTie): tie is ExcludingTie => excludingTies.some((one) => one === tie)
export const isProposed = (tie: InterestTie): tie is ProposedTie => proposedTies.some((one) => one === tie)

export const tieDecisions = ['confirmed', 'dismissed'] as const
export type TieDecision = (typeof tieDecisions)[number]

type NamedOrganisation = { id: OrganisationId; name: string }

export type MemberTies = {
  userId: UserId
  name: string
  email: string
  organisationIds: readonly OrganisationId[]
  /** Communes in which the member holds the role of commune officer. */
  communeCodes: readonly string[]
  /** Producers and partners that the member works or has worked for: not the offices that everybody here comes from. */
  businesses: readonly NamedOrganisation[]
  /** As the member declared it. */
  home: Home | null
}

export type DossierTies = {
  producerOrganisationId: OrganisationId | null
  /** As it stands in the dossier that was filed; what the producer writes into its file afterwards is no tie. */
  filed: {
    email: string
    representative: string
    address: string
    /** Of whom it buys, to whom it sells and with whom it works, in the producer's own words. */
    trade: string
  }
  communeCode: string
  communeName: string
  /** Who wrote or filed the dossier for the producer. */
  proxyIds: readonly UserId[]
  /** Who reviewed or proposed the dossier for the commune. */
  reviewerIds: readonly UserId[]
  /** Who scored it in a council whose result was complained about with success. */
  firstScorerIds: readonly UserId[]
  /** Who wrote the report of the advisory group, and its marks. */
  adviserId: UserId | null
  /** Other producers and partners that people of the producer work or have worked for. */
  businesses: readonly NamedOrganisation[]
}

/**
 * Every tie between a council member and a dossier; of the ties of kin only the closest.
 *
 * Nobody judges what they make, sell or have already judged; the separation of roles of the council regulations. The household register is no
 * paper any more (Luật Cư trú 68/2020/QH14, Điều 38): one household is one address.
 */
export function tiesOfInterest(member: MemberTies, dossier: DossierTies): Interest[] {
  const filedEmail = dossier.filed.email.trim().toLowerCase()
  const business = dossier.businesses.find(({ id }) => member.businesses.some((own) => own.id === id))
  const ties: Record<Exclude<InterestTie, KinTie>, string | boolean> = {
    'producer-member': dossier.producerOrganisationId !== null && member.organisationIds.includes(dossier.producerOrganisationId),
    'dossier-proxy': dossier.proxyIds.includes(member.userId),
    'commune-reviewer': dossier.reviewerIds.includes(member.userId),
    'scored-first': dossier.firstScorerIds.includes(member.userId),
    'commune-officer': member.communeCodes.includes(dossier.communeCode),
    'producer-email': filedEmail !== '' && filedEmail === member.email.trim().toLowerCase() && filedEmail,
    'dossier-adviser': dossier.adviserId === member.userId,
    'trade-partner': [member, ...member.businesses].find(({ name }) => namesIn(dossier.filed.trade, name))?.name ?? false,
    'joint-organisation': business?.name ?? false,
  }
  const found = Object.entries(ties) as [InterestTie, string | boolean][]
  return [
    ...found.flatMap(([tie, basis]) => (basis === false ? [] : [{ tie, basis: basis === true ? '' : basis }])),
    ...(kinOf(member, dossier) ?? []),
  ]
}

type KinTie = 'same-address' | 'family-near' | 'commune-kin'

/** The closest tie of kin: one house, one family name in the same hamlet or street, one family name in the same commune. */
function kinOf({ name, home }: MemberTies, { filed, communeCode, communeName }: DossierTies): Interest[] | null {
  if (home === null) return null
  const apart = compareAddresses(home, { address: filed.address, communeCode, communeName })
  if (apart === 'same') return [{ tie: 'same-address', basis: filed.address }]
  if (home.communeCode !== communeCode || !isSameFamily(name, filed.representative)) return null
  return apart === 'near'
    ? [{ tie: 'family-near', basis: `${filed.representative}, ${filed.address}` }]
    : [{ tie: 'commune-kin', basis: `${filed.representative}, ${communeName}` }]
}
