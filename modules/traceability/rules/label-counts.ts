import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PackId } from '../../catalogue/rules.ts'

/** A sheet as it is counted. */
export type CountedSheet = { count: number; spoiled: number; appliedAt: Date | null }

export const sheetStates = ['printed', 'applied', 'spoiled'] as const
export type SheetState = (typeof sheetStates)[number]

export function sheetStateOf({ count, spoiled, appliedAt }: CountedSheet): SheetState {
  if (spoiled >= count) return 'spoiled'
  return appliedAt ? 'applied' : 'printed'
}

/** What became of the labels of a lot. */
export type LabelCounts = { printed: number; applied: number; spoiled: number }

/** Every label stands in one count: a spoiled one was printed, and is on nothing. */
export function countLabels(sheets: readonly CountedSheet[]): LabelCounts {
  const sum = (of: (sheet: CountedSheet) => number) => sheets.reduce((total, sheet) => total + of(sheet), 0)
  return {
    printed: sum(({ count }) => count),
    applied: sum(({ count, spoiled, appliedAt }) => (appliedAt ? count - spoiled : 0)),
    spoiled: sum(({ spoiled }) => spoiled),
  }
}

/** How many of one pack a lot was packed into, how many of those were destroyed, and since when there are any. */
export type PackedCount = { packId: PackId; packed: number; destroyed: number; firstPackedAt: Date | null }

type Packed = Pick<PackedCount, 'packId' | 'packed'>

/** What the labels of one pack are held against, and how many there are. */
export type LabelGoods = { of: 'made' | 'packed'; goods: number } & Omit<LabelCounts, 'applied'>

/** Labels are held against what was packed into their pack. Where nothing of a lot was packed yet, all of them are held against what was made. */
export function goodsToLabel(
  packId: PackId,
  { made, packed, sheets }: { made: number; packed: readonly Packed[]; sheets: readonly (CountedSheet & { packId: PackId })[] },
): LabelGoods {
  if (packed.length === 0) return { of: 'made', goods: made, ...printedOf(sheets) }
  const goods = packed.find((one) => one.packId === packId)?.packed ?? 0
  return { of: 'packed', goods, ...printedOf(sheets.filter((sheet) => sheet.packId === packId)) }
}

function printedOf(sheets: readonly CountedSheet[]): Omit<LabelCounts, 'applied'> {
  const { printed, spoiled } = countLabels(sheets)
  return { printed, spoiled }
}

/** The pack that is meant where nobody names one: the only one that the lot was packed into, else the product's default. */
export function packMeant<Pack extends { id: PackId; isDefault: boolean }>(packs: readonly Pack[], packed: readonly Packed[]): Pack {
  const [only, another] = packed
  return packs.find((pack) => (only && !another ? pack.id === only.packId : pack.isDefault))!
}

const leftOf = ({ goods, printed, spoiled }: LabelGoods): number => Math.max(0, goods - (printed - spoiled))

export type BalanceRefusal = { code: 'more-labels-than-goods'; left: number } & LabelGoods

/** Not more labels than goods: one too many comes onto other goods. Spoiled ones are printed again. */
export function decideBalance(count: number, goods: LabelGoods): Decision<object, BalanceRefusal> {
  const left = leftOf(goods)
  return count > left ? refuse('more-labels-than-goods', { ...goods, left }) : accept({})
}

/** So many labels at a time. */
export const mostLabels = 2000

/** Labels for the goods that have none yet, as far as one print goes. */
export const proposedLabels = (goods: LabelGoods): number => Math.max(1, Math.min(mostLabels, leftOf(goods)))

/** Labels beyond the goods of a lot, of before they were refused: they could come onto other goods. What was made may be packed later. */
export function surplusLabels(made: number, packed: readonly Packed[], sheets: readonly CountedSheet[]): number {
  const { printed, spoiled } = printedOf(sheets)
  const goods = packed.reduce((sum, one) => sum + one.packed, 0)
  return Math.max(0, printed - spoiled - Math.max(made, goods))
}

export type SpoilRefusal = { code: 'more-spoiled-than-printed'; left: number }

export function decideSpoiled(count: number, sheet: CountedSheet): Decision<object, SpoilRefusal> {
  const left = sheet.count - sheet.spoiled
  return count > left ? refuse('more-spoiled-than-printed', { left }) : accept({})
}

export type ApplyRefusal = { code: 'labels-already-applied' } | { code: 'labels-all-spoiled' }

export function decideApplied(sheet: CountedSheet): Decision<object, ApplyRefusal> {
  if (sheet.appliedAt !== null) return refuse('labels-already-applied')
  return sheet.spoiled >= sheet.count ? refuse('labels-all-spoiled') : accept({})
}
