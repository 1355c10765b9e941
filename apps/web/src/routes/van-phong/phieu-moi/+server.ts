import { printSlips } from '@dacsan/modules/invitation-slips'
import { slipWords } from '@dacsan/modules/identity/words'
import { download } from '#lib/download.ts'
import { readFormData } from '#lib/forms.ts'
import type { RequestHandler } from './$types'

/** The slips of invitations whose addresses the reader was just shown. By POST: an address would stand in the history of the browser. */
export const POST: RequestHandler = async (event) => {
  const secrets = (await readFormData(event.request)).getAll('secret').filter((one) => typeof one === 'string')
  const drawn = await printSlips(event.locals.ctx, { secrets, origin: event.url.origin })
  return download(event, drawn, { format: 'pdf', name: 'phieu-moi', otherwise: { status: 409, say: () => slipWords.none } })
}
