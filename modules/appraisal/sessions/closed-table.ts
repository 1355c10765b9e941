import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { selectRepeatSheets } from '../repeats/repeat.store.ts'
import { lettersOf } from './letters.ts'
import { openSessionAs, readSessionDossiers } from './open-session-as.ts'
import type { DossierInSession } from './open-session-as.ts'
import { selectCountedSheets } from './result.store.ts'
import type { CountedSheet } from './result.store.ts'
import type { SeatedMember, Session } from './session.store.ts'

export type ClosedTable = {
  session: Session
  seats: SeatedMember[]
  letters: Map<CouncilMemberId, string>
  rows: DossierInSession[]
  sheets: Map<string, CountedSheet[]>
}

/** The sheets of a closed session with letters for its members: for secretary, chair and office; before the close there is nothing. */
export async function closedTable(ctx: Ctx, sessionId: SessionId): Promise<ClosedTable> {
  const { session, seats } = await openSessionAs(ctx, sessionId, 'secretary', 'chair', 'office')
  if (session.status !== 'closed') throw new NotFound('No sheets before the close', { sessionId })
  const sheets = await selectCountedSheets(ctx.db, sessionId)
  const repeated = await selectRepeatSheets(ctx.db, sessionId)
  const letters = lettersOf(
    sessionId,
    [...[...sheets.values()].flat(), ...repeated].map(({ memberId }) => memberId),
  )
  return { session, seats, letters, rows: await readSessionDossiers(ctx.db, ctx, sessionId), sheets }
}
