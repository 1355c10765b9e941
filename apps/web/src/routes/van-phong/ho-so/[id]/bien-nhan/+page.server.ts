import { redirect } from '@sveltejs/kit'
import { communeReviewRule, dueOf, findDossier } from '@dacsan/modules/dossiers'
import { registrationNumber } from '@dacsan/modules/dossiers/rules'
import { qrSvg } from '@dacsan/gs1/qr'
import { dateInVietnam } from '@dacsan/vietnam'
import { dossierPath } from '#lib/dossier/paths.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const dossier = await findDossier(ctx, params.id)
  if (dossier.submittedAt === null) redirect(303, dossierPath(dossier.id))
  const address = `${url.origin}${dossierPath(dossier.id)}`
  return {
    dossier: {
      id: dossier.id,
      code: dossier.code,
      status: dossier.status,
      kind: dossier.kind,
      product: dossier.product.name,
      producer: dossier.producer.name,
      commune: dossier.commune.name,
      filedAt: dossier.declaredAt ?? dossier.submittedAt,
      dueOn: dossier.communeDueOn,
      isSample: dossier.isSample,
    },
    registrationNumber: registrationNumber(dossier.code),
    due: dueOf(dossier, dateInVietnam(ctx.now)),
    rule: await communeReviewRule(ctx),
    qr: qrSvg(address),
  }
}
