import { redirect } from '@sveltejs/kit'
import { registrableKinds } from '@dacsan/modules/catalogue/rules'
import {
  producerKindWords,
  registrationInputWords,
  registrationRefusalFields,
  sayRegistrationRefusal,
} from '@dacsan/modules/catalogue/words'
import {
  isInRegister,
  ownFile,
  ownNumbers,
  registerProducer,
  registerProducerInput,
  updateProducer,
  updateProducerInput,
} from '@dacsan/modules/catalogue'
import { listCommunes } from '@dacsan/modules/law'
import { correct, readForm } from '#lib/forms.ts'
import type { FormRead } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

/** The same form puts a producer on file and later corrects the file. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const [{ membership, producer }, communes] = await Promise.all([ownFile(ctx), listCommunes(ctx.db)])
  const numbers = producer && (await ownNumbers(ctx, producer.id))
  return {
    inRegister: producer !== undefined && (await isInRegister(ctx.db, producer.id)),
    producer: producer && {
      id: producer.id,
      version: producer.version,
      name: producer.name,
      kind: producer.kind,
      communeCode: producer.place.communeCode,
      address: producer.address,
      representative: producer.representative,
      ...numbers!,
      phone: producer.phone,
      email: producer.email,
      about: producer.about,
    },
    saved: url.searchParams.has('da-luu'),
    organisation: membership.organisationName,
    communeCode: membership.communeCode,
    communes: communes.map(({ code, name, provinceName }) => ({ value: code, label: `${name}, ${provinceName}` })),
    kinds: registrableKinds.map((kind) => ({ value: kind, label: producerKindWords[kind] })),
  }
}

const sentences: Record<string, string> = registrationInputWords.producer

/** What the form must be corrected in, in the words of this page. */
function said<T>(form: Extract<FormRead<T>, { ok: false }>) {
  const { values, errors } = form.answer.data
  return correct(values, Object.fromEntries(Object.keys(errors).map((name) => [name, sentences[name] ?? registrationInputWords.other])))
}

export const actions: Actions = {
  register: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, registerProducerInput)
    if (!form.ok) return said(form)
    const registered = await registerProducer(ctx, form.value)
    if (registered.ok) redirect(303, paths.newDossier())
    const { refusal } = registered
    return correct(form.values, { [registrationRefusalFields[refusal.code]]: sayRegistrationRefusal(refusal) })
  },
  update: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, updateProducerInput)
    if (!form.ok) return said(form)
    const updated = await updateProducer(ctx, form.value)
    if (updated.ok) redirect(303, `${paths.ownProducer}?da-luu`)
    return correct(form.values, { [registrationRefusalFields[updated.refusal.code]]: sayRegistrationRefusal(updated.refusal) })
  },
}
