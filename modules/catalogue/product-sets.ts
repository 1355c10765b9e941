import { describeSets, listScorableSets } from '../law/index.ts'

/** A set as the register names it. */
export type ProductSet = { code: string; name: string; group: string }

/** The sets that a product can be filed under today: those of the newest decision, in its order. Older recognitions are filed by them too. */
export function productSets(): ProductSet[] {
  return describeSets().map(({ code, name, group }) => ({ code, name, group }))
}

/** The set by its code, of whichever decision that products were ever filed under. */
export function findProductSet(code: string): ProductSet | undefined {
  return listScorableSets().find((set) => set.code === code)
}

/** Whether a product can be filed under the set today. */
export const isProductSet = (code: string): boolean => productSets().some((set) => set.code === code)
