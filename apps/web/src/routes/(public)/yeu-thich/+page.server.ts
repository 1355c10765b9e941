import { redirect } from '@sveltejs/kit'
import { cardsOf, ownListInput, registerDay } from '@dacsan/modules/catalogue'
import { dropProduct, forgetSeen, rememberSeen, remembersSeen, saveProduct, savedOf, seenOf } from '#lib/catalogue/own-list-cookie.ts'
import { readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [saved, seen, day] = await Promise.all([cardsOf(ctx, savedOf(event)), cardsOf(ctx, seenOf(event)), registerDay(ctx)])
  return { saved, seen, day, remembers: remembersSeen(event) }
}

const back = ({ locals }: RequestEvent) => redirect(303, localHref(locals.lang, paths.saved))

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event.request, ownListInput)
    if (!form.ok) return form.answer
    saveProduct(event, form.value.productId)
    return back(event)
  },
  drop: async (event) => {
    const form = await readForm(event.request, ownListInput)
    if (!form.ok) return form.answer
    dropProduct(event, form.value.productId)
    return back(event)
  },
  remember: (event) => {
    rememberSeen(event)
    return back(event)
  },
  forget: (event) => {
    forgetSeen(event)
    return back(event)
  },
}
