import { createHash } from 'node:crypto'
import { fail } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { sayAction } from '#lib/act-names.ts'
import { readFormData } from '#lib/forms.ts'
import { consequencesOf } from './final-acts.ts'
import type { FinalAct } from './final-acts.ts'

/** The step before an act that cannot be taken back: the office's frame shows it instead of the page that sent the form. */
export type Confirmation = {
  act: string
  follows: readonly string[]
  /** What was read changed since it was last shown. */
  isStale: boolean
  action: string
  fields: [string, string][]
}

/** Names what was shown, so that nothing else than that is confirmed. */
export const sureField = 'sure'
const digestOf = (lines: readonly string[]) => createHash('sha256').update(JSON.stringify(lines)).digest('base64url').slice(0, 22)

/**
 * The action of a form, done once whoever sends it has confirmed what will follow. Without script the step is a page like any other; what was
 * typed goes along. 428: the request must be made again, on a condition (RFC 6585, 3).
 *
 * @example export const actions = { recall: confirmFirst('lot.recalled', async ({ request }) => { … }) }
 */
export function confirmFirst<Event extends RequestEvent, Answer>(
  name: FinalAct,
  action: (event: Event) => Promise<Answer>,
): (event: Event) => Promise<Answer> {
  return async (event) => {
    const form = await readFormData(event.request.clone() as Request)
    const given = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    const fields = Object.fromEntries(given)
    const all = (field: string) => form.getAll(field).map(String)
    // Whoever may not read what follows does not do it: nothing final is done unseen.
    const known = await consequencesOf[name]({ ctx: event.locals.ctx, params: event.params, fields, all })
    if (known === null) return action(event)
    const { act, follows } = 'follows' in known ? known : { act: name, follows: known }
    const shown = digestOf([act, ...follows])
    const sure = fields[sureField]
    if (sure === shown) return action(event)
    const confirm: Confirmation = {
      act: sayAction(act),
      follows,
      isStale: sure !== undefined,
      action: event.url.search.startsWith('?/') ? event.url.search : event.url.pathname,
      fields: [...given.filter(([field]) => field !== sureField), [sureField, shown]],
    }
    // The page behind it gets what it gets of a form to correct.
    return fail(428, { values: fields, errors: {}, confirm }) as Answer
  }
}
