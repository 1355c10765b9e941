import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { doorOf } from '@dacsan/marketplaces'
import type { DoorKeys, DoorRefusal, DoorStep, MarketplaceName } from '@dacsan/marketplaces'
import { askOutside } from '@dacsan/platform/ask-outside'
import { inTransaction } from '@dacsan/platform/context'
import { hostOf } from '@dacsan/platform/post-outside'
import type { Ctx } from '../../context.ts'
import type { ChannelSaysNo } from '../rules/refusals.ts'
import { selectShop } from '../shops/shop.store.ts'
import type { StoredShop } from '../shops/shop.store.ts'
import { openKeys, updateKeys } from './door.store.ts'

/** Where marketplaces are asked: at their own addresses, or all at one for trials (MARKETPLACES_URL). */
export type ChannelLines = { marketplacesUrl: string | undefined }
/** `silent`: no whole answer came; what was asked may have been done. `closed`: the door is switched off. */
export type Unanswered = DoorRefusal | { code: 'silent' } | { code: 'closed' }
export type Answered<T> = Outcome<T, Unanswered>

const patience = 15_000
const mostBytes = 2_000_000

export async function askWith<A, R>(
  name: MarketplaceName,
  keys: DoorKeys,
  step: DoorStep<A, R>,
  asked: A,
  { marketplacesUrl }: ChannelLines,
): Promise<Answered<R>> {
  // The clock that is signed is that of this moment, whatever the moment of the command.
  const { method, host, path, headers, body } = await step.write(keys, asked, Date.now())
  const address = (marketplacesUrl ?? doorOf(name).hosts[host]) + path
  const isAllowed = (asks: string) => marketplacesUrl !== undefined && asks === hostOf(marketplacesUrl)
  try {
    return step.read(await askOutside(address, { method, headers, body, patience, mostBytes, isAllowed }))
  } catch {
    return refuse('silent')
  }
}

/**
 * Asks the marketplace of a shop. An access token lasts some hours: where it ran out the shop gets a new one, once, and asks again; a refresh token is good for
 * one time, so the new one is written down before anything else. Never within a transaction.
 */
export async function askDoor<A, R>(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  lines: ChannelLines,
  shop: Pick<StoredShop, 'id' | 'channel' | 'keys'>,
  step: (door: ReturnType<typeof doorOf>) => DoorStep<A, R>,
  asked: A,
): Promise<Answered<R>> {
  const keys = await openKeys(ctx.db, shop)
  if (keys === null) return refuse('closed')
  const door = doorOf(shop.channel)
  const first = await askWith(shop.channel, keys, step(door), asked, lines)
  if (first.ok || first.refusal.code !== 'token-refused') return first
  const renewed = await renew(ctx, lines, shop, keys)
  return renewed.ok ? askWith(shop.channel, renewed.value, step(door), asked, lines) : renewed
}

async function renew(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  lines: ChannelLines,
  shop: Pick<StoredShop, 'id' | 'channel' | 'keys'>,
  old: DoorKeys,
): Promise<Answered<DoorKeys>> {
  const fresh = await askWith(shop.channel, old, doorOf(shop.channel).refresh, null, lines)
  if (!fresh.ok) {
    // Two who asked at once: the other one has the new keys, and its refresh token was good for one time.
    const now = await selectShop(ctx.db, shop.id)
    const known = now ? await openKeys(ctx.db, now) : null
    return known && known['accessToken'] !== old['accessToken'] ? done(known) : fresh
  }
  const keys = { ...old, ...fresh.value }
  await inTransaction(ctx, (tx) => updateKeys(tx, shop.id, keys))
  return done(keys)
}

/** For the seller: no, in the words of the marketplace, or no answer. */
export function saysNo(refusal: Unanswered): { ok: false; refusal: ChannelSaysNo } {
  switch (refusal.code) {
    case 'refused':
      return refuse('channel-refuses', { says: refusal.says })
    case 'token-refused':
      return refuse('channel-refuses', { says: 'token' })
    default:
      return refuse('channel-silent')
  }
}
