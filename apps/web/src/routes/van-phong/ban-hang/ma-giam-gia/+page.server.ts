import { redirect } from '@sveltejs/kit'
import { createVoucher, createVoucherInput, endVoucher, ownVouchers } from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ ...(await ownVouchers(ctx)), today: dateInVietnam(ctx.now) })

const fieldOf: Readonly<Record<string, string>> = {
  'voucher-code-taken': 'code',
  'voucher-day-past': 'untilOn',
  'voucher-amount-from': 'fromVnd',
}
/** The packs that were ticked, each by its own box: `pack-` and the pack. */
const ticked = z.preprocess((typed) => {
  const form = typed as Record<string, unknown>
  return { ...form, packIds: Object.keys(form).flatMap((name) => (name.startsWith('pack-') ? [name.slice(5)] : [])) }
}, createVoucherInput)

export const actions: Actions = {
  create: async ({ request, locals }) => {
    const form = await readForm(request, ticked)
    if (!form.ok) return form.answer
    const outcome = await createVoucher(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { [fieldOf[outcome.refusal.code] ?? 'form']: sayRefusal(outcome.refusal) })
    redirect(303, paths.vouchers)
  },
  end: async ({ request, locals }) => {
    const form = await readForm(request, z.object({ voucherId: idInput('vch') }))
    if (!form.ok) return form.answer
    const outcome = await endVoucher(locals.ctx, form.value)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.vouchers)
  },
}
