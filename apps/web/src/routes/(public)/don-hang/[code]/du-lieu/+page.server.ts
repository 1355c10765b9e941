import { redirect } from '@sveltejs/kit'
import { showData } from '@dacsan/modules/personal-data'
import {
  agree,
  askInput,
  askRequest,
  consentsOf,
  giveConsentInput,
  privacyNotice,
  requestsOf,
  withdrawConsent,
  withdrawRequest,
} from '@dacsan/modules/privacy'
import { sayDataField, sayDataRefusal } from '@dacsan/modules/privacy/words'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { correct, readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { orderAsker } from '#lib/privacy/order-asker.ts'
import { shownRequests, shownSections } from '#lib/privacy/shown-section.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  if (!event.url.searchParams.get('k')) redirect(303, localHref(event.locals.lang, paths.orders))
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const { ctx, lang } = event.locals
  const { asker, link } = await orderAsker(event)
  return {
    link,
    sections: shownSections(await showData(ctx, asker), lang).filter(({ count }) => count > 0),
    requests: shownRequests(await requestsOf(ctx, asker), lang),
    consents: await consentsOf(ctx, asker, ['news-from-seller'], lang),
    terms: await privacyNotice(ctx),
    asked: event.url.searchParams.get('da-gui'),
  }
}

export const actions: Actions = {
  ask: async (event) => {
    const { asker, link } = await orderAsker(event)
    const form = await readForm(event.request, askInput)
    if (!form.ok) return sayFaults(form.answer, (said) => sayDataField(event.locals.lang, said))
    const outcome = await askRequest(event.locals.ctx, asker, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayDataRefusal(event.locals.lang, outcome.refusal) })
    redirect(303, localHref(event.locals.lang, paths.orderDataAsked(link.code, link.secret, outcome.value.code)))
  },
  'withdraw-request': async (event) => {
    const { asker, link } = await orderAsker(event)
    const form = await readForm(event.request, z.object({ requestId: idInput('drq') }))
    if (!form.ok) return sayFaults(form.answer, (said) => sayDataField(event.locals.lang, said))
    const outcome = await withdrawRequest(event.locals.ctx, asker, form.value.requestId)
    if (!outcome.ok) return correct({}, { form: sayDataRefusal(event.locals.lang, outcome.refusal) })
    redirect(303, localHref(event.locals.lang, paths.orderData(link.code, link.secret)))
  },
  agree: async (event) => {
    const { asker, link } = await orderAsker(event)
    const form = await readForm(event.request, giveConsentInput)
    if (!form.ok) return sayFaults(form.answer, (said) => sayDataField(event.locals.lang, said))
    const outcome = await agree(event.locals.ctx, asker, form.value, event.locals.lang)
    if (!outcome.ok) return correct({}, { form: sayDataRefusal(event.locals.lang, outcome.refusal) })
    redirect(303, localHref(event.locals.lang, paths.orderData(link.code, link.secret)))
  },
  'withdraw-consent': async (event) => {
    const { asker, link } = await orderAsker(event)
    const form = await readForm(event.request, z.object({ consentId: idInput('cst') }))
    if (!form.ok) return sayFaults(form.answer, (said) => sayDataField(event.locals.lang, said))
    const outcome = await withdrawConsent(event.locals.ctx, asker, form.value.consentId)
    if (!outcome.ok) return correct({}, { form: sayDataRefusal(event.locals.lang, outcome.refusal) })
    redirect(303, localHref(event.locals.lang, paths.orderData(link.code, link.secret)))
  },
}
