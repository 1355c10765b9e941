import {
  askTest,
  askTestInput,
  findPreparation,
  planVisit,
  planVisitInput,
  recordSamples,
  recordSamplesInput,
  reportVisit,
  reportVisitInput,
} from '@dacsan/modules/appraisal'
import { criteriaSet } from '@dacsan/modules/law'
import { readId } from '@dacsan/platform/ids'
import { scoredCriteria } from '@dacsan/scorecard'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { again, readAnswer, refusedForm } from '#lib/appraisal/preparation-form.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { appraisal, ...preparation } = await findPreparation(ctx, readId('dos', params.dossier))
  const { dossier, may } = appraisal
  const criteria = scoredCriteria(criteriaSet(dossier.criteriaDecision, dossier.setCode))
  return {
    ...preparation,
    dossierId: dossier.id,
    product: dossier.product.name,
    criteria: criteria.map(({ code, name }) => ({ code, name })),
    may,
  }
}

const photos = z
  .union([z.instanceof(File).transform((one) => [one]), z.array(z.instanceof(File)).max(20)])
  .optional()
  .transform((some) => some ?? [])

export const actions: Actions = {
  samples: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, recordSamplesInput.omit({ dossierId: true }))
    if (!form.ok) return again('mau', form.answer.data.values, form.answer.data.errors)
    const outcome = await recordSamples(ctx, { ...form.value, dossierId: readId('dos', params.dossier) })
    const field = outcome.ok || outcome.refusal.code !== 'day-in-future' ? undefined : 'movedOn'
    if (!outcome.ok) return refusedForm('mau', form.values, outcome.refusal, field)
    redirect(303, paths.preparation(params.dossier, 'mau'))
  },
  plan: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, planVisitInput.omit({ dossierId: true }))
    if (!form.ok) return again('lich', form.answer.data.values, form.answer.data.errors)
    const outcome = await planVisit(ctx, { ...form.value, dossierId: readId('dos', params.dossier) })
    if (!outcome.ok) return refusedForm('lich', form.values, outcome.refusal)
    redirect(303, paths.preparation(params.dossier, 'khao-sat'))
  },
  visit: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, reportVisitInput.omit({ dossierId: true }).extend({ photos }))
    if (!form.ok) return again(form.answer.data.values['visitId'] ?? '', form.answer.data.values, form.answer.data.errors)
    const { photos: files, ...input } = form.value
    const uploads = files.map((file) => ({ content: file, name: file.name }))
    const outcome = await reportVisit(ctx, { ...input, dossierId: readId('dos', params.dossier) }, uploads)
    if (outcome.ok) redirect(303, paths.preparation(params.dossier, 'khao-sat'))
    const { code } = outcome.refusal
    const field =
      code === 'day-in-future' ? 'visitedOn' : code === 'visit-reported' || code === 'dossier-not-in-appraisal' ? 'form' : 'photos'
    return refusedForm(input.visitId, form.values, outcome.refusal, field)
  },
  ask: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, askTestInput.omit({ dossierId: true }))
    if (!form.ok) return again('hoi', form.answer.data.values, form.answer.data.errors)
    const outcome = await askTest(ctx, { ...form.value, dossierId: readId('dos', params.dossier) })
    if (!outcome.ok) return refusedForm('hoi', form.values, outcome.refusal)
    redirect(303, paths.preparation(params.dossier, 'kiem-nghiem'))
  },
  answer: async ({ request, locals: { ctx }, params }) => {
    const refused = await readAnswer(request, ctx, readId('dos', params.dossier))
    if (refused) return refused
    redirect(303, paths.preparation(params.dossier, 'kiem-nghiem'))
  },
}
