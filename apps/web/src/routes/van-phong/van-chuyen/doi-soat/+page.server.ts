import { formatMoment } from '@dacsan/vietnam'
import { fail, redirect } from '@sveltejs/kit'
import { answerPayoutInput, answerPayoutLine, findCodQueue, readPayout } from '@dacsan/modules/carriers'
import { payoutsPage as words, sayFaults, sayRefusal } from '@dacsan/modules/carriers/words'
import { readId } from '@dacsan/platform/ids'
import { refusedCarrier } from '#lib/carriers/answers.ts'
import { readForm, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { past, ...queue } = await findCodQueue(ctx)
  return {
    queue,
    past: past.map(({ takenAt, readAt: _readAt, ...one }) => ({ ...one, takenAt: takenAt && formatMoment(takenAt) })),
    saved: url.searchParams.has('da-ghi'),
  }
}

const refused = (values: Record<string, string>, errors: Record<string, string>, faults: string[] = []) =>
  fail(422, { values, errors, faults })

export const actions: Actions = {
  read: async ({ request, locals: { ctx } }) => {
    const form = await readFormData(request)
    const [file, accountId] = [form.get('file'), String(form.get('accountId') ?? '')]
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refused({ accountId }, { file: words.chooseFile })
    const outcome = await readPayout(ctx, readId('cac', accountId), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (outcome.ok) redirect(303, paths.codPayout(outcome.value.payoutId))
    return refused({ accountId }, { file: sayRefusal(outcome.refusal) }, sayFaults(outcome.refusal))
  },
  answer: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, answerPayoutInput)
    if (!form.ok) return form.answer
    const outcome = await answerPayoutLine(ctx, form.value)
    if (!outcome.ok) return refusedCarrier(outcome.refusal, form.values)
    redirect(303, paths.codPayouts({ saved: true }))
  },
}
