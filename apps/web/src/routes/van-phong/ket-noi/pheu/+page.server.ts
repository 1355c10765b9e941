import { findFunnel } from '@dacsan/modules/promotion'
import { formatDate } from '@dacsan/vietnam'
import { funnelAsked } from '#lib/buyers/funnel-asked.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const asked = funnelAsked(url.searchParams)
  const { sessions, ...funnel } = await findFunnel(ctx, asked)
  return { asked, ...funnel, sessions: sessions.map(({ id, name, heldOn }) => ({ id, label: `${name}, ${formatDate(heldOn)}` })) }
}
