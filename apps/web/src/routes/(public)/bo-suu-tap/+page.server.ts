import { listCollections } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang } }) => ({ collections: await listCollections(ctx, lang) })
