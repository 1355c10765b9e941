import { error } from '@sveltejs/kit'
import { printLabel } from '@dacsan/modules/carriers'
import { sayRefusal } from '@dacsan/modules/carriers/words'
import { readId } from '@dacsan/platform/ids'
import { carrierLines } from '#lib/carriers/answers.ts'
import type { RequestHandler } from './$types'

/** As the carrier draws it; a page of it is saved and not shown here, and whatever it holds runs nothing. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const outcome = await printLabel(ctx, carrierLines(), readId('pcl', params.id))
  if (!outcome.ok) error(503, sayRefusal(outcome.refusal))
  const { name, mediaType, body } = outcome.value
  const isPdf = mediaType === 'application/pdf'
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': isPdf ? mediaType : 'text/html; charset=utf-8',
      'content-disposition': `${isPdf ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      'cache-control': 'no-store',
    },
  })
}
