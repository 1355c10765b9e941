import { fail } from '@sveltejs/kit'
import { answerTest, answerTestInput } from '@dacsan/modules/appraisal'
import type { AppraisalRefusal } from '@dacsan/modules/appraisal/rules'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import type { Ctx } from '@dacsan/modules/context'
import type { DossierId } from '@dacsan/modules/dossiers/rules'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/joining/request-form.ts'

type Values = Record<string, string>

/** One of several forms of the page again; `of` says which. */
export const again = (of: string, values: Values, errors: Values) => fail(422, { of, values, errors })

/** The fields that refusals are about; the others are about the form as a whole. */
const fields: Partial<Record<AppraisalRefusal['code'], string>> = {
  'samples-not-there': 'pieces',
  'day-passed': 'dueOn',
  'adviser-not-assigned': 'askedOf',
  'test-file-missing': 'file',
}

export const refusedForm = (of: string, values: Values, refusal: AppraisalRefusal, field = fields[refusal.code] ?? 'form') =>
  again(of, values, { [field]: sayRefusal(refusal) })

/** The form with which a result is brought, on the page of the province and on that of the producer; null once it is kept. */
export async function readAnswer(request: Request, ctx: Ctx, dossierId: DossierId) {
  const schema = answerTestInput.omit({ dossierId: true }).extend({ file: z.instanceof(File).optional() })
  const form = await readForm(request, schema)
  if (!form.ok) return again(form.answer.data.values['testId'] ?? '', form.answer.data.values, form.answer.data.errors)
  const { file, ...input } = form.value
  const outcome = await answerTest(ctx, { ...input, dossierId }, uploadOf(file))
  if (outcome.ok) return null
  const { code } = outcome.refusal
  const field = code === 'day-in-future' ? 'testedOn' : code === 'test-answered' || code === 'dossier-not-in-appraisal' ? 'form' : 'file'
  return refusedForm(input.testId, form.values, outcome.refusal, field)
}
