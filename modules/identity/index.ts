export {
  actorId,
  actorName,
  hasRole,
  membershipOf,
  requirePerson,
  requireRole,
  roles,
  rolesOf,
  system,
  visitor,
  worksOnOwnDevice,
} from './actor.ts'
export type { Actor, Machine, Person, Role } from './actor.ts'
export { answerToMachine } from './api-keys/answer-machine.ts'
export { apiKeyInput, createApiKey, createApiKeyAt, createApiKeyInput } from './api-keys/create-api-key.ts'
export { machineOf } from './api-keys/machine-of.ts'
export { apiKeyList, findApiKey, listApiKeys } from './api-keys/read-api-keys.ts'
export { revokeApiKey, revokeApiKeyInput } from './api-keys/revoke-api-key.ts'
export { actorOf } from './actor-of.ts'
export type { Session } from './actor-of.ts'
export { record } from './record.ts'
export type { Note } from './record.ts'
export { hasActivePeople } from './membership.store.ts'
export { grantsOf, requireAct } from './ties.ts'
export type { Ties } from './ties.ts'
export { confirmPassword } from './confirm-password.ts'
export { confirmSession, requireRecentConfirmation } from './recent-confirmation.ts'
export { findKeptForm, keepForm } from './kept-form.ts'
export { doOnce, readFormKey } from './sent-form.ts'
export type { SentBefore } from './sent-form.ts'
export { addPiece, dropUploads, isUploadId, uploadState, wholeUploads } from './upload.ts'
export { createAuth } from './auth.ts'
export type { Auth } from './auth.ts'
export { createOrganisation, createPerson, invitePersonInput } from './people.ts'
export { demoPassword } from './passwords.ts'
export { beginLinking, listOwnLinks, unlinkInput, unlinkProvider } from './provider-link.ts'
export { beginSignInByProvider, returnFromProvider } from './sign-in-by-provider.ts'
export type { ProviderReturn } from './sign-in-by-provider.ts'
export { secondFactorInput, signIn, signInInput, signOut, verifySecondFactor } from './sign-in.ts'
export type { SignedIn, SignInRequest } from './sign-in.ts'
export { firstDone, listAuditEntries, verifyAuditChain } from './audit-trail.ts'
export { listSecurityEntries, noteSecurity, readersOf, readersOfThing, securityFilter, systemLogSince } from './security-log.ts'
export type { Reader, SecurityNote } from './security-log.ts'
export { accountSubject, isLastAdministrator, recordErasure, unusedAccounts } from './data-subject.ts'
export { takePages, takeUpload } from './take-upload.ts'

export {
  addOrganisation,
  addOrganisationInput,
  moveOrganisation,
  moveOrganisationInput,
  renameOrganisation,
  renameOrganisationInput,
} from './organisations.ts'
export { mergeOrganisation, mergeOrganisationInput, previewMerge } from './merge-organisations.ts'
export { findOrganisation, findOrganisations, firstDay, listBodies, organisationFilter } from './list-organisations.ts'
export { openBodies, openBodiesInput } from './open-bodies.ts'
export { openCommuneOffices } from './commune-offices.ts'
export { importAccounts, importOrganisations } from './import-people.ts'
export type { Imported, ImportRejected } from './import-people.ts'
export { accountColumns, organisationColumns } from './import-columns.ts'
export { listOwnPeople } from './own-people.ts'
export { findSlips } from './slips.ts'
export { findAccount, findOrganisationByCode, listCommunes, listOrganisations } from './accounts.ts'
export type { Account } from './accounts.ts'
export { openAccount, openAccountInput, openAdministrator } from './open-account.ts'
export {
  endProducerRoles,
  isLoginKnown,
  openProducerAccount,
  openProducerOrganisation,
  producersAt,
  refuseProducerLogin,
  renameProducerOrganisation,
  restoreProducerRoles,
} from './open-producer-account.ts'
export type { OpenedAccount } from './open-producer-account.ts'
export { isAnotherAdministrator } from './membership.store.ts'
export { addMembership, endMembership, giveRole, giveRoleInput } from './memberships.ts'
export { changePassword, changePasswordInput, listDevices, signOutEverywhere } from './own-account.ts'
export {
  beginSecondFactor,
  disableSecondFactor,
  disableSecondFactorInput,
  enableSecondFactor,
  passwordAgainInput,
} from './second-factor.ts'
export type { OwnSession } from './second-factor.ts'
export { listFailedDeliveries, retryDelivery } from './failed-deliveries.ts'
export { judgePassword } from './passwords.ts'
export { firstInvitationHours } from './terms.ts'
export { acceptInvitation, acceptInvitationInput, findInvitation, invitationKey } from './invitation.ts'
export type { Invitation } from './invitation.ts'
export { listOwnNotices, markNoticesSeen } from './notices.ts'
export { peopleWith } from './people-with.store.ts'
export { noteRestore } from './note-restore.ts'
export { askFactorRemoval, confirmFactorRemoval, renewAccess } from './renew-access.ts'

export { identityTopics } from './topics.ts'
export { accountList, auditList, failedEventList, organisationList, securityList } from './lists.ts'
