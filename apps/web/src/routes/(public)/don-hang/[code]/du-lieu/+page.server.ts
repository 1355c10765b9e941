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
import { sayRefusal } from '@dacsan/modules/privacy/words'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { orderAsker } from '#lib/privacy/order-asker.ts'
import { shownSections } from '#lib/privacy/shown-section.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  if (!event.url.searchParams.get('k')) redirect(303, paths.orders)
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const { ctx } = event.locals
  const { asker, link } = await orderAsker(event)
  return {
    link,
    sections: shownSections(await showData(ctx, asker)).filter(({ count }) => count > 0),
    requests: await requestsOf(ctx, asker),
    consents: await consentsOf(ctx, asker, ['news-from-seller']),
    terms: await privacyNotice(ctx),
    asked: event.url.searchParams.get('da-gui'),
  }
}

export const actions: Actions = {
  ask: async (event) => {
    const { asker, link } = await orderAsker(event)
    const form = await readForm(event.request, askInput)
    if (!form.ok) return form.answer
    const outcome = await askRequest(event.locals.ctx, asker, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.orderDataAsked(link.code, link.secret, outcome.value.code))
  },
  'withdraw-request': async (event) => {
    const { asker, link } = await orderAsker(event)
    const form = await readForm(event.request, z.object({ requestId: idInput('drq') }))
    if (!form.ok) return form.answer
    const outcome = await withdrawRequest(event.locals.ctx, asker, form.value.requestId)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.orderData(link.code, link.secret))
  },
  agree: async (event) => {
    const { asker, link } = await orderAsker(event)
    const form = await readForm(event.request, giveConsentInput)
    if (!form.ok) return form.answer
    const outcome = await agree(event.locals.ctx, asker, form.value)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.orderData(link.code, link.secret))
  },
  'withdraw-consent': async (event) => {
    const { asker, link } = await orderAsker(event)
    const form = await readForm(event.request, z.object({ consentId: idInput('cst') }))
    if (!form.ok) return form.answer
    const outcome = await withdrawConsent(event.locals.ctx, asker, form.value.consentId)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.orderData(link.code, link.secret))
  },
}
