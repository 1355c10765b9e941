import { evidencePageForReader } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { pictureResponse, requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { id, evidence, page } = event.params
  const key = { dossierId: readId('dos', id), evidenceId: readId('evi', evidence), page: Number(page) }
  return pictureResponse(requireDrawn(event, await evidencePageForReader(event.locals.ctx, key)).webp)
}
