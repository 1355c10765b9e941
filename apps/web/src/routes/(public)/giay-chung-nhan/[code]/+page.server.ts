import { error } from '@sveltejs/kit'
import { findCertificate, hasPaperFor, legalBasisOf } from '@dacsan/modules/certificates'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const certificate = await findCertificate(ctx, params.code)
  if (!certificate) error(404, 'Not Found')
  const hasPaper = await hasPaperFor(ctx, certificate)
  return { certificate, hasPaper, today: dateInVietnam(ctx.now), rules: await legalBasisOf(ctx, certificate) }
}
