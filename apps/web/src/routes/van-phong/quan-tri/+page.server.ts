import { showBackups } from '@dacsan/modules/backups'
import { showArchive } from '@dacsan/modules/minute-archive'
import { unpublishedParts } from '@dacsan/modules/disclosure'
import { firstDay, listFailedDeliveries } from '@dacsan/modules/identity'
import { listIntegrityChecks } from '@dacsan/modules/integrity-checks'
import { listUnusableRules } from '@dacsan/modules/law'
import { countOpenBreaches, countRequests } from '@dacsan/modules/privacy'
import { currentRuntime } from '@dacsan/modules/runtime'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  ...(await listIntegrityChecks(ctx)),
  backups: await showBackups(ctx, currentRuntime().config),
  archive: await showArchive(ctx, currentRuntime().config),
  unusableRules: await listUnusableRules(ctx),
  openRequests: await countRequests(ctx.db),
  unpublished: await unpublishedParts(ctx),
  openBreaches: await countOpenBreaches(ctx.db),
  firstDay: await firstDay(ctx),
  failedDeliveries: (await listFailedDeliveries(ctx)).total,
})
