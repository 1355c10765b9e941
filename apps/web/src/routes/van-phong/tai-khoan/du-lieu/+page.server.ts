import { redirect } from '@sveltejs/kit'
import { ownKey, showData } from '@dacsan/modules/personal-data'
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
import { shownSections } from '#lib/privacy/shown-section.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const key = ownKey(ctx)
  return {
    sections: shownSections(await showData(ctx, key)),
    requests: await requestsOf(ctx, key),
    consents: await consentsOf(ctx, key, ['programme-invitations']),
    terms: await privacyNotice(ctx),
    asked: url.searchParams.get('da-gui'),
    saved: url.searchParams.has('da-luu'),
  }
}

export const actions: Actions = {
  ask: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, askInput)
    if (!form.ok) return form.answer
    const outcome = await askRequest(ctx, ownKey(ctx), form.value)
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.ownDataAsked(outcome.value.code))
  },
  'withdraw-request': async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, z.object({ requestId: idInput('drq') }))
    if (!form.ok) return form.answer
    const outcome = await withdrawRequest(ctx, ownKey(ctx), form.value.requestId)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.ownData)
  },
  agree: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, giveConsentInput)
    if (!form.ok) return form.answer
    const outcome = await agree(ctx, ownKey(ctx), form.value)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.ownDataSaved)
  },
  'withdraw-consent': async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, z.object({ consentId: idInput('cst') }))
    if (!form.ok) return form.answer
    const outcome = await withdrawConsent(ctx, ownKey(ctx), form.value.consentId)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.ownDataSaved)
  },
}
