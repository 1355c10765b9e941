import { ownSuppliers } from '@dacsan/modules/traceability'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ suppliers: await ownSuppliers(ctx) })
