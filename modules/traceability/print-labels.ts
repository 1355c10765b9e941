import { idInput } from '@dacsan/platform/ids'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { labelLayouts, labelModule } from '@dacsan/papers'
import type { Label, LabelLayout } from '@dacsan/papers'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import { aisleOf } from '../catalogue/index.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import type { Rule, ValueOf } from '../law/index.ts'
import { drawPaper } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { scanAddress, shortAddress } from './addresses.ts'
import type { Site } from './addresses.ts'
import { findScanOfLot } from './find-scan.ts'
import type { LotScan } from './find-scan.ts'
import { insertSheet, selectSheet, selectSheetByRequest } from './label.store.ts'
import { lockLot, selectLot } from './lot.store.ts'
import { requestKey } from '@dacsan/platform/request-key'
import { isMaker } from './policy.ts'
import { decideLabels, lotActs, missingFacts, mostLabels, proposedLabels, starsOnLabel, tiesOfLot } from './rules.ts'
import type { LabelFact, LabelLot, PrintRefusal, TillSymbol } from './rules.ts'
import { formWords, watermarks } from './words.ts'
import type { LabelSheetId, LotId } from './rules/ids.ts'

export const printLabelsInput = z.object({
  lotId: idInput('lot'),
  layout: z.string(),
  count: z.coerce
    .number(formWords.labelCount)
    .int(formWords.whole)
    .min(1, formWords.fewestLabels)
    .max(mostLabels, formWords.mostLabels(mostLabels)),
  skip: z.coerce.number(formWords.number).int(formWords.whole).min(0, formWords.notNegative).default(0),
  requestKey,
})
export type PrintLabelsInput = z.infer<typeof printLabelsInput>

/**
 * Records that so many labels of a lot go to the printer; the sheet itself is drawn by {@link labelSheet}. The site is part of the address in
 * the symbol: a longer one needs more modules, and a till reads none below a size.
 */
export async function printLabels(
  ctx: Ctx,
  input: PrintLabelsInput,
  site: Site,
): Promise<Outcome<{ sheetId: LabelSheetId }, PrintRefusal>> {
  const { lotId, layout: layoutId, count, skip, requestKey } = input
  const layout = labelLayouts.find(({ id }) => id === layoutId)
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (!lot) throw new NotFound('No such lot', { lotId })
    requireAct(ctx.actor, lotActs['print-labels'], tiesOfLot(lot))
    const known = await selectSheetByRequest(tx, requestKey)
    if (known) return known.lotId === lotId ? done({ sheetId: known.id }) : refuse('request-key-reused')
    if (!layout) return refuse('unknown-layout', { layout: layoutId })
    const today = dateInVietnam(ctx.now)
    const scan = await findScanOfLot({ db: tx, now: ctx.now }, lotId)
    const { wanted } = await wantedFacts(tx, scan, today)
    const till = await tillSymbol(tx, scan, site, layout, today)
    const decision = decideLabels(labelLotOf(scan), { today, wanted, places: layout.columns * layout.rows, skip, till })
    if (!decision.ok) return decision
    const sheetId = ctx.newId('lbs')
    await insertSheet(tx, { id: sheetId, lotId, layout: layout.id, count, skip, requestKey, at: ctx.now, by: actorId(ctx.actor) })
    await record(tx, ctx, lotActs['print-labels'], { subjectId: lotId, payload: { lotId, sheetId, layout: layout.id, count } })
    return done({ sheetId })
  })
}

/** `trial`: the addresses on the labels do not work outside this machine, so each says that it is a test print. */
export type LabelSite = Site & { trial: boolean }

/**
 * The PDF of labels that were recorded as printed, with the facts of the day: what no longer holds (the stars of a certificate that ended) is no
 * longer printed.
 */
export async function labelSheet(
  ctx: Pick<Ctx, 'db' | 'files' | 'actor' | 'now'>,
  sheetId: LabelSheetId,
  site: LabelSite,
): Promise<Outcome<{ pdf: Uint8Array; name: string }, PrintRefusal | DrawingRefusal>> {
  const sheet = await selectSheet(ctx.db, sheetId)
  const lot = sheet && (await selectLot(ctx.db, sheet.lotId))
  const layout = labelLayouts.find(({ id }) => id === sheet?.layout)
  if (!sheet || !lot || !layout || !isMaker(ctx.actor, lot)) throw new NotFound('No such sheet', { sheetId })
  const today = dateInVietnam(ctx.now)
  const scan = await findScanOfLot(ctx, lot.id)
  const { wanted } = await wantedFacts(ctx.db, scan, today)
  const { skip, printedAt } = sheet
  const till = await tillSymbol(ctx.db, scan, site, layout, today)
  const decision = decideLabels(labelLotOf(scan), { today, wanted, places: layout.columns * layout.rows, skip, till })
  if (!decision.ok) return decision
  const watermark = site.trial ? watermarks.trial : lot.isSample ? watermarks.sample : undefined
  const starRule = await ruleOn(ctx.db, 'label.star-states', today)
  const label = { ...labelOf(scan, site, starRule.value), module: till?.module ?? undefined }
  const drawn = await drawPaper(ctx, {
    kind: 'label-sheet-pdf',
    sheet: { labels: [label], copies: sheet.count, layout, skip, watermark, createdAt: printedAt },
  })
  return drawn.ok ? done({ pdf: drawn.value, name: `tem-${lot.number.replace(/[^\w-]/g, '_')}.pdf` }) : drawn
}

