import type { ReviewsRefusal } from '@dacsan/modules/reviews/rules'
import { refusalFields, sayRefusal } from '@dacsan/modules/reviews/words'
import { orderLinkInput } from '@dacsan/modules/shop'
import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { correct } from '#lib/forms.ts'
import type { Correction, FormRead } from '#lib/forms.ts'
import type { ReviewMessages } from '#lib/messages/review/vi.ts'
import { say } from '#lib/say.ts'

/** The form of a desk again, with why not beside the field that it is about. */
export const refusedAtDesk = (refusal: ReviewsRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)

type Outcome = { ok: true } | { ok: false; refusal: ReviewsRefusal }

/** What a desk does to one review or question: back to its page, or the form again. */
export async function actAtDesk<T>(form: FormRead<T>, command: (value: T) => Promise<Outcome>, saved: string) {
  if (!form.ok) return form.answer
  const outcome = await command(form.value)
  if (!outcome.ok) return refusedAtDesk(outcome.refusal, form.values)
  redirect(303, saved)
}

/** The same of a stranger's form, in the language of the page. */
export function refusedToReader(m: ReviewMessages, refusal: ReviewsRefusal, values: Record<string, string>) {
  const words = (m.refusals as Readonly<Record<string, string>>)[refusal.code] ?? m.fields.other
  return correct(
    values,
    { [refusalFields[refusal.code] ?? 'form']: say(words, refusal as unknown as Record<string, string | number>) },
    refusal.code,
  )
}

/** What is wrong with the fields of a stranger's form, in the language of the page. */
export function inLanguage(m: ReviewMessages, { values, errors }: Correction) {
  const known = m.fields as Readonly<Record<string, string>>
  const said = Object.keys(errors).map((name) => {
    const field = name.replace(/^typed\./u, '')
    return field in known && field !== 'other' ? [field, known[field]!] : ['form', m.fields.other]
  })
  return correct(values, Object.fromEntries(said) as Record<string, string>)
}

/** The secret link of an order, as the address has it. */
export const linkOf = ({ params, url }: { params: { code: string } } & Pick<RequestEvent, 'url'>) =>
  orderLinkInput.parse({ code: params.code.slice(0, 20), secret: (url.searchParams.get('k') ?? '').slice(0, 64) })
