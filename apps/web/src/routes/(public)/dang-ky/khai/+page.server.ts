import { redirect } from '@sveltejs/kit'
import { allowedKinds } from '@dacsan/modules/catalogue'
import { producerKindWords } from '@dacsan/modules/catalogue/words'
import { fileRequest, findClaimed, mayTry } from '@dacsan/modules/joining'
import { listCommunes, searchCommunes } from '@dacsan/modules/law'
import { newId } from '@dacsan/platform/ids'
import { readRequestForm, refusedRequest, waitAndTryAgain } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const slug = url.searchParams.get('chu-the')
  const place = (url.searchParams.get('ten-xa') ?? '').slice(0, 100).trim()
  const [claimed, communes, kinds, places] = await Promise.all([
    slug === null ? null : findClaimed(ctx, slug),
    listCommunes(ctx.db),
    allowedKinds(ctx),
    searchCommunes(ctx.db, place, 8),
  ])
  return {
    claimed,
    place,
    places: places.map(({ commune, former }) => ({
      code: commune.code,
      name: commune.name,
      former: former && `${former.name}, ${former.districtName}`,
    })),
    communeCode: url.searchParams.get('xa'),
    communes: communes.map(({ code, name }) => ({ value: code, label: name })),
    kinds: kinds.map((kind) => ({ value: kind, label: producerKindWords[kind] })),
    requestKey: newId('key'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, getClientAddress }) => {
    const address = getClientAddress()
    const minutes = await mayTry(ctx, address)
    const form = await readRequestForm(request)
    if (!form.ok) return form.answer
    if (minutes > 0) return waitAndTryAgain(minutes, form.values)
    const filed = await fileRequest(ctx, form.input, form.upload, address)
    if (!filed.ok) return refusedRequest(filed.refusal, form.values)
    redirect(303, paths.joiningReceipt(filed.value.code, filed.value.secret))
  },
}
