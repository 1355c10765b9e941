import { randomBytes } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import {
  agreeTerms,
  agreeTermsInput,
  endAgreedBuyer,
  findAgreedBuyer,
  makeBill,
  makeBillInput,
  ownBillsOf,
  renewAccessCode,
} from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  ...(await findAgreedBuyer(ctx, readId('agb', params.id))),
  today: dateInVietnam(ctx.now),
  link: `${url.origin}${paths.agreedShelf}`,
  bills: await ownBillsOf(ctx, readId('agb', params.id)),
  requestKey: randomBytes(18).toString('base64url'),
})

const fieldOf: Readonly<Record<string, string>> = {
  'terms-empty': 'percent',
  'terms-backwards': 'untilOn',
  'terms-past': 'untilOn',
}

export const actions: Actions = {
  bill: async ({ request, locals, params }) => {
    const buyerId = readId('agb', params.id)
    const form = await readForm(
      request,
      z.preprocess((typed) => ({ ...(typed as object), buyerId }), makeBillInput),
    )
    if (!form.ok) return form.answer
    const outcome = await makeBill(locals.ctx, form.value)
    if (outcome.ok) redirect(303, paths.buyerBill(outcome.value.billId))
    const field = outcome.refusal.code === 'account-missing' ? 'form' : 'upTo'
    return correct(form.values, { [field]: sayRefusal(outcome.refusal) })
  },
  agree: async ({ request, locals, params }) => {
    const buyerId = readId('agb', params.id)
    const form = await readForm(
      request,
      z.preprocess((typed) => ({ ...(typed as object), buyerId }), agreeTermsInput),
    )
    if (!form.ok) return form.answer
    const outcome = await agreeTerms(locals.ctx, form.value)
    if (outcome.ok) redirect(303, paths.agreedBuyer(buyerId))
    const { refusal } = outcome
    const field = refusal.code === 'terms-not-multiple' ? `least-${refusal.packId}` : (fieldOf[refusal.code] ?? 'form')
    return correct(form.values, { [field]: sayRefusal(refusal) })
  },
  code: async ({ locals, params }) => {
    const buyerId = readId('agb', params.id)
    const outcome = await renewAccessCode(locals.ctx, { buyerId })
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.agreedBuyer(buyerId))
  },
  end: async ({ locals, params }) => {
    const buyerId = readId('agb', params.id)
    const outcome = await endAgreedBuyer(locals.ctx, { buyerId })
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.agreedBuyer(buyerId))
  },
}
