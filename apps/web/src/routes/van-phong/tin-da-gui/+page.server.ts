import { fail, redirect } from '@sveltejs/kit'
import { hasRole } from '@dacsan/modules/identity'
import { channelsOn, messageRules } from '@dacsan/modules/messages'
import { listOutgoing, outgoingFilter, sendAgain } from '@dacsan/modules/notifications'
import { sayRefusal } from '@dacsan/modules/notifications/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = outgoingFilter.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')))
  const { deliveries, ...rest } = await listOutgoing(locals.ctx, filter, channelsOn(currentRuntime().config))
  const saysOf = new Map(messageRules.map(({ name, says }) => [name, says]))
  return {
    ...rest,
    filter,
    deliveries: deliveries.map((delivery) => ({ ...delivery, says: saysOf.get(delivery.name) ?? delivery.name })),
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
