import { listForHost } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { stops, enquiries } = await listForHost(ctx)
  return {
    stops: stops.map(({ id, name, outBecause, route }) => ({ id, name, outBecause, routeName: route.name })),
    enquiries: enquiries.map(({ id, people, visitOn, status, language, routeName }) => ({
      id,
      people,
      visitOn,
      status,
      language,
      routeName,
    })),
  }
}
