import { readId } from '@dacsan/platform/ids'
import { error } from '@sveltejs/kit'
import { currentRuntime } from '@dacsan/modules/runtime'
import { labelSheet } from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const { origin } = currentRuntime().config
  const sheet = await labelSheet(ctx, readId('lbs', params.sheet), { origin, trial: new URL(origin).hostname === 'localhost' })
  if (!sheet.ok) error(409, { message: 'Conflict', detail: sayRefusal(sheet.refusal) })
  const { pdf, name } = sheet.value
  return new Response(pdf.slice(), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}"` } })
}
