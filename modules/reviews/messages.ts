import type { ReadDb } from '../context.ts'
import type { Contact, Reminder, Telling } from '../message.ts'
import { buyerMessages } from './messages/buyer.ts'
import { deskMessages } from './messages/desks.ts'
import { reviewReminders } from './messages/reminders.ts'
import { selectAsker } from './questions/question.store.ts'
import type { QuestionId } from './rules/ids.ts'
import { sideNames } from './words/names.ts'

export const reviewsMessages: readonly Telling[] = [...buyerMessages, ...deskMessages]
export const reviewsReminders: readonly Reminder[] = reviewReminders

/** Whoever asked is reached by the number that was left, about the answer alone, until it is forgotten. */
export const reviewsContacts = {
  qst: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const found = await selectAsker(db, id as QuestionId)
    return found && { name: sideNames.asker, ...found }
  },
}
