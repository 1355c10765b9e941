import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { labelLayouts } from '@dacsan/papers'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import type { Site } from './addresses.ts'
import { findScanOfLot } from './find-scan.ts'
import type { PackId } from '../catalogue/rules.ts'
import { insertSheet, selectNextUnit, selectSheetByRequest } from './label.store.ts'
import { labelLaw, labelLotOf, tillSymbol } from './label-facts.ts'
import { lockLot } from './lot.store.ts'
import { packsToLabel } from './packs-to-label.ts'
import { besideSymbols, decideBalance, decideLabels, lotActs, mostLabels, tiesOfLot } from './rules.ts'
import type { LabelOptions, PrintRefusal } from './rules.ts'
import type { LabelSheetId, LotId } from './rules/ids.ts'
import { currentSerialKey } from './units/serial-keys.ts'
import { formWords } from './words.ts'

/** A box of a form: what is not ticked is not sent. */
const ticked = z
  .literal('on')
  .optional()
  .transform((box) => box === 'on')

export const printLabelsInput = z.object({
  lotId: idInput('lot'),
  packId: idInput('pck').optional(),
  layout: z.string(),
  count: z.coerce
    .number(formWords.labelCount)
    .int(formWords.whole)
    .min(1, formWords.fewestLabels)
    .max(mostLabels, formWords.mostLabels(mostLabels)),
  skip: z.coerce.number(formWords.number).int(formWords.whole).min(0, formWords.notNegative).default(0),
  serials: ticked,
  withExpiry: ticked,
  beside: z
    .enum(['', ...besideSymbols])
    .default('')
    .transform((kind) => kind || null),
  requestKey,
})
export type PrintLabelsInput = {
  lotId: LotId
  packId?: PackId | undefined
  layout: string
  count: number
  skip: number
  requestKey: string
} & Partial<LabelOptions>

/**
 * Records that so many labels of a lot in one of its packs go to the printer; the sheet itself is drawn by `labelSheet`. The site is part of the address in
 * the symbol: a longer one needs more modules, and a till reads none below a size.
 */
export async function printLabels(
  ctx: Ctx,
  { lotId, packId, layout: layoutId, count, skip, requestKey, serials = false, withExpiry = false, beside = null }: PrintLabelsInput,
  site: Site,
): Promise<Outcome<{ sheetId: LabelSheetId }, PrintRefusal>> {
  const layout = labelLayouts.find(({ id }) => id === layoutId)
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (!lot) throw new NotFound('No such lot', { lotId })
    requireAct(ctx.actor, lotActs['print-labels'], tiesOfLot(lot))
    const known = await selectSheetByRequest(tx, requestKey)
    if (known) return known.lotId === lotId ? done({ sheetId: known.id }) : refuse('request-key-reused')
    if (!layout) return refuse('unknown-layout', { layout: layoutId })
    const { packs, meant } = await packsToLabel(tx, lot)
    const pack = packId === undefined ? meant : packs.find(({ id }) => id === packId)
    if (!pack) return refuse('pack-not-offered')
    const today = dateInVietnam(ctx.now)
    const scan = await findScanOfLot({ db: tx, now: ctx.now }, lotId, pack.id)
    const law = await labelLaw({ db: tx }, scan, today)
    // Only a Digital Link of GS1 has a place for them.
    const gs1 = scan.product.gtin === null ? { withExpiry: false, beside: null } : { withExpiry, beside }
    const till = tillSymbol(scan, site, law, layout, { serials, ...gs1 })
    const decision = decideLabels(labelLotOf(scan), { today, wanted: law.wanted, places: layout.columns * layout.rows, skip, till })
    if (!decision.ok) return decision
    const balance = decideBalance(count, pack.goods)
    if (!balance.ok) return balance
    const sheetId = ctx.newId('lbs')
    const units = serials ? { first: await selectNextUnit(tx, lotId), key: await currentSerialKey(tx, ctx.now) } : null
    await insertSheet(tx, {
      id: sheetId,
      lotId,
      packId: pack.id,
      layout: layout.id,
      count,
      skip,
      units,
      ...gs1,
      requestKey,
      at: ctx.now,
      by: actorId(ctx.actor),
    })
    const payload = { lotId, sheetId, packId: pack.id, layout: layout.id, count, firstUnit: units?.first ?? null }
    await record(tx, ctx, lotActs['print-labels'], { subjectId: lotId, payload })
    return done({ sheetId })
  })
}
