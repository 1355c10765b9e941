import { fail, redirect } from '@sveltejs/kit'
import { requirePerson } from '@dacsan/modules/identity'
import { channelsOn, pushPublicKey } from '@dacsan/modules/messages'
import {
  addBrowser,
  addBrowserInput,
  chooseReach,
  chooseReachInput,
  findOwnReach,
  removeBrowser,
  testReach,
} from '@dacsan/modules/notifications'
import { sayRefusal } from '@dacsan/modules/notifications/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { config } = currentRuntime()
  return {
    reach: await findOwnReach(locals.ctx, channelsOn(config)),
    publicKey: await pushPublicKey(config),
    saved: url.searchParams.has('da-luu'),
    tested: url.searchParams.has('da-thu'),
  }
}

/** One tick comes as a text, several as a list. */
const several = (value: unknown) => (value === undefined ? [] : [value].flat())
const chosen = chooseReachInput.extend({ wanted: z.preprocess(several, chooseReachInput.shape.wanted) })
const fieldOf: Readonly<Record<string, string>> = { 'phone-not-mobile': 'phone', 'quiet-hours-empty': 'quietFrom' }

export const actions: Actions = {
  choose: async ({ request, locals }) => {
    const form = await readForm(request, chosen)
    if (!form.ok) return form.answer
    const outcome = await chooseReach(locals.ctx, requirePerson(locals.actor).userId, form.value)
    if (!outcome.ok) {
      const errors: Record<string, string> = { [fieldOf[outcome.refusal.code] ?? 'form']: sayRefusal(outcome.refusal) }
      return fail(422, { values: form.values, wanted: form.value.wanted, errors })
    }
    redirect(303, paths.ownReachDone('da-luu'))
  },
  'add-browser': async ({ request, locals }) => {
    const form = await readForm(request, addBrowserInput)
    if (!form.ok) return form.answer
    const outcome = await addBrowser(locals.ctx, requirePerson(locals.actor).userId, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.ownReachDone('da-luu'))
  },
  'remove-browser': async ({ request, locals }) => {
    const form = await readForm(request, z.object({ id: idInput('psh') }))
    if (!form.ok) return form.answer
    await removeBrowser(locals.ctx, requirePerson(locals.actor).userId, form.value.id)
    redirect(303, paths.ownReachDone('da-luu'))
  },
  test: async ({ locals }) => {
    const outcome = await testReach(locals.ctx, requirePerson(locals.actor).userId, channelsOn(currentRuntime().config))
    const values: Record<string, string> = {}
    if (!outcome.ok) return fail(429, { values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.ownReachDone('da-thu'))
  },
}
