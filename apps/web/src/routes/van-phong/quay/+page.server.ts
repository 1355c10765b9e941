import { redirect } from '@sveltejs/kit'
import { ownPoints } from '@dacsan/modules/promotion'
import { paths } from '#lib/paths.ts'
import type { PageServerLoad } from './$types'

/** Whoever keeps one point stands at its counter at once. */
export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const points = await ownPoints(ctx)
  const [only] = points
  if (only && points.length === 1) redirect(303, paths.counter(only.id))
  return { points }
}
