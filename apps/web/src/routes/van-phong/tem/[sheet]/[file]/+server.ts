import { error } from '@sveltejs/kit'
import { readId } from '@dacsan/platform/ids'
import { currentRuntime } from '@dacsan/modules/runtime'
import { labelRoll } from '@dacsan/modules/traceability'
import { rollFiles } from '@dacsan/modules/traceability/rules'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { fileResponse, requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    params,
  } = event
  const file = rollFiles.find(({ name }) => name === params.file)
  if (!file) error(404)
  const { origin } = currentRuntime().config
  const site = { origin, trial: new URL(origin).hostname === 'localhost' }
  const roll = await labelRoll(ctx, readId('lbs', params.sheet), site, file)
  const { bytes, name } = requireDrawn(event, roll, { status: 409, say: sayRefusal })
  return fileResponse(bytes, file.form, name)
}
