import { redirect } from '@sveltejs/kit'
import { findDraft, submitDossier, submitDossierInput } from '@dacsan/modules/dossiers'
import { isEditable } from '@dacsan/modules/dossiers/rules'
import { dossierPath } from '#lib/dossier/paths.ts'
import { refused } from '#lib/dossier/refused.ts'
import { firstSections } from '#lib/dossier/scoring.ts'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier, set, gaps, warnings, score, starLaw } = await findDraft(ctx, params.id)
  if (!isEditable(dossier.status)) redirect(303, dossierPath(dossier.id))
  return {
    dossier: {
      id: dossier.id,
      version: dossier.version,
      status: dossier.status,
      kind: dossier.kind,
      product: dossier.product.name,
      commune: dossier.commune.name,
      setCode: dossier.setCode,
      setName: dossier.setName,
    },
    answers: dossier.answers,
    choices: dossier.choices,
    papers: dossier.evidence.map(({ id, kind, kindName, title, number, expiresOn }) => ({ id, kind, kindName, title, number, expiresOn })),
    gaps,
    warnings,
    score,
    starLaw,
    firstOf: firstSections(set, dossier.choices),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, submitDossierInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const submitted = await submitDossier(ctx, { ...form.value, dossierId: params.id })
    if (submitted.ok) redirect(303, `${dossierPath(params.id)}/bien-nhan`)
    return refused(submitted.refusal, form.values, submitted.refusal.code === 'not-declared' ? 'declared' : 'form')
  },
}
