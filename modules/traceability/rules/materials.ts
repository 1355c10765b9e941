import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Thousandths } from './amount.ts'
import type { MaterialId, MaterialLotId } from './ids.ts'

export const supplierKinds = ['farmer', 'group', 'cooperative', 'company', 'own'] as const
export type SupplierKind = (typeof supplierKinds)[number]

export const materialEntryKinds = ['bought', 'consumed', 'wasted', 'counted'] as const
export type MaterialEntryKind = (typeof materialEntryKinds)[number]

/** The code of a purchase, which nobody has to think up: `NL-261130-01`. */
export function proposePurchaseCode(boughtOn: PlainDate, taken: readonly string[]): string {
  const codes = new Set(taken)
  for (let count = 1; ; count++) {
    const code = `NL-${boughtOn.slice(2).replaceAll('-', '')}-${String(count).padStart(2, '0')}`
    if (!codes.has(code)) return code
  }
}

export type PurchaseRefusal =
  | { code: 'bought-in-future'; boughtOn: PlainDate }
  | { code: 'bought-too-long-ago'; earliest: PlainDate }
  /** The material is known and counted in something else: two units of one material never add up. */
  | { code: 'material-has-unit'; material: string; unit: string }

const oldestDays = 3 * 365

export function decidePurchase(
  { boughtOn, material, unit }: { boughtOn: PlainDate; material: string; unit: string },
  { today, unitOnFile }: { today: PlainDate; unitOnFile: string | null },
): Decision<object, PurchaseRefusal> {
  if (boughtOn > today) return refuse('bought-in-future', { boughtOn })
  const earliest = addDays(today, -oldestDays)
  if (boughtOn < earliest) return refuse('bought-too-long-ago', { earliest })
  if (unitOnFile !== null && unitOnFile !== unit) return refuse('material-has-unit', { material, unit: unitOnFile })
  return accept({})
}

/** What is in stock of one purchase. */
export type Stock = { id: MaterialLotId; materialId: MaterialId; balance: Thousandths }
export type Wanted = { materialId: MaterialId; material: string; unit: string; amount: Thousandths }
export type Taken = { materialLotId: MaterialLotId; amount: Thousandths; unit: string }
export type Shortage = { material: string; unit: string; wanted: Thousandths; left: Thousandths }
export type UseRefusal = { code: 'more-than-bought'; short: Shortage[] }

/** Takes what is wanted off the stock in its order, the oldest purchase first; nothing is used that was not bought. */
export function decideUse(wanted: readonly Wanted[], stock: readonly Stock[]): Decision<{ taken: Taken[] }, UseRefusal> {
  const [taken, short]: [Taken[], Shortage[]] = [[], []]
  for (const { materialId, material, unit, amount } of wanted) {
    const own = stock.filter((one) => one.materialId === materialId)
    let open = amount
    for (const { id, balance } of own) {
      const part = Math.min(open, balance)
      if (part > 0) taken.push({ materialLotId: id, amount: part, unit })
      open -= part
    }
    if (open > 0) short.push({ material, unit, wanted: amount, left: amount - open })
  }
  return short.length > 0 ? refuse('more-than-bought', { short }) : accept({ taken })
}

export type RecipeLine = { materialId: MaterialId; material: string; unit: string; quantity: Thousandths; tolerancePercent: number }
/** What `pieces` of a product take. */
export type Recipe = { pieces: number; lines: RecipeLine[] }

/** What so many pieces take by the recipe. */
export const expectedOf = ({ quantity }: Pick<RecipeLine, 'quantity'>, { pieces }: Pick<Recipe, 'pieces'>, made: number): Thousandths =>
  Math.round((quantity * made) / pieces)

/** One material of a lot beside its recipe. */
export type Yield = {
  materialId: MaterialId
  material: string
  unit: string
  expected: Thousandths
  used: Thousandths
  tolerancePercent: number
}
export const isOff = ({ expected, used, tolerancePercent }: Yield): boolean => Math.abs(used - expected) * 100 > tolerancePercent * expected

export function yieldsOf(recipe: Recipe, made: number, usedOf: ReadonlyMap<MaterialId, Thousandths>): Yield[] {
  return recipe.lines.map((line) => ({
    materialId: line.materialId,
    material: line.material,
    unit: line.unit,
    expected: expectedOf(line, recipe, made),
    used: usedOf.get(line.materialId) ?? 0,
    tolerancePercent: line.tolerancePercent,
  }))
}

export type YieldRefusal = { code: 'yield-unexplained'; off: Yield[] }

/** More or less than the recipe allows is not forbidden: it is explained, and the office reads why. */
export function decideYield(yields: readonly Yield[], reason: string | null): Decision<object, YieldRefusal> {
  const off = yields.filter(isOff)
  return off.length > 0 && reason === null ? refuse('yield-unexplained', { off }) : accept({})
}

export type LossRefusal =
  | { code: 'more-than-left'; left: Thousandths; unit: string }
  | { code: 'counted-more-than-bought'; bought: Thousandths; unit: string }
  | { code: 'count-agrees' }

type Purchase = { balance: Thousandths; quantity: Thousandths; unit: string }

export function decideWaste({ balance, unit }: Purchase, amount: Thousandths): Decision<{ delta: number }, LossRefusal> {
  return amount > balance ? refuse('more-than-left', { left: balance, unit }) : accept({ delta: -amount })
}

/** What was counted is the truth about the shelf, but there is never more of a purchase than was bought. */
export function decideMaterialCount({ balance, quantity, unit }: Purchase, counted: Thousandths): Decision<{ delta: number }, LossRefusal> {
  if (counted > quantity) return refuse('counted-more-than-bought', { bought: quantity, unit })
  return counted === balance ? refuse('count-agrees') : accept({ delta: counted - balance })
}

export type RecipeRefusal = { code: 'recipe-repeats'; material: string }

/** No line at all is a recipe too: from its day on nothing is compared. */
export function decideRecipe(lines: readonly Pick<RecipeLine, 'materialId' | 'material'>[]): Decision<object, RecipeRefusal> {
  const twice = lines.find(({ materialId }, place) => lines.findIndex((one) => one.materialId === materialId) < place)
  return twice ? refuse('recipe-repeats', { material: twice.material }) : accept({})
}

/** One purchase that went into a lot, with how much of it. */
export type LotInput = {
  materialLotId: MaterialLotId
  code: string
  boughtOn: PlainDate
  growingAreaCode: string | null
  materialId: MaterialId
  material: string
  unit: string
  supplier: string
  commune: string | null
  province: string | null
  amount: Thousandths
}

export type LotInputs = {
  inputs: LotInput[]
  yields: Yield[]
  reasons: { reason: string; at: Date; by: string | null }[]
  /** What its maker may still take for it. */
  stock: { id: MaterialId; name: string; unit: string; left: Thousandths }[]
}

/** What everyone may know of what a lot was made of: what it is and where it grew. Of whom it was bought is nobody's business. */
export type PublicInput = { material: string; commune: string | null; province: string | null; growingAreaCode: string | null }
