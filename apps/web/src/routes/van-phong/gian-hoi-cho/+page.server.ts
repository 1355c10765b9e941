import { formatMoment } from '@dacsan/vietnam'
import { listForProducer } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { open, own } = await listForProducer(ctx)
  return {
    open: open.map(({ id, name, venue, opensOn, closesOn, applyBy, hasApplied }) => ({
      id,
      name,
      venue,
      opensOn,
      closesOn,
      applyBy: formatMoment(applyBy),
      hasApplied,
    })),
    own: own.map(({ id, status, standNumber, fair }) => ({
      id,
      status,
      standNumber,
      name: fair.name,
      opensOn: fair.opensOn,
      closesOn: fair.closesOn,
    })),
  }
}
