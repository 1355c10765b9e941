import { nameActs } from '@dacsan/decisions'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import { parcelStatuses } from './rules/kinds.ts'
import type { ParcelStatus } from './rules/kinds.ts'

export const carrierAccountStatuses = ['connected', 'ended'] as const
export type CarrierAccountStatus = (typeof carrierAccountStatuses)[number]
export const codPayoutStatuses = ['read', 'taken'] as const
export type CodPayoutStatus = (typeof codPayoutStatuses)[number]
export const codPayoutLineStatuses = ['open', 'settled'] as const
export type CodPayoutLineStatus = (typeof codPayoutLineStatuses)[number]

const owner = { producer: 'owner' } as const

/** The contract is the seller's; whoever has its token can send in its name. */
export const carrierAccountActs = nameActs('carrier-account', {
  connect: {
    by: { producer: 'any' },
    event: 'carrier-account.connected',
    says: 'Kết nối hãng vận chuyển',
    refusals: ['producer-missing', 'connected-before', 'credentials-missing', 'carrier-refuses', 'carrier-silent'],
  },
  rotate: {
    from: ['connected'],
    by: owner,
    event: 'carrier-account.changed',
    says: 'Đổi mã truy cập hãng vận chuyển',
    closed: 'account-ended',
    refusals: ['credentials-missing', 'carrier-refuses', 'carrier-silent'],
  },
  end: {
    from: ['connected'],
    to: 'ended',
    by: owner,
    event: 'carrier-account.ended',
    says: 'Ngắt kết nối hãng vận chuyển',
    closed: 'account-ended',
    refusals: ['parcels-on-way'],
  },
} as const satisfies ActRows<CarrierAccountStatus>)

/** Delivered is not paid: what becomes of a parcel moves no money. */
export const parcelActs = nameActs('parcel', {
  create: {
    by: owner,
    event: 'parcel.created',
    says: 'Tạo vận đơn',
    refusals: [
      'in-other-parcel',
      'account-missing',
      'order-closed',
      'goods-recalled',
      'order-not-weighed',
      'gift-asks-money',
      'too-heavy',
      'too-large',
      'cod-too-high',
      'no-cold-chain',
      'request-key-reused',
    ],
  },
  cancel: {
    from: ['created'],
    to: 'cancelled',
    by: owner,
    event: 'parcel.cancelled',
    says: 'Hủy vận đơn',
    closed: 'parcel-gone',
    refusals: ['carrier-refuses', 'carrier-silent', 'account-missing'],
  },
  /** Nobody knows whether the carrier has it, and it cannot be asked. */
  settle: {
    from: ['planned'],
    by: owner,
    event: 'parcel.settled',
    says: 'Ghi vận đơn theo trang của hãng',
    closed: 'parcel-known',
    refusals: ['code-taken', 'being-asked'],
  },
  /** The carrier said so, asked or by itself. */
  move: { by: { system: 'any', ...owner }, event: 'parcel.moved', says: 'Trạng thái vận đơn đổi' },
} as const satisfies ActRows<ParcelStatus>)

export const codPayoutActs = nameActs('cod-payout', {
  read: {
    by: owner,
    event: 'cod-payout.read',
    says: 'Đọc bảng đối soát COD',
    refusals: ['table-rejected', 'account-missing', 'payout-known', 'rows-missing'],
  },
  take: {
    from: ['read'],
    to: 'taken',
    by: owner,
    event: 'cod-payout.taken',
    says: 'Ghi bảng đối soát COD vào sổ',
    closed: 'payout-taken',
    refusals: ['credit-missing', 'credit-used', 'sum-differs', 'received-in-future', 'payout-known'],
  },
} as const satisfies ActRows<CodPayoutStatus>)

export const codPayoutLineActs = nameActs('cod-payout-line', {
  answer: {
    from: ['open'],
    by: owner,
    event: 'cod-payout-line.answered',
    says: 'Trả lời dòng đối soát COD',
    closed: 'line-answered',
    refusals: ['answer-not-offered', 'parcel-missing', 'reason-missing'],
  },
} as const satisfies ActRows<CodPayoutLineStatus>)

export const carrierActTables = [
  { says: 'Kết nối hãng vận chuyển', statuses: carrierAccountStatuses, acts: carrierAccountActs },
  { says: 'Vận đơn', statuses: parcelStatuses, acts: parcelActs },
  { says: 'Bảng đối soát COD', statuses: codPayoutStatuses, acts: codPayoutActs },
  { says: 'Dòng đối soát COD', statuses: codPayoutLineStatuses, acts: codPayoutLineActs },
] as const

/** Everything here belongs to the organisation of the seller. */
export const tiesOfSeller = ({ organisationId }: { organisationId: OrganisationId | null }): Ties => ({ owner: organisationId })
