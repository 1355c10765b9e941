import { redirect } from '@sveltejs/kit'
import { bookLine, bookLineInput, findQueue } from '@dacsan/modules/payments'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedPayment } from '#lib/payments/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  queue: await findQueue(ctx),
  saved: url.searchParams.has('da-ghi'),
})

const answer = bookLineInput.extend({ act: z.enum(['book', 'ask-rest', 'send-back']) })

export const actions: Actions = {
  answer: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, answer)
    if (!form.ok) return form.answer
    const { act, ...input } = form.value
    const outcome = await bookLine(ctx, act, input)
    if (!outcome.ok) return refusedPayment(outcome.refusal, form.values)
    redirect(303, paths.moneyDesk({ saved: true }))
  },
}
