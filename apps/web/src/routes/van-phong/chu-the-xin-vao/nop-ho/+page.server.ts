import { redirect } from '@sveltejs/kit'
import { allowedKinds } from '@dacsan/modules/catalogue'
import { producerKindWords } from '@dacsan/modules/catalogue/words'
import { requireRole } from '@dacsan/modules/identity'
import { fileRequestFor, findClaimed, findOwn } from '@dacsan/modules/joining'
import { listCommunes } from '@dacsan/modules/law'
import { newId } from '@dacsan/platform/ids'
import { readRequestForm, refusedRequest } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { memberships } = requireRole(ctx.actor, 'commune-officer', 'provincial-officer')
  const slug = url.searchParams.get('chu-the')
  const query = (url.searchParams.get('q') ?? '').slice(0, 200).trim()
  const [claimed, found, communes, kinds] = await Promise.all([
    slug === null ? null : findClaimed(ctx, slug),
    findOwn(ctx, query),
    listCommunes(ctx.db),
    allowedKinds(ctx),
  ])
  return {
    claimed,
    query,
    found: found.map(({ slug: of, name, products }) => ({ slug: of, name, products: products.map((product) => product.name) })),
    communeCode: memberships.find(({ communeCode }) => communeCode !== null)?.communeCode ?? null,
    communes: communes.map(({ code, name }) => ({ value: code, label: name })),
    kinds: kinds.map((kind) => ({ value: kind, label: producerKindWords[kind] })),
    requestKey: newId('key'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readRequestForm(request)
    if (!form.ok) return form.answer
    const filed = await fileRequestFor(ctx, form.input, form.upload)
    if (!filed.ok) return refusedRequest(filed.refusal, form.values)
    redirect(303, paths.producerRequest(filed.value.requestId))
  },
}
