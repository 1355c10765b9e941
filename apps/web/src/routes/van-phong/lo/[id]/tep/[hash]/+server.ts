import { openDiaryFile } from '@dacsan/modules/traceability'
import { readId } from '@dacsan/platform/ids'
import { keptFileResponse } from '#lib/lots/kept-file.ts'
import type { RequestHandler } from './$types'

/** A photo or a spoken note of a diary. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
  keptFileResponse({ ...(await openDiaryFile(ctx, readId('lot', params.id), params.hash)), name: params.hash.slice(0, 12) })
