export { hasRole, membershipOf, requirePerson, requireRole, roles, rolesOf, system, visitor } from './actor.ts'
export type { Actor, Membership, Person, Role, System, Visitor } from './actor.ts'

export type PasswordRefusal = { code: 'password-short'; least: number } | { code: 'password-long'; most: number } | { code: 'password-common' }

export type SignInRefusal =
  | { code: 'wrong-email-or-password' }
  | { code: 'too-many-attempts'; minutes: number }
  | { code: 'demo-password' }

export type SecondFactorRefusal = { code: 'wrong-code' } | { code: 'too-many-attempts'; minutes: number } | { code: 'sign-in-again' }

export type AccountRefusal = { code: 'email-taken' } | { code: 'unknown-organisation' } | PasswordRefusal

export type MembershipRefusal = { code: 'already-member' } | { code: 'unknown-organisation' } | { code: 'last-administrator' }

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

/** The sign-in page leads back only to a page of this site. */
export function ownPath(next: string | null | undefined, fallback: string): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return fallback
  return next
}
