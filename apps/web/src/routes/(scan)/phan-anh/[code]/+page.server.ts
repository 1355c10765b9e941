import { error, redirect } from '@sveltejs/kit'
import { followDoubt } from '@dacsan/modules/traceability'
import { localHref } from '#lib/languages.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params, setHeaders }) => {
  const doubt = await followDoubt(ctx.db, params.code)
  if (!doubt) error(404, { message: 'no such case' })
  if (doubt.caseCode !== params.code) redirect(308, localHref(lang, `/phan-anh/${doubt.caseCode}`))
  setHeaders({ 'cache-control': 'private, no-store' })
  return { doubt }
}
