export { actorId, actorName, hasRole, membershipOf, requirePerson, requireRole, roles, rolesOf, system, visitor } from './actor.ts'
export type { Actor, Membership, Person, Role, System, Visitor } from './actor.ts'
export { actorOf } from './actor-of.ts'
export type { Session } from './actor-of.ts'
export { audit } from './audit.ts'
export type { AuditNote } from './audit.ts'
export { record } from './record.ts'
export type { Note } from './record.ts'
export { grantsOf, permits, requireAct } from './ties.ts'
export type { ActRows, Grant, Party, SeatTie, Tie, Ties, Who } from './ties.ts'
export { confirmPassword } from './confirm-password.ts'
export { createAuth } from './auth.ts'
export type { Auth } from './auth.ts'
export {
  addMembership,
  addMembershipInput,
  createOrganisation,
  createOrganisationInput,
  createPerson,
  createPersonInput,
} from './people.ts'
export type { CreateOrganisationInput, CreatePersonInput } from './people.ts'
export { demoPassword, giveSecondFactor, secondFactorInput, signIn, signInInput, signOut } from './sign-in.ts'
export type { Door, SignedIn } from './sign-in.ts'
export { auditFilter, auditPageSize, exportAuditEntries, firstDone, listAuditEntries, verifyAuditChain } from './audit-trail.ts'
export type { AuditEntry, AuditFilter, ChainVerdict } from './audit-trail.ts'
export {
  accountFilter,
  endMembership,
  findAccount,
  giveRole,
  giveRoleInput,
  listAccounts,
  listOrganisations,
  openAccount,
  openAccountInput,
  openAdministrator,
} from './accounts.ts'
export type { Account, AccountMembership } from './accounts.ts'
export {
  beginSecondFactor,
  changePassword,
  changePasswordInput,
  confirmSecondFactor,
  dropSecondFactor,
  listDevices,
  signOutEverywhere,
} from './own-account.ts'
export type { Device, Enrolment } from './own-account.ts'
export { renewAccess } from './renew-access.ts'
export { owesSecondFactor } from './rules.ts'
export type { ConfirmRefusal } from './rules.ts'
export { identityTopics } from './topics.ts'
export { identityWork } from './work.ts'
