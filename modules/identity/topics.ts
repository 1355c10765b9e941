import { z } from 'zod'
import { roles } from './actor.ts'
import { roleNames } from './words.ts'

const count = z.number().int()

/** Whoever lets people in and whoever steers the programme: without their second factor one password would open everything. */
const mustProve = ['administrator', 'provincial-officer'] as const

/** The legal topics of people and their data. This room stands below the law, so the law declares them for it. */
export const identityTopics = {
  'sign-in.two-factor-roles': {
    shape: z.array(z.string()),
    title: 'Vai trò phải đăng nhập hai lớp',
    say: (wanted: readonly string[]) => wanted.map((role) => roleNames[role as keyof typeof roleNames] ?? role).join('; '),
    administratorsOnly: true,
    bounds: [
      {
        says: 'Mỗi mục phải là một vai trò của hệ thống, và không vai trò nào lặp lại.',
        holds: (wanted: readonly string[]) =>
          wanted.every((role) => (roles as readonly string[]).includes(role)) && new Set(wanted).size === wanted.length,
      },
      {
        says: `Phải có ${mustProve.join(' và ')}: ai mở tài khoản và ai điều hành chương trình thì phải đăng nhập hai lớp.`,
        holds: (wanted: readonly string[]) => mustProve.every((role) => wanted.includes(role)),
      },
    ],
    implemented: true,
  },
  // 168 today: a slip goes through the post of an office. Bounds as of the other.
  'sign-in.first-invitation-hours': {
    shape: count,
    range: { least: 1, most: 720 },
    title: 'Hạn của địa chỉ mời lần đầu (giờ)',
    administratorsOnly: true,
    implemented: true,
  },
  // 72 today. Within an hour nobody is reached; an address that lies about for a month opens the account to whoever finds it.
  'sign-in.invitation-hours': {
    shape: count,
    range: { least: 1, most: 720 },
    title: 'Hạn của địa chỉ cấp lại quyền đăng nhập (giờ)',
    administratorsOnly: true,
    implemented: true,
  },
  // 72 today. Within an hour no second administrator is reached; what lies about for weeks is confirmed by somebody who has forgotten why.
  'sign-in.factor-removal-hours': {
    shape: count,
    range: { least: 1, most: 168 },
    title: 'Hạn xác nhận đề nghị tắt xác thực hai lớp (giờ)',
    administratorsOnly: true,
    implemented: true,
  },
  // 30 today. A day is a working day; a session of more than a season outlives the role that it was begun for.
  'sign-in.session-days': {
    shape: count,
    range: { least: 1, most: 90 },
    title: 'Phiên đăng nhập dài nhất (ngày)',
    administratorsOnly: true,
    implemented: true,
  },
  // 15 today. Under five minutes each sheet of a council asks twice; after a working day nothing is asked again.
  'sign-in.confirm-again-minutes': {
    shape: count,
    range: { least: 5, most: 480 },
    title: 'Hỏi lại mật khẩu trước việc quan trọng (phút)',
    administratorsOnly: true,
    implemented: true,
  },
  // 12 today; a breach is found after months, and no law keeps a log of persons for longer than papers of tax.
  'retention.system-log-months': {
    shape: count,
    range: { least: 1, most: 240 },
    title: 'Lưu nhật ký hệ thống (tháng)',
    implemented: true,
  },
} as const
