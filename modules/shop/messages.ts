import type { ReadDb } from '../context.ts'
import type { Contact, Reminder, Telling } from '../message.ts'
import { listingMessages } from './messages/listings.ts'
import { aheadMessages, aheadReminders } from './messages/ahead-orders.ts'
import { accountOrderMessages } from './messages/account-orders.ts'
import { billMessages, billReminders } from './messages/bills.ts'
import { cashOrderMessages } from './messages/cash-orders.ts'
import { changedOrderMessages } from './messages/changed-orders.ts'
import { orderMessages } from './messages/orders.ts'
import { orderReminders } from './messages/reminders.ts'
import { selectBuyer } from './orders/order-to-tell.store.ts'
import { selectBuyer as selectBuyerByAgreement } from './agreements/agreement.store.ts'
import type { AgreedBuyerId, OrderGroupId } from './rules/ids.ts'
import { weighedOrderMessages } from './messages/weighed-orders.ts'
import { sellerMessages, sellerReminders } from './messages/sellers.ts'
import { suspensionMessages, suspensionReminders } from './messages/suspensions.ts'

export const shopMessages: readonly Telling[] = [
  ...orderMessages,
  ...aheadMessages,
  ...cashOrderMessages,
  ...weighedOrderMessages,
  ...changedOrderMessages,
  ...accountOrderMessages,
  ...billMessages,
  ...listingMessages,
  ...sellerMessages,
  ...suspensionMessages,
]
export const shopReminders: readonly Reminder[] = [
  ...orderReminders,
  ...aheadReminders,
  ...billReminders,
  ...sellerReminders,
  ...suspensionReminders,
]

/** Whoever bought without an account is reached by the telephone of the purchase, about that purchase alone, until it is erased. */
export const shopContacts = {
  grp: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const found = await selectBuyer(db, id as OrderGroupId)
    return found?.phone ? { name: found.name, phone: found.phone, language: found.language } : null
  },
  /** Whoever buys by agreement is known to its seller alone, by the number that the seller has of it. */
  agb: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const found = await selectBuyerByAgreement(db, id as AgreedBuyerId)
    return found?.phone ? { name: found.name, phone: found.phone, language: found.language } : null
  },
}
