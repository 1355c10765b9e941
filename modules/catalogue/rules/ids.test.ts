import { expect, expectTypeOf, test } from 'vitest'
import type { selectProductIdByName } from '../product.store.ts'
import type { ProducerId, ProductId } from './ids.ts'

type Find = typeof selectProductIdByName
type Db = Parameters<Find>[0]

test('the id of a product is not the id of its producer, and no text is either', () => {
  expectTypeOf<string>().not.toExtend<ProducerId>()
  expectTypeOf<string>().not.toExtend<ProductId>()
  // Never called: what is asked of it is that it compiles, and that the swap does not.
  const calls = async (find: Find, db: Db, producerId: ProducerId, productId: ProductId) => {
    await find(db, producerId, 'Mứt dừa')
    // @ts-expect-error a product has no products
    await find(db, productId, 'Mứt dừa')
  }
  expect(calls).toBeTypeOf('function')
})
