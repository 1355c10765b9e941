import { lawOnFile } from '@dacsan/modules/law'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({ topics: await lawOnFile(locals.ctx) })
