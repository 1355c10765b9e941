import { fail, redirect } from '@sveltejs/kit'
import { failedEventList, listFailedDeliveries, retryDelivery } from '@dacsan/modules/identity'
import { sayRefusal } from '@dacsan/modules/identity/words'
import { z } from 'zod'
import { sayAction } from '#lib/act-names.ts'
import { readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const list = await showList(locals.ctx, failedEventList, url)
  return {
    mayRetry: (await listFailedDeliveries(locals.ctx)).may['retry-delivery'] === true,
    list: { ...list, rows: list.rows.map((delivery) => ({ ...delivery, says: sayAction(delivery.type) })) },
    retried: url.searchParams.has('da-giao'),
  }
}

export const actions: Actions = {
  retry: async ({ request, locals }) => {
    const form = await readForm(request, z.object({ jobId: z.string() }))
    if (!form.ok) return form.answer
    const outcome = await retryDelivery(locals.ctx, form.value.jobId)
    if (!outcome.ok) return fail(422, { values: form.values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.failedEventsRetried)
  },
}
