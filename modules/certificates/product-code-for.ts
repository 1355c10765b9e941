import type { Tx } from '../context.ts'
import { selectLastProductCode, takeProductNumber } from './certificate.store.ts'
import { numberIn, productCode } from './rules.ts'
import type { DecisionItem } from './rules.ts'

/** The code that a product is recognised by; one evaluated again in its commune keeps its number there. The caller holds the lock of decisions. */
export async function productCodeFor(
  tx: Tx,
  item: Pick<DecisionItem, 'productId' | 'provinceCode' | 'communeCode' | 'evaluationYear'>,
): Promise<string> {
  const { provinceCode, communeCode, evaluationYear: year } = item
  const known = numberIn(await selectLastProductCode(tx, item.productId), { provinceCode, communeCode })
  return productCode({ provinceCode, communeCode, number: known ?? (await takeProductNumber(tx, communeCode)), year })
}
