import type { Reminder, Telling } from '../message.ts'
import { buyerMessages } from './messages/buyer.ts'
import { returnReminders } from './messages/reminders.ts'
import { sellerMessages } from './messages/seller.ts'

export const returnsMessages: readonly Telling[] = [...sellerMessages, ...buyerMessages]
export const returnsReminders: readonly Reminder[] = returnReminders
