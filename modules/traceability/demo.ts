import { addDays, addMonths, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { dossiersDemo } from '../dossiers/demo.ts'
import type { DemoKey } from '../dossiers/demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { addDiaryEntry } from './add-diary-entry.ts'
import { buyMaterial } from './materials/buy-material.ts'
import { useMaterials } from './materials/use-materials.ts'
import { openLot } from './open-lot.ts'
import { ownProducer } from './policy.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { LotId } from './rules.ts'

type Goods = { unit: string; quantity: number; made: string; of: { material: string; kilograms: number } }
export type DemoLot = { account: string; productId: ProductId; lotId: LotId; unit: string; quantity: number }

const goods = {
  recognised: { unit: 'hộp', quantity: 60, made: 'Nấu kẹo, cắt viên, gói giấy.', of: { material: 'Dừa trái', kilograms: 30 } },
  second: { unit: 'đòn', quantity: 40, made: 'Gói và luộc 12 giờ.', of: { material: 'Nếp', kilograms: 24 } },
  third: { unit: 'chai', quantity: 50, made: 'Thu mật buổi sớm, lọc và cô.', of: { material: 'Mật hoa dừa tươi', kilograms: 90 } },
} satisfies Partial<Record<DemoKey, Goods>>
const keys = Object.keys(goods) as (keyof typeof goods)[]

/** A lot of each producer, with a diary that can be scanned. */
export function traceabilityDemo(stage: DemoStage): {
  steps: DemoStep[]
  lots: readonly DemoLot[]
  /** The product of the second producer, and whose it is: from when its dossier was begun. */
  goodsOfSecond(): Pick<DemoLot, 'account' | 'productId'>
} {
  const { cast } = stage.of(identityDemo)
  const { sample, productId } = stage.of(dossiersDemo)
  const lots: DemoLot[] = []
  const steps = keys.map((key): DemoStep => {
    const { account } = sample(key)
    return { ago: 'now', take: async (at) => void lots.push({ account, ...(await make(cast(account, at), productId(key), goods[key])) }) }
  })
  return { steps, lots, goodsOfSecond: () => ({ account: sample('second').account, productId: productId('second') }) }
}

async function make(maker: Ctx, productId: ProductId, { unit, quantity, made, of }: Goods): Promise<Omit<DemoLot, 'account'>> {
  const today = dateInVietnam(maker.now)
  const producer = await ownProducer(maker)
  const { materialLotId } = must(
    await buyMaterial(maker, {
      producerId: producer.id,
      material: of.material,
      unit: 'kg',
      quantity: of.kilograms * 2000,
      boughtOn: addDays(today, -2),
      supplierName: 'Hộ trồng (dữ liệu mẫu)',
      supplierKind: 'farmer',
      supplierCommune: producer.place.communeCode,
      supplierPhone: null,
      growingAreaCode: null,
      priceVnd: null,
      requestKey: maker.newId('key'),
    }),
  )
  const { lotId } = must(
    await openLot(maker, {
      productId,
      number: `${today.slice(2).replaceAll('-', '')}-01`,
      madeOn: addDays(today, -1),
      expiresOn: addMonths(today, 3),
      quantity,
      unit,
      standards: null,
      requestKey: maker.newId('key'),
    }),
  )
  const amount = of.kilograms * 1000
  must(await useMaterials(maker, { lotId, of: materialLotId, amount, reason: null, requestKey: maker.newId('key') }))
  const diary = [
    { kind: 'buy-material', text: 'Nguyên liệu mua của các hộ trong xã.' },
    { kind: 'process', text: made },
  ] as const
  for (const { kind, text } of diary) must(await addDiaryEntry(maker, { lotId, kind, text, requestKey: maker.newId('key') }))
  return { productId, lotId, unit, quantity }
}
