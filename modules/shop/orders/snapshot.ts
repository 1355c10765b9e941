import type { LockedText } from '@dacsan/platform/locked-text'
import type { Dong } from '@dacsan/vietnam'
import type { Delivery } from '../rules/delivery.ts'

/** What the buyer was promised, kept on the order whatever changes later. */
export type OrderSnapshot = {
  seller: {
    name: string
    slug: string
    phone: string | null
    address: string | null
    representative: string | null
    registrationNo: string | null
    pickupNote: string | null
    bankBin: string
    bankName: string
    bankAccount: string
    accountName: string
  }
  hold: { minutes: number; instrument: string }
  /** Orders of before say nothing: it was agreed on the telephone. */
  delivery?: Delivery
  /** Where one was used. */
  voucher?: { code: string; discountVnd: Dong }
}

/** The same as it lies in the database: the account and the registration are locked. */
export type LockedSnapshot = Omit<OrderSnapshot, 'seller'> & {
  seller: Omit<OrderSnapshot['seller'], 'bankAccount' | 'registrationNo'> & { bankAccount: LockedText; registrationNo: LockedText | null }
}
