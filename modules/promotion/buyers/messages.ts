export { buyerContacts, buyerSecretPaths } from './messages/about-buyers.ts'
export { buyerReminders } from './messages/reminders.ts'
export { buyerMessages } from './messages/tellings.ts'
