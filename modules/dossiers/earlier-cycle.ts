import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { selectDossier } from './dossier.store.ts'
import { selectCarriedFrom } from './drafting/carried.store.ts'
import { selectFilings } from './filing/filing.store.ts'
import { mayRead } from './policy.ts'
import type { Reader } from './policy.ts'
import type { DossierAnswers } from './rules.ts'
import type { DossierId } from './rules/ids.ts'

/** What the last dossier of the same product said when it was handed in, for whoever may read the one that goes on from it; null where none is known. */
export async function earlierCycle(
  ctx: Pick<Ctx, 'db'> & Reader,
  dossierId: DossierId,
): Promise<{ filedAt: Date; answers: Partial<DossierAnswers> } | null> {
  const card = await selectDossier(ctx.db, dossierId)
  if (!card || !mayRead(ctx, card)) throw new NotFound('No such dossier', { dossierId })
  const from = await selectCarriedFrom(ctx.db, dossierId)
  const filing = from && (await selectFilings(ctx.db, from.id)).at(-1)
  return filing ? { filedAt: filing.filedAt, answers: filing.content.answers } : null
}
