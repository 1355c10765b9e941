import { error, redirect } from '@sveltejs/kit'
import { draftSection, findDraft, saveSection } from '@dacsan/modules/dossiers'
import { inputWords, sayAnswerFault } from '@dacsan/modules/dossiers/words'
import { readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { refused } from '#lib/dossier/refused.ts'
import { correct, readForm } from '#lib/forms.ts'
import { formSectionNamed, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const section = formSectionNamed(params.phan)
  if (!section) error(404)
  const draft = await findDraft(ctx, params.id)
  const { dossier } = draft
  if (dossier.may['save-section'] !== true) redirect(303, paths.dossier(dossier.id))
  return {
    section,
    dossier: { id: dossier.id, version: dossier.version, updatedAt: dossier.updatedAt, product: dossier.product.name },
    ...draftSection(draft, section),
  }
}

const posted = z.looseObject({ version: z.coerce.number().int().positive() })

export const actions: Actions = {
  save: async ({ request, locals: { ctx }, params }) => {
    const section = formSectionNamed(params.phan)
    if (!section) error(404)
    const form = await readForm(request, posted)
    if (!form.ok) return correct(form.answer.data.values, { form: inputWords.pageTooOld })
    const saved = await saveSection(ctx, { dossierId: readId('dos', params.id), version: form.value.version, section, typed: form.values })
    if (saved.ok) redirect(303, paths.dossier(params.id))
    if (saved.refusal.code !== 'answers-faulty') return refused(saved.refusal, form.values)
    return correct(
      form.values,
      Object.fromEntries(Object.entries(saved.refusal.faults).map(([name, fault]) => [name, sayAnswerFault(fault)])),
    )
  },
}
