import { error } from '@sveltejs/kit'
import { credentialOf } from '@dacsan/modules/certificates'
import { currentRuntime } from '@dacsan/modules/runtime'
import type { RequestHandler } from './$types'

/** A certificate as a verifiable credential (`application/vc+jwt`), for programs and to keep. */
export const GET: RequestHandler = async ({ locals: { ctx }, params: { code } }) => {
  const jwt = await credentialOf(ctx, { code: code.toLowerCase(), origin: currentRuntime().config.origin })
  if (jwt === null) error(404, 'Not Found')
  return new Response(jwt, {
    headers: {
      'content-type': 'application/vc+jwt',
      'content-disposition': `attachment; filename="giay-${code.replaceAll(/[^\w-]/g, '')}.jwt"`,
      'access-control-allow-origin': '*',
      'cache-control': 'public, no-cache',
    },
  })
}
