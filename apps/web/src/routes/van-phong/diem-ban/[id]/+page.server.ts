import { redirect } from '@sveltejs/kit'
import {
  findPoint,
  inspectPoint,
  inspectPointInput,
  photographPoint,
  photographPointInput,
  recognisePoint,
  recognisePointInput,
  withdrawPoint,
  withdrawPointInput,
} from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { fail } from '@sveltejs/kit'
import { z } from 'zod'
import { readForm, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedPoint, uploadOf } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

const file = z.instanceof(File).optional()

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { may, photos, inspections, point, ...view } = await findPoint(ctx, readId('pos', params.id))
  const { createdAt: _, ...shown } = point
  return {
    ...view,
    point: shown,
    may: Object.fromEntries(Object.entries(may).map(([act, answer]) => [act, answer === true])) as Record<keyof typeof may, boolean>,
    inspections: inspections.map(({ id, visitedOn, byName, met, criteria, passed, note, unmet }) => ({ id, visitedOn, byName, met: met.length, of: criteria.length, passed, note, unmet })), // prettier-ignore
    photos: photos.map(({ hash, caption, isPublic }) => ({ hash, caption, isPublic })),
    today: dateInVietnam(ctx.now),
    saved: url.searchParams.has('da-luu'),
    keys: { inspect: newId('key'), photo: newId('key') },
  }
}

export const actions: Actions = {
  inspect: async ({ request, params, locals: { ctx } }) => {
    const met = (await readFormData(request.clone() as Request)).getAll('met').map(String)
    const again = ({ status, data }: ReturnType<typeof refusedPoint>) => fail(status, { ...data, met })
    const form = await readForm(request, inspectPointInput)
    if (!form.ok) return again(form.answer)
    const done = await inspectPoint(ctx, form.value)
    if (!done.ok) return again(refusedPoint(done.refusal, form.values))
    redirect(303, paths.pointSaved(params.id))
  },
  photograph: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, photographPointInput.extend({ file }))
    if (!form.ok) return form.answer
    const { file: photo, ...input } = form.value
    const done = await photographPoint(ctx, input, uploadOf(photo))
    if (!done.ok) return refusedPoint(done.refusal, form.values)
    redirect(303, paths.pointSaved(params.id))
  },
  recognise: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, recognisePointInput)
    if (!form.ok) return form.answer
    const done = await recognisePoint(ctx, form.value)
    if (!done.ok) return refusedPoint(done.refusal, form.values)
    redirect(303, paths.pointSaved(params.id))
  },
  withdraw: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, withdrawPointInput)
    if (!form.ok) return form.answer
    const done = await withdrawPoint(ctx, form.value)
    if (!done.ok) return refusedPoint(done.refusal, form.values)
    redirect(303, paths.pointSaved(params.id))
  },
}
