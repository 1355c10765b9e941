import { error, redirect } from '@sveltejs/kit'
import { findProduct, producerOfActor, productsOfProducer, registerProduct, registerProductInput } from '@dacsan/modules/catalogue'
import { registrationRefusalWords } from '@dacsan/modules/catalogue/words'
import { findRenewal, findSets, listDossiers, startDossier, startDossierInput } from '@dacsan/modules/dossiers'
import { dossierKinds, finalStatuses } from '@dacsan/modules/dossiers/rules'
import { requireRole } from '@dacsan/modules/identity'
import { describeSets } from '@dacsan/modules/law'
import { refused } from '#lib/dossier/refused.ts'
import { correct, readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) redirect(303, '/van-phong/ho-so/co-so')
  const productId = url.searchParams.get('san-pham')
  if (productId !== null) {
    const product = await findProduct(ctx, productId)
    if (product.producer.id !== producer.id) error(404)
    const renewal = await findRenewal(ctx, product)
    const valid = renewal !== null && renewal.state !== 'expired'
    const kinds = dossierKinds.filter((kind) => (kind === 'first' ? !valid : product.standing !== 'none'))
    return { step: 'kind' as const, product: { id: product.id, name: product.name }, kinds: [...kinds], renewal }
  }
  const query = url.searchParams.get('q')?.trim() ?? ''
  const dossiers = await listDossiers(ctx, { producerId: producer.id })
  const busy = new Set(dossiers.filter(({ status }) => !finalStatuses.includes(status)).map(({ product }) => product.id))
  const products = (await productsOfProducer(ctx, producer.id)).filter(({ id }) => !busy.has(id))
  const found = query === '' ? [] : findSets(query)
  return {
    step: 'product' as const,
    query,
    found: found.length > 0,
    sets: found.length > 0 ? found : describeSets(),
    products: products.map(({ id, name }) => ({ id, name })),
  }
}

export const actions: Actions = {
  product: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, registerProductInput)
    if (!form.ok) {
      const { values, errors } = form.answer.data
      return correct(values, {
        ...(errors['name'] && { name: 'Hãy ghi tên sản phẩm, từ 2 đến 200 chữ.' }),
        ...(errors['setCode'] && { setCode: 'Hãy chọn bộ sản phẩm gần nhất với thứ bạn làm.' }),
        ...(errors['description'] && { description: 'Mô tả dài quá 2.000 chữ.' }),
        ...(errors['netContent'] && { netContent: 'Quy cách dài quá 100 chữ.' }),
      })
    }
    const registered = await registerProduct(ctx, form.value)
    if (!registered.ok) {
      const { refusal } = registered
      if (refusal.code === 'same-name') return correct(form.values, { name: registrationRefusalWords['same-name'](refusal) })
      if (refusal.code === 'unknown-set') return correct(form.values, { setCode: registrationRefusalWords['unknown-set'](refusal) })
      return correct(form.values, { form: registrationRefusalWords[refusal.code]() })
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
