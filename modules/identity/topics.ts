import { z } from 'zod'
import { roleNames } from './words.ts'

const count = z.number().int().positive()

/** The legal topics of people and their data. This room stands below the law, so the law declares them for it. */
export const identityTopics = {
  'sign-in.two-factor-roles': {
    shape: z.array(z.string()),
    title: 'Vai trò phải đăng nhập hai lớp',
    say: (roles: readonly string[]) => roles.map((role) => roleNames[role as keyof typeof roleNames] ?? role).join('; '),
    implemented: true,
  },
  'personal-data.acknowledge-working-days': {
    shape: count,
    title: 'Trả lời yêu cầu về dữ liệu cá nhân (ngày làm việc)',
    implemented: false,
  },
  'personal-data.breach-notice-hours': { shape: count, title: 'Báo lộ dữ liệu cá nhân (giờ)', implemented: false },
} as const
