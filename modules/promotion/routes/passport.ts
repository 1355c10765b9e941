import { NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { secretHeldWith } from '@dacsan/platform/locked-text'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { limits } from './limits.ts'
import { openRouteNamed } from './read-public.ts'
import { readPassport, withStamp, writePassport } from './rules/passport.ts'
import { countVisit, selectStopByCode, selectStops } from './stop.store.ts'

type Reader = Pick<Ctx, 'db'>
const keyOf = (db: Reader['db']) => secretHeldWith(db, 'route-passport')

/** The stop that a printed code leads to: one that is worth nothing any more is not there. */
export async function findStampedStop({ db }: Reader, slug: string, code: string) {
  const route = await openRouteNamed(db, slug)
  const stop = await selectStopByCode(db, route.id, code)
  if (!stop || stop.outBecause !== null) throw new NotFound('No such stamp')
  return { route: { slug: route.slug, name: route.name, isSample: route.isSample }, stop: { name: stop.name, address: stop.address } }
}

/**
 * Sets the stamp of a stop into the passport of a device and counts it once for the device. Answers the cookie; null where an address tries too
 * often. Who it is is neither asked nor kept.
 */
export async function stampPassport(
  ctx: Ctx,
  { slug, code, cookie, address }: { slug: string; code: string; cookie: string | undefined; address: string },
): Promise<{ cookie: string } | { minutes: number }> {
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.stamp, address })
  if (minutes > 0) return { minutes }
  const route = await openRouteNamed(ctx.db, slug)
  const stop = await selectStopByCode(ctx.db, route.id, code)
  if (!stop || stop.outBecause !== null) throw new NotFound('No such stamp')
  const key = await keyOf(ctx.db)
  const before = readPassport(cookie, key)
  const on = dateInVietnam(ctx.now)
  const stamps = withStamp(before, { stopId: stop.id, on })
  if (stamps.length > before.length) await inTransaction(ctx, (tx) => countVisit(tx, stop.id, on))
  return { cookie: writePassport(stamps, key) }
}

/** What a device has of a route and what it misses. A stop that fell out is not asked for; its stamp stays. */
export async function findPassport({ db }: Reader, slug: string, cookie: string | undefined) {
  const route = await openRouteNamed(db, slug)
  const [stops, key] = await Promise.all([selectStops(db, [route.id]), keyOf(db)])
  const days = new Map(readPassport(cookie, key).map(({ stopId, on }) => [stopId, on]))
  const shown = stops
    .filter(({ id, outBecause }) => outBecause === null || days.has(id))
    .map(({ id, name, kind, outBecause }) => ({ name, kind, stampedOn: days.get(id) ?? null, isOut: outBecause !== null }))
  const missing = shown.filter(({ stampedOn }) => stampedOn === null).length
  const last =
    shown
      .flatMap(({ stampedOn }) => stampedOn ?? [])
      .toSorted()
      .at(-1) ?? null
  return {
    route: { slug: route.slug, name: route.name, isSample: route.isSample },
    stops: shown,
    missing,
    isComplete: shown.length > 0 && missing === 0,
    completedOn: missing === 0 ? last : null,
  }
}
