import { redirect } from '@sveltejs/kit'
import { allowedKinds, ownFile } from '@dacsan/modules/catalogue'
import { producerKindWords } from '@dacsan/modules/catalogue/words'
import { askChange } from '@dacsan/modules/joining'
import { listCommunes } from '@dacsan/modules/law'
import { newId } from '@dacsan/platform/ids'
import { readChangeForm, refusedRequest } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [{ producer }, communes, kinds] = await Promise.all([ownFile(ctx), listCommunes(ctx.db), allowedKinds(ctx)])
  if (!producer) redirect(303, paths.ownProducer)
  return {
    producer: { name: producer.name, kind: producer.kind, communeCode: producer.place.communeCode },
    communes: communes.map(({ code, name }) => ({ value: code, label: name })),
    kinds: kinds.map((kind) => ({ value: kind, label: producerKindWords[kind] })),
    requestKey: newId('key'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const { producer } = await ownFile(ctx)
    if (!producer) redirect(303, paths.ownProducer)
    const form = await readChangeForm(request)
    if (!form.ok) return form.answer
    const asked = await askChange(ctx, producer.id, form.input, form.upload)
    if (!asked.ok) return refusedRequest(asked.refusal, form.values)
    redirect(303, paths.joiningReceipt(asked.value.code, asked.value.secret))
  },
}
