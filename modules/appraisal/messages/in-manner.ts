import type { Telling } from '../../message.ts'
import type { Manner } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { selectSession } from '../sessions/session.store.ts'

/** What is said of a session by its manner: nobody is invited to a meeting who answers in writing. */
const inManner =
  (manner: Manner) =>
  ({ tell, ...rule }: Telling): Telling => ({
    ...rule,
    tell: async (event, asking) => {
      const { sessionId } = event.payload as { sessionId: SessionId }
      return (await selectSession(asking.db, sessionId))?.manner === manner ? tell(event, asking) : []
    },
  })

export const atMeeting = inManner('meeting')
export const inWriting = inManner('written')
