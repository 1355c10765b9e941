import { redirect } from '@sveltejs/kit'
import { findLot, findLabelForm, printLabels, printLabelsInput } from '@dacsan/modules/traceability'
import { labelFactWords, sayRefusal } from '@dacsan/modules/traceability/words'
import { newId, readId } from '@dacsan/platform/ids'
import { correct, readForm } from '#lib/forms.ts'
import { packParameter, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const lot = await findLot(ctx, readId('lot', params.id))
  const packId = url.searchParams.get(packParameter)
  const which = { lotId: readId('lot', params.id), packId: packId ? readId('pck', packId) : undefined }
  const label = await findLabelForm(ctx, which, { origin: url.origin })
  return { lot, label, missing: label.missing.map((fact) => labelFactWords[fact]), requestKey: newId('lbs') }
}

const fieldOf: Record<string, string> = {
  'unknown-layout': 'layout',
  'skip-outside-sheet': 'skip',
  'no-room-for-till': 'layout',
  'more-labels-than-goods': 'count',
  'pack-not-offered': 'packId',
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params, url }) => {
    const form = await readForm(request, printLabelsInput.omit({ lotId: true }))
    if (!form.ok) return form.answer
    const printed = await printLabels(ctx, { ...form.value, lotId: readId('lot', params.id) }, { origin: url.origin })
    if (!printed.ok) return correct(form.values, { [fieldOf[printed.refusal.code] ?? 'form']: sayRefusal(printed.refusal) })
    redirect(303, paths.labelSheet(printed.value.sheetId))
  },
}
