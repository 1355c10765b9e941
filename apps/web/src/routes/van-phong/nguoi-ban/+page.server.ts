import { redirect } from '@sveltejs/kit'
import {
  banks,
  listSellers,
  placeOf,
  sellerList,
  suspendSeller,
  suspendSellerInput,
  verifySeller,
  verifySellerInput,
} from '@dacsan/modules/shop'
import { ruleOn } from '@dacsan/modules/law'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { correct, readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const list = await showList(ctx, sellerList, url)
  // Their numbers lie locked: those of this page are opened.
  const known = new Map(
    (
      await listSellers(
        ctx,
        list.rows.map(({ id }) => id),
      )
    ).map((seller) => [seller.producerId, seller]),
  )
  const sellers = list.rows.flatMap(({ id }) => {
    const seller = known.get(id)
    return seller ? [{ ...seller, id }] : []
  })
  return {
    list: {
      ...list,
      rows: sellers.map((seller) => ({
        ...seller,
        place: placeOf(seller),
        bankName: banks().get(seller.bankBin)?.shortName ?? seller.bankBin,
      })),
    },
    verification: await ruleOn(ctx.db, 'seller.verification-required', dateInVietnam(ctx.now)),
  }
}

export const actions: Actions = {
  verify: async ({ request, locals }) => {
    const form = await readForm(request, verifySellerInput)
    if (!form.ok) return form.answer
    const outcome = await verifySeller(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.sellers)
  },
  suspend: async ({ request, locals }) => {
    const form = await readForm(request, suspendSellerInput)
    if (!form.ok) return form.answer
    const outcome = await suspendSeller(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.sellers)
  },
}
