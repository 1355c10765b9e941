import { carries, nameActs } from '@dacsan/decisions'
import { apiKeyActs, apiKeyStatuses } from './api-keys/acts.ts'
import type { InvitationId, OrganisationId, UserId } from './ids.ts'
import type { ActRows } from './ties.ts'

/** A role that a person was given in an organisation: held today, or ended. */
export const membershipStatuses = ['held', 'ended'] as const
export type MembershipStatus = (typeof membershipStatuses)[number]

/** In use, or merged into another: then it is history, and says where it went. */
export const organisationStatuses = ['active', 'merged'] as const
export type OrganisationStatus = (typeof organisationStatuses)[number]

const administrator = { administrator: 'any' } as const
/** Administrators on their page; seeds, imports and the command line before there is an administrator. */
const operator = { administrator: 'any', system: 'any' } as const
/** Whoever leads an organisation looks after its people: its own organisation's, and nobody else's. */
const head = { 'organisation-head': 'owner' } as const
const self = { anyone: 'self' } as const

const passwordFaults = ['password-short', 'password-long', 'password-common'] as const
const unconfirmed = ['password-wrong', 'too-many-attempts'] as const
const unproven = ['provider-denied', 'provider-silent', 'provider-clock', 'provider-unsound', 'provider-again'] as const

/** What subscribers hear of an account: whose. */
export type AccountChanged = { userId: UserId }
const changed = carries<AccountChanged>()
/** `newDevice`: in a browser in which this person never signed in before; null where none was known yet. */
export type SignedInFrom = AccountChanged & { newDevice: boolean }
/** `issuer`: of the provider; who the person is there is nobody's business. */
export type LinkChanged = AccountChanged & { issuer: string }
export type RoleChanged = AccountChanged & { role: string; organisationId: OrganisationId }

/** An invitation was made within another act, which its line in the trail is of. */
export type PersonInvited = AccountChanged & { invitationId: InvitationId; kind: 'first' | 'renewed' }
export const personInvited = { event: 'person.invited', payload: carries<PersonInvited>() }

/** What can be done to the account of a person. */
export const personActs = nameActs('person', {
  create: {
    by: { ...operator, ...head },
    event: 'person.created',
    says: 'Mở tài khoản',
    refusals: [
      'email-taken',
      'phone-taken',
      'unknown-organisation',
      'organisation-merged',
      'role-unfit',
      'role-by-administrator',
      ...passwordFaults,
    ],
    formerly: { 'identity.person-created': 'Mở tài khoản' },
  },
  'open-administrator': {
    by: { system: 'any' },
    event: 'person.administrator-opened',
    says: 'Mở tài khoản quản trị trên máy chủ',
    refusals: ['email-taken', ...passwordFaults],
  },
  'sign-in': {
    by: { anyone: 'any' },
    event: 'person.signed-in',
    payload: carries<SignedInFrom>(),
    says: 'Đăng nhập',
    refusals: [
      'wrong-email-or-password',
      'too-many-attempts',
      'demo-password',
      'wrong-code',
      'code-used',
      'sign-in-again',
      ...unproven,
      'link-unknown',
    ],
    formerly: { 'identity.signed-in': 'Đăng nhập' },
  },
  'sign-out-everywhere': {
    by: self,
    event: 'person.signed-out-everywhere',
    says: 'Đăng xuất mọi thiết bị',
    formerly: { 'identity.signed-out-everywhere': 'Đăng xuất mọi thiết bị' },
  },
  'change-password': {
    by: self,
    event: 'person.password-changed',
    payload: changed,
    says: 'Đổi mật khẩu',
    refusals: [...unconfirmed, ...passwordFaults],
    formerly: { 'identity.password-changed': 'Đổi mật khẩu' },
  },
  'enable-second-factor': {
    by: self,
    event: 'person.second-factor-enabled',
    payload: changed,
    says: 'Bật xác thực hai lớp',
    refusals: [...unconfirmed, 'wrong-code', 'second-factor-on'],
    formerly: { 'identity.two-factor-enabled': 'Bật xác thực hai lớp' },
  },
  'disable-second-factor': {
    by: self,
    event: 'person.second-factor-disabled',
    payload: changed,
    says: 'Tắt xác thực hai lớp',
    refusals: [...unconfirmed, 'wrong-code', 'code-used'],
    formerly: { 'identity.two-factor-disabled': 'Tắt xác thực hai lớp' },
  },
  /** The holder, once the provider said who they are there. */
  'link-provider': {
    by: self,
    event: 'person.provider-linked',
    payload: carries<LinkChanged>(),
    says: 'Gắn tài khoản định danh',
    refusals: [...unconfirmed, ...unproven, 'link-taken', 'linked-already'],
  },
  'unlink-provider': {
    by: self,
    event: 'person.provider-unlinked',
    payload: carries<LinkChanged>(),
    says: 'Gỡ tài khoản định danh',
    refusals: unconfirmed,
  },
  'renew-access': {
    by: { ...administrator, ...head },
    event: 'person.access-renewed',
    says: 'Cấp lại quyền đăng nhập',
    formerly: { 'identity.access-renewed': 'Cấp lại quyền đăng nhập' },
  },
  'accept-invitation': {
    by: { anyone: 'link' },
    event: 'person.invitation-accepted',
    says: 'Chọn mật khẩu bằng địa chỉ mời',
    refusals: ['invitation-used', 'invitation-expired', ...passwordFaults],
  },
  'ask-factor-removal': {
    by: administrator,
    event: 'person.second-factor-removal-asked',
    says: 'Đề nghị tắt xác thực hai lớp của người khác',
    refusals: ['no-second-factor'],
  },
  'remove-second-factor': {
    by: administrator,
    event: 'person.second-factor-removed',
    payload: changed,
    says: 'Tắt xác thực hai lớp của người khác',
    refusals: ['removal-not-asked', 'second-administrator'],
  },
  /** Nobody has used it for as long as the law keeps the data of users. */
  forget: {
    by: { system: 'any' },
    event: 'person.forgotten',
    says: 'Xóa dữ liệu của tài khoản hết hạn giữ',
  },
} as const satisfies ActRows)

