import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import type { SessionId } from '../rules/ids.ts'
import { selectSession } from '../sessions/session.store.ts'
import { dayInRound } from '../rules.ts'
import { selectRound } from './round.store.ts'

export type MinistryDays = { sendBefore: PlainDate; answerBefore: PlainDate; rule: Rule<'round.deadlines'> }

/**
 * The days of the round of a session by which dossiers go to the ministry and are answered, each the first that is late
 * (Quyết định 26/2026/QĐ-TTg, Điều 5); null where the law has no days for that round.
 */
export async function ministryDaysOf(db: ReadDb, sessionId: SessionId): Promise<MinistryDays | null> {
  const session = await selectSession(db, sessionId)
  const round = session && (await selectRound(db, session.roundId))
  if (!round) return null
  const rule = await ruleOn(db, 'round.deadlines', session.heldOn)
  const row = rule.value.find((candidate) => candidate.round === round.number)
  if (!row) return null
  return { sendBefore: dayInRound(round, row.sentToMinistryBefore), answerBefore: dayInRound(round, row.ministryFinishesBefore), rule }
}
