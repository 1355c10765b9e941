import { error, redirect } from '@sveltejs/kit'
import { findDraft, saveSection } from '@dacsan/modules/dossiers'
import { answerProblems, isEditable, missingFields } from '@dacsan/modules/dossiers/rules'
import { answerProblemWords, sayAnswerFault } from '@dacsan/modules/dossiers/words'
import { z } from 'zod'
import { dossierPath, formSectionOf } from '#lib/dossier/paths.ts'
import { refused } from '#lib/dossier/refused.ts'
import { correct, readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const section = formSectionOf(params.phan)
  if (!section) error(404)
  const { dossier, set } = await findDraft(ctx, params.id)
  if (!isEditable(dossier.status)) redirect(303, dossierPath(dossier.id))
  const answers = dossier.answers[section]
  const open = dossier.requests.find((request) => request.answeredAt === null)
  return {
    section,
    dossier: { id: dossier.id, version: dossier.version, updatedAt: dossier.updatedAt, product: dossier.product.name, kind: dossier.kind },
    answers,
    samplesRequired: set.samplesRequired,
    missing: Object.keys(answers).some((name) => answers[name as keyof typeof answers] !== false) ? missingFields(section, answers) : [],
    problems: Object.fromEntries(
      answerProblems(section, answers, dossier.kind).map(({ code, field }) => [field, answerProblemWords[code]]),
    ),
    asked: (open?.items ?? []).filter((item) => item.about === `section:${section}` && item.answeredAt === null).map((item) => item.text),
  }
}

const posted = z.looseObject({ version: z.coerce.number().int().positive() })

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const section = formSectionOf(params.phan)
    if (!section) error(404)
    const form = await readForm(request, posted)
    if (!form.ok) return correct(form.answer.data.values, { form: 'Trang này không còn đọc được. Hãy tải lại rồi lưu lại.' })
    const saved = await saveSection(ctx, { dossierId: params.id, version: form.value.version, section, typed: form.values })
    if (saved.ok) redirect(303, dossierPath(params.id))
    if (saved.refusal.code !== 'answers-faulty') return refused(saved.refusal, form.values)
    return correct(
      form.values,
      Object.fromEntries(Object.entries(saved.refusal.faults).map(([name, fault]) => [name, sayAnswerFault(fault)])),
    )
  },
}
