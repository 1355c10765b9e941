import type { ApiKeyId, InvitationId, MembershipId, NoticeId, OrganisationId, TrailId, UserId } from './ids.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'auth_user.id': UserId
  'auth_account.user_id': UserId
  'auth_session.user_id': UserId
  'auth_two_factor.user_id': UserId
  'organisation.id': OrganisationId
  'organisation.parent_id': OrganisationId
  'organisation.merged_into_id': OrganisationId
  'membership.id': MembershipId
  'membership.user_id': UserId
  'active_member_card.user_id': UserId
  'active_member_card.organisation_id': OrganisationId
  'membership.organisation_id': OrganisationId
  'audit_entry.actor_id': TrailId
  'security_entry.actor_id': TrailId
  'api_key.id': ApiKeyId
  'api_key.organisation_id': OrganisationId
  'api_key.created_by_id': UserId
  'api_key.revoked_by_id': UserId
  'known_device.user_id': UserId
  'invitation.id': InvitationId
  'invitation.user_id': UserId
  'invitation.made_by_id': UserId
  'account_notice.id': NoticeId
  'account_notice.user_id': UserId
  'account_notice.by_id': UserId
  'factor_removal.user_id': UserId
  'factor_removal.asked_by_id': UserId
  'kept_form.user_id': UserId
  'sent_form.user_id': UserId
  'upload.user_id': UserId
  'upload_piece.user_id': UserId
}
