import type { Ctx, Tx } from '../../context.ts'
import { scores, sheetActs } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { selectSeats, selectSessionDossiers } from '../sessions/session.store.ts'
import type { SeatedMember } from '../sessions/session.store.ts'
import { secondScoringReason } from '../words.ts'
import { selectFirstScorings } from './first-scoring.store.ts'
import { reopenStoredSheet, selectAllSheets, upsertSheet } from './sheet.store.ts'

/**
 * A dossier that was left for a test comes again: everybody who scores again finds the own sheet of the first time, opened, and says of each mark that
 * changes why. The first sheets stay where they are. Answers how many were taken up.
 */
export async function takeUpFirstSheets(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId'>,
  sessionId: SessionId,
  seats: readonly SeatedMember[],
): Promise<number> {
  const dossierIds = (await selectSessionDossiers(tx, sessionId)).map(({ dossierId }) => dossierId)
  let taken = 0
  for (const first of await selectFirstScorings(tx, dossierIds)) {
    const before = await selectSeats(tx, first.sessionId)
    const sheets = await selectAllSheets(tx, first.sessionId, first.dossierId)
    for (const { memberId, userId, seat } of seats) {
      // Another council has members of its own: the person is the same, the seat is not.
      const seatBefore = before.find((one) => one.userId === userId)
      const sheet = sheets.find((one) => one.memberId === seatBefore?.memberId && one.status === 'submitted')
      if (!sheet || !scores(seat)) continue
      const again = { ...sheet, id: ctx.newId('sht'), memberId, revision: 0, status: 'draft', opinion: null, opinionReason: '' } as const
      await upsertSheet(tx, { sessionId, dossierId: first.dossierId, memberId }, again, ctx.now)
      await reopenStoredSheet(tx, again, { status: sheetActs.reopen.to, reason: secondScoringReason(first.heldOn), at: ctx.now })
      taken += 1
    }
  }
  return taken
}
