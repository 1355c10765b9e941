import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../identity/rules.ts'
import type { ActTable } from '../room.ts'
import type { CaptureId } from './rules.ts'

const partner = { epcis: 'any' } as const

/** Events come in; none is ever changed or taken away. */
export const captureActs = nameActs('epcis-capture', {
  capture: {
    by: partner,
    event: 'epcis.captured',
    payload: carries<{ captureId: CaptureId; stored: number }>(),
    says: 'Nhận sự kiện EPCIS',
    refusals: ['no-organisation', 'document-refused', 'too-many-events', 'event-exists', 'not-yours-to-declare'],
  },
} as const satisfies ActRows)

export const queryActs = nameActs('epcis-query', {
  define: { by: partner, event: 'epcis-query.defined', says: 'Đặt truy vấn EPCIS', refusals: ['no-organisation', 'query-exists'] },
  drop: { by: partner, event: 'epcis-query.dropped', says: 'Xóa truy vấn EPCIS', refusals: ['no-organisation'] },
} as const satisfies ActRows)

export const subscriptionActs = nameActs('epcis-subscription', {
  subscribe: {
    by: partner,
    event: 'epcis-subscription.made',
    says: 'Đăng ký nhận sự kiện EPCIS',
    refusals: ['no-organisation', 'subscription-controls'],
  },
  listen: {
    by: partner,
    event: 'epcis-subscription.opened',
    says: 'Mở kết nối nghe sự kiện EPCIS',
    refusals: ['no-organisation', 'subscription-controls', 'too-many-sockets'],
  },
  unsubscribe: { by: partner, event: 'epcis-subscription.ended', says: 'Thôi nhận sự kiện EPCIS', refusals: ['no-organisation'] },
} as const satisfies ActRows)

/** Administrators, and the machine itself on its command line. */
export const partyActs = nameActs('epcis-party', {
  'assign-gln': {
    by: { administrator: 'any', system: 'any' },
    event: 'epcis-party.assigned',
    says: 'Ghi GLN của đơn vị trong sự kiện EPCIS',
    refusals: ['unknown-organisation', 'gln-invalid', 'gln-taken'],
  },
} as const satisfies ActRows)

export const epcisActTables: readonly ActTable[] = [
  { says: 'Đợt nhận sự kiện EPCIS', statuses: [], acts: captureActs },
  { says: 'Truy vấn EPCIS', statuses: [], acts: queryActs },
  { says: 'Đăng ký nhận sự kiện EPCIS', statuses: [], acts: subscriptionActs },
  { says: 'Đơn vị trong sự kiện EPCIS', statuses: [], acts: partyActs },
]
