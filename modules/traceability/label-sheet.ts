import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { labelLayouts } from '@dacsan/papers'
import type { Label, LabelLayout, LabelSheet, ThermalDpi } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PackId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import type { Rule } from '../law/index.ts'
import { drawPaper } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import type { Site } from './addresses.ts'
import { findScanOfLot } from './find-scan.ts'
import { selectSheet } from './label.store.ts'
import { fitOf, labelLaw, labelLotOf, labelOf, secondOf, tillSymbol } from './label-facts.ts'
import { selectLot } from './lot.store.ts'
import { packsToLabel } from './packs-to-label.ts'
import type { PackToLabel } from './packs-to-label.ts'
import { isMaker } from './policy.ts'
import { decideLabels, missingFacts, proposedLabels } from './rules.ts'
import type { LabelFact, PrintRefusal } from './rules.ts'
import type { LabelSheetId, LotId } from './rules/ids.ts'
import { serialsOf } from './units/serial-keys.ts'
import { watermarks } from './words.ts'

/** `trial`: the addresses on the labels do not work outside this machine, so each says that it is a test print. */
export type LabelSite = Site & { trial: boolean }

/**
 * The labels that were recorded as printed, with the facts of the day: what no longer holds (the stars of a certificate that ended) is no
 * longer printed.
 */
export async function labelSheet(
  ctx: Pick<Ctx, 'db' | 'files' | 'actor' | 'now'>,
  sheetId: LabelSheetId,
  site: LabelSite,
): Promise<Outcome<{ pdf: Uint8Array; name: string }, PrintRefusal | DrawingRefusal>> {
  const found = await findSheet(ctx, sheetId, site)
  if (!found.ok) return found
  const { sheet, name } = found.value
  const drawn = await drawPaper(ctx, { kind: 'label-sheet-pdf', sheet })
  return drawn.ok ? done({ pdf: drawn.value, name: `${name}.pdf` }) : drawn
}

/** The same of a roll, for label printers: a program in ZPL, or pictures in a ZIP. Null where its labels are no roll. */
export async function labelRoll(
  ctx: Pick<Ctx, 'db' | 'files' | 'actor' | 'now'>,
  sheetId: LabelSheetId,
  site: LabelSite,
  { form, dpi }: { form: RollForm; dpi: ThermalDpi },
): Promise<Outcome<{ bytes: Uint8Array; name: string }, PrintRefusal | DrawingRefusal>> {
  const found = await findSheet(ctx, sheetId, site, dpi)
  if (!found.ok) return found
  const { sheet, name } = found.value
  if (!sheet.layout.thermal) throw new NotFound('No roll of labels', { sheetId })
  const drawn = await drawPaper(ctx, { kind: rollDrawings[form], sheet, dpi })
  return drawn.ok ? done({ bytes: drawn.value, name: `${name}-${dpi}.${form}` }) : drawn
}

const rollDrawings = { zpl: 'labels-zpl', zip: 'labels-png' } as const
export type RollForm = keyof typeof rollDrawings

async function findSheet(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  sheetId: LabelSheetId,
  site: LabelSite,
  dpi?: ThermalDpi,
): Promise<Outcome<{ sheet: LabelSheet; name: string }, PrintRefusal>> {
  const row = await selectSheet(ctx.db, sheetId)
  const lot = row && (await selectLot(ctx.db, row.lotId))
  const known: LabelLayout | undefined = labelLayouts.find(({ id }) => id === row?.layout)
  const layout = known && dpi ? { ...known, dot: 25.4 / dpi } : known
  if (!row || !lot || !layout || !isMaker(ctx.actor, lot)) throw new NotFound('No such sheet', { sheetId })
  const today = dateInVietnam(ctx.now)
  const scan = await findScanOfLot(ctx, lot.id, row.packId)
  const law = await labelLaw(ctx, scan, today)
  const { skip, printedAt, withExpiry, beside, firstUnit, serialKey, count } = row
  const till = tillSymbol(scan, site, law, layout, { serials: firstUnit !== null, withExpiry, beside })
  const decision = decideLabels(labelLotOf(scan), { today, wanted: law.wanted, places: layout.columns * layout.rows, skip, till })
  if (!decision.ok) return decision
  const labelFor = (serial?: string): Label => ({
    ...labelOf(scan, site, law, { serial, withExpiry }),
    module: till?.module ?? undefined,
    beside: till?.bars && beside ? { symbol: secondOf(scan, beside, serial), module: till.bars } : undefined,
  })
  const units = await unitsOf(ctx, { firstUnit, serialKey, count, traceCode: lot.traceCode })
  const sheet: LabelSheet = {
    ...(units ? { labels: units.map(labelFor) } : { labels: [labelFor()], copies: count }),
    layout,
    skip,
    watermark: site.trial ? watermarks.trial : lot.isSample ? watermarks.sample : undefined,
    createdAt: printedAt,
  }
  return done({ sheet, name: `tem-${lot.number.replace(/[^\w-]/g, '_')}` })
}

type Units = { firstUnit: number | null; serialKey: number | null; count: number; traceCode: string }

/** The serials of a sheet in its order; null where all its labels say the same. */
async function unitsOf({ db }: Pick<Ctx, 'db'>, { firstUnit, serialKey, count, traceCode }: Units): Promise<string[] | null> {
  if (firstUnit === null || serialKey === null) return null
  const serialOf = await serialsOf(db, serialKey, traceCode)
  return Array.from({ length: count }, (_, index) => serialOf(firstUnit + index))
}

export type LabelForm = {
  /** The packs that labels may be printed for, and the one that this form is about. */
  packs: PackToLabel[]
  pack: PackToLabel
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

/** What the next labels of a lot in one of its packs would say, and what they still lack. */
export async function findLabelForm(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  { lotId, packId }: { lotId: LotId; packId?: PackId | undefined },
  site: Site,
): Promise<LabelForm> {
  const lot = await selectLot(ctx.db, lotId)
  if (!lot || !isMaker(ctx.actor, lot)) throw new NotFound('No such lot', { lotId })
  const { packs, meant } = await packsToLabel(ctx.db, lot)
  const pack = packId === undefined ? meant : packs.find(({ id }) => id === packId)
  if (!pack) throw new NotFound('No such pack', { packId })
  const scan = await findScanOfLot(ctx, lotId, pack.id)
  const law = await labelLaw(ctx, scan, dateInVietnam(ctx.now))
  const label = labelOf(scan, site, law, { withExpiry: false })
  const plain = { serials: false, withExpiry: false, beside: null }
  const fits = (layout: LabelLayout) => law.till === null || fitOf(scan, site, law, layout, plain) !== null
  return {
    packs,
    pack,
    missing: missingFacts(labelLotOf(scan), law.wanted),
    rule: law.required,
    proposedCount: proposedLabels(pack.goods),
    stars: label.stars,
    starRule: law.stars,
    address: label.url,
    shortAddress: label.shortUrl,
    layouts: labelLayouts.filter(fits),
    till: law.till && { tooSmall: labelLayouts.filter((layout) => !fits(layout)), rule: law.till },
  }
}
