import { fail, redirect } from '@sveltejs/kit'
import {
  askCommune,
  askCommuneInput,
  certificateFile,
  correctCertificate,
  correctCertificateInput,
  numberCertificate,
  numberCertificateInput,
  proposeWithdrawal,
  proposeWithdrawalInput,
  reprintCertificate,
  reprintCertificateInput,
} from '@dacsan/modules/certificates'
import { sayRefusal } from '@dacsan/modules/certificates/words'
import { inspectionsBehind } from '@dacsan/modules/inspection'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { refusalError } from '#lib/certificates/refusal-field.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const file = await certificateFile(ctx, params.code)
  return {
    ...file,
    reprinting: url.searchParams.has('in-lai') && file.reprints.length > 0,
    inspection: (await inspectionsBehind(ctx, file.proposal ? [file.proposal] : []))[0] ?? null,
    today: dateInVietnam(ctx.now),
    // What a post-inspection or a commune found, where its page led here.
    proposed: {
      reason: url.searchParams.get('ly-do') ?? '',
      note: (url.searchParams.get('ghi-chu') ?? '').slice(0, 1000),
      conclusionNumber: url.searchParams.get('so') ?? '',
      conclusionOn: url.searchParams.get('ngay') ?? '',
      conclusionBy: url.searchParams.get('cua') ?? '',
    },
  }
}

const { reason, note, conclusion } = proposeWithdrawalInput.shape
const { number: conclusionNumber, on: conclusionOn, by: conclusionBy } = conclusion.shape
const proposalForm = z.object({ reason, note, conclusionNumber, conclusionOn, conclusionBy })
const questionForm = askCommuneInput.omit({ certificateCode: true })

const codeless = { code: true } as const
const reprintForm = reprintCertificateInput.omit(codeless)
const correctionForm = correctCertificateInput.omit(codeless)
const numberForm = numberCertificateInput.omit(codeless)

export const actions: Actions = {
  number: async ({ request, locals, params }) => {
    const form = await readForm(request, numberForm)
    if (!form.ok) return fail(422, { ...form.answer.data, of: 'so' })
    const outcome = await numberCertificate(locals.ctx, { code: params.code, ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal), of: 'so' })
    redirect(303, paths.certificate(params.code))
  },
  reprint: async ({ request, locals, params }) => {
    const form = await readForm(request, reprintForm)
    if (!form.ok) return fail(422, { ...form.answer.data, of: 'in-lai' })
    const outcome = await reprintCertificate(locals.ctx, { code: params.code, ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: { reason: sayRefusal(outcome.refusal) }, of: 'in-lai' })
    redirect(303, paths.certificateReprinted(params.code))
  },
  correct: confirmFirst('certificate.corrected', async ({ request, locals, params }: RequestEvent) => {
    const form = await readForm(request, correctionForm)
    if (!form.ok) return fail(422, { ...form.answer.data, of: 'dinh-chinh' })
    const code = params.code ?? ''
    const outcome = await correctCertificate(locals.ctx, { code, ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: { productName: sayRefusal(outcome.refusal) }, of: 'dinh-chinh' })
    redirect(303, paths.certificate(outcome.value.code))
  }),
  propose: async ({ request, locals, params }) => {
    const form = await readForm(request, proposalForm)
    if (!form.ok) return form.answer
    const { conclusionNumber: number, conclusionOn: on, conclusionBy: by, ...given } = form.value
    const outcome = await proposeWithdrawal(locals.ctx, { certificateCode: params.code, ...given, conclusion: { number, on, by } })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal) })
    redirect(303, paths.withdrawals)
  },
  ask: async ({ request, locals, params }) => {
    const form = await readForm(request, questionForm)
    if (!form.ok) return form.answer
    const outcome = await askCommune(locals.ctx, { certificateCode: params.code, ...form.value })
    if (!outcome.ok) return fail(422, { values: form.values, errors: refusalError(outcome.refusal) })
    redirect(303, paths.withdrawals)
  },
}
