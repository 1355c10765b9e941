import type { ReadDb } from '../../context.ts'
import type { Contact, Telling } from '../../message.ts'
import { openEnquiryPhone, selectEnquiry } from './enquiry.store.ts'
import { hostMessages } from './messages/hosts.ts'
import { visitorMessages } from './messages/visitors.ts'
import type { RouteEnquiryId } from './rules/ids.ts'
import { visitorName } from './words/names.ts'

export { routeReminders } from './messages/reminders.ts'
export const routeMessages: readonly Telling[] = [...hostMessages, ...visitorMessages]

/** Whoever asked to come is reached by the number that was left, about this visit alone, until it is forgotten. */
export const routeContacts = {
  ren: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const found = await selectEnquiry(db, id as RouteEnquiryId)
    const phone = found && (await openEnquiryPhone(db, found))
    return found && phone ? { name: visitorName, phone, language: found.language } : null
  },
}

/** The code opens the page of an enquiry: it is not stored with a message. */
export const routeSecretPaths = {
  'route-enquiry': async ({ db }: { db: ReadDb }, id: string): Promise<string | null> => {
    const found = await selectEnquiry(db, id as RouteEnquiryId)
    return found ? `/tuyen/hoi/${found.code}` : null
  },
}
