import { fail, redirect } from '@sveltejs/kit'
import { changeFair, changeFairInput, findFair } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { refusedFair } from '#lib/fairs/answers.ts'
import { readForm, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { fair, kinds } = await findFair(ctx, readId('fai', params.id))
  const written = {
    ...Object.fromEntries(Object.entries(fair).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    isInside: fair.isInside ? 'inside' : 'outside',
    stands: String(fair.stands),
    applyBy: clock.format(fair.applyBy).replace(' ', 'T'),
    kinds: kinds
      .map(({ says, costVnd, supportVnd }) => `${says}; ${costVnd.toLocaleString('vi-VN')}; ${supportVnd.toLocaleString('vi-VN')}`)
      .join('\n'),
  } as Record<string, string>
  return { fair: { id: fair.id, name: fair.name, wanted: fair.wanted }, written }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) => {
    const wanted = (await readFormData(request.clone() as Request)).getAll('wanted').map(String)
    const again = ({ status, data }: ReturnType<typeof refusedFair>) => fail(status, { ...data, wanted })
    const form = await readForm(request, changeFairInput)
    if (!form.ok) return again(form.answer)
    const changed = await changeFair(ctx, form.value)
    if (!changed.ok) return again(refusedFair(changed.refusal, form.values))
    redirect(303, paths.fairSaved(params.id))
  },
}
