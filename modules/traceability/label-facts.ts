import { besideModule, labelLayouts, labelModule } from '@dacsan/papers'
import type { Label, LabelLayout, SecondSymbol } from '@dacsan/papers'
import type { PlainDate } from '@dacsan/vietnam'
import { aisleOf } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { ruleOn } from '../law/index.ts'
import { scanAddress, shortAddress } from './addresses.ts'
import type { Site } from './addresses.ts'
import type { LotScan } from './find-scan.ts'
import { starsOnLabel } from './rules.ts'
import type { BesideSymbol, LabelFact, LabelLot, LabelOptions, TillSymbol } from './rules.ts'

/** What the law of a day says of labels. */
export async function labelLaw({ db }: Pick<Ctx, 'db'>, { product }: LotScan, today: PlainDate) {
  const required = await ruleOn(db, 'label.required-facts', today)
  const wanted: LabelFact[] = [...(required.value['*'] ?? []), ...(required.value[aisleOf(product.setCode)] ?? [])]
  const hasGtin = product.gtin !== null
  return {
    required,
    wanted,
    stars: await ruleOn(db, 'label.star-states', today),
    // A symbol that carries a GTIN is read by tills; one of a trace code says nothing to them.
    till: hasGtin ? await ruleOn(db, 'label.till-module-mm', today) : null,
    bars: hasGtin ? await ruleOn(db, 'label.bars-module-mm', today) : null,
  }
}

export type LabelLaw = Awaited<ReturnType<typeof labelLaw>>

const placeOf = ({ producer: { place } }: LotScan): string | null =>
  [place.commune ?? place.formerCommune ?? place.formerDistrict, place.province ?? place.formerProvince].filter(Boolean).join(', ') || null

export const labelLotOf = (scan: LotScan): LabelLot => ({
  status: scan.lot.status,
  expiresOn: scan.lot.expiresOn,
  netContent: scan.product.netContent,
  place: placeOf(scan),
})

/** What a label of a lot says; `unit`: of which unit, where it has a serial. */
export function labelOf(scan: LotScan, site: Site, law: LabelLaw, { serial, withExpiry }: { serial?: string; withExpiry: boolean }): Label {
  const { product, producer, lot, certificate } = scan
  const { traceCode, number } = lot
  const address = { gtin: product.gtin, number, traceCode }
  return {
    product: product.name,
    stars: starsOnLabel(certificate, law.stars.value),
    producer: producer.name,
    place: placeOf(scan) ?? '',
    lot: number,
    netContent: product.netContent ?? undefined,
    producedOn: lot.madeOn,
    bestBefore: lot.expiresOn ?? undefined,
    url: scanAddress(site, address, { serial, expiresOn: withExpiry ? lot.expiresOn : null }),
    shortUrl: shortAddress(site, { traceCode }),
  }
}

/** As long as any serial: what a layout has room for does not depend on which. */
const anySerial = 'W'.repeat(16)

/** How a layout meets the symbols of a lot's labels; null where no till reads them. */
export function tillSymbol(
  scan: LotScan,
  site: Site,
  law: LabelLaw,
  layout: LabelLayout,
  options: LabelOptions,
): (TillSymbol & { bars: number | null }) | null {
  if (!law.till) return null
  const fit = (one: LabelLayout) => fitOf(scan, site, law, one, options)
  const fitting = labelLayouts.filter((other) => fit(other) !== null).map(({ name }) => name)
  const { module, bars } = fit(layout) ?? { module: null, bars: null }
  return { module, bars, least: law.till.value.least, fitting }
}

/** The module of the symbol and what stands beside it, where a layout has room for both. */
export function fitOf(scan: LotScan, site: Site, law: LabelLaw, layout: LabelLayout, { serials, withExpiry, beside }: LabelOptions) {
  if (!law.till || !law.bars) return null
  const label = labelOf(scan, site, law, { withExpiry, ...(serials && { serial: anySerial }) })
  const second = beside && secondOf(scan, beside, serials ? anySerial : undefined)
  const range = beside === 'ean-13' ? law.bars.value : law.till.value
  const bars = second && besideModule(layout, second, range)
  if (second && bars === null) return null
  const module = labelModule(layout, { ...label, ...(second && bars && { beside: { symbol: second, module: bars } }) }, law.till.value)
  return module === null ? null : { module, bars }
}

/** The second symbol: the number that every till knows, or all that the QR symbol says, as hand scanners of warehouses read it. */
export function secondOf({ product, lot }: LotScan, beside: BesideSymbol, serial?: string): SecondSymbol {
  const gtin = product.gtin!
  if (beside === 'ean-13') return { kind: 'ean-13', gtin }
  const expiry = lot.expiresOn === null ? [] : [{ ai: '17', value: lot.expiresOn.slice(2).replaceAll('-', '') }]
  const unit = serial === undefined ? [] : [{ ai: '21', value: serial }]
  return { kind: 'datamatrix', elements: [{ ai: '01', value: gtin }, ...expiry, { ai: '10', value: lot.number }, ...unit] }
}
