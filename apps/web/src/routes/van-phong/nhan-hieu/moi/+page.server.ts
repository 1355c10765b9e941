import { enterTrademark, enterTrademarkInput, findTrademarkStart } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { refusedTrademark } from '#lib/dossier/refused-trademark.ts'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const chosen = (url: URL) => {
  const id = url.searchParams.get('chu-the')
  return id === null ? null : readId('pro', id)
}

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  start: await findTrademarkStart(ctx, { producerId: chosen(url), query: url.searchParams.get('q') ?? '' }),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, url }) => {
    const form = await readForm(request, enterTrademarkInput.omit({ producerId: true }).extend({ file: z.instanceof(File).optional() }))
    if (!form.ok) return form.answer
    const { file, ...input } = form.value
    const entered = await enterTrademark(ctx, { ...input, producerId: chosen(url) ?? undefined }, uploadOf(file))
    if (!entered.ok) return refusedTrademark(entered.refusal, form.values)
    redirect(303, paths.trademark(entered.value.trademarkId))
  },
}
