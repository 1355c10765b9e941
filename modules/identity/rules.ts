import type { TableProblem } from '../table-problems.ts'
import { rolesOf } from './actor.ts'
import type { Actor, Role } from './actor.ts'
import type { MembershipStatus, OrganisationStatus } from './acts.ts'

export { actorId, actorName, communesOf, hasRole, organisationsOf, requireRole, roles, rolesOf, system, visitor } from './actor.ts'
export type { Actor, Person, Role } from './actor.ts'
export type { OrganisationId, UserId } from './ids.ts'

export { apiKeyPrefix, apiKeyScopes } from './api-keys/rules.ts'
export type { ApiKeyRefusal, ApiKeyStatus } from './api-keys/rules.ts'

export { isReachable } from './login.ts'
export { grantsOf, permits } from './ties.ts'
export type { ActRows, Party, SeatTie, Tie, Ties, Who } from './ties.ts'

export type PasswordRefusal =
  | { code: 'password-short'; least: number }
  | { code: 'password-long'; most: number }
  | { code: 'password-common' }

export type ConfirmRefusal = { code: 'password-wrong' } | { code: 'too-many-attempts'; minutes: number }

export type SignInRefusal = { code: 'wrong-email-or-password' } | { code: 'too-many-attempts'; minutes: number } | { code: 'demo-password' }

/**
 * Why an identity provider let nobody in or linked nothing. `provider`: what we call it. `denied`: the person said no there; `silent`: it does not
 * answer; `clock`: what it said is not valid now; `unsound`: its answer is not one to what we asked; `again`: the way there and back was broken off,
 * was gone before, or began in another browser.
 */
export const providerRefusalCodes = ['provider-denied', 'provider-silent', 'provider-clock', 'provider-unsound', 'provider-again'] as const
/** Why a link is not made, or opens nothing. */
export const linkRefusalCodes = ['link-unknown', 'link-taken', 'linked-already'] as const
export type ProviderRefusal = { code: (typeof providerRefusalCodes)[number]; provider: string }
export type LinkRefusal = { code: (typeof linkRefusalCodes)[number]; provider: string }

/** Where a provider leads back to: a fixed address, which is registered there. */
export const providerReturnPath = '/dang-nhap/dinh-danh/ve'

export type SecondFactorRefusal =
  | { code: 'wrong-code' }
  | { code: 'code-used' }
  | { code: 'too-many-attempts'; minutes: number }
  | { code: 'sign-in-again' }

/** An address with which a password is chosen opens once, and not for ever. */
export type InvitationRefusal = { code: 'invitation-used'; at: Date } | { code: 'invitation-expired'; at: Date }

/** Nobody alone takes a second factor away from somebody else. */
export type FactorRemovalRefusal =
  | { code: 'no-second-factor' }
  | { code: 'removal-not-asked' }
  | { code: 'removal-expired' }
  | { code: 'second-administrator' }

/** Why a role is not given in an organisation. */
export type RoleRefusal =
  | { code: 'unknown-organisation' }
  | { code: 'organisation-merged'; status: OrganisationStatus; into: string | null }
  | { code: 'role-unfit'; role: Role; kind: OrganisationKind }
  | { code: 'role-by-administrator'; role: Role }

export type AccountRefusal = { code: 'email-taken' } | { code: 'phone-taken' } | RoleRefusal | PasswordRefusal

export type MembershipRefusal = { code: 'already-member'; status: MembershipStatus } | { code: 'own-account' } | RoleRefusal

/** Why an organisation is not made or changed. */
export type OrganisationRefusal =
  | { code: 'code-taken'; name: string }
  | { code: 'commune-missing' }
  | { code: 'unknown-commune' }
  | { code: 'commune-taken'; name: string; organisationCode: string }
  | { code: 'unknown-parent' }
  | { code: 'parent-below' }
  | { code: 'name-unchanged' }
  | { code: 'place-unchanged' }
  | { code: 'organisation-merged'; status: OrganisationStatus; into: string | null }

/** Why one organisation does not go into another. */
export type MergeRefusal =
  | { code: 'unknown-organisation' }
  | { code: 'same-organisation' }
  | { code: 'kinds-differ' }
  | { code: 'into-merged' }
  | { code: 'held-by-both'; what: string }
  | { code: 'organisation-merged'; status: OrganisationStatus; into: string | null }

