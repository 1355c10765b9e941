import { memberRecord } from '@dacsan/modules/appraisal'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => memberRecord(ctx)