export type LabelForm = {
  /** Empty when labels may be printed, as far as what is written on them goes. */
  missing: LabelFact[]
  rule: Rule<'label.required-facts'>
  /** How many labels the form proposes. */
  proposedCount: number
  stars: Label['stars']
  /** When stars may be printed at all. */
  starRule: Rule<'label.star-states'>
  address: string
  shortAddress: string
  /** The layouts that the labels of this lot may be printed on. */
  layouts: LabelLayout[]
  /** The others, whose symbols no till would read, and the rule that says so; null where the symbol is not for tills. */
  till: { tooSmall: LabelLayout[]; rule: Rule<'label.till-module-mm'> } | null
}

/** What the next labels of a lot would say, and what they still lack. */
export async function findLabelForm(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, lotId: LotId, site: Site): Promise<LabelForm> {
  const lot = await selectLot(ctx.db, lotId)
  if (!lot || !isMaker(ctx.actor, lot)) throw new NotFound('No such lot', { lotId })
  const today = dateInVietnam(ctx.now)
  const scan = await findScanOfLot(ctx, lotId)
  const { wanted, rule } = await wantedFacts(ctx.db, scan, today)
  const starRule = await ruleOn(ctx.db, 'label.star-states', today)
  const label = labelOf(scan, site, starRule.value)
  const missing = missingFacts(labelLotOf(scan), wanted)
  const tillRule = scan.product.gtin === null ? null : await ruleOn(ctx.db, 'label.till-module-mm', today)
  const fits = (layout: LabelLayout) => tillRule === null || labelModule(layout, label, tillRule.value) !== null
  return {
    missing,
    rule,
    proposedCount: proposedLabels(lot),
    stars: label.stars,
    starRule,
    address: label.url,
    shortAddress: label.shortUrl,
    layouts: labelLayouts.filter(fits),
    till: tillRule && { tooSmall: labelLayouts.filter((layout) => !fits(layout)), rule: tillRule },
  }
}

/** A symbol that carries a GTIN is read by tills; one of a trace code says nothing to them. */
async function tillSymbol(db: ReadDb, scan: LotScan, site: Site, layout: LabelLayout, today: PlainDate): Promise<TillSymbol | null> {
  if (scan.product.gtin === null) return null
  const { value } = await ruleOn(db, 'label.till-module-mm', today)
  const label = { ...lotOnLabel(scan), url: addressOf(scan, site) }
  const fitting = labelLayouts.filter((other) => labelModule(other, label, value) !== null).map(({ name }) => name)
  return { module: labelModule(layout, label, value), least: value.least, fitting }
}

const lotOnLabel = ({ lot, product }: LotScan) => ({ lot: lot.number, netContent: product.netContent ?? undefined })

const addressOf = ({ product: { gtin }, lot: { number, traceCode } }: LotScan, site: Site): string =>
  scanAddress(site, { gtin, number, traceCode })

async function wantedFacts(db: ReadDb, { product }: LotScan, today: PlainDate) {
  const rule = await ruleOn(db, 'label.required-facts', today)
  const wanted: LabelFact[] = [...(rule.value['*'] ?? []), ...(rule.value[aisleOf(product.setCode)] ?? [])]
  return { wanted, rule }
}

const placeOf = ({ producer: { place } }: LotScan): string | null =>
  [place.commune ?? place.formerCommune ?? place.formerDistrict, place.province ?? place.formerProvince].filter(Boolean).join(', ') || null

const labelLotOf = (scan: LotScan): LabelLot => ({
  status: scan.lot.status,
  expiresOn: scan.lot.expiresOn,
  netContent: scan.product.netContent,
  place: placeOf(scan),
})

function labelOf(scan: LotScan, site: Site, starStates: ValueOf<'label.star-states'>): Label {
  const { product, producer, lot, certificate } = scan
  const { traceCode } = lot
  return {
    product: product.name,
    stars: starsOnLabel(certificate, starStates),
    producer: producer.name,
    place: placeOf(scan) ?? '',
    ...lotOnLabel(scan),
    producedOn: lot.madeOn,
    bestBefore: lot.expiresOn ?? undefined,
    url: addressOf(scan, site),
    shortUrl: shortAddress(site, { traceCode }),
  }
}
