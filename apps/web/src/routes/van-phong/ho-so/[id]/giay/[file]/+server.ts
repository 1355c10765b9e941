import { error } from '@sveltejs/kit'
import { dossierPaper } from '@dacsan/modules/dossiers'
import { dossierPaperKinds } from '@dacsan/modules/dossiers/rules'
import type { RequestHandler } from './$types'

/** `mau-01.pdf`, `mau-03.docx` … */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const [name, format] = params.file.split('.')
  const kind = dossierPaperKinds.find((known) => known === name)
  if (!kind || (format !== 'pdf' && format !== 'docx')) error(404)
  const paper = await dossierPaper(ctx, { dossierId: params.id, kind, format })
  return new Response(paper.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': paper.mediaType,
      'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${paper.name}"`,
    },
  })
}
