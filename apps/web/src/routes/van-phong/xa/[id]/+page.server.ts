import { redirect } from '@sveltejs/kit'
import { findReview, proposeDossier, proposeDossierInput, saveReview, saveReviewInput } from '@dacsan/modules/dossiers'
import { formChecks } from '@dacsan/modules/dossiers/rules'
import { readId } from '@dacsan/platform/ids'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { dossier, ...view } = await findReview(ctx, params.id)
  const { may } = dossier
  return {
    ...view,
    dossier: {
      id: dossier.id,
      code: dossier.code,
      version: dossier.version,
      status: dossier.status,
      kind: dossier.kind,
      updatedAt: dossier.updatedAt,
      product: dossier.product.name,
      producer: dossier.producer.name,
      submittedAt: dossier.submittedAt,
      isSample: dossier.isSample,
      setCode: dossier.setCode,
      setName: dossier.setName,
      history: dossier.history,
      papers: dossier.papers,
      requestPapers: dossier.requestPapers,
      asked: dossier.asked.commune,
      may: { 'save-review': may['save-review'], return: may.return, propose: may.propose, decline: may.decline },
    },
    answers: dossier.answers,
    saved: url.searchParams.has('da-luu'),
  }
}

/** `check-samples=yes` … are the answers of the check list. */
function reviewOf(raw: Record<string, string>) {
  const formCheck = Object.fromEntries(formChecks.flatMap((check) => (raw[`check-${check}`] ? [[check, raw[`check-${check}`]]] : [])))
  return { ...raw, formCheck }
}

export const actions: Actions = {
  save: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, saveReviewInput.omit({ dossierId: true, formCheck: true }).loose())
    if (!form.ok) return form.answer
    const input = saveReviewInput.parse({ ...reviewOf(form.values), dossierId: readId('dos', params.id) })
    const saved = await saveReview(ctx, input)
    if (!saved.ok) return refused(saved.refusal, form.values)
    redirect(303, `${paths.communeReview(params.id)}?da-luu`)
  },
  propose: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, proposeDossierInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const proposed = await proposeDossier(ctx, { ...form.value, dossierId: readId('dos', params.id) })
    if (!proposed.ok) return refused(proposed.refusal, {})
    redirect(303, paths.communeReview(params.id))
  },
}
