import { error } from '@sveltejs/kit'
import { evidenceOnTable } from '@dacsan/modules/appraisal'
import { sentenceOf } from '@dacsan/modules/appraisal/words'
import { Readable } from 'node:stream'
import type { RequestHandler } from './$types'

/** A paper of a dossier, for a member who may score it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const key = { sessionId: params.session, dossierId: params.dossier, evidenceId: params.evidence }
  const paper = await evidenceOnTable(locals.ctx, key)
  if (!paper.ok) error(403, { message: sentenceOf(paper.refusal), detail: sentenceOf(paper.refusal) })
  const file = await locals.ctx.files.open(paper.value.fileHash)
  if (!file) error(404, { message: 'Not Found' })
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(paper.value.fileName)}`,
    },
  })
}
