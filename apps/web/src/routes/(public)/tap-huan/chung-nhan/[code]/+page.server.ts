import { findTrainingCertificate } from '@dacsan/modules/support'
import { certificateNumber } from '@dacsan/modules/support/words'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { number, ...found } = await findTrainingCertificate(ctx, params.code)
  return { certificate: { ...found, number: certificateNumber({ ...found, number }) } }
}
