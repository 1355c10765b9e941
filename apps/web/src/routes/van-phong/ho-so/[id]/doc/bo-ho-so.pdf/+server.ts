import { setForReader } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The whole dossier as one PDF. */
export const GET: RequestHandler = async (event) =>
  paperResponse(event, await setForReader(event.locals.ctx, readId('dos', event.params.id)))
