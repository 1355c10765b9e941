import type { Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { criteriaSet } from '../../law/index.ts'
import { sectionCodeOf } from '@dacsan/scorecard'
import { deleteCarried } from './carried.store.ts'
import { deleteChoices, selectChoices, upsertChoices } from './choice.store.ts'
import { editDossier } from './edit-dossier.ts'
import type { Saved } from './edit-dossier.ts'
import { applyPicks, scorePlace } from '../rules.ts'
import type { ChoiceRefusal, PickRefusal } from '../rules.ts'
import { idInput } from '@dacsan/platform/ids'

export const saveChoicesInput = z.object({
  dossierId: idInput('dos'),
  version: z.coerce.number().int().positive(),
  picks: z.array(z.object({ criterion: z.string(), optionIndex: z.number().int().nonnegative().nullable(), reason: z.string().trim() })),
})
export type SaveChoicesInput = z.infer<typeof saveChoicesInput>

/** Saves the answers to some criteria; one that no longer applies after them loses its answer. */
export async function saveChoices(ctx: Ctx, { dossierId, version, picks }: SaveChoicesInput): Promise<Outcome<Saved, ChoiceRefusal>> {
  return editDossier<PickRefusal>(ctx, { act: 'save-choices', dossierId, version }, async (tx, dossier) => {
    const earlier = await selectChoices(tx, dossier.id)
    const applied = applyPicks(criteriaSet(dossier.criteriaDecision, dossier.setCode), earlier, picks)
    if (!applied.ok) return applied
    const picked = new Set(picks.map((pick) => pick.criterion))
    await upsertChoices(
      tx,
      dossier.id,
      applied.choices.filter((choice) => picked.has(choice.criterion)),
      ctx.now,
    )
    await deleteChoices(tx, dossier.id, applied.dropped)
    await deleteCarried(tx, dossier.id, [...new Set([...picked].map((criterion) => scorePlace(sectionCodeOf(criterion))))])
    return {
      ok: true,
      touched: picks.map((pick) => `criterion:${pick.criterion}` as const),
      detail: { criteria: [...picked], dropped: applied.dropped },
    }
  })
}
