import { openMaterialFile } from '@dacsan/modules/traceability'
import { readId } from '@dacsan/platform/ids'
import { keptFileResponse } from '#lib/lots/kept-file.ts'
import type { RequestHandler } from './$types'

/** The paper or the photo of a purchase. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  keptFileResponse(await openMaterialFile(ctx, readId('mlt', params.id), params.hash))
