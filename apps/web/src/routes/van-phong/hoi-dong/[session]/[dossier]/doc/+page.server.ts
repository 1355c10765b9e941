import { error } from '@sveltejs/kit'
import { evidencePageForMember, memberNote, readingForMember } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { openPaper } from '#lib/dossier/open-paper.ts'
import { keepNoteOf } from '#lib/appraisal/keep-note.ts'
import type { Actions, PageServerLoad } from './$types'

export const actions: Actions = { note: keepNoteOf }

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const key = { sessionId: readId('ses', params.session), dossierId: readId('dos', params.dossier) }
  const reading = await readingForMember(ctx, key)
  if (!reading.ok) error(403, { message: 'Forbidden', detail: sayRefusal(reading.refusal) })
  const open = await openPaper(url, reading.value.dossier, (evidenceId, page) => evidencePageForMember(ctx, { ...key, evidenceId, page }))
  const note = await memberNote(ctx, key)
  return { sessionId: key.sessionId, note, reading: reading.value, open, onlyChanges: url.searchParams.get('xem') === 'doi' }
}
