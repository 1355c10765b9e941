import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import { netUnitOf, ratioOf } from '../../catalogue/rules.ts'
import type { Pack, PackId } from '../../catalogue/rules.ts'
import { isSellable } from '../../traceability/rules.ts'
import type { PackRefusal } from './refusals.ts'

/**
 * How much of what the lot made one pack takes, in the lot's own unit. A lot that is weighed or measured gives each pack its net content; a lot that is
 * counted in pieces counts default packs, and other packs by their share of one. Null where neither tells: whoever packs says it.
 *
 * @example lotUnitsPerPack({ unit: 'kg' }, { netContent: { value: 250, unit: 'GRM' }, … }, …) // 0.25
 */
export function lotUnitsPerPack(
  lot: { unit: string },
  pack: Pick<Pack, 'netContent' | 'isDefault'>,
  { defaultPack, told }: { defaultPack: Pick<Pack, 'netContent'>; told: number | null },
): number | null {
  const unit = netUnitOf(lot.unit)
  // Loose goods: a pack of which nobody said the content is one unit of the lot.
  if (pack.isDefault && (unit === undefined || pack.netContent === null)) return 1
  const other = unit === undefined ? defaultPack.netContent : { value: 1, unit }
  const ratio = pack.netContent === null || other === null ? null : ratioOf(pack.netContent, other)
  return ratio ?? told
}

export type LotFacts = { status: string; expiresOn: PlainDate | null; made: number; unit: string }
export type WantedPack = { pack: Pick<Pack, 'id' | 'name' | 'endedAt'>; quantity: number; perPack: number | null }
export type PackedLine = { packId: PackId; delta: number; lotUnits: number }

/** Nobody packs more of a lot than was made of it; what a count found more or less is part of the sum. */
export function decidePacking(
  lot: LotFacts,
  facts: { wanted: readonly WantedPack[]; alreadyTaken: number; today: PlainDate },
): Decision<{ lines: PackedLine[] }, PackRefusal> {
  if (!isSellable(lot, facts.today)) return refuse('lot-not-sellable', { status: lot.status, expiresOn: lot.expiresOn })
  const wanted = facts.wanted.filter(({ quantity }) => quantity > 0)
  if (wanted.length === 0) return refuse('nothing-packed')
  const ended = wanted.find(({ pack }) => pack.endedAt !== null)
  if (ended) return refuse('pack-ended')
  const unknown = wanted.find(({ perPack }) => perPack === null)
  if (unknown) return refuse('factor-needed', { pack: unknown.pack.name, unit: lot.unit })
  const lines = wanted.map(({ pack, quantity, perPack }) => ({ packId: pack.id, delta: quantity, lotUnits: units(quantity * perPack!) }))
  const taken = units(facts.alreadyTaken + lines.reduce((sum, { lotUnits }) => sum + lotUnits, 0))
  if (taken > lot.made) return refuse('more-than-made', { made: lot.made, unit: lot.unit, alreadyTaken: units(facts.alreadyTaken) })
  return accept({ lines })
}

/** Millionths of a unit of the lot: finer than any scale, and sums of decimals compare as they should. */
export const units = (quantity: number): number => Math.round(quantity * 1e6) / 1e6
