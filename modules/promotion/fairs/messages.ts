export { exhibitorMessages as fairMessages } from './messages/exhibitors.ts'
export { fairReminders } from './messages/reminders.ts'
