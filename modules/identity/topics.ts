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
  'personal-data.acknowledge-working-days': {
    // 2 today; a month is what the strictest and the mildest laws of data that we know lie within.
    shape: count,
    range: { least: 1, most: 30 },
    title: 'Trả lời yêu cầu về dữ liệu cá nhân (ngày làm việc)',
    implemented: false,
  },
  // 72 today, here and in Europe; nobody tells of a breach before an hour, and after a week it is no warning.
  'personal-data.breach-notice-hours': {
    shape: count,
    range: { least: 1, most: 168 },
    title: 'Báo lộ dữ liệu cá nhân (giờ)',
    implemented: false,
  },
} as const
