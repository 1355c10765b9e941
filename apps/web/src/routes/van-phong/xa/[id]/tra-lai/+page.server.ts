import { redirect } from '@sveltejs/kit'
import { findReview, returnDossier, returnDossierInput } from '@dacsan/modules/dossiers'
import { dossierSections } from '@dacsan/modules/dossiers/rules'
import { inputWords, sectionWords, targetGroupWords } from '@dacsan/modules/dossiers/words'
import { papersOf } from '@dacsan/modules/law'
import { readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { refused } from '#lib/dossier/refused.ts'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const rows = 8

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier, returnedBefore } = await findReview(ctx, params.id)
  if (dossier.may.return !== true) redirect(303, paths.communeReview(dossier.id))
  const { rows: papers } = papersOf(dossier.criteriaDecision, dossier.setCode)
  return {
    dossier: { id: dossier.id, version: dossier.version, product: dossier.product.name, producer: dossier.producer.name },
    returnedBefore,
    rows,
    places: [
      ...dossierSections.map((section) => ({
        value: `section:${section}`,
        label: sectionWords[section],
        group: targetGroupWords.sections,
      })),
      ...papers.map(({ row, name }) => ({ value: `evidence:${row}`, label: `${row}. ${name}`, group: targetGroupWords.evidence })),
      ...dossier.choices.map((choice) => ({
        value: `criterion:${choice.criterion}`,
        label: `${choice.criterion} ${choice.criterionName}`,
        group: targetGroupWords.criteria,
      })),
    ],
  }
}

export const actions: Actions = {
  return: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, z.looseObject({ version: z.coerce.number().int().positive() }))
    if (!form.ok) return form.answer
    const { values } = form
    const lines = Array.from({ length: rows }, (_, index) => ({
      index,
      about: values[`about-${index}`] ?? '',
      text: (values[`text-${index}`] ?? '').trim(),
    }))
    const used = lines.filter((line) => line.about !== '' || line.text !== '')
    const input = returnDossierInput.safeParse({
      dossierId: readId('dos', params.id),
      version: values['version'],
      items: used.map(({ about, text }) => ({ about, text })),
      repeatReason: values['repeatReason'] ?? '',
    })
    if (!input.success) {
      const errors: Record<string, string> = {}
      for (const { path, message } of input.error.issues) {
        const line = path[0] === 'items' && typeof path[1] === 'number' ? used[path[1]] : undefined
        errors[line ? `${String(path[2])}-${line.index}` : String(path[0] ?? 'form')] ??= line
          ? inputWords.line(line.index + 1, message)
          : message
      }
      return correct(values, errors)
    }
    const returned = await returnDossier(ctx, input.data)
    if (returned.ok) redirect(303, paths.communeReview(params.id))
    return refused(returned.refusal, values)
  },
}
