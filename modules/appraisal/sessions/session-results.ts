import { NotFound } from '@dacsan/decisions'
import type { ReadDb } from '../../context.ts'
import type { SessionId } from '../rules/ids.ts'
import { resultsOf } from './list-results.ts'
import type { ResultRow } from './list-results.ts'
import { selectSession } from './session.store.ts'
import type { Session } from './session.store.ts'

/** A session with its results, which are none before the close: for rooms above, which have looked at who asks. */
export async function sessionResults(db: ReadDb, sessionId: SessionId): Promise<{ session: Session; results: ResultRow[] }> {
  const session = await selectSession(db, sessionId)
  if (!session) throw new NotFound('No such session', { sessionId })
  return { session, results: await resultsOf(db, sessionId) }
}
