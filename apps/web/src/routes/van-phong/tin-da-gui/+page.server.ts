import { fail, redirect } from '@sveltejs/kit'
import { hasRole } from '@dacsan/modules/identity'
import { channelsOn, messageRules } from '@dacsan/modules/messages'
import { deliveryList, outgoingDesk, sendAgain } from '@dacsan/modules/notifications'
import { sayRefusal } from '@dacsan/modules/notifications/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { may, channels } = await outgoingDesk(locals.ctx, channelsOn(currentRuntime().config))
  const saysOf = new Map(messageRules.map(({ name, says }) => [name, says]))
  const list = await showList(locals.ctx, deliveryList, url)
  return {
    channels,
    list: {
      ...list,
      rows: list.rows.map((delivery) => ({ ...delivery, says: saysOf.get(delivery.name) ?? delivery.name, may: may[delivery.state] })),
    },
    mayReword: hasRole(locals.actor, 'administrator'),
    done: url.searchParams.has('da-gui'),
  }
}

export const actions: Actions = {
  'send-again': async ({ request, locals }) => {
    const form = await readForm(request, z.object({ id: idInput('dlv') }))
    if (!form.ok) return form.answer
    const outcome = await sendAgain(locals.ctx, form.value.id, channelsOn(currentRuntime().config))
    if (!outcome.ok) return fail(422, { values: form.values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.sentAgain)
  },
}
