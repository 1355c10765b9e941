import type { PointStatus } from '../acts.ts'

export const pointStatusWords = {
  draft: 'Đang xét',
  recognised: 'Đã công nhận',
  withdrawn: 'Đã thu hồi công nhận',
} as const satisfies Record<PointStatus, string>
