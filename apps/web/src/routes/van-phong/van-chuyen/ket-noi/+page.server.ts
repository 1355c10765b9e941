import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import {
  changeAccount,
  connectAccount,
  connectInput,
  endAccount,
  endAccountInput,
  findAccounts,
  rotateInput,
} from '@dacsan/modules/carriers'
import type { CarriersRefusal } from '@dacsan/modules/carriers/rules'
import { carrierLines, refusedCarrier } from '#lib/carriers/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { accounts, free, unknown } = await findAccounts(ctx)
  return {
    free,
    accounts: accounts.map(({ pushSecret, pushes, connectedAt, ...account }) => ({
      ...account,
      connectedAt: formatMoment(connectedAt),
      token: pushSecret,
      address: pushSecret && `${url.origin}/webhooks/${account.carrier}?hash=${pushSecret}`,
      pushes: pushes && { count: pushes.count, lastAt: formatMoment(pushes.lastAt) },
    })),
    unknown: unknown.map(({ receivedAt, ...one }) => ({ ...one, receivedAt: formatMoment(receivedAt) })),
    saved: url.searchParams.has('da-luu'),
  }
}

/** What was typed comes back, but never a secret. */
const without = ({ token: _token, password: _password, ...values }: Record<string, string>) => values

function end(outcome: { ok: true } | { ok: false; refusal: CarriersRefusal }, values: Record<string, string>) {
  if (!outcome.ok) return refusedCarrier(outcome.refusal, without(values))
  redirect(303, paths.carrierConnections({ saved: true }))
}

export const actions: Actions = {
  connect: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, connectInput)
    if (!form.ok) return form.answer
    return end(await connectAccount(ctx, carrierLines(), form.value), form.values)
  },
  change: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, rotateInput)
    if (!form.ok) return form.answer
    return end(await changeAccount(ctx, carrierLines(), form.value), form.values)
  },
  end: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, endAccountInput)
    if (!form.ok) return form.answer
    return end(await endAccount(ctx, form.value), form.values)
  },
}
