import { marketplaceNames, netPriceOf } from '@dacsan/marketplaces'
import type { MarketplaceName, NetPrice } from '@dacsan/marketplaces'
import { countryFacts, readFacts } from '@dacsan/platform/facts'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'

const fee = z.object({
  channel: z.enum(marketplaceNames),
  name: z.string().min(1),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  basisPoints: z.number().int().min(0).max(5000),
  capVnd: z.number().int().min(0).nullable(),
  source: z.string().min(1),
  certainty: z.enum(['confirmed', 'transcribed', 'inferred']),
})
const facts = readFacts(
  countryFacts('channels/fees.json', z.object({ purpose: z.string(), category: z.string(), fees: z.array(fee).min(1) })),
)

export type ChannelNetPrice = NetPrice & { channel: MarketplaceName; isInferred: boolean }

/** What is left to the seller of a price on each marketplace on a day. Where a fee is only inferred, the whole figure is. */
export function netPricesOf(priceVnd: number, on: PlainDate): ChannelNetPrice[] {
  return marketplaceNames.map((channel) => {
    const own = facts.fees.filter((one) => one.channel === channel)
    const net = netPriceOf(priceVnd, own.map((one) => ({ ...one, category: null })), { category: facts.category, on }) // prettier-ignore
    const used = new Set(net.fees.map(({ name }) => name))
    return { channel, ...net, isInferred: own.some(({ name, certainty }) => used.has(name) && certainty === 'inferred') }
  })
}
