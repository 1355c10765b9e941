import { readId } from '@dacsan/platform/ids'
import { currentRuntime } from '@dacsan/modules/runtime'
import { labelSheet } from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { fileResponse, requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    params,
  } = event
  const { origin } = currentRuntime().config
  const sheet = await labelSheet(ctx, readId('lbs', params.sheet), { origin, trial: new URL(origin).hostname === 'localhost' })
  const { pdf, name } = requireDrawn(event, sheet, { status: 409, say: sayRefusal })
  return fileResponse(pdf, 'pdf', name)
}
