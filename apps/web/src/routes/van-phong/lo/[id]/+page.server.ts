import { redirect } from '@sveltejs/kit'
import { findCaseOfLot } from '@dacsan/modules/recall'
import {
  addDiaryEntry,
  addDiaryEntryInput,
  applyLabels,
  applyLabelsInput,
  closeLot,
  findChain,
  diaryTap,
  findLot,
  inputsOfLot,
  reopenLot,
  scanAddress,
  spoilLabels,
  spoilLabelsInput,
  useMaterials,
  useMaterialsInput,
} from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { newId, readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { afterUpload, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const lotId = readId('lot', params.id)
  const [lot, chain, inputs] = await Promise.all([findLot(ctx, lotId), findChain(ctx, lotId), inputsOfLot(ctx, lotId)])
  const recall = lot.recall && (await findCaseOfLot(ctx, lotId))
  const { number, traceCode, product } = lot
  const address = scanAddress({ origin: url.origin }, { gtin: product.gtin, number, traceCode })
  return { lot, recall, chain, inputs, scanPath: new URL(address).pathname, requestKey: newId('dia'), useKey: newId('mle') }
}

const file = z.instanceof(File).optional()
const diaryForm = addDiaryEntryInput.omit({ lotId: true }).extend({ kind: diaryTap, photo: file, voice: file })

export const actions: Actions = {
  diary: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, diaryForm)
    if (!form.ok) return form.answer
    const { photo, voice, kind: tap, ...rest } = form.value
    const entry = { ...rest, kind: tap.kind, text: rest.text || tap.usual }
    const written = await addDiaryEntry(ctx, { ...entry, lotId: readId('lot', params.id) }, { photo, voice })
    if (!written.ok) {
      const { code } = written.refusal
      const field =
        code.startsWith('file-') || code.startsWith('image-') || code === 'scanner-silent'
          ? 'photo'
          : code === 'voice-refused'
            ? 'voice'
            : code.startsWith('entry-')
              ? 'at'
              : 'form'
      return correct(form.values, { [field]: sayRefusal(written.refusal) }, code)
    }
    redirect(303, afterUpload(paths.lotDiary(params.id), written.value))
  },
  use: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, useMaterialsInput.omit({ lotId: true }))
    if (!form.ok) return form.answer
    const used = await useMaterials(ctx, { ...form.value, lotId: readId('lot', params.id) })
    if (!used.ok) {
      const { code } = used.refusal
      return correct(form.values, {
        [code === 'more-than-bought' ? 'amount' : code === 'yield-unexplained' ? 'useReason' : 'form']: sayRefusal(used.refusal),
      })
    }
    redirect(303, paths.lotInputs(params.id))
  },
  close: async ({ locals: { ctx }, params }) => {
    const closed = await closeLot(ctx, { lotId: readId('lot', params.id) })
    return closed.ok ? redirect(303, paths.lot(params.id)) : correct({}, { form: sayRefusal(closed.refusal) })
  },
  reopen: async ({ locals: { ctx }, params }) => {
    const reopened = await reopenLot(ctx, { lotId: readId('lot', params.id) })
    return reopened.ok ? redirect(303, paths.lot(params.id)) : correct({}, { form: sayRefusal(reopened.refusal) })
  },
  apply: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, applyLabelsInput)
    if (!form.ok) return form.answer
    const applied = await applyLabels(ctx, form.value)
    return applied.ok ? redirect(303, paths.lotSheets(params.id)) : correct({}, { form: sayRefusal(applied.refusal) })
  },
  spoil: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, spoilLabelsInput)
    if (!form.ok) return form.answer
    const spoiled = await spoilLabels(ctx, form.value)
    return spoiled.ok ? redirect(303, paths.lotSheets(params.id)) : correct(form.values, { spoiled: sayRefusal(spoiled.refusal) })
  },
}
