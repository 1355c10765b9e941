import type { Ctx, Tx } from '../../context.ts'
import { councilRules, readTable } from './open-session-as.ts'
import { decideTelling } from '../rules.ts'
import { selectSeats } from './session.store.ts'
import type { Session } from './session.store.ts'
import { lockTelling, updateTold } from './deviation.store.ts'

/** At the end of every command by which the last sheet may be in: what can be told from now on is written down once. */
export async function tellSpread(tx: Tx, ctx: Pick<Ctx, 'now'>, session: Pick<Session, 'id' | 'rules'>): Promise<void> {
  await lockTelling(tx, session.id)
  const seats = await selectSeats(tx, session.id)
  for (const { tabled, onTable } of await readTable(tx, ctx, session.id)) {
    const told = decideTelling(onTable, seats, councilRules(session.rules))
    if (told) await updateTold(tx, { sessionId: session.id, dossierId: tabled.dossierId }, told)
  }
}
