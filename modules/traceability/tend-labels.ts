import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { insertSpoiled, selectSheet, selectSpoiledByRequest, updateApplied } from './label.store.ts'
import type { LabelSheetRow } from './label.store.ts'
import { lockLot } from './lot.store.ts'
import type { LockedLot } from './lot.store.ts'
import { decideApplied, decideSpoiled, lotActs, mostLabels, tiesOfLot } from './rules.ts'
import type { LabelMoveRefusal, SpoilLabelsRefusal } from './rules.ts'
import type { LabelSheetId } from './rules/ids.ts'
import { formWords } from './words.ts'

type Held = { sheet: LabelSheetRow; lot: LockedLot }

/** A sheet with its lot, which is held: what is printed of it meanwhile waits. */
async function hold(tx: Tx, sheetId: LabelSheetId): Promise<Held> {
  const found = await selectSheet(tx, sheetId)
  const lot = found && (await lockLot(tx, found.lotId))
  const sheet = lot && (await selectSheet(tx, sheetId))
  if (!sheet || !lot) throw new NotFound('No such sheet', { sheetId })
  return { sheet, lot }
}

export const applyLabelsInput = z.object({ sheetId: idInput('lbs') })

/** The labels of a sheet are on goods, all but those recorded as spoiled. */
export async function applyLabels(
  ctx: Ctx,
  { sheetId }: { sheetId: LabelSheetId },
): Promise<Outcome<{ sheetId: LabelSheetId }, LabelMoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { sheet, lot } = await hold(tx, sheetId)
    requireAct(ctx.actor, lotActs['apply-labels'], tiesOfLot(lot))
    const decision = refuseStatus(lotActs['apply-labels'], lot.status) ?? decideApplied(sheet)
    if (!decision.ok) return decision
    await updateApplied(tx, sheetId, { at: ctx.now, by: actorId(ctx.actor) })
    const payload = { lotId: lot.id, sheetId, count: sheet.count - sheet.spoiled, firstUnit: sheet.firstUnit }
    await record(tx, ctx, lotActs['apply-labels'], { subjectId: lot.id, payload })
    return done({ sheetId })
  })
}

export const spoilLabelsInput = z.object({
  sheetId: idInput('lbs'),
  count: z.coerce
    .number(formWords.spoiledCount)
    .int(formWords.whole)
    .min(1, formWords.spoiledCount)
    .max(mostLabels, formWords.mostLabels(mostLabels)),
  requestKey,
})
export type SpoilLabelsInput = z.infer<typeof spoilLabelsInput>

/** So many labels of a sheet came onto no goods and were destroyed; as many may be printed anew. */
export async function spoilLabels(
  ctx: Ctx,
  { sheetId, count, requestKey }: SpoilLabelsInput,
): Promise<Outcome<{ sheetId: LabelSheetId }, SpoilLabelsRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { sheet, lot } = await hold(tx, sheetId)
    requireAct(ctx.actor, lotActs['spoil-labels'], tiesOfLot(lot))
    const known = await selectSpoiledByRequest(tx, requestKey)
    if (known) return known.sheetId === sheetId ? done({ sheetId }) : refuse('request-key-reused')
    const decision = refuseStatus(lotActs['spoil-labels'], lot.status) ?? decideSpoiled(count, sheet)
    if (!decision.ok) return decision
    await insertSpoiled(tx, { id: ctx.newId('spl'), sheetId, count, at: ctx.now, by: actorId(ctx.actor), requestKey })
    await record(tx, ctx, lotActs['spoil-labels'], { subjectId: lot.id, payload: { lotId: lot.id, sheetId, count } })
    return done({ sheetId })
  })
}
