import type { Outcome } from '@dacsan/decisions'
import type { PaperList } from '@dacsan/papers'
import { dong, formatDong, readDong } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { drawAnew } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import type { OrderLinkInput } from '../inputs.ts'
import { byBox, nameOfPack, sumDong } from '../rules.ts'
import { sayDelivery } from '../words/delivery.ts'
import { orderTag } from '../words/orders.ts'
import { sayDay, sayMoment } from '../words/packing.ts'
import { receiptWords as words } from '../words/receipt.ts'
import { sayVoucher } from '../words/vouchers.ts'
import { sayKilograms } from '../../say.ts'
import { weighingWords } from '../words/weighing.ts'
import { findOrderByLink } from './find-order.ts'
import type { OrderView } from './view-order.ts'

/**
 * What was ordered, what it came to and what of it was paid, as a paper for whoever holds the secret link. It names a person at a door, so it is kept nowhere;
 * its symbol leads to the page that asks for the telephone number, and opens nothing by itself.
 */
export async function printReceipt(ctx: Ctx, link: OrderLinkInput): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const { order } = await findOrderByLink(ctx, link)
  return drawAnew(ctx, { kind: 'lists-pdf', lists: { lists: [receiptOf(order, ctx.origin)], createdAt: ctx.now } })
}

/** @example receiptOf(order, 'https://ocop.example').title // 'BIÊN NHẬN ĐƠN HÀNG DS7K2M9XQ4' */
export function receiptOf(order: OrderView, origin: string): PaperList {
  const { seller } = order.snapshot
  const sum = (name: string, amount: string) => ({ total: true, cells: [name, '', '', '', amount] })
  return {
    issuer: [seller.name, seller.phone].filter(Boolean).join(' · '),
    title: words.title(order.code),
    code: `${origin}/don-hang/${order.code}`,
    facts: [
      { term: words.placedAt, value: sayMoment(order.createdAt) },
      { term: words.seller, value: seller.name },
      ...(seller.address ? [{ term: words.sellerAddress, value: seller.address }] : []),
      ...(seller.registrationNo ? [{ term: words.registration, value: seller.registrationNo }] : []),
      { term: words.buyer, value: [order.receiver.name, order.receiver.phone].filter(Boolean).join(', ') },
      ...(order.receiver.address ? [{ term: words.buyerAddress, value: order.receiver.address }] : []),
      ...(order.receiver.named
        ? [{ term: words.receiver, value: [order.receiver.name, order.receiver.address].filter(Boolean).join(', ') }]
        : []),
      { term: words.way, value: sayDelivery(order.delivery) },
      { term: words.state, value: orderTag(order).words },
    ],
    columns: [
      { header: words.goods, width: 5 },
      { header: words.lot, width: 4 },
      { header: words.quantity, width: 2, align: 'right' },
      { header: words.price, width: 3, align: 'right' },
      { header: words.amount, width: 3, align: 'right' },
    ],
    rows: [
      ...byBox(order.lines).flatMap(({ box, lines }) => [
        ...(box ? [{ cells: [box.name, words.boxWith, `${box.quantity} ${box.unit}`, formatDong(box.priceVnd), ''] }] : []),
        ...lines.map((line) => ({
          cells: [
            nameOfPack(line.productName, line.netContent),
            line.lots
              .map(({ number, expiresOn, quantity }) => words.lotOf(number, sayDay(expiresOn), `${quantity} ${line.unit}`))
              .join('; ') || words.lotLater,
            quantityOf(line),
            line.weighed ? weighingWords.pricePerKg(formatDong(line.byWeight!.perKgVnd)) : formatDong(line.unitPriceVnd),
            formatDong(line.sumVnd),
          ],
        })),
      ]),
      sum(words.goodsSum, formatDong(sumDong(order.lines.map(({ sumVnd }) => sumVnd)))),
      ...(order.voucher ? [sum(sayVoucher(order.voucher.code), formatDong(dong(-order.voucher.discountVnd)))] : []),
      ...(order.facts.deliveryTold ? [sum(words.delivery, formatDong(order.delivery.feeVnd))] : []),
      sum(words.total, formatDong(order.sumVnd)),
    ],
    notes: [
      words.inWords(readDong(order.sumVnd)),
      ...(order.facts.unweighed ? [weighingWords.mostSum] : []),
      ...moneyOf(order),
      ...(order.returnedVnd > 0 ? [words.returned(formatDong(order.returnedVnd))] : []),
      words.notInvoice,
      words.lookUp(`${origin}/don-hang`),
    ],
  }
}

const quantityOf = ({ quantity, unit, weighed }: OrderView['lines'][number]): string =>
  weighed ? weighingWords.kilograms(`${quantity} ${unit}`, sayKilograms(weighed.billedGrams, 'vi')) : `${quantity} ${unit}`

/** Every movement of money, as its log has it, and what is missing while the order stands. */
function moneyOf({ payments, keptVnd, facts }: OrderView): string[] {
  const moved = payments.map(({ kind, amountVnd, inCash, at }) => {
    if (kind === 'refunded') return words.refunded(formatDong(amountVnd), sayMoment(at))
    return (inCash ? words.inCash : words.transferred)(formatDong(amountVnd), sayMoment(at))
  })
  if (moved.length === 0) return [words.unpaid]
  return facts.missingVnd > 0 && !facts.closed && keptVnd > 0 ? [...moved, words.missing(formatDong(facts.missingVnd))] : moved
}
