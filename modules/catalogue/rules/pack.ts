import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PackId } from './ids.ts'
import { readNetContent } from './net-content.ts'
import type { NetContent } from './net-content.ts'

/** How a product is packed for sale (quy cách). */
export type Pack = {
  id: PackId
  /** As it stands on the pack; null until somebody says it. */
  name: string | null
  /** The same as a quantity, where the name tells one. */
  netContent: NetContent | null
  gtin: string | null
  /** The pack that is meant where nobody names one. */
  isDefault: boolean
  /** It is not made any more; its GTIN stays its own. */
  endedAt: Date | null
}

export type PackFacts = { name: string | null; gtin: string | null }
export type GtinOwner = 'nobody' | 'this' | 'another'

type GtinTaken = { code: 'gtin-taken'; gtin: string }
export type NamePackRefusal = GtinTaken | { code: 'gtin-on-labels'; gtin: string } | { code: 'new-pack-needed'; gtin: string }
export type AddPackRefusal = GtinTaken | { code: 'pack-repeated'; name: string }
export type TendPackRefusal = { code: 'pack-ended' } | { code: 'pack-is-default' }

/**
 * What a pack is called and numbered. A GTIN names one pack for ever: another pack's number is refused, so is changing one that labels may carry already
 * (GS1 General Specifications 4.3), and so is another declared net content under the same number (GTIN Management Standard, rule 2.3: a new pack).
 */
export function decideNaming(
  current: Pick<Pack, 'gtin' | 'name'>,
  wanted: PackFacts,
  { gtinOwner }: { gtinOwner: GtinOwner },
): Decision<PackFacts & { netContent: NetContent | null }, NamePackRefusal> {
  if (wanted.gtin !== null && gtinOwner === 'another') return refuse('gtin-taken', { gtin: wanted.gtin })
  if (current.gtin !== null) {
    if (wanted.gtin !== current.gtin) return refuse('gtin-on-labels', { gtin: current.gtin })
    if (current.name !== null && !saysTheSame(current.name, wanted.name)) return refuse('new-pack-needed', { gtin: current.gtin })
  }
  return accept({ ...wanted, netContent: wanted.name === null ? null : readNetContent(wanted.name) })
}

/** The word of the vessel may be corrected under one number, the quantity in it may not. */
function saysTheSame(before: string, after: string | null): boolean {
  const [known, told] = [readNetContent(before), after === null ? null : readNetContent(after)]
  if (known === null) return true
  return told !== null && known.unit === told.unit && known.value === told.value
}

/** One more pack of a product, beside those that it has or had. */
export function decideAddPack(
  packs: readonly Pick<Pack, 'name' | 'endedAt'>[],
  wanted: { name: string; gtin: string | null },
  { gtinOwner }: { gtinOwner: GtinOwner },
): Decision<{ name: string; gtin: string | null; netContent: NetContent | null }, AddPackRefusal> {
  if (wanted.gtin !== null && gtinOwner !== 'nobody') return refuse('gtin-taken', { gtin: wanted.gtin })
  const repeated = packs.some(({ name, endedAt }) => endedAt === null && name?.toLowerCase() === wanted.name.toLowerCase())
  if (repeated) return refuse('pack-repeated', { name: wanted.name })
  return accept({ ...wanted, netContent: readNetContent(wanted.name) })
}

/** The pack that is meant where nobody names one is not ended before another is. */
export function decideEndPack(pack: Pick<Pack, 'isDefault' | 'endedAt'>): Decision<null, TendPackRefusal> {
  if (pack.endedAt !== null) return refuse('pack-ended')
  return pack.isDefault ? refuse('pack-is-default') : accept(null)
}

/** Another one is meant from now on where nobody names a pack. */
export function decideDefaultPack(pack: Pick<Pack, 'isDefault' | 'endedAt'>): Decision<null, TendPackRefusal> {
  return decideEndPack(pack)
}
