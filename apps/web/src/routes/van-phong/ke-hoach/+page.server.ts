import { redirect } from '@sveltejs/kit'
import { askedYear } from '@dacsan/modules/programme'
import { paths } from '#lib/paths.ts'
import type { PageServerLoad } from './$types'

/** The plan of this year. */
export const load: PageServerLoad = ({ locals: { ctx } }) => redirect(307, paths.yearPlan(askedYear(null, ctx.now)))
