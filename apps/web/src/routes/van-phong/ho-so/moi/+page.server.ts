import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { ownFile, registerProduct, registerProductInput } from '@dacsan/modules/catalogue'
import { registrationInputWords, registrationRefusalFields, sayRegistrationRefusal } from '@dacsan/modules/catalogue/words'
import { findSets, findStart, listProductsToRegister, startDossier, startDossierInput } from '@dacsan/modules/dossiers'
import { describeSets } from '@dacsan/modules/law'
import { refused } from '#lib/dossier/refused.ts'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { producer } = await ownFile(ctx)
  if (!producer) redirect(303, paths.ownProducer)
  const productId = url.searchParams.get('san-pham')
  if (productId !== null) return { step: 'kind' as const, ...(await findStart(ctx, readId('prd', productId))) }
  const query = url.searchParams.get('q')?.trim() ?? ''
  const [found, all] = [query === '' ? [] : findSets(query), describeSets()]
  return {
    step: 'product' as const,
    query,
    found: found.length > 0,
    sets: found.length > 0 ? found : all,
    setCount: all.length,
    products: await listProductsToRegister(ctx, producer.id),
  }
}

export const actions: Actions = {
  register: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, registerProductInput)
    if (!form.ok) {
      const { values, errors } = form.answer.data
      const words: Record<string, string> = registrationInputWords.product
      return correct(values, Object.fromEntries(Object.keys(errors).map((name) => [name, words[name] ?? registrationInputWords.other])))
    }
    const registered = await registerProduct(ctx, form.value)
    if (!registered.ok) {
      const { refusal } = registered
      return correct(form.values, { [registrationRefusalFields[refusal.code]]: sayRegistrationRefusal(refusal) })
    }
    redirect(303, paths.newDossier(registered.value.productId))
  },
  start: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, startDossierInput)
    if (!form.ok) return form.answer
    const started = await startDossier(ctx, form.value)
    if (started.ok) redirect(303, paths.dossier(started.value.dossierId))
    if (started.refusal.code === 'dossier-already-open') redirect(303, paths.dossier(started.refusal.dossierId))
    return refused(started.refusal, form.values)
  },
}
