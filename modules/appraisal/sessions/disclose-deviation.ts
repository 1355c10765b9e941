import type { Ctx, Tx } from '../../context.ts'
import { decideDisclosure } from '../rules.ts'
import { lockDisclosure, updateDisclosure } from './deviation.store.ts'
import { councilRules, readSessionDossiers } from './open-session-as.ts'
import { selectSeats } from './session.store.ts'
import type { Session } from './session.store.ts'

/** At the end of every command by which the last sheet may be in: what can be disclosed from now on is written down once. */
export async function discloseDeviation(tx: Tx, ctx: Pick<Ctx, 'now'>, session: Pick<Session, 'id' | 'rules'>): Promise<void> {
  await lockDisclosure(tx, session.id)
  const seats = await selectSeats(tx, session.id)
  for (const { scoring } of await readSessionDossiers(tx, ctx, session.id)) {
    const disclosed = decideDisclosure(scoring, seats, councilRules(session.rules))
    if (disclosed) await updateDisclosure(tx, { sessionId: session.id, dossierId: scoring.dossierId }, disclosed)
  }
}
