import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../identity/rules.ts'
import type { CaptureId } from './rules.ts'

// Whoever comes with a key of scope `epcis` (apps/front/epcis) does all of this for its organisation and sees nothing of another; no role does.

/** Events come in; none is ever changed or taken away. */
export const captureActs = nameActs('epcis-capture', {
  capture: {
    by: {},
    event: 'epcis.captured',
    payload: carries<{ captureId: CaptureId; stored: number }>(),
    says: 'Nhận sự kiện EPCIS',
    refusals: ['event-exists'],
  },
} as const satisfies ActRows)

export const queryActs = nameActs('epcis-query', {
  define: { by: {}, event: 'epcis-query.defined', says: 'Đặt truy vấn EPCIS', refusals: ['query-exists'] },
  drop: { by: {}, event: 'epcis-query.dropped', says: 'Xóa truy vấn EPCIS' },
} as const satisfies ActRows)
