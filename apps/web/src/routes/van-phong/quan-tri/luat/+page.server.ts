import { lawOnFile } from '@dacsan/modules/law'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => lawOnFile(locals.ctx)