/** What is wrong with a row of an import, beyond what its cells say. */
export type RowProblem =
  | { code: 'row-repeated'; row: number; column: string; firstRow: number }
  | { code: 'organisation-differs'; row: number; column: string; name: string }
  | { code: 'commune-served'; row: number; column: string; name: string; organisationCode: string }
  | { code: 'person-differs'; row: number; column: string; name: string }
  | { code: 'role-ended'; row: number; column: string; until: string }
  | { code: 'row-refused'; row: number; column: string; says: string }
export type ImportProblem = TableProblem | RowProblem

/** The event reached its subscriber in the meantime, or is on its way. */
export type DeliveryRefusal = { code: 'delivery-not-waiting' }

/** What the security log keeps: who came to which door, and who read or wrote what. */
export const securityWhats = ['sign-in', 'second-factor', 'lock-out', 'sign-out', 'invitation', 'read', 'write'] as const
export type SecurityWhat = (typeof securityWhats)[number]
export const securityOutcomes = ['done', 'refused', 'failed'] as const
export type SecurityOutcome = (typeof securityOutcomes)[number]

export const organisationKinds = [
  'producer',
  'commune',
  'provincial-office',
  'council',
  'department',
  'steering-committee',
  'platform',
  'partner',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]
export type { OrganisationStatus } from './acts.ts'

/** The kinds that are made by hand: the platform's own organisation is there from the start. */
export const newOrganisationKinds = organisationKinds.filter((kind) => kind !== 'platform') as Exclude<OrganisationKind, 'platform'>[]

/**
 * Which roles an organisation of a kind can give. The council is called together from departments, the advisory office, schools and
 * associations; its chair is a leader of the province, or the head of an agency whom the chair empowers (Quyết định 26/2026/QĐ-TTg).
 */
export const rolesOfKind: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  producer: ['producer', 'point-keeper'],
  commune: ['commune-officer', 'organisation-head'],
  'provincial-office': ['provincial-officer', 'advisory-member', 'council-secretary', 'council-member', 'leader', 'organisation-head'],
  council: ['council-chair', 'council-secretary', 'council-member', 'advisory-member'],
  department: [
    'advisory-member',
    'council-member',
    'council-secretary',
    'council-chair',
    'leader',
    'trade-department',
    'science-department',
    'organisation-head',
  ],
  'steering-committee': ['leader', 'council-chair'],
  platform: ['administrator', 'buyer'],
  partner: ['council-member', 'advisory-member', 'point-keeper', 'trade-office', 'buyer', 'organisation-head'],
}

/** What a head hands out: not the headship itself, and nothing that lets others in. */
export const rolesByHead = (kind: OrganisationKind): readonly Role[] =>
  rolesOfKind[kind].filter((role) => role !== 'organisation-head' && role !== 'administrator')

/** The sign-in page leads back only to a page of this site. */
export function ownPath(next: string | null | undefined, fallback: string): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/u.test(next)) return fallback
  // A header carries bytes: what is no ASCII is written with percent signs.
  const here = 'http://here.invalid'
  const address = URL.parse(next, here)
  // `/.//a.vn` is a path here and, read again, another host.
  if (address?.origin !== here || address.pathname.startsWith('//')) return fallback
  return `${address.pathname}${address.search}${address.hash}`
}

/** Whether a person must first set up the second factor: one of these roles is theirs and they have none yet. The demonstration asks nobody. */
export function owesSecondFactor(actor: Actor, has: boolean, wanted: readonly string[], demo: boolean): boolean {
  return !demo && !has && rolesOf(actor).some((role) => wanted.includes(role))
}

/** Where an invitation is opened. */
export const invitationPath = (secret: string): string => `/loi-moi/${secret}`

/** The accounts of the demonstration, in the order of the journey. */
export const demoAccounts: readonly { email: string; role: Role }[] = [
  { email: 'chuthe@demo.vn', role: 'producer' },
  { email: 'canbo.xa@demo.vn', role: 'commune-officer' },
  { email: 'chuyenvien@demo.vn', role: 'provincial-officer' },
  { email: 'thuky@demo.vn', role: 'council-secretary' },
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ email: `thanhvien${n}@demo.vn`, role: 'council-member' as const })),
  { email: 'chutich@demo.vn', role: 'council-chair' },
  { email: 'lanhdao@demo.vn', role: 'leader' },
  { email: 'congthuong@demo.vn', role: 'trade-department' },
  { email: 'khcn@demo.vn', role: 'science-department' },
  { email: 'nguoimua@demo.vn', role: 'buyer' },
  { email: 'quantri@demo.vn', role: 'administrator' },
]
