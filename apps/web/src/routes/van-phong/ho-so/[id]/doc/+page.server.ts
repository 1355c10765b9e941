import { evidencePageForReader, readingFor } from '@dacsan/modules/appraisal'
import { openPaper } from '#lib/dossier/open-paper.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const reading = await readingFor(ctx, params.id)
  const dossierId = reading.dossier.id
  const open = await openPaper(url, reading.dossier, (evidenceId, page) => evidencePageForReader(ctx, { dossierId, evidenceId, page }))
  return { reading, open, onlyChanges: url.searchParams.get('xem') === 'doi' }
}