/** What can be done to a role of a person. The audit trail keeps it with the person, whose account page shows all that was done to it. */
export const membershipActs = nameActs('person', {
  /** Gives a role for the first time, or again after it ended. */
  add: {
    from: ['ended'],
    to: 'held',
    by: { ...operator, ...head },
    event: 'membership.added',
    payload: carries<RoleChanged>(),
    says: 'Giao vai trò',
    closed: 'already-member',
    refusals: ['unknown-organisation', 'organisation-merged', 'role-unfit', 'role-by-administrator', 'own-account'],
    formerly: { 'identity.membership-added': 'Giao vai trò' },
  },
  end: {
    from: ['held'],
    to: 'ended',
    by: { ...administrator, ...head },
    event: 'membership.ended',
    final: true,
    payload: carries<RoleChanged>(),
    says: 'Thôi vai trò',
    refusals: ['last-administrator', 'role-by-administrator'],
    formerly: { 'identity.membership-ended': 'Thôi vai trò' },
  },
} as const satisfies ActRows<MembershipStatus>)

/** What can be done to an organisation. It is never deleted. */
export const organisationActs = nameActs('organisation', {
  create: {
    to: 'active',
    by: operator,
    event: 'organisation.created',
    says: 'Thêm tổ chức',
    refusals: ['code-taken', 'commune-missing', 'unknown-commune', 'commune-taken', 'unknown-parent'],
    formerly: { 'identity.organisation-created': 'Thêm tổ chức' },
  },
  rename: {
    from: ['active'],
    by: administrator,
    event: 'organisation.renamed',
    says: 'Đổi tên tổ chức',
    closed: 'organisation-merged',
    refusals: ['name-unchanged'],
  },
  /** Under another organisation, or to another commune. */
  move: {
    from: ['active'],
    by: administrator,
    event: 'organisation.moved',
    says: 'Chuyển tổ chức',
    closed: 'organisation-merged',
    refusals: ['place-unchanged', 'commune-missing', 'unknown-commune', 'commune-taken', 'unknown-parent', 'parent-below'],
  },
  /** Its people, and what other rooms hold by its id, go over to another organisation of its kind. */
  merge: {
    from: ['active'],
    to: 'merged',
    by: administrator,
    event: 'organisation.merged',
    final: true,
    payload: carries<{ organisationId: OrganisationId; intoId: OrganisationId }>(),
    says: 'Nhập vào tổ chức khác',
    closed: 'organisation-merged',
    refusals: ['unknown-organisation', 'same-organisation', 'kinds-differ', 'into-merged', 'held-by-both'],
  },
} as const satisfies ActRows<OrganisationStatus>)

/** What can be done to an event that a subscriber could not process. */
export const eventActs = nameActs('event', {
  'retry-delivery': {
    by: administrator,
    event: 'event.delivery-retried',
    says: 'Giao lại sự kiện',
    refusals: ['delivery-not-waiting'],
  },
} as const satisfies ActRows)

/** What is done to the whole of an installation, on its machine. */
export const installationActs = nameActs('installation', {
  'note-restore': {
    by: { system: 'any' },
    event: 'installation.restored',
    says: 'Khôi phục hệ thống về một thời điểm',
  },
} as const satisfies ActRows)

export const identityActTables = [
  { says: 'Người dùng', statuses: [], acts: personActs },
  { says: 'Vai trò', statuses: membershipStatuses, acts: membershipActs },
  { says: 'Tổ chức', statuses: organisationStatuses, acts: organisationActs },
  { says: 'Khóa máy', statuses: apiKeyStatuses, acts: apiKeyActs },
  { says: 'Sự kiện', statuses: [], acts: eventActs },
  { says: 'Hệ thống', statuses: [], acts: installationActs },
] as const

/** A person is tied to no account but their own. */
export const tiesOfAccount = (userId: UserId) => ({ self: userId })
