import { redirect } from '@sveltejs/kit'
import { producerOfActor, registerProduct, registerProductInput } from '@dacsan/modules/catalogue'
import { productFieldWords, registrationRefusalFields, sayRegistrationRefusal } from '@dacsan/modules/catalogue/words'
import { findSets, kindChoices, productChoices, startDossier, startDossierInput } from '@dacsan/modules/dossiers'
import { requireRole } from '@dacsan/modules/identity'
import { describeSets } from '@dacsan/modules/law'
import { refused } from '#lib/dossier/refused.ts'
import { correct, readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  requireRole(ctx.actor, 'producer')
  if (!(await producerOfActor(ctx))) redirect(303, '/van-phong/ho-so/co-so')
  const productId = url.searchParams.get('san-pham')
  if (productId !== null) return { step: 'kind' as const, ...(await kindChoices(ctx, productId)) }
  const query = url.searchParams.get('q')?.trim() ?? ''
  const [found, all] = [query === '' ? [] : findSets(query), describeSets()]
  return {
    step: 'product' as const,
    query,
    found: found.length > 0,
    sets: found.length > 0 ? found : all,
    setCount: all.length,
    products: await productChoices(ctx),
  }
}

export const actions: Actions = {
  product: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, registerProductInput)
    if (!form.ok) {
      const { values, errors } = form.answer.data
      const said = Object.keys(errors).map((name) => [name, productFieldWords[name] ?? errors[name]!])
      return correct(values, Object.fromEntries(said) as Record<string, string>)
    }
    const registered = await registerProduct(ctx, form.value)
    if (!registered.ok) {
      const { refusal } = registered
      return correct(form.values, { [registrationRefusalFields[refusal.code]]: sayRegistrationRefusal(refusal) })
    }
    redirect(303, `/van-phong/ho-so/moi?san-pham=${registered.value.productId}`)
  },
  dossier: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, startDossierInput)
    if (!form.ok) return correct(form.answer.data.values, { kind: 'Hãy chọn loại đăng ký.' })
    const started = await startDossier(ctx, form.value)
    if (started.ok) redirect(303, `/van-phong/ho-so/${started.value.dossierId}`)
    if (started.refusal.code === 'dossier-already-open') redirect(303, `/van-phong/ho-so/${started.refusal.dossierId}`)
    return refused(
      started.refusal,
      form.values,
      ['not-certified-yet', 'certificate-valid'].includes(started.refusal.code) ? 'kind' : 'form',
    )
  },
}
