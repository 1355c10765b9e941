import { redirect } from '@sveltejs/kit'
import { handInPaper, handInPaperInput, ownPapers } from '@dacsan/modules/shop'
import { newId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/inspection/answers.ts'
import { paths } from '#lib/paths.ts'
import { refusedSeller } from '#lib/sellers/answers.ts'
import { shownPapers } from '#lib/sellers/shown.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  ...shownPapers(await ownPapers(ctx)),
  requestKey: newId('key'),
  saved: url.searchParams.has('da-luu'),
})

const file = z.object({ file: z.instanceof(File).optional() })
const handingIn = handInPaperInput.and(file)

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, handingIn)
    if (!form.ok) return form.answer
    const { file, ...input } = form.value
    const outcome = await handInPaper(ctx, input, uploadOf(file))
    if (!outcome.ok) return refusedSeller(outcome.refusal, form.values)
    redirect(303, paths.sellerPapers({ saved: true }))
  },
}
