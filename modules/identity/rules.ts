export { hasRole, membershipOf, requirePerson, requireRole, roles, rolesOf, system, visitor } from './actor.ts'
export type { Actor, Membership, Person, Role, System, Visitor } from './actor.ts'
