import { addDays, dateInVietnam, dong } from '@dacsan/vietnam'
import { producerOfActor, productsOfProducer } from '../catalogue/index.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { demoPassword } from '../identity/index.ts'
import { demoFacts } from '../province/demo.ts'
import { traceabilityDemo } from '../traceability/demo.ts'
import { offerOf } from './listings/listings-for.ts'
import { saveListing, submitListing } from './listings/save-listing.ts'
import { visitor } from '../identity/index.ts'
import { sellByAgreement } from './demo/sample-agreement.ts'
import { offerAhead } from './demo/sample-ahead.ts'
import { offerBox } from './demo/sample-box.ts'
import { offerByWeight } from './demo/sample-by-weight.ts'
import { openStall, putOnSale, showPapers } from './demo/sample-stall.ts'

/** The account numbers are invented: nobody can be paid by mistake. */
const stalls = [
  { account: 'chuthe', bankAccount: '0000000001', priceVnd: 85_000 },
  { account: 'chuthe2', bankAccount: '0000000002', priceVnd: 70_000 },
  { account: 'chuthe3', bankAccount: '0000000003', priceVnd: 95_000 },
] as const

/** Papers of food end; nobody's ends while somebody looks at the demonstration. */
const term = (at: Date) => ({ validUntil: addDays(dateInVietnam(at), 700) })

/** Three stalls with goods that can be scanned and bought, one thing more that waits to be read, and at the third one what is sold by its weight, ahead, by agreement and in a box. */
export function shopDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { lots } = stage.of(traceabilityDemo)
  const { producers, products } = demoFacts()
  const steps = stalls.map(({ account, bankAccount, priceVnd }, index): DemoStep => ({
    ago: 'now',
    async take(at) {
      const seller = cast(account, at)
      const producer = await producerOfActor(seller)
      if (!producer) throw new Error(`the sample producer of ${account} is missing`)
      await openStall(
        seller,
        cast('chuyenvien', at),
        producer.id,
        {
          bankBin: '970415',
          bankAccount,
          accountName: producers[index]!.accountName,
          pickupNote: 'Nhận tại cơ sở từ 8 giờ đến 17 giờ.',
          password: demoPassword,
        },
        term(at),
      )
      for (const { productId, lotId, unit, quantity } of lots.filter((lot) => lot.account === account))
        await putOnSale(seller, cast('congthuong', at), { productId, lotId, priceVnd, unit, stock: quantity }, term(at))
    },
  }))
  const waits: DemoStep = {
    ago: 'now',
    async take(at) {
      const seller = cast('chuthe', at)
      const producer = await producerOfActor(seller)
      const own = producer ? await productsOfProducer(seller, producer.id) : []
      const product = own.find(({ name }) => name === products.threeStars.name)
      if (!product) throw new Error('the sample product that waits to be read is missing')
      const description = 'Làm từ trái cây trong xã, không phẩm màu. Mua từ 12 gói có giá sỉ.'
      const steps = [{ from: 12, priceVnd: dong(45_000) }]
      const { listingId } = must(await saveListing(seller, { productId: product.id, priceVnd: 50_000, steps, unit: 'gói', description }))
      await showPapers(seller, cast('congthuong', at), term(at))
      must(await submitListing(seller, { listingId }))
    },
  }
  const third: DemoStep = {
    ago: 'now',
    async take(at) {
      const lot = lots.find(({ account }) => account === 'chuthe3')
      if (!lot) throw new Error('the sample goods of the third stall are missing')
      const stall = { seller: cast('chuthe3', at), officer: cast('congthuong', at), anybody: { ...stage.ctx, now: at, actor: visitor } }
      await offerByWeight(stall.seller, stall.officer, lot.productId, term(at))
      await offerAhead(stall, { ...lot, term: term(at) })
      const usual = (await offerOf(stall.anybody, lot.productId))?.listings.find(({ isDefault }) => isDefault)
      if (!usual) throw new Error('the usual pack of the third stall is not on sale')
      await sellByAgreement(stall, usual)
      await offerBox(stall.seller, stall.officer, usual, term(at))
    },
  }
  return { steps: [...steps, waits, third] }
}
