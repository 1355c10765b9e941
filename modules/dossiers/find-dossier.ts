import { NotFound } from '@dacsan/decisions'
import type { Ctx, ReadDb } from '../context.ts'
import { assembleDossier, labelled } from './assemble-dossier.ts'
import { selectChoices } from './drafting/choice.store.ts'
import { viewFor } from './dossier-view.ts'
import { selectDossier } from './dossier.store.ts'
import { mayRead } from './policy.ts'
import type { ChoiceView, DossierView } from './rules.ts'

/** One dossier by its id (`dos_…`) or file code, with all that is in it; someone else's is not found. */
export async function findDossier(ctx: Pick<Ctx, 'db' | 'actor'>, idOrCode: string): Promise<DossierView> {
  const card = await selectDossier(ctx.db, idOrCode)
  if (!card || !mayRead(ctx.actor, card)) throw new NotFound('No such dossier', { idOrCode })
  return viewFor(ctx.actor, await assembleDossier(ctx.db, card))
}

/** What the producer chose, in the order of the set: for modules above, which have looked at who asks. */
export async function choicesOf(db: ReadDb, dossierId: string): Promise<ChoiceView[]> {
  const card = await selectDossier(db, dossierId)
  if (!card) throw new NotFound('No such dossier', { dossierId })
  return labelled(card, await selectChoices(db, card.id))
}
