import { sessionMarks } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => sessionMarks(ctx, readId('ses', params.session))
