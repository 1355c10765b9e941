import { redirect } from '@sveltejs/kit'
import { changePoint, changePointInput, findPoint, pointChoices } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedPoint } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const [{ point }, choices] = await Promise.all([findPoint(ctx, readId('pos', params.id)), pointChoices(ctx)])
  const { id, name, operatorId, communeCode, address, latitude, longitude, hours, about, phone, phoneAgreedOn } = point
  const values = { name, operatorId, communeCode, address, position: `${latitude}, ${longitude}`, hours, about, phone: phone ?? '', phoneAgreedOn: phoneAgreedOn ?? '' } // prettier-ignore
  return { id, name, values, choices }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, changePointInput)
    if (!form.ok) return form.answer
    const changed = await changePoint(ctx, form.value)
    if (!changed.ok) return refusedPoint(changed.refusal, form.values)
    redirect(303, paths.pointSaved(form.value.pointId))
  },
}
