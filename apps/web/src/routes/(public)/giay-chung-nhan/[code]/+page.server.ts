import { error } from '@sveltejs/kit'
import { findProduct } from '@dacsan/modules/catalogue'
import { certificatePapersFor, findCertificate, lawBehind } from '@dacsan/modules/certificates'
import { criteriaOfTime } from '@dacsan/modules/law'
import { dateInVietnam } from '@dacsan/vietnam'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const certificate = await findCertificate(ctx, event.params.code)
  if (!certificate) error(404, 'Not Found')
  const today = dateInVietnam(ctx.now)
  const papers = await certificatePapersFor(ctx, certificate)
  const { setCode } = await findProduct(ctx, certificate.productId)
  const criteria = criteriaOfTime(setCode, { on: certificate.issuedOn ?? certificate.decisionDate, year: certificate.year })
  keepPage(event, { shows: 'certificate' })
  return { certificate, criteria, papers, today, rule: await lawBehind(ctx.db, certificate, today) }
}
