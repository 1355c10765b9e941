import type { MembershipId, OrganisationId, UserId } from './ids.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'auth_user.id': UserId
  'auth_account.user_id': UserId
  'auth_session.user_id': UserId
  'auth_two_factor.user_id': UserId
  'organisation.id': OrganisationId
  'organisation.parent_id': OrganisationId
  'membership.id': MembershipId
  'membership.user_id': UserId
  'membership.organisation_id': OrganisationId
  'audit_entry.actor_id': UserId
}
