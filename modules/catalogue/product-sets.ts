import { listCriteriaSets } from '../law/index.ts'

/** The register files every product, also those recognised under older law, by the sets of this decision. */
const decision = '26/2026/QĐ-TTg'

/** The sets that a product can be filed under, in the order of the decision. */
export function productSets(): { code: string; name: string; group: string }[] {
  return listCriteriaSets(decision).map(({ code, name, group }) => ({ code, name, group }))
}

export function findProductSet(code: string): { code: string; name: string; group: string } | undefined {
  return productSets().find((set) => set.code === code)
}
