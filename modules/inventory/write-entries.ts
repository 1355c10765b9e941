import type { Ctx, Tx } from '../context.ts'
import { recordOwnEvents } from '../epcis-repository/index.ts'
import { actorId } from '../identity/rules.ts'
import { selectNames } from './goods.store.ts'
import { goodsMoved } from './movement-events.ts'
import { insertEntries } from './stock.store.ts'
import type { StockEntry } from './stock.store.ts'

export type Writer = Pick<Ctx, 'actor' | 'now' | 'origin' | 'newId'>
export type NewEntry = Omit<StockEntry, 'id' | 'byId' | 'at'>

/** Writes lines of the ledger with the balances and the events that they mean: the only way by which goods come, go and change places. */
export async function writeEntries(tx: Tx, ctx: Writer, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return
  const lines = entries.map((entry) => ({ ...entry, id: ctx.newId('stk'), byId: actorId(ctx.actor), at: ctx.now }))
  const names = await selectNames(tx, lines)
  const told = lines.map((line) => {
    const { organisationId, ...name } = names(line)
    const { id, kind, delta, at } = line
    return { organisationId, own: goodsMoved(ctx, { id, kind, delta, at, ...name }) }
  })
  const byOrganisation = [...Map.groupBy(told, ({ organisationId }) => organisationId)]
  await Promise.all([
    insertEntries(tx, lines),
    ...byOrganisation.map(([organisationId, own]) => recordOwnEvents(tx, ctx, { organisationId, events: own.map((one) => one.own) })),
  ])
}
