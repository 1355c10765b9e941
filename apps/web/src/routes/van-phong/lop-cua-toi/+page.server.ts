import { listOwnPlaces } from '@dacsan/modules/support'
import { formatMoment } from '@dacsan/vietnam'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { places } = await listOwnPlaces(ctx)
  return { places: places.map(({ signedUpAt, ...one }) => ({ ...one, signedUpAt: formatMoment(signedUpAt) })) }
}
