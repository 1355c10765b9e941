import type { EvidenceState } from '../rules/evidence.ts'

export const evidenceStateWords = {
  valid: 'Còn hạn',
  expiring: 'Sắp hết hạn',
  expired: 'Đã hết hạn',
  'no-file': 'Chưa có tệp',
} as const satisfies Record<EvidenceState, string>
