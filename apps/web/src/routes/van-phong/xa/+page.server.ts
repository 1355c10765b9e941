import { redirect } from '@sveltejs/kit'
import { communeQueue } from '@dacsan/modules/dossiers'
import { membershipOf } from '@dacsan/modules/identity'
import { paths } from '#lib/paths.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { waiting, late, others, rule } = await communeQueue(ctx)
  const query = url.searchParams.get('ma')?.trim() ?? ''
  const found = [...waiting, ...others].find(({ code }) => code.toLowerCase() === query.toLowerCase())
  if (found) redirect(303, paths.communeReview(found.id))
  const shown = ({ id, code, status, kind, product, producer, submittedAt }: (typeof others)[number]) => ({
    id,
    code,
    status,
    kind,
    submittedAt,
    product: product.name,
    producer: producer.name,
  })
  return {
    office: membershipOf(ctx.actor, 'commune-officer')?.organisationName ?? '',
    query,
    waiting: waiting.map((dossier) => ({ ...shown(dossier), due: dossier.due })),
    late,
    others: others.map(shown),
    rule,
  }
}
