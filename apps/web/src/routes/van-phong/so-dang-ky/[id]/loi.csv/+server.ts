import { faultyRows } from '@dacsan/modules/certificates'
import { readId } from '@dacsan/platform/ids'
import type { RequestHandler } from './$types'

/** The wrong rows of a file, each with what is wrong about it. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  new Response(await faultyRows(ctx, readId('imp', params.id)), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="dong-sai.csv"' },
  })
