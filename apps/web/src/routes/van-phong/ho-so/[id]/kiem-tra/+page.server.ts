import { redirect } from '@sveltejs/kit'
import { findDraft, submitDossier, submitDossierInput } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier, set, gaps, warnings, score, starLaw, firstOpen, isForProducer } = await findDraft(ctx, params.id)
  const { may } = dossier
  if (may.submit !== true && may.supplement !== true) redirect(303, paths.dossier(dossier.id))
  return {
    dossier: {
      id: dossier.id,
      version: dossier.version,
      kind: dossier.kind,
      product: dossier.product.name,
      commune: dossier.commune.name,
      setCode: dossier.setCode,
      setName: dossier.setName,
      may: { submit: may.submit, supplement: may.supplement },
    },
    samplesRequired: set.samplesRequired,
    answers: dossier.answers,
    choices: dossier.choices,
    papers: dossier.evidence.map(({ id, kind, kindName, title, number, expiresOn }) => ({ id, kind, kindName, title, number, expiresOn })),
    gaps,
    warnings,
    score,
    starLaw,
    firstOpen,
    /** In whose place it is filed; null where the producer files itself. */
    forProducer: isForProducer ? dossier.producer.name : null,
  }
}

export const actions: Actions = {
  submit: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, submitDossierInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const submitted = await submitDossier(ctx, { ...form.value, dossierId: readId('dos', params.id) })
    if (submitted.ok) redirect(303, paths.dossierReceipt(params.id))
    return refused(submitted.refusal, form.values)
  },
}
