import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import type { BillId, OrderId } from '../shop/rules.ts'
import type { BankLineId } from './rules/ids.ts'

export const bankStatementStatuses = ['read', 'taken'] as const
export type BankStatementStatus = (typeof bankStatementStatuses)[number]

export const bankLineStatuses = ['open', 'settled'] as const
export type BankLineStatus = (typeof bankLineStatuses)[number]

export const webhookSourceStatuses = ['connected', 'ended'] as const
export type WebhookSourceStatus = (typeof webhookSourceStatuses)[number]

/** `billId`: the money is for the bill of a month, of which the order is one. */
export type LineAnswered = {
  lineId: BankLineId
  producerId: ProducerId
  orderId: OrderId
  billId?: BillId
  amountVnd: number
  openVnd: number
}
const answered = carries<LineAnswered>()

const owner = { producer: 'owner' } as const
/** And the machine by itself: the command line, and the job that works on what providers tell. */
const ownerOrSystem = { ...owner, system: 'any' } as const

export const bankStatementActs = nameActs('bank-statement', {
  read: {
    by: ownerOrSystem,
    event: 'bank-statement.read',
    says: 'Đọc sao kê ngân hàng',
    refusals: [
      'file-unreadable',
      'not-a-statement',
      'several-accounts',
      'lines-unreadable',
      'other-bank',
      'other-account',
      'account-missing',
    ],
  },
  take: {
    from: ['read'],
    to: 'taken',
    by: ownerOrSystem,
    event: 'bank-statement.taken',
    says: 'Ghi sao kê ngân hàng vào sổ',
    closed: 'statement-taken',
  },
} as const satisfies ActRows<BankStatementStatus>)

/** What a seller says about a line that the platform could not place by itself. An answer settles the line by standing beside it. */
export const bankLineActs = nameActs('bank-line', {
  book: {
    from: ['open'],
    by: owner,
    event: 'bank-line.booked',
    says: 'Ghi tiền về cho đơn',
    closed: 'line-answered',
    refusals: ['order-missing', 'line-outgoing', 'line-shared', 'amount-invalid'],
  },
  'ask-rest': {
    from: ['open'],
    by: owner,
    event: 'bank-line.rest-asked',
    payload: answered,
    says: 'Ghi tiền về, xin người mua chuyển nốt',
    closed: 'line-answered',
    refusals: ['order-missing', 'line-outgoing', 'line-shared', 'nothing-missing', 'amount-invalid'],
  },
  'send-back': {
    from: ['open'],
    by: owner,
    event: 'bank-line.to-refund',
    payload: answered,
    says: 'Ghi tiền về, hẹn hoàn lại',
    closed: 'line-answered',
    refusals: ['order-missing', 'line-outgoing', 'line-shared', 'order-handed-over', 'amount-invalid'],
  },
  'set-aside': {
    from: ['open'],
    by: owner,
    event: 'bank-line.set-aside',
    says: 'Không phải tiền của đơn',
    closed: 'line-answered',
    refusals: ['reason-missing', 'line-shared'],
  },
  'tie-refund': {
    from: ['open'],
    by: owner,
    event: 'bank-line.refund-tied',
    says: 'Gắn khoản chuyển đi với lần hoàn tiền',
    closed: 'line-answered',
    refusals: ['refund-missing', 'line-incoming', 'amount-differs', 'refund-tied'],
  },
} as const satisfies ActRows<BankLineStatus>)
export type BankLineAct = keyof typeof bankLineActs

/** The secret of a provider opens nothing of ours: whoever has it can tell us of money that is not there. */
export const webhookSourceActs = nameActs('webhook-source', {
  connect: {
    by: { producer: 'any' },
    event: 'webhook-source.connected',
    says: 'Kết nối báo có của ngân hàng',
    refusals: ['account-missing', 'connected-before'],
  },
  rotate: {
    from: ['connected'],
    by: owner,
    event: 'webhook-source.rotated',
    says: 'Đổi khóa bí mật của kết nối',
    closed: 'source-ended',
    refusals: ['secret-same'],
  },
  end: {
    from: ['connected'],
    to: 'ended',
    by: owner,
    event: 'webhook-source.ended',
    says: 'Ngắt kết nối báo có',
    closed: 'source-ended',
  },
} as const satisfies ActRows<WebhookSourceStatus>)

export const paymentActTables = [
  { says: 'Sao kê ngân hàng', statuses: bankStatementStatuses, acts: bankStatementActs },
  { says: 'Dòng tiền ngân hàng', statuses: bankLineStatuses, acts: bankLineActs },
  { says: 'Kết nối báo có', statuses: webhookSourceStatuses, acts: webhookSourceActs },
] as const

/** Everything here belongs to the organisation of the seller. */
export const tiesOfSeller = ({ organisationId }: { organisationId: OrganisationId | null }): Ties => ({ owner: organisationId })
