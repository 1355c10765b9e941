import { findDraft, listDossierReaders } from '@dacsan/modules/dossiers'
import { sayReader } from '#lib/dossier/say-reader.ts'
import type { PageServerLoad } from './$types'

/** How far back a producer sees who opened the dossier. */
const readersOverDays = 30

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier, set: _, today: __, ...draft } = await findDraft(ctx, params.id)
  const { answers: ___, choices: ____, evidence, review: _____, producer: ______, ...shown } = dossier
  const since = new Date(ctx.now.getTime() - readersOverDays * 86_400_000)
  const readers = dossier.submittedAt ? await listDossierReaders(ctx, dossier.id, since) : []
  return { ...draft, dossier: shown, attachedPapers: evidence.length, readers: readers.map(sayReader), readersOverDays }
}
