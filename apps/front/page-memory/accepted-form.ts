import Negotiator from 'negotiator'
import type { Form } from './kept-page.ts'

/** Browsers say one of a few things; whoever says other things makes us read them each time. */
const known = new Map<string, Form>()
const mostKnown = 100

/** The form of an answer that a caller reads and we like best (RFC 9110, section 12.5.3). */
export function acceptedForm(accepted: string | undefined): Form {
  if (accepted === undefined) return 'identity'
  const found = known.get(accepted)
  if (found) return found
  const asked = new Negotiator({ headers: { 'accept-encoding': accepted } })
  const form = (asked.encoding(['br', 'gzip', 'identity'], ['br', 'gzip']) ?? 'identity') as Form
  if (known.size < mostKnown) known.set(accepted, form)
  return form
}
