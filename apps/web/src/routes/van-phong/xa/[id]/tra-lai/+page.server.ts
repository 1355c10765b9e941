import { redirect } from '@sveltejs/kit'
import { findDossier, returnDossier, returnDossierInput } from '@dacsan/modules/dossiers'
import { dossierSections } from '@dacsan/modules/dossiers/rules'
import { sectionWords } from '@dacsan/modules/dossiers/words'
import { requireRole } from '@dacsan/modules/identity'
import { papersOf } from '@dacsan/modules/law'
import { z } from 'zod'
import { refused } from '#lib/dossier/refused.ts'
import { correct, readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

const rows = 8

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  requireRole(ctx.actor, 'commune-officer')
  const dossier = await findDossier(ctx, params.id)
  if (dossier.status !== 'submitted') redirect(303, `/van-phong/xa/${dossier.id}`)
  const { rows: papers } = papersOf(dossier.criteriaDecision, dossier.setCode)
  return {
    dossier: { id: dossier.id, version: dossier.version, product: dossier.product.name, producer: dossier.producer.name },
    returnedBefore: dossier.history.filter((line) => line.move === 'return').length,
    rows,
    places: [
      ...dossierSections.map((section) => ({ value: `section:${section}`, label: sectionWords[section], group: 'Các phần' })),
      ...papers.map(({ row, name }) => ({ value: `evidence:${row}`, label: `${row}. ${name}`, group: 'Giấy tờ' })),
      ...dossier.choices.map((choice) => ({
        value: `criterion:${choice.criterion}`,
        label: `${choice.criterion} ${choice.criterionName}`,
        group: 'Tiêu chí tự chấm',
      })),
    ],
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
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
      dossierId: params.id,
      version: values['version'],
      items: used.map(({ about, text }) => ({ about, text })),
      repeatReason: values['repeatReason'] ?? '',
    })
    if (!input.success) {
      const errors: Record<string, string> = {}
      for (const { path, message } of input.error.issues) {
        const line = path[0] === 'items' && typeof path[1] === 'number' ? used[path[1]] : undefined
        errors[line ? `${String(path[2])}-${line.index}` : String(path[0] ?? 'form')] ??= line
          ? `Dòng ${line.index + 1}: ${message}`
          : message
      }
      return correct(values, errors)
    }
    const returned = await returnDossier(ctx, input.data)
    if (returned.ok) redirect(303, `/van-phong/xa/${params.id}`)
    const field = { 'no-items': 'text-0', 'repeat-reason-missing': 'repeatReason' } as const
    const { code } = returned.refusal
    return refused(returned.refusal, values, code === 'no-items' || code === 'repeat-reason-missing' ? field[code] : 'form')
  },
}
