import type { Ctx } from '../../context.ts'
import { ownSeller } from '../policy.ts'
import { selectTakenStatements } from './statement.store.ts'

const mostShown = 20

/** What a seller took in, the newest first. */
export async function pastStatements(ctx: Pick<Ctx, 'db' | 'actor'>) {
  const { producerId } = await ownSeller(ctx)
  const past = await selectTakenStatements(ctx.db, producerId, mostShown)
  return past.map(({ id, fileName, lineCount, added, booked, takenAt, agrees }) => ({
    id,
    fileName,
    lines: lineCount,
    added: added ?? 0,
    booked: booked ?? 0,
    takenAt,
    agrees,
  }))
}
