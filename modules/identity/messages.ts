import { formatMoment } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import { tellOf } from '../message.ts'
import type { Telling } from '../message.ts'
import { membershipActs, personActs, personInvited } from './acts.ts'
import type { AccountChanged, LinkChanged, RoleChanged } from './acts.ts'
import type { Role } from './actor.ts'
import type { InvitationId } from './ids.ts'
import { invitationAddress } from './invitation.ts'
import { hasOpenFirstInvitation, selectInvitationById } from './invitation.store.ts'
import { selectOrganisation } from './organisation.store.ts'
import { roleNames } from './words/names.ts'

const ownAccount = '/van-phong/tai-khoan'
/** What concerns the way into an account: by mail whatever was chosen, and at once. */
const ofAccount = { kind: 'security', pace: 'at-once' } as const

const told = ({ userId }: AccountChanged, at: Date) => [
  { to: [userId], path: ownAccount, object: ['person', userId] as const, values: { at: formatMoment(at) } },
]

const careful = 'Nếu không phải bạn làm, hãy báo ngay người quản trị và đổi mật khẩu.'
const sample = { at: '08:30 01/12/2026' }

const linkTold = ({ userId, issuer }: LinkChanged, at: Date) => [
  {
    to: [userId],
    path: ownAccount,
    object: ['person', userId] as const,
    values: { at: formatMoment(at), place: new URL(issuer).host },
  },
]
const ofLink = { ...sample, place: 'sso.vidu.vn' }

const roleTold = async (db: ReadDb, { userId, role, organisationId }: RoleChanged) => [
  {
    to: [userId],
    path: '/van-phong',
    object: ['person', userId] as const,
    values: { role: roleNames[role as Role] ?? role, organisation: (await selectOrganisation(db, { id: organisationId }))?.name ?? '' },
  },
]
const ofRole = { role: 'Cán bộ xã', organisation: 'UBND xã Long Đức' }

