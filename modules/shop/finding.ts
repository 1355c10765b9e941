import { pileOf } from '../finding.ts'
import type { FindOf } from '../finding.ts'
import { organisationsOf } from '../identity/rules.ts'
import { selectAskedOrders } from './finding.store.ts'
import { foundWords as says, fulfilmentWords, paymentWords } from './words.ts'

/** Orders of one's own shelf by code, buyer, telephone number or goods. */
export const findOrders: FindOf = async ({ db, actor }, asked) => {
  const sellers = organisationsOf(actor, 'producer')
  if (sellers.length === 0) return []
  return pileOf(await selectAskedOrders(db, asked, sellers), {
    kind: 'orders',
    says: says.orders,
    most: asked.most,
    show: ({ id, code, buyerName, buyerPhone, totalVnd, payment, fulfilment }) => ({
      title: says.order(code, buyerName),
      about: says.orderFacts(buyerPhone, totalVnd, paymentWords[payment], fulfilmentWords[fulfilment]),
      path: `/van-phong/ban-hang/don/${id}`,
    }),
  })
}
