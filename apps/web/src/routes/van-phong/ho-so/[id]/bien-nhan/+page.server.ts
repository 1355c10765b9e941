import { redirect } from '@sveltejs/kit'
import { receiptForReader } from '@dacsan/modules/appraisal'
import { qrSvg } from '@dacsan/gs1/qr'
import { paths } from '#lib/paths.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const receipt = await receiptForReader(ctx, params.id)
  if (!receipt) redirect(303, paths.dossier(params.id))
  const { dossier, filedAt, registrationNumber, filedBy, due, rule } = receipt
  return {
    dossier: {
      id: dossier.id,
      code: dossier.code,
      status: dossier.status,
      kind: dossier.kind,
      product: dossier.product.name,
      producer: dossier.producer.name,
      commune: dossier.commune.name,
      filedAt,
      dueOn: dossier.communeDueOn,
      isSample: dossier.isSample,
    },
    registrationNumber,
    filedBy,
    due,
    rule,
    qr: qrSvg(`${url.origin}${paths.dossier(dossier.id)}`),
  }
}
