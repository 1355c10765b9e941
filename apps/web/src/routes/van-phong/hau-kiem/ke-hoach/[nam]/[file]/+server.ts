import { error } from '@sveltejs/kit'
import { planFile } from '@dacsan/modules/inspection'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The plan of a year, `ke-hoach-hau-kiem.pdf`, for the office. */
export const GET: RequestHandler = async (event) => {
  const { nam, file } = event.params
  if (!/^2[01]\d\d$/.test(nam)) error(404, 'Not Found')
  return paperResponse(event, await planFile(event.locals.ctx, { year: Number(nam), file }))
}
