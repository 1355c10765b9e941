import { findPublicFair } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { ctx }, params }) => findPublicFair(ctx, params.slug)
