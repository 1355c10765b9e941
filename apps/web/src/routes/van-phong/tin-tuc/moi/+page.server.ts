import { fail, redirect } from '@sveltejs/kit'
import { createNews, createNewsInput, newsFormChoices } from '@dacsan/modules/promotion'
import { requireRole } from '@dacsan/modules/identity'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { readForm, readFormData } from '#lib/forms.ts'
import { refusedNews } from '#lib/news/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  requireRole(ctx.actor, 'provincial-officer', 'trade-department')
  return { ...(await newsFormChoices(ctx)), today: dateInVietnam(ctx.now), requestKey: newId('key') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const fairs = (await readFormData(request.clone() as Request)).getAll('fairs').map(String)
    const again = ({ status, data }: ReturnType<typeof refusedNews>) => fail(status, { ...data, fairs })
    const form = await readForm(request, createNewsInput)
    if (!form.ok) return again(form.answer)
    const created = await createNews(ctx, form.value)
    if (!created.ok) return again(refusedNews(created.refusal, form.values))
    redirect(303, paths.newsOffice(created.value.newsId, { saved: true }))
  },
}
