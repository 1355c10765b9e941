import { createHmac } from 'node:crypto'
import { anOrderForm, aShop, mustBe } from '../shop/fixtures.ts'
import type { As } from '../shop/fixtures.ts'
import { visitor } from '../identity/index.ts'
import { placeOrder } from '../shop/index.ts'
import type { OrderId } from '../shop/rules.ts'

/** A shop whose jars cost 85,000 đồng, and some orders of two jars each. */
export async function ordersOf(as: As, count: number, { stock = count * 2 }: { stock?: number } = {}) {
  const shop = await aShop(as, { stock, priceVnd: 85_000 })
  const orders: { id: OrderId; code: string; secret: string }[] = []
  for (let placed = 0; placed < count; placed++) {
    const outcome = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 2 }])))
    orders.push({ ...outcome.orders[0]!, secret: outcome.secret })
  }
  return { shop, orders, seller: as(shop.person) }
}

/** A row of a statement; a negative amount went out. */
export type Row = { day?: string; doc?: string; content: string; amount: number }

/** A file as VietinBank gives it out, with a running balance. */
export function statementFile(rows: readonly Row[], { opening = 1_000_000, wrongBalance = 0 } = {}) {
  let balance = opening
  const lines = rows.map(({ day = '23/11/2026', doc = '', content, amount }) => {
    balance += amount
    return `${day};${doc};${content};${amount < 0 ? -amount : ''};${amount > 0 ? amount : ''};${balance + wrongBalance}`
  })
  const text = [
    'VietinBank eFAST',
    `Số dư đầu kỳ;${opening}`,
    'Ngày giao dịch;Số giao dịch;Mô tả giao dịch;Ghi nợ;Ghi có;Số dư TK',
    ...lines,
    `Số dư cuối kỳ;${balance}`,
  ].join('\n')
  return { name: 'vietinbank.csv', bytes: new TextEncoder().encode(text) }
}

/** What SePay sends, signed at a moment. */
export function sepayMessage(event: object, { secret, now, at = now }: { secret: string; now: Date; at?: Date }) {
  const body = new TextEncoder().encode(JSON.stringify(event))
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')
  return { body, now, headers: { 'x-sepay-timestamp': timestamp, 'x-sepay-signature': `sha256=${signature}` } }
}
