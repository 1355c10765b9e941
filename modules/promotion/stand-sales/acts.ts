import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../../identity/rules.ts'
import { applicationStatuses } from '../fairs/acts.ts'
import type { ApplicationMoved, ApplicationStatus } from '../fairs/acts.ts'

const moved = carries<ApplicationMoved>()
const owner = { producer: 'owner' } as const
const closed = 'application-closed'

/** What whoever stands at a stand does there; the stand is that of an application. */
export const standActs = nameActs('stand', {
  'choose-place': {
    from: ['confirmed'],
    by: owner,
    event: 'stand.place-chosen',
    payload: moved,
    says: 'Chọn nơi để hàng của gian',
    closed,
    refusals: ['place-unknown', 'sold-before'],
  },
  sell: {
    from: ['confirmed'],
    by: owner,
    event: 'stand.sold',
    payload: moved,
    says: 'Bán tại gian hội chợ',
    closed,
    refusals: ['request-key-reused', 'nothing-sold', 'day-outside', 'not-running', 'sold-later', 'pack-of-other'],
  },
  'take-back': {
    from: ['confirmed'],
    by: owner,
    event: 'stand.sale-taken-back',
    payload: moved,
    says: 'Hủy lần bán tại gian',
    closed,
    refusals: ['taken-back-before', 'not-running'],
  },
  'book-goods': {
    from: ['confirmed'],
    by: owner,
    event: 'stand.goods-booked',
    payload: moved,
    says: 'Trừ kho hàng đã bán tại gian',
    closed,
    refusals: ['place-unknown'],
  },
} as const satisfies ActRows<ApplicationStatus>)
export type StandAct = keyof typeof standActs

export const standActTable = { says: 'Bán tại gian hội chợ', statuses: applicationStatuses, acts: standActs } as const
