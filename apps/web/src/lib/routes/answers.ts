import type { RouteRefusal } from '@dacsan/modules/promotion/rules'
import { routeRefusalFields, sayRouteRefusal } from '@dacsan/modules/promotion/words'
import { redirect } from '@sveltejs/kit'
import { correct } from '#lib/forms.ts'
import type { Correction, FormRead } from '#lib/forms.ts'
import type { RouteMessages } from '#lib/messages/route/vi.ts'
import { say } from '#lib/say.ts'

const refusedRoute = (refusal: RouteRefusal, values: Record<string, string>) =>
  correct(values, { [routeRefusalFields[refusal.code] ?? 'form']: sayRouteRefusal(refusal) }, refusal.code)

type Outcome = { ok: true } | { ok: false; refusal: RouteRefusal }

/** What a desk does to a route, a stop or an enquiry: on to where it is shown, or the form again. */
export async function actOnRoute<T, Done extends Outcome>(
  form: FormRead<T>,
  command: (value: T) => Promise<Done>,
  saved: string | ((done: Extract<Done, { ok: true }>) => string),
) {
  if (!form.ok) return form.answer
  const outcome = await command(form.value)
  if (!outcome.ok) return refusedRoute(outcome.refusal, form.values)
  redirect(303, typeof saved === 'string' ? saved : saved(outcome as Extract<Done, { ok: true }>))
}

/** The same of a stranger's form, in the language of the page. */
export function refusedToVisitor(m: RouteMessages, refusal: RouteRefusal, values: Record<string, string>) {
  const words = (m.refusals as Readonly<Record<string, string>>)[refusal.code] ?? m.fields.other
  return correct(
    values,
    { [routeRefusalFields[refusal.code] ?? 'form']: say(words, refusal as unknown as Record<string, string | number>) },
    refusal.code,
  )
}

/** What is wrong with the fields of a stranger's form, in the language of the page. */
export function faultsToVisitor(m: RouteMessages, { values, errors }: Correction) {
  const known = m.fields as Readonly<Record<string, string>>
  const said = Object.keys(errors).map((name) => (name in known && name !== 'other' ? [name, known[name]!] : ['form', m.fields.other]))
  return correct(values, Object.fromEntries(said) as Record<string, string>)
}

/** What a form shows of what somebody may do. */
export const mayBe = <Acts extends string>(may: Record<Acts, unknown>) =>
  Object.fromEntries(Object.entries(may).map(([act, answer]) => [act, answer === true])) as Record<Acts, boolean>
