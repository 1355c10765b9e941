import { Readable } from 'node:stream'
import { error } from '@sveltejs/kit'
import { openSheetEvidence } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import type { RequestHandler } from './$types'

const shownInPlace = ['application/pdf', 'image/']

/** A paper of a dossier, for a member who may score it; whatever it may hold, it runs nothing here. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const key = {
    sessionId: readId('ses', params.session),
    dossierId: readId('dos', params.dossier),
    evidenceId: readId('evi', params.evidence),
  }
  const paper = await openSheetEvidence(locals.ctx, key)
  if (!paper.ok) error(403, { message: 'Forbidden', detail: sayRefusal(paper.refusal) })
  const { stream, size, mediaType, name } = paper.value
  const disposition = shownInPlace.some((type) => mediaType.startsWith(type)) ? 'inline' : 'attachment'
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
