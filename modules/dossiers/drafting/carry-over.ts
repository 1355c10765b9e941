import { sectionCodeOf, scoredCriteria } from '@dacsan/scorecard'
import { z } from 'zod'
import type { Outcome } from '@dacsan/decisions'
import { idInput } from '@dacsan/platform/ids'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { selectAnswers } from '../dossier.store.ts'
import { insertAttachment, selectAttachedNow } from '../evidence/evidence.store.ts'
import { criteriaSet } from '../../law/index.ts'
import { carriedChoices, carriedPlaces, isStarted, scorePlace } from '../rules.ts'
import type { CarriedPlace, DossierAnswers, EditRefusal } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'
import { deleteCarried, insertCarried, selectLastOfProduct, updateCarriedFrom } from './carried.store.ts'
import { selectChoices, upsertChoices } from './choice.store.ts'
import { editDossier } from './edit-dossier.ts'
import type { Saved } from './edit-dossier.ts'

/** What the last dossier of a product said of itself: nothing comes from another product. */
export type LastCycle = { id: DossierId; criteriaDecision: string; setCode: string; answers: Pick<DossierAnswers, 'business' | 'plan'> }

export async function lastCycleOf(tx: Tx, productId: ProductId): Promise<LastCycle | undefined> {
  const last = await selectLastOfProduct(tx, productId)
  if (!last) return undefined
  const { business, plan } = await selectAnswers(tx, last.id)
  return { ...last, answers: { business, plan } }
}

/**
 * Takes over what the last dossier of this product had: its figures and plan, the self-scoring with reasons where the criteria are the same, by
 * whichever decision, and its papers, the newest of each. Each place waits to be looked at.
 */
export async function carryOver(
  tx: Tx,
  last: LastCycle,
  to: { id: DossierId; criteriaDecision: string; setCode: string; at: Date },
): Promise<void> {
  const places: CarriedPlace[] = (['business', 'plan'] as const).filter((section) => isStarted(last.answers[section]))
  const target = criteriaSet(to.criteriaDecision, to.setCode)
  const { kept } = carriedChoices(criteriaSet(last.criteriaDecision, last.setCode), target, await selectChoices(tx, last.id))
  await upsertChoices(tx, to.id, kept, to.at)
  places.push(...new Set(kept.map(({ criterion }) => scorePlace(sectionCodeOf(criterion)))))
  const codes = new Set(scoredCriteria(target).map(({ code }) => code))
  const papers = await selectAttachedNow(tx, last.id)
  for (const { evidenceId, criterion } of papers) await insertAttachment(tx, to.id, evidenceId, codes.has(criterion) ? criterion : '')
  if (papers.length > 0) places.push('evidence')
  await updateCarriedFrom(tx, to.id, last.id)
  await insertCarried(tx, to.id, places)
}

export const keepCarriedInput = z.object({
  dossierId: idInput('dos'),
  version: z.coerce.number().int().positive(),
  place: z.string().refine((place): place is CarriedPlace => carriedPlaces.test(place)),
})

/** The producer has looked at what was taken over, and it still holds. */
export async function keepCarried(
  ctx: Ctx,
  { dossierId, version, place }: z.infer<typeof keepCarriedInput>,
): Promise<Outcome<Saved, EditRefusal>> {
  return editDossier<never>(ctx, { act: 'keep-carried', dossierId, version }, async (tx, dossier) => {
    await deleteCarried(tx, dossier.id, [place])
    return { ok: true, touched: [], detail: { place } }
  })
}
