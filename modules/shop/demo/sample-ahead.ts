import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { newId } from '@dacsan/platform/ids'
import { openAhead } from '../ahead/tend-ahead.ts'
import { addPack } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import type { LotId } from '../../traceability/rules.ts'
import { confirmPayment } from '../orders/confirm-payment.ts'
import { placeOrder } from '../orders/place-order.ts'
import { putOnSale } from './sample-stall.ts'

type Stall = { seller: Ctx; officer: Ctx; anybody: Ctx }
type Goods = { productId: ProductId; lotId: LotId; term: { validUntil: ReturnType<typeof addDays> } }

/** One pack for a season, paid once it is there, and one made to order, paid at once: both with orders that wait. */
export async function offerAhead({ seller, officer, anybody }: Stall, { productId, lotId, term }: Goods): Promise<void> {
  const today = dateInVietnam(seller.now)
  const onSale = async (name: string, unit: string, priceVnd: number) => {
    const { packId } = must(await addPack(seller, { productId, name, gtin: null }))
    return putOnSale(seller, officer, { productId, packId, lotId, priceVnd, unit, stock: 0 }, term)
  }
  const season = await onSale('Can 5 kg', 'can', 1_150_000)
  const terms = { season: 'vụ mật tới', firstDeliveryOn: addDays(today, 60), lastOrderOn: addDays(today, 45) }
  must(await openAhead(seller, { listingId: season, kind: 'pre-order', offered: 40, pays: 'when-there', ...terms }))
  const gift = await onSale('Hộp quà 990 g', 'hộp', 320_000)
  const work = { leadLeast: 3, leadMost: 5, period: 'week' } as const
  must(await openAhead(seller, { listingId: gift, kind: 'made-to-order', offered: 20, pays: 'now', ...work }))
  const order = async (listingId: typeof gift, quantity: number, buyerName: string, buyerPhone: string) =>
    must(
      await placeOrder(anybody, {
        requestKey: newId('key'),
        lines: [{ listingId, quantity }],
        buyerName,
        buyerPhone,
        buyerAddress: 'Địa chỉ mẫu',
        note: '',
        seenVnd: null,
      }),
    ).orders[0]!
  await order(season, 2, 'Bà Mẫu Chờ Mùa', '0900000201')
  const { id: orderId } = await order(gift, 3, 'Công ty Mẫu Đặt Quà', '0900000202')
  const money = { orderId, amountVnd: 960_000, reference: '', note: 'Dữ liệu mẫu', requestKey: newId('key') }
  must(await confirmPayment(seller, money))
}
