import { openReturnPhoto } from '@dacsan/modules/returns'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/joining/paper-response.ts'
import { linkOf } from '#lib/returns/answers.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  paperResponse(await openReturnPhoto(event.locals.ctx, readId('ret', event.params.id), Number(event.params.place), linkOf(event)))
