import type { ContestRefusal } from '@dacsan/modules/promotion/rules'
import { contestRefusalFields, sayContestRefusal } from '@dacsan/modules/promotion/words'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { correct } from '#lib/forms.ts'
import type { Correction, FormRead } from '#lib/forms.ts'
import type { ContestMessages } from '#lib/messages/contest/vi.ts'
import { say } from '#lib/say.ts'

type Outcome = { ok: true } | { ok: false; refusal: ContestRefusal }

/** The form again, with why not beside the field that it is about. */
export const refusedContest = (refusal: ContestRefusal, values: Record<string, string>) =>
  correct(values, { [contestRefusalFields[refusal.code] ?? 'form']: sayContestRefusal(refusal) }, refusal.code)

/** What a desk or a juror does: back to its page, or the form again. */
export async function actOnContest<T>(form: FormRead<T>, command: (value: T) => Promise<Outcome>, saved: string) {
  if (!form.ok) return form.answer
  const outcome = await command(form.value)
  if (!outcome.ok) return refusedContest(outcome.refusal, form.values)
  redirect(303, saved)
}

/** The same of a stranger's form, in the language of the page. */
export function refusedToEntrant(m: ContestMessages, refusal: ContestRefusal, values: Record<string, string>) {
  const words = (m.refusals as Readonly<Record<string, string>>)[refusal.code] ?? m.fields.other
  const field = contestRefusalFields[refusal.code]
  return correct(
    values,
    { [field === 'login' ? 'form' : (field ?? 'form')]: say(words, refusal as unknown as Record<string, string | number>) },
    refusal.code,
  )
}

/** What is wrong with the fields of a stranger's form, in the language of the page. */
export function fieldsInLanguage(m: ContestMessages, { values, errors }: Correction) {
  const known = m.fields as Readonly<Record<string, string>>
  const said = Object.keys(errors).map((name) => {
    const field = name.replace(/^typed\./u, '')
    return field in known && field !== 'other' ? [field, known[field]!] : ['form', m.fields.other]
  })
  return correct(values, Object.fromEntries(said) as Record<string, string>)
}

const file = z.instanceof(File)
export const photoFiles = z.array(file)
/** A form with photos: what was typed, and the files beside it. An empty field of files sends one without a name. */
export const photoForm = z
  .looseObject({ photo: z.union([file, z.array(file)]).optional() })
  .transform(({ photo, ...typed }) => ({ photos: photo === undefined ? [] : [photo].flat(), typed }))

export const uploadsOf = (photos: readonly File[]) => photos.filter(({ size, name }) => size > 0 || name !== '').map((photo) => ({ content: photo, name: photo.name })) // prettier-ignore
