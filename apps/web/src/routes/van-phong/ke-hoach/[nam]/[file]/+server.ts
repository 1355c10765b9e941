import { error } from '@sveltejs/kit'
import { yearPlanFile } from '@dacsan/modules/programme'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The plan of a year, `ke-hoach-nam.pdf`. */
export const GET: RequestHandler = async (event) => {
  const { nam, file } = event.params
  if (!/^2[01]\d\d$/.test(nam)) error(404, 'Not Found')
  return paperResponse(event, await yearPlanFile(event.locals.ctx, { year: Number(nam), file }))
}
