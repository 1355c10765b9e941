import { findPublicRoute } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { ctx }, params }) => findPublicRoute(ctx, params.slug)
