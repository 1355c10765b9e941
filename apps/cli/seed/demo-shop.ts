import { addDays, addMonths, dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../../../modules/catalogue/index.ts'
import type { Ctx } from '../../../modules/context.ts'
import { demoPassword } from '../../../modules/identity/index.ts'
import { openStall, putOnSale } from '../../../modules/shop/fixtures.ts'
import { addDiaryEntry, openLot } from '../../../modules/traceability/index.ts'
import { demoFacts } from './demo-facts.ts'
import type { Cast } from './demo-people.ts'

type Goods = { productId: string; unit: string; priceVnd: number; quantity: number; made: string }

/** Two stalls with goods that can be scanned and bought. The account numbers are invented: nobody can be paid by mistake. */
export async function seedShop(cast: Cast, sold: { first: string; second: string }): Promise<void> {
  const officer = cast('chuyenvien')
  const first = cast('chuthe')
  const second = cast('chuthe2')
  const [one, other] = demoFacts().producers
  await openStall(first, officer, await producerIdOf(first), account('0000000001', one.accountName))
  await openStall(second, officer, await producerIdOf(second), account('0000000002', other.accountName))
  await offer(first, { productId: sold.first, unit: 'hộp', priceVnd: 85_000, quantity: 60, made: 'Nấu kẹo, cắt viên, gói giấy.' })
  await offer(second, { productId: sold.second, unit: 'đòn', priceVnd: 70_000, quantity: 40, made: 'Gói và luộc 12 giờ.' })
}

const account = (bankAccount: string, accountName: string) => ({
  bankBin: '970415',
  bankAccount,
  accountName,
  pickupNote: 'Nhận tại cơ sở từ 8 giờ đến 17 giờ.',
  password: demoPassword,
})

async function producerIdOf(ctx: Ctx): Promise<string> {
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Error('the sample producer is missing')
  return producer.id
}

async function offer(seller: Ctx, { productId, unit, priceVnd, quantity, made }: Goods): Promise<void> {
  const today = dateInVietnam(seller.now)
  const opened = await openLot(seller, {
    productId,
    number: `${today.slice(2).replaceAll('-', '')}-01`,
    madeOn: addDays(today, -1),
    expiresOn: addMonths(today, 3),
    quantity,
    unit,
    standards: null,
    requestKey: seller.newId('key'),
  })
  if (!opened.ok) throw new Error(`sample lot: ${JSON.stringify(opened.refusal)}`)
  const { lotId } = opened.value
  const diary = [
    { kind: 'buy-material', text: 'Nguyên liệu mua của các hộ trong xã.' },
    { kind: 'process', text: made },
  ] as const
  for (const { kind, text } of diary) {
    const added = await addDiaryEntry(seller, { lotId, kind, text, requestKey: seller.newId('key') })
    if (!added.ok) throw new Error(`sample diary: ${JSON.stringify(added.refusal)}`)
  }
  await putOnSale(seller, { productId, lotId, priceVnd, unit, stock: quantity })
}
