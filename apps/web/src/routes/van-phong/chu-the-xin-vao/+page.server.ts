import { listRequests } from '@dacsan/modules/joining'
import { formatMoment } from '#lib/moment.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const decided = url.searchParams.get('xem') === 'da-tra-loi'
  const requests = await listRequests(ctx, decided ? 'decided' : 'open')
  return { decided, requests: requests.map((request) => ({ ...request, receivedAt: formatMoment(request.receivedAt) })) }
}
