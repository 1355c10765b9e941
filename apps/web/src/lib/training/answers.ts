import type { TrainingRefusal } from '@dacsan/modules/support/rules'
import { sayTrainingRefusal, trainingRefusalFields } from '@dacsan/modules/support/words'
import { redirect } from '@sveltejs/kit'
import { correct } from '#lib/forms.ts'
import type { Correction, FormRead } from '#lib/forms.ts'
import type { TrainingMessages } from '#lib/messages/training/vi.ts'
import { say } from '#lib/say.ts'

type Outcome = { ok: true } | { ok: false; refusal: TrainingRefusal }

/** The form again, with why not beside the field that it is about. */
export const refusedTraining = (refusal: TrainingRefusal, values: Record<string, string>) =>
  correct(values, { [trainingRefusalFields[refusal.code] ?? 'form']: sayTrainingRefusal(refusal) }, refusal.code)

/** What the office does: back to its page, or the form again. */
export async function actOnTraining<T>(form: FormRead<T>, command: (value: T) => Promise<Outcome>, saved: string) {
  if (!form.ok) return form.answer
  const outcome = await command(form.value)
  if (!outcome.ok) return refusedTraining(outcome.refusal, form.values)
  redirect(303, saved)
}

/** The same of a form of a public page, in the language of the page. */
export function refusedInLanguage(m: TrainingMessages, refusal: TrainingRefusal, values: Record<string, string>) {
  const words = (m.refusals as Readonly<Record<string, string>>)[refusal.code] ?? m.fields.other
  return correct(
    values,
    { [trainingRefusalFields[refusal.code] ?? 'form']: say(words, refusal as unknown as Record<string, string | number>) },
    refusal.code,
  )
}

/** What is wrong with the fields of such a form, in the language of the page. */
export function fieldsInLanguage(m: TrainingMessages, { values, errors }: Correction) {
  const known = m.fields as Readonly<Record<string, string>>
  const said = Object.keys(errors).map((field) => (field in known && field !== 'other' ? [field, known[field]!] : ['form', m.fields.other]))
  return correct(values, Object.fromEntries(said) as Record<string, string>)
}
