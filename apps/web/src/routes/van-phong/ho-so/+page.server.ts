import { listOwnDossiers } from '@dacsan/modules/dossiers'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const own = await listOwnDossiers(ctx)
  return {
    producer: own && { name: own.producer.name },
    dossiers: (own?.dossiers ?? []).map(({ id, code, status, kind, product, updatedAt, submittedAt }) => ({
      id,
      code,
      status,
      kind,
      updatedAt,
      product: product.name,
      filed: submittedAt !== null,
    })),
  }
}
