import { redirect } from '@sveltejs/kit'
import { answerProduction, answerProductionInput, listProduction, productionList } from '@dacsan/modules/inspection'
import { readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const [{ season, rule, products }, list] = await Promise.all([listProduction(ctx), showList(ctx, productionList, url)])
  const left = products.filter(({ answer }) => answer === null)
  const saved = Number(url.searchParams.get('da-luu') ?? 0)
  return {
    season,
    rule,
    list,
    left: left.length,
    /** The preview of saying it of all that are left at once. */
    rest: url.searchParams.has('con-lai')
      ? left.filter(({ mayAnswer }) => mayAnswer).map(({ id, productName, producerName }) => ({ id, productName, producerName }))
      : null,
    mayAnswer: products.some(({ mayAnswer }) => mayAnswer),
    saved: Number.isInteger(saved) ? saved : 0,
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, answerProductionInput)
    if (!form.ok) return form.answer
    const { answered } = await answerProduction(ctx, form.value)
    redirect(303, paths.productionSaved(answered))
  },
}