export const identityMessages: readonly Telling[] = [
  tellOf(personInvited, {
    ...ofAccount,
    name: 'person.invited',
    says: 'Lời mời vào hệ thống',
    sample: { by: 'Nguyễn Văn Quản', until: '08:30 04/12/2026' },
    words: {
      vi: {
        subject: 'Lời mời vào hệ thống',
        text: '{by} mời bạn vào hệ thống. Mở địa chỉ dưới đây một lần để tự chọn mật khẩu, trước {until}. Không ai khác biết mật khẩu của bạn; đừng chuyển thư này cho người khác.',
        short: '{by} moi ban vao he thong. Hay mo dia chi trong thu dien tu truoc {until}.',
      },
      en: {
        subject: 'Your invitation',
        text: '{by} invites you. Open the address below once to choose your own password, before {until}. Do not pass this mail on.',
        short: '{by} invites you. Open the address in your mail before {until}.',
      },
      km: {
        subject: 'ការអញ្ជើញចូលប្រព័ន្ធ',
        text: '{by} អញ្ជើញអ្នកចូលប្រព័ន្ធ។ សូមបើកអាសយដ្ឋានខាងក្រោមម្តង ដើម្បីជ្រើសពាក្យសម្ងាត់ដោយខ្លួនឯង មុន {until}។ កុំបញ្ជូនសំបុត្រនេះទៅអ្នកដទៃ។',
        short: '{by} moi ban vao he thong. Hay mo dia chi trong thu dien tu truoc {until}.',
      },
    },
    tell: async ({ payload: { userId, invitationId } }, { db }) => {
      const invitation = await selectInvitationById(db, invitationId)
      if (!invitation) return []
      const values = { by: invitation.madeByName, until: formatMoment(invitation.expiresAt) }
      return [{ to: [userId], path: `invitation:${invitationId}`, object: ['person', userId], values }]
    },
  }),
  tellOf(personActs['sign-in'], {
    ...ofAccount,
    name: 'person.new-device',
    says: 'Đăng nhập từ thiết bị mới',
    sample,
    words: {
      vi: {
        subject: 'Đăng nhập từ thiết bị mới',
        text: `Tài khoản của bạn vừa đăng nhập từ một thiết bị chưa từng dùng, lúc {at}. ${careful}`,
        short: 'Tai khoan cua ban vua dang nhap tu thiet bi moi luc {at}. Neu khong phai ban, hay doi mat khau.',
      },
      en: {
        subject: 'A new device signed in',
        text: 'Your account signed in on a device that it never used, at {at}. If this was not you, tell the administrator at once and change your password.',
        short: 'Your account signed in on a new device at {at}. If it was not you, change your password.',
      },
      km: {
        subject: 'ឧបករណ៍ថ្មីបានចូលគណនី',
        text: 'គណនីរបស់អ្នកទើបចូលពីឧបករណ៍ថ្មី នៅ {at}។ បើមិនមែនអ្នកធ្វើទេ សូមប្រាប់អ្នកគ្រប់គ្រងភ្លាម ហើយប្តូរពាក្យសម្ងាត់។',
        short: 'Tai khoan cua ban vua dang nhap tu thiet bi moi luc {at}. Neu khong phai ban, hay doi mat khau.',
      },
    },
    tell: async ({ payload, at }) => (payload.newDevice ? told(payload, at) : []),
  }),
  tellOf(personActs['change-password'], {
    ...ofAccount,
    name: 'person.password-changed',
    says: 'Đổi mật khẩu',
    sample,
    words: {
      vi: {
        subject: 'Mật khẩu đã được đổi',
        text: `Mật khẩu của bạn vừa được đổi lúc {at}; các thiết bị khác phải đăng nhập lại. ${careful}`,
        short: 'Mat khau cua ban da duoc doi luc {at}.',
      },
      en: {
        subject: 'Your password was changed',
        text: 'Your password was changed at {at}; other devices must sign in again. If this was not you, tell the administrator at once and change your password.',
        short: 'Your password was changed at {at}.',
      },
      km: {
        subject: 'ពាក្យសម្ងាត់ត្រូវបានប្តូរ',
        text: 'ពាក្យសម្ងាត់របស់អ្នកត្រូវបានប្តូរនៅ {at} ឧបករណ៍ផ្សេងត្រូវចូលម្តងទៀត។ បើមិនមែនអ្នកធ្វើទេ សូមប្រាប់អ្នកគ្រប់គ្រងភ្លាម ហើយប្តូរពាក្យសម្ងាត់។',
        short: 'Mat khau cua ban da duoc doi luc {at}.',
      },
    },
    tell: async ({ payload, at }) => told(payload, at),
  }),
  tellOf(personActs['enable-second-factor'], {
    ...ofAccount,
    name: 'person.second-factor-enabled',
    says: 'Bật xác thực hai lớp',
    sample,
    words: {
      vi: {
        subject: 'Đã bật xác thực hai lớp',
        text: `Tài khoản của bạn từ nay cần thêm mã khi đăng nhập (bật lúc {at}). Hãy cất các mã dự phòng. ${careful}`,
        short: 'Tai khoan cua ban da bat xac thuc hai lop luc {at}.',
      },
      en: {
        subject: 'The second step of signing in is on',
        text: 'From now on your account asks for a code when you sign in (since {at}). Keep the spare codes safe. If this was not you, tell the administrator at once and change your password.',
        short: 'The second step of signing in is on since {at}.',
      },
      km: {
        subject: 'បានបើកការផ្ទៀងផ្ទាត់ពីរជំហាន',
        text: 'ចាប់ពីពេលនេះ គណនីរបស់អ្នកត្រូវការលេខកូដពេលចូល (បើកនៅ {at})។ សូមរក្សាលេខកូដបម្រុង។ បើមិនមែនអ្នកធ្វើទេ សូមប្រាប់អ្នកគ្រប់គ្រងភ្លាម ហើយប្តូរពាក្យសម្ងាត់។',
        short: 'Tai khoan cua ban da bat xac thuc hai lop luc {at}.',
      },
    },
    tell: async ({ payload, at }) => told(payload, at),
  }),
  tellOf(personActs['disable-second-factor'], {
    ...ofAccount,
    name: 'person.second-factor-disabled',
    says: 'Tắt xác thực hai lớp',
    sample,
    words: {
      vi: {
        subject: 'Đã tắt xác thực hai lớp',
        text: `Tài khoản của bạn không còn hỏi mã khi đăng nhập (tắt lúc {at}). ${careful}`,
        short: 'Xac thuc hai lop cua ban da tat luc {at}.',
      },
      en: {
        subject: 'The second step of signing in is off',
        text: 'Your account no longer asks for a code when you sign in (since {at}). If this was not you, tell the administrator at once and change your password.',
        short: 'The second step of signing in is off since {at}.',
      },
      km: {
        subject: 'បានបិទការផ្ទៀងផ្ទាត់ពីរជំហាន',
        text: 'គណនីរបស់អ្នកលែងសួរលេខកូដពេលចូល (បិទនៅ {at})។ បើមិនមែនអ្នកធ្វើទេ សូមប្រាប់អ្នកគ្រប់គ្រងភ្លាម ហើយប្តូរពាក្យសម្ងាត់។',
        short: 'Xac thuc hai lop cua ban da tat luc {at}.',
      },
    },
    tell: async ({ payload, at }) => told(payload, at),
  }),
  tellOf(personActs['link-provider'], {
    ...ofAccount,
    name: 'person.provider-linked',
    says: 'Gắn tài khoản định danh',
    sample: ofLink,
    words: {
      vi: {
        subject: 'Đã gắn tài khoản định danh',
        text: `Từ {at}, tài khoản của bạn mở được cả bằng tài khoản định danh ở {place}. ${careful}`,
        short: 'Tai khoan cua ban da gan tai khoan dinh danh luc {at}. Neu khong phai ban, hay doi mat khau.',
      },
      en: {
        subject: 'An identity provider was linked',
        text: 'Since {at} your account also opens with your account at {place}. If this was not you, tell the administrator at once and change your password.',
        short: 'An identity provider was linked to your account at {at}. If it was not you, change your password.',
      },
      km: {
        subject: 'បានភ្ជាប់គណនីអត្តសញ្ញាណ',
        text: 'ចាប់ពី {at} គណនីរបស់អ្នកអាចបើកដោយគណនីអត្តសញ្ញាណនៅ {place} ផងដែរ។ បើមិនមែនអ្នកធ្វើទេ សូមប្រាប់អ្នកគ្រប់គ្រងភ្លាម ហើយប្តូរពាក្យសម្ងាត់។',
        short: 'Tai khoan cua ban da gan tai khoan dinh danh luc {at}. Neu khong phai ban, hay doi mat khau.',
      },
    },
    tell: async ({ payload, at }) => linkTold(payload, at),
  }),
  tellOf(personActs['unlink-provider'], {
    ...ofAccount,
    name: 'person.provider-unlinked',
    says: 'Gỡ tài khoản định danh',
    sample: ofLink,
    words: {
      vi: {
        subject: 'Đã gỡ tài khoản định danh',
        text: `Từ {at}, tài khoản định danh ở {place} không còn mở được tài khoản của bạn; mật khẩu vẫn như cũ. ${careful}`,
        short: 'Tai khoan dinh danh da duoc go khoi tai khoan cua ban luc {at}.',
      },
      en: {
        subject: 'An identity provider was unlinked',
        text: 'Since {at} your account at {place} no longer opens your account here; the password stays as it is. If this was not you, tell the administrator at once and change your password.',
        short: 'An identity provider was unlinked from your account at {at}.',
      },
      km: {
        subject: 'បានដកគណនីអត្តសញ្ញាណ',
        text: 'ចាប់ពី {at} គណនីអត្តសញ្ញាណនៅ {place} លែងបើកគណនីរបស់អ្នកទៀត ពាក្យសម្ងាត់នៅដដែល។ បើមិនមែនអ្នកធ្វើទេ សូមប្រាប់អ្នកគ្រប់គ្រងភ្លាម ហើយប្តូរពាក្យសម្ងាត់។',
        short: 'Tai khoan dinh danh da duoc go khoi tai khoan cua ban luc {at}.',
      },
    },
    tell: async ({ payload, at }) => linkTold(payload, at),
  }),
  tellOf(personActs['remove-second-factor'], {
    ...ofAccount,
    name: 'person.second-factor-removed',
    says: 'Quản trị tắt xác thực hai lớp',
    sample,
    words: {
      vi: {
        subject: 'Quản trị đã tắt xác thực hai lớp của bạn',
        text: 'Hai người quản trị đã tắt xác thực hai lớp của tài khoản bạn lúc {at}. Nếu bạn không đề nghị việc này, hãy báo ngay cơ quan.',
        short: 'Quan tri da tat xac thuc hai lop cua ban luc {at}. Neu ban khong de nghi, hay bao ngay.',
      },
      en: {
        subject: 'Administrators took your second step away',
        text: 'Two administrators switched the second step of your account off at {at}. If you did not ask for it, tell your office at once.',
        short: 'Administrators switched your second step off at {at}. If you did not ask for it, tell your office.',
      },
      km: {
        subject: 'អ្នកគ្រប់គ្រងបានបិទការផ្ទៀងផ្ទាត់ពីរជំហានរបស់អ្នក',
        text: 'អ្នកគ្រប់គ្រងពីរនាក់បានបិទការផ្ទៀងផ្ទាត់ពីរជំហាននៃគណនីអ្នកនៅ {at}។ បើអ្នកមិនបានស្នើទេ សូមប្រាប់ការិយាល័យភ្លាម។',
        short: 'Quan tri da tat xac thuc hai lop cua ban luc {at}. Neu ban khong de nghi, hay bao ngay.',
      },
    },
    tell: async ({ payload, at }) => told(payload, at),
  }),
  tellOf(membershipActs.add, {
    ...ofAccount,
    name: 'membership.added',
    says: 'Được giao vai trò',
    sample: ofRole,
    words: {
      vi: {
        subject: 'Bạn được giao vai trò {role}',
        text: 'Từ hôm nay bạn là {role} tại {organisation}.',
        short: 'Ban duoc giao vai tro {role} tai {organisation}.',
      },
      en: {
        subject: 'You were given the role {role}',
        text: 'From today you are {role} at {organisation}.',
        short: 'You were given the role {role} at {organisation}.',
      },
      km: {
        subject: 'អ្នកទទួលតួនាទី {role}',
        text: 'ចាប់ពីថ្ងៃនេះ អ្នកជា {role} នៅ {organisation}។',
        short: 'Ban duoc giao vai tro {role} tai {organisation}.',
      },
    },
    // Whoever has not come in yet reads it where the invitation leads.
    tell: async ({ payload }, { db }) => ((await hasOpenFirstInvitation(db, payload.userId)) ? [] : roleTold(db, payload)),
  }),
  tellOf(membershipActs.end, {
    ...ofAccount,
    name: 'membership.ended',
    says: 'Thôi vai trò',
    sample: ofRole,
    words: {
      vi: {
        subject: 'Bạn thôi vai trò {role}',
        text: 'Bạn không còn là {role} tại {organisation}. Việc đang dở hãy bàn giao cho cơ quan.',
        short: 'Ban thoi vai tro {role} tai {organisation}.',
      },
      en: {
        subject: 'Your role {role} has ended',
        text: 'You are no longer {role} at {organisation}. Hand over what is still under way.',
        short: 'Your role {role} at {organisation} has ended.',
      },
      km: {
        subject: 'អ្នកឈប់តួនាទី {role}',
        text: 'អ្នកលែងជា {role} នៅ {organisation}។ សូមប្រគល់ការងារដែលនៅសល់។',
        short: 'Ban thoi vai tro {role} tai {organisation}.',
      },
    },
    tell: async ({ payload }, { db }) => roleTold(db, payload),
  }),
]

/** Where an invitation is opened; null once it was opened, replaced or has expired. */
export const identitySecretPaths = {
  invitation: ({ db }: { db: ReadDb }, id: string, now: Date) => invitationAddress(db, id as InvitationId, now),
}
