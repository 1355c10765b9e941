import { redirect } from '@sveltejs/kit'
import { producerKinds } from '@dacsan/modules/catalogue/rules'
import { producerKindWords, registrationRefusalWords } from '@dacsan/modules/catalogue/words'
import { producerOfActor, registerProducer, registerProducerInput } from '@dacsan/modules/catalogue'
import { membershipOf, requireRole } from '@dacsan/modules/identity'
import { listCommunes } from '@dacsan/modules/law'
import { correct, readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const person = requireRole(ctx.actor, 'producer')
  if (await producerOfActor(ctx)) redirect(303, '/van-phong/ho-so')
  const communes = await listCommunes(ctx.db)
  return {
    organisation: membershipOf(person, 'producer')?.organisationName ?? '',
    communeCode: membershipOf(person, 'producer')?.communeCode ?? null,
    communes: communes.map(({ code, name, provinceName }) => ({ value: code, label: `${name}, ${provinceName}` })),
    kinds: producerKinds.filter((kind) => kind !== 'unknown').map((kind) => ({ value: kind, label: producerKindWords[kind] })),
  }
}

const sentences: Record<string, string> = {
  name: 'Hãy ghi tên cơ sở, từ 2 đến 200 chữ.',
  kind: 'Hãy chọn loại hình.',
  communeCode: 'Hãy chọn xã, phường nơi sản xuất.',
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, registerProducerInput)
    if (!form.ok) {
      const { values, errors } = form.answer.data
      return correct(
        values,
        Object.fromEntries(Object.keys(errors).map((name) => [name, sentences[name] ?? 'Nội dung này dài quá hoặc chưa đúng.'])),
      )
    }
    const registered = await registerProducer(ctx, form.value)
    if (registered.ok) redirect(303, '/van-phong/ho-so/moi')
    const { refusal } = registered
    return refusal.code === 'unknown-commune'
      ? correct(form.values, { communeCode: registrationRefusalWords['unknown-commune'](refusal) })
      : correct(form.values, { form: registrationRefusalWords['producer-exists'](refusal) })
  },
}
