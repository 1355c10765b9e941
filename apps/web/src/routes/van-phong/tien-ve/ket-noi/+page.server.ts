import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import {
  connectInput,
  connectSource,
  endSource,
  endSourceInput,
  findConnections,
  overlapHours,
  rotateInput,
  rotateSecret,
} from '@dacsan/modules/payments'
import type { PaymentsRefusal, Provider } from '@dacsan/modules/payments/rules'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedPayment } from '#lib/payments/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { sources, unknown, free, ...rest } = await findConnections(ctx)
  const addressOf = (provider: Provider) => `${url.origin}/webhooks/${provider}`
  const say = (moment: Date | null) => moment && formatMoment(moment)
  return {
    ...rest,
    free: free.map((provider) => ({ provider, address: addressOf(provider) })),
    sources: sources.map((source) => ({
      ...source,
      address: addressOf(source.provider),
      connectedAt: formatMoment(source.connectedAt),
      lastAt: say(source.lastAt),
      beforeUntil: say(source.beforeUntil),
    })),
    unknown: unknown.map((one) => ({ ...one, receivedAt: formatMoment(one.receivedAt) })),
    overlapHours,
    saved: url.searchParams.has('da-luu'),
  }
}

/** What was typed comes back, but never a secret. */
const without = ({ secret: _secret, ...values }: Record<string, string>) => values

const end = (outcome: { ok: true } | { ok: false; refusal: PaymentsRefusal }, values: Record<string, string>) => {
  if (!outcome.ok) return refusedPayment(outcome.refusal, without(values))
  redirect(303, paths.moneyConnections({ saved: true }))
}

export const actions: Actions = {
  connect: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, connectInput)
    if (!form.ok) return form.answer
    return end(await connectSource(ctx, form.value), form.values)
  },
  rotate: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, rotateInput)
    if (!form.ok) return form.answer
    return end(await rotateSecret(ctx, form.value), form.values)
  },
  end: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, endSourceInput)
    if (!form.ok) return form.answer
    return end(await endSource(ctx, form.value), form.values)
  },
}
