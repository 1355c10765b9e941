import { listFailedDeliveries } from '@dacsan/modules/identity'
import { listIntegrityChecks } from '@dacsan/modules/integrity-checks'
import { listUnusableRules } from '@dacsan/modules/law'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  ...(await listIntegrityChecks(ctx)),
  unusableRules: await listUnusableRules(ctx),
  failedDeliveries: (await listFailedDeliveries(ctx)).total,
})
