import { redirect } from '@sveltejs/kit'
import { findOffer, publishOffer, publishOfferInput } from '@dacsan/modules/returns'
import { formatDate } from '@dacsan/vietnam'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedReturn } from '#lib/returns/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { newest, ...offer } = await findOffer(ctx)
  return {
    ...offer,
    newest: newest && { version: newest.version, from: formatDate(newest.effectiveFrom) },
    saved: url.searchParams.has('da-luu'),
  }
}

/** A field for each reason; one that is left empty stays as the rule says. */
const formInput = z
  .looseObject({})
  .transform((fields) => ({
    reasons: Object.entries(fields).flatMap(([name, days]) => {
      const key = /^ngay-([a-z-]+)$/u.exec(name)?.[1]
      return key === undefined || days === '' ? [] : [{ key, days }]
    }),
  }))
  .pipe(publishOfferInput)

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, formInput)
    if (!form.ok) return form.answer
    const outcome = await publishOffer(ctx, form.value)
    if (!outcome.ok) return refusedReturn(outcome.refusal, form.values)
    redirect(303, paths.returnOffer({ saved: true }))
  },
}
