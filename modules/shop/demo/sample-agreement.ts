import { addDays, dateInVietnam, dong } from '@dacsan/vietnam'
import { newId } from '@dacsan/platform/ids'
import { findAgreedBuyer } from '../agreements/find-agreed-buyers.ts'
import { openAgreedShelf } from '../agreements/open-shelf.ts'
import { addAgreedBuyer, agreeTerms } from '../agreements/tend-agreed-buyers.ts'
import { packsOfProduct } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import { handOver } from '../orders/hand-over.ts'
import { placeOrder } from '../orders/place-order.ts'
import type { ListingId } from '../rules/ids.ts'
import { producerOfActor } from '../../catalogue/index.ts'

/** A canteen with a price list, and what it owes of this month: one order that it has, one that waits to be packed. */
export async function sellByAgreement(
  { seller, anybody }: { seller: Ctx; anybody: Ctx },
  { productId, listingId }: { productId: ProductId; listingId: ListingId },
): Promise<void> {
  const today = dateInVietnam(seller.now)
  const phone = '0900000301'
  const { buyerId } = must(await addAgreedBuyer(seller, { kind: 'canteen', name: 'Bếp ăn Trường Mẫu (dữ liệu mẫu)', phone, taxCode: null }))
  const usual = (await packsOfProduct(seller.db, productId)).find(({ isDefault }) => isDefault)
  if (!usual) throw new Error('the sample product has no usual pack')
  const prices = [{ packId: usual.id, priceVnd: dong(85_000), leastQuantity: 2, multiple: 1 }]
  const credit = { limitVnd: dong(2_000_000), dueDays: 15 }
  must(await agreeTerms(seller, { buyerId, percent: 5, prices, fromOn: today, untilOn: addDays(today, 365), credit }))
  const { accessCode: code } = (await findAgreedBuyer(seller, buyerId)).buyer
  const { cartId } = must(await openAgreedShelf(anybody, { phone, code }, { cartId: null, address: '192.0.2.2' }))
  const producer = (await producerOfActor(seller))!
  const order = async (quantity: number) => {
    const form = {
      requestKey: newId('key'),
      lines: [{ listingId, quantity }],
      buyerName: 'Bếp ăn Trường Mẫu',
      buyerPhone: phone,
      buyerAddress: 'Địa chỉ mẫu',
      note: '',
      seenVnd: null,
      ways: { [producer.id]: 'account' as const },
    }
    return must(await placeOrder(anybody, form, { cartId, address: '192.0.2.2' })).orders[0]!.id
  }
  must(await handOver(seller, { orderId: await order(3), acceptShort: false, note: 'Dữ liệu mẫu' }))
  await order(2)
}
