import { sessionPackage } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import type { RequestHandler } from './$types'

/** The scoring of a closed session, which replays to the same stars elsewhere. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const read = await sessionPackage(ctx, readId('ses', params.session))
  return new Response(JSON.stringify(read, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="goi-cham-diem-${read.session.heldOn}.json"`,
    },
  })
}
