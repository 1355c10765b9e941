import { redirect } from '@sveltejs/kit'
import {
  listingsToRead,
  pauseListing,
  postedList,
  publishListing,
  publishListingInput,
  returnListing,
  returnListingInput,
} from '@dacsan/modules/shop'
import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { correct, readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const list = await showList(ctx, postedList, url)
  const posted = await listingsToRead(
    ctx,
    list.rows.map(({ id }) => id),
  )
  return {
    list: {
      ...list,
      rows: list.rows.flatMap((row) => posted.filter(({ id }) => id === row.id).map((listing) => ({ ...row, ...listing }))),
    },
  }
}

export const actions: Actions = {
  publish: async ({ request, locals }) => {
    const form = await readForm(request, publishListingInput)
    if (!form.ok) return form.answer
    return end(form.values, await publishListing(locals.ctx, form.value))
  },
  return: async ({ request, locals }) => {
    const form = await readForm(request, returnListingInput)
    if (!form.ok) return form.answer
    return end(form.values, await returnListing(locals.ctx, form.value))
  },
  pause: async ({ request, locals }) => {
    const form = await readForm(request, publishListingInput)
    if (!form.ok) return form.answer
    return end(form.values, await pauseListing(locals.ctx, form.value))
  },
}

function end(values: Record<string, string>, outcome: { ok: true } | { ok: false; refusal: ShopRefusal }) {
  if (!outcome.ok) return correct(values, { form: sayRefusal(outcome.refusal) })
  redirect(303, paths.postedListings)
}
