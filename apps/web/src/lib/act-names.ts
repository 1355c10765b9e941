import { actNames } from '@dacsan/modules/act-names'
import { rooms } from '@dacsan/modules/rooms'

const { actions, subjects } = actNames(rooms)

/** What was done, as the audit trail says it. */
export const sayAction = (action: string): string => actions[action] ?? action

/** The kind of thing that it was done to. */
export const saySubject = (subject: string): string => subjects[subject] ?? subject
