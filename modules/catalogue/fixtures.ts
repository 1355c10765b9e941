import type { Tx } from '../context.ts'
import { insertProducer } from './insert-producer.ts'
import type { InsertProducer } from './insert-producer.ts'
import { insertProduct } from './insert-product.ts'
import type { InsertProduct } from './insert-product.ts'
import { recordStanding } from './record-standing.ts'
import type { RecordedStanding } from './record-standing.ts'
import type { ProducerId, ProductId } from './rules/ids.ts'

/** A producer on file: a cooperative of xã Vinh Kim, unless told otherwise. Needs the communes of `loadLaw`. */
export function aProducer(tx: Tx, given: Partial<InsertProducer> = {}): Promise<{ id: ProducerId; slug: string }> {
  return insertProducer(tx, { name: 'Hợp tác xã Kim Hòa', kind: 'cooperative', communeCode: '29431', ...given })
}

/** A product on file, not yet public; with `standing`, recognised and in the register. */
export async function aProduct(
  tx: Tx,
  { standing, ...given }: Partial<InsertProduct> & { standing?: Partial<Omit<RecordedStanding, 'productId'>> } = {},
): Promise<{ id: ProductId; slug: string; traceCode: string; producerId: ProducerId }> {
  const producerId = given.producerId ?? (await aProducer(tx)).id
  const product = await insertProduct(tx, { name: 'Bánh tét ba màu', setCode: 'QD26-06', ...given, producerId })
  if (standing) {
    const recognised = { standing: 'certified', stars: 4, potentialFive: false, certificateCode: null } as const
    const validity = { certifiedFrom: '2025-01-10', certifiedUntil: '2028-01-10' }
    await recordStanding(tx, { ...recognised, ...validity, ...standing, productId: product.id })
  }
  return { ...product, producerId }
}
