import { error } from '@sveltejs/kit'
import { findCertificate, hasPaperFor, termLawOn } from '@dacsan/modules/certificates'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const certificate = await findCertificate(ctx, params.code)
  if (!certificate) error(404, 'Not Found')
  const today = dateInVietnam(ctx.now)
  const { windowRule, extensionRule } = await termLawOn(ctx.db, today)
  const hasPaper = await hasPaperFor(ctx, certificate)
  return { certificate, hasPaper, today, rule: certificate.verdict === 'extended' ? extensionRule : windowRule }
}
