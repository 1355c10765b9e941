import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { producePaper } from '../papers/index.ts'
import type { PaperFile, Papers } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { minutes } from './papers/minutes.ts'
import type { SessionId } from './rules/ids.ts'
import { sessionForMinutes } from './sessions/session-for-minutes.ts'
import type { SessionForMinutes } from './sessions/session-for-minutes.ts'

/** The official papers of a session that is closed. */
export const sessionPapers = { minutes } as const satisfies Papers<SessionForMinutes>

/** A paper of a closed session by the last part of its address, `bien-ban.pdf`. */
export async function sessionPaper(
  ctx: Ctx,
  { sessionId, file }: { sessionId: SessionId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return producePaper(ctx, sessionPapers, { file }, await sessionForMinutes(ctx, sessionId))
}
