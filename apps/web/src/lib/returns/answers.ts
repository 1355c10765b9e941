import type { ReturnsRefusal } from '@dacsan/modules/returns/rules'
import { refusalFields, sayRefusal, spokenReturns } from '@dacsan/modules/returns/words'
import { orderLinkInput } from '@dacsan/modules/shop'
import type { RequestEvent } from '@sveltejs/kit'
import { fail, type ActionFailure } from '@sveltejs/kit'
import { correct, type Correction } from '#lib/forms.ts'
import type { Language } from '#lib/languages.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedReturn = (refusal: ReturnsRefusal, values: Record<string, string>, lang: Language = 'vi') =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal, spokenReturns[lang]) }, refusal.code)

/** The answer of one of several forms of a page: what is wrong stands under the form that was sent. */
export const sentAs = (of: string, { status, data }: ActionFailure<Correction>) => fail(status, { ...data, of })

/** The secret link of an order, as the address has it. */
export const linkOf = ({ params, url }: { params: { code: string } } & Pick<RequestEvent, 'url'>) =>
  orderLinkInput.parse({ code: params.code.slice(0, 20), secret: (url.searchParams.get('k') ?? '').slice(0, 64) })
