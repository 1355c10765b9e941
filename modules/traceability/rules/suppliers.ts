import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { SupplierId } from './ids.ts'

type Named = { id: SupplierId; name: string }

export type CorrectSupplierRefusal = { code: 'supplier-merged' } | { code: 'supplier-named-so'; name: string } | { code: 'unknown-commune' }

/** Two suppliers of one name are one: whoever finds the other under the right name merges them. */
export function decideCorrection(
  supplier: { id: SupplierId; mergedIntoId: SupplierId | null },
  name: string,
  { others, communeKnown }: { others: readonly Named[]; communeKnown: boolean },
): Decision<object, CorrectSupplierRefusal> {
  if (supplier.mergedIntoId !== null) return refuse('supplier-merged')
  if (!communeKnown) return refuse('unknown-commune')
  const same = others.find((one) => one.id !== supplier.id && one.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'))
  return same ? refuse('supplier-named-so', { name: same.name }) : accept({})
}

export type MergeSuppliersRefusal = { code: 'supplier-merged' } | { code: 'supplier-is-itself' }

/** One of them goes on, and it is none that went over itself. */
export function decideMerge(
  from: { id: SupplierId; mergedIntoId: SupplierId | null },
  into: { id: SupplierId; mergedIntoId: SupplierId | null },
): Decision<object, MergeSuppliersRefusal> {
  if (from.id === into.id) return refuse('supplier-is-itself')
  return from.mergedIntoId === null && into.mergedIntoId === null ? accept({}) : refuse('supplier-merged')
}
