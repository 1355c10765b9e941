import { dateInVietnam } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import { selectRulesUpTo } from './law.store.ts'
import { declaredTopics } from './topics.ts'

/**
 * Throws where a topic has no row on the day that the clock shows: every page that asks for it would fail. A machine whose battery is empty
 * wakes up years ago.
 */
export async function refuseUnknownLaw(db: ReadDb, now: Date): Promise<void> {
  const today = dateInVietnam(now)
  const known = new Set((await selectRulesUpTo(db, declaredTopics(), today)).map(({ topic }) => topic))
  const unknown = declaredTopics().filter((topic) => !known.has(topic))
  if (unknown.length > 0)
    throw new Error(
      `the clock of this machine says ${today}, and of ${unknown.length} legal values no version is known for that day (${unknown[0]}): set the clock`,
    )
}
