import { redirect } from '@sveltejs/kit'
import {
  callOffice,
  caseInput,
  escalateReturn,
  findReturn,
  reasonedInput,
  sayInReturn,
  sayInput,
  withdrawReturn,
} from '@dacsan/modules/returns'
import type { ReturnsRefusal } from '@dacsan/modules/returns/rules'
import { newId, readId } from '@dacsan/platform/ids'
import { sayReturnField } from '@dacsan/modules/returns/words'
import { readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { linkOf, refusedReturn, sentAs } from '#lib/returns/answers.ts'
import { shownCase } from '#lib/returns/shown-case.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  if (!event.url.searchParams.get('k')) redirect(303, localHref(event.locals.lang, paths.orders))
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const link = linkOf(event)
  return {
    link,
    one: shownCase(await findReturn(event.locals.ctx, readId('ret', event.params.id), link), event.locals.lang),
    sent: event.url.searchParams.has('da-gui'),
    saved: event.url.searchParams.has('da-luu'),
    requestKey: newId('key'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: ReturnsRefusal }

function answer(event: RequestEvent, of: string, values: Record<string, string>, outcome: Outcome) {
  if (!outcome.ok) return sentAs(of, refusedReturn(outcome.refusal, values, event.locals.lang))
  const { code, secret } = linkOf(event)
  redirect(303, localHref(event.locals.lang, paths.orderReturnSaved(code, event.params.id, secret, 'da-luu')))
}

export const actions: Actions = {
  say: async (event) => {
    const form = await readForm(event.request, sayInput)
    if (!form.ok)
      return sentAs(
        'say',
        sayFaults(form.answer, (said) => sayReturnField(event.locals.lang, said)),
      )
    return answer(event, 'say', form.values, await sayInReturn(event.locals.ctx, form.value, linkOf(event)))
  },
  'call-office': async (event) => {
    const form = await readForm(event.request, reasonedInput)
    if (!form.ok)
      return sentAs(
        'call',
        sayFaults(form.answer, (said) => sayReturnField(event.locals.lang, said)),
      )
    return answer(event, 'call', form.values, await callOffice(event.locals.ctx, form.value, linkOf(event)))
  },
  escalate: async (event) => {
    const form = await readForm(event.request, reasonedInput)
    if (!form.ok)
      return sentAs(
        'call',
        sayFaults(form.answer, (said) => sayReturnField(event.locals.lang, said)),
      )
    return answer(event, 'call', form.values, await escalateReturn(event.locals.ctx, form.value, linkOf(event)))
  },
  withdraw: async (event) => {
    const form = await readForm(event.request, caseInput)
    if (!form.ok)
      return sentAs(
        'withdraw',
        sayFaults(form.answer, (said) => sayReturnField(event.locals.lang, said)),
      )
    return answer(event, 'withdraw', form.values, await withdrawReturn(event.locals.ctx, form.value, linkOf(event)))
  },
}
