import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Decision, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { recordOwnEvents } from '../../epcis-repository/index.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { decideMaterialCount, decideWaste, materialActs, tiesOfMaterial } from '../rules.ts'
import type { LossRefusal, RequestKeyRefusal } from '../rules.ts'
import type { MaterialLotId } from '../rules/ids.ts'
import type { CountMaterialInput, WasteMaterialInput } from './inputs.ts'
import { materialCorrected } from './material-events.ts'
import { insertEntries, lockMaterialLot, selectEntryByKey } from './material.store.ts'
import type { MaterialLotRow } from './material.store.ts'

type Loss = { act: 'waste' | 'count'; materialLotId: MaterialLotId; note: string; requestKey: string }

/** Spoiled, spilt, given away: it is written off with a reason. */
export const wasteMaterial = (ctx: Ctx, { amount, ...input }: WasteMaterialInput) =>
  correct(ctx, { ...input, act: 'waste' }, (lot) => decideWaste(lot, amount))

/** The shelf was counted: the ledger gets the difference with its reason, never a new number over an old one. */
export const countMaterial = (ctx: Ctx, { counted, ...input }: CountMaterialInput) =>
  correct(ctx, { ...input, act: 'count' }, (lot) => decideMaterialCount(lot, counted))

const kinds = { waste: 'wasted', count: 'counted' } as const

async function correct(
  ctx: Ctx,
  { act, materialLotId, note, requestKey }: Loss,
  decide: (lot: MaterialLotRow) => Decision<{ delta: number }, LossRefusal>,
): Promise<Outcome<{ materialLotId: MaterialLotId }, LossRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockMaterialLot(tx, materialLotId)
    if (!lot) throw new NotFound('No such purchase', { materialLotId })
    requireAct(ctx.actor, materialActs[act], tiesOfMaterial(lot))
    const known = await selectEntryByKey(tx, requestKey)
    if (known)
      return known.materialLotId === materialLotId && known.kind === kinds[act] ? done({ materialLotId }) : refuse('request-key-reused')
    const decision = decide(lot)
    if (!decision.ok) return decision
    const { delta } = decision.event
    const entry = { id: ctx.newId('mle'), materialLotId, kind: kinds[act], delta, lotId: null, note }
    await insertEntries(tx, [{ ...entry, requestKey, at: ctx.now, by: actorName(ctx.actor) }])
    const events = [materialCorrected(ctx, { ...lot, kind: kinds[act], delta }, entry.id, ctx.now)]
    await recordOwnEvents(tx, ctx, { organisationId: lot.organisationId, events })
    await record(tx, ctx, materialActs[act], { subjectId: materialLotId, payload: { materialLotId, delta } })
    return done({ materialLotId })
  })
}
