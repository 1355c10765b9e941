import { findLift } from '@dacsan/modules/dossiers'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ lift: await findLift(ctx, params.id) })
