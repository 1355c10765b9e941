import { Forbidden } from '@dacsan/decisions'
import { visitorName } from './words/visitor.ts'
import type { ApiKeyScope } from './api-keys/scopes.ts'
import type { ApiKeyId, OrganisationId, TrailId, UserId } from './ids.ts'

/** Every role of the programme, in the order of the journey (Quyết định 26/2026/QĐ-TTg, Điều 7–10). */
export const roles = [
  'producer',
  'commune-officer',
  'provincial-officer',
  'advisory-member',
  'council-secretary',
  'council-member',
  'council-chair',
  'leader',
  'trade-department',
  'science-department',
  'point-keeper',
  'trade-office',
  'buyer',
  'organisation-head',
  'administrator',
] as const

export type Role = (typeof roles)[number]

/** One role that a person holds today in one organisation. */
export type Membership = {
  role: Role
  organisationId: OrganisationId
  organisationCode: string
  organisationName: string
  communeCode: string | null
}

export type Person = {
  kind: 'person'
  userId: UserId
  name: string
  /** Absent where the account signs in with a telephone number alone. */
  email: string | null
  phone?: string | null
  memberships: readonly Membership[]
}
export type Visitor = { kind: 'visitor' }
export type System = { kind: 'system'; name: string }

/** Software of an organisation, which came in with a key. */
export type Machine = {
  kind: 'machine'
  keyId: ApiKeyId
  /** The organisation and the label of the key: what history and trail call it. */
  name: string
  organisationId: OrganisationId
  organisationCode: string
  organisationName: string
  scopes: readonly ApiKeyScope[]
}

/** Who asks: someone signed in, someone not signed in, software with a key, or the platform itself (jobs, seeds, the command line). */
export type Actor = Person | Visitor | Machine | System

export const visitor: Visitor = { kind: 'visitor' }

export function system(name: string): System {
  return { kind: 'system', name }
}

export function rolesOf(actor: Actor): Role[] {
  return actor.kind === 'person' ? [...new Set(actor.memberships.map((membership) => membership.role))] : []
}

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.kind === 'person' && actor.memberships.some((membership) => wanted.includes(membership.role))
}

/** The first membership with this role; whoever may hold several reads `actor.memberships`. */
export function membershipOf(actor: Actor, role: Role): Membership | undefined {
  return actor.kind === 'person' ? actor.memberships.find((membership) => membership.role === role) : undefined
}

/** The organisations in which somebody holds a role. */
export function organisationsOf(actor: Actor, role: Role): OrganisationId[] {
  return actor.kind === 'person' ? actor.memberships.filter((one) => one.role === role).map(({ organisationId }) => organisationId) : []
}

/** The communes for which somebody holds a role. */
export function communesOf(actor: Actor, role: Role): string[] {
  return actor.kind === 'person'
    ? actor.memberships.flatMap((one) => (one.role === role && one.communeCode !== null ? [one.communeCode] : []))
    : []
}

/** Throws `Forbidden('sign-in')` to a visitor, `Forbidden('role')` to a person without any of the roles. The platform itself holds no role. */
export function requireRole(actor: Actor, ...wanted: readonly Role[]): Person {
  if (actor.kind === 'visitor') throw new Forbidden('sign-in')
  if (actor.kind !== 'person' || !hasRole(actor, ...wanted)) throw new Forbidden('role', { wanted })
  return actor
}

/** Throws `Forbidden('sign-in')` to a visitor. */
export function requirePerson(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Forbidden('sign-in')
  return actor
}

/** The id of the person; null for everybody else. */
export function actorId(actor: Actor): UserId | null {
  return actor.kind === 'person' ? actor.userId : null
}

/** The id by which the trail knows whoever did something. */
export function trailId(actor: Actor): TrailId | null {
  return actor.kind === 'machine' ? actor.keyId : actorId(actor)
}

/** The name that history and trail keep of whoever did something. */
export function actorName(actor: Actor): string {
  return actor.kind === 'visitor' ? visitorName : actor.name
}

/** Whether somebody works on a device of their own: a producer who has no role in an office, where computers are shared. */
export const worksOnOwnDevice = (actor: Actor): boolean =>
  hasRole(actor, 'producer') && rolesOf(actor).every((role) => role === 'producer' || role === 'buyer')
