import { listIntegrityChecks } from '@dacsan/modules/integrity-checks'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ checks: await listIntegrityChecks(ctx), now: ctx.now })
