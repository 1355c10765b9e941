import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { ownSeller } from '../policy.ts'
import { providers } from '../rules/kinds.ts'
import type { EventState } from '../rules/kinds.ts'
import { countEvents, selectRejections, selectUnknown } from './event.store.ts'
import { selectSourcesOf } from './source.store.ts'

const mostUnknown = 50
const rejectionDays = 7

/** The providers that tell of the account of a seller: what came, what became of it, what was not recognised, and what was turned away. */
export async function findConnections(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  const { producerId } = await ownSeller(ctx)
  const sources = await selectSourcesOf(ctx.db, producerId)
  const connected = sources.map(({ provider }) => provider)
  const [counts, unknown, rejections] = await Promise.all([
    countEvents(ctx.db, producerId),
    selectUnknown(ctx.db, producerId, mostUnknown),
    selectRejections(ctx.db, connected, addDays(dateInVietnam(ctx.now), -rejectionDays)),
  ])
  return {
    sources: sources.map(({ id, provider, connectedAt, beforeUntil }) => {
      const own = counts.filter(({ sourceId }) => sourceId === id)
      const last = own.map(({ lastAt }) => lastAt).toSorted((a, b) => Number(b) - Number(a))[0] ?? null
      return {
        id,
        provider,
        connectedAt,
        lastAt: last,
        beforeUntil: beforeUntil !== null && beforeUntil > ctx.now ? beforeUntil : null,
        counts: own.map(({ state, count }): { state: EventState; count: number } => ({ state, count: Number(count) })),
      }
    }),
    free: providers.filter((one) => !connected.includes(one)),
    unknown,
    rejections: rejections.map(({ count, ...row }) => ({ ...row, count: Number(count) })),
  }
}
