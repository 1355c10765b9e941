import type { ProductId } from './rules/ids.ts'
import { NotFound } from '@dacsan/decisions'
import type { Tx } from '../context.ts'
import { updateRenewal, updateStanding, updateStandings } from './product.store.ts'
import type { RecordedStanding } from './product.store.ts'

export type { RecordedStanding } from './product.store.ts'

/**
 * What a decision, withdrawal or import says of a product now. Only the module of certificates calls this, in the transaction that
 * changes the certificate; the product enters the register for good with its first recognition.
 */
export async function recordStanding(tx: Tx, recorded: RecordedStanding): Promise<void> {
  if (!(await updateStanding(tx, recorded))) throw new NotFound('No such product', { id: recorded.productId })
}

/**
 * Whether a dossier to evaluate the product again waits for its decision: so long the law lets its certificate hold on. Only the module of
 * dossiers calls this, in the transaction that moves the dossier.
 */
export async function recordRenewal(tx: Tx, renewal: { productId: ProductId; underWay: boolean }): Promise<void> {
  await updateRenewal(tx, renewal.productId, renewal.underWay)
}

/** The same for the products of an import, whose numbers make one statement for each too slow. */
export async function recordStandings(tx: Tx, recorded: readonly RecordedStanding[]): Promise<void> {
  const updated = await updateStandings(tx, recorded)
  if (updated !== recorded.length) throw new NotFound('No such product', { ids: recorded.map(({ productId }) => productId) })
}
