import { peopleOfProducer } from '../../catalogue/index.ts'
import type { Asking, Recipient } from '../../message.ts'
import { sayDong } from '../../say.ts'
import type { OrderGroupId, OrderId } from '../rules/ids.ts'
import { selectOrderToTell } from '../orders/order-to-tell.store.ts'
import type { OrderToTell } from '../orders/order-to-tell.store.ts'

export const sample = { code: 'DS7K2M9XQ4', producer: 'HTX Dừa sáp Cầu Kè', total: '180.000 đ' }

export const valuesOf = ({ code, producerName, totalVnd, language }: OrderToTell) => ({
  code,
  producer: producerName,
  total: sayDong(language, totalVnd),
})

export const buyersOf = ({ groupId, userId }: { groupId: OrderGroupId; userId: OrderToTell['userId'] }): Recipient[] =>
  userId === null ? [groupId] : [groupId, userId]

/** The page on which an order is looked up, in the language in which it was placed; its messages come in the same. */
export const asBuyerReads = ({ language }: Pick<OrderToTell, 'language'>) => ({
  language,
  path: language === 'vi' ? '/don-hang' : `/${language}/don-hang`,
})

const about = (side: 'seller' | 'buyer') => async (orderId: OrderId, asking: Asking) => {
  const order = await selectOrderToTell(asking.db, orderId)
  if (!order) return []
  const to: Recipient[] = side === 'seller' ? await peopleOfProducer(asking, order.producerId) : buyersOf(order)
  // The secret link of a purchase is in nobody's list: whoever has no account finds the order by its code and telephone.
  const where = side === 'seller' ? { path: `/van-phong/ban-hang/don/${order.id}` } : asBuyerReads(order)
  return [{ to, ...where, object: ['order', order.id] as const, values: valuesOf(order), order }]
}

/** Only of orders that are paid so: a transfer is asked of nobody who pays at the door. */
export const paidBy = <T extends { order: OrderToTell }>(way: OrderToTell['way'], told: readonly T[]): T[] =>
  told.filter(({ order }) => order.way === way)

/** Only of orders whose goods lay there: of others nothing is kept yet. */
export const fromShelf = <T extends { order: OrderToTell }>(told: readonly T[]): T[] => told.filter(({ order }) => order.dueOn === null)

/** What is told of an order to whoever sells, and to whoever bought. */
export const aboutOrder = { seller: about('seller'), buyer: about('buyer') }
