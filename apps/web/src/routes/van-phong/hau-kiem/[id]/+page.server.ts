import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { isLive } from '@dacsan/modules/certificates/rules'
import {
  acceptMending,
  acceptMendingInput,
  assignInspection,
  assignInspectionInput,
  attendInspection,
  dropFinding,
  dropFindingInput,
  findInput,
  findInspection,
  finishInput,
  finishInspection,
  mendFinding,
  mendInput,
  noteFinding,
  papersOfInspection,
  photographInput,
  photographInspection,
  proposeFromVisit,
  proposeFromVisitInput,
  sendBackInput,
  sendMendingBack,
  writeSheet,
  writeSheetInput,
} from '@dacsan/modules/inspection'
import type { InspectionRefusal } from '@dacsan/modules/inspection'
import { newId, readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { refusedInspection, uploadOf } from '#lib/inspection/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** A moment as a browser's clock field takes it, in Việt Nam. */
const localMoment = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const view = await findInspection(ctx, readId('ins', params.id))
  const { inspection, photos, findings, proposals, may } = view
  return {
    ...view,
    papers: papersOfInspection(ctx, view),
    mayPropose: may['propose-withdrawal'] === true && !proposals.some(isLive),
    inspection: {
      ...inspection,
      visitedLocal: localMoment(inspection.visitedAt ?? ctx.now),
      visitedAt: inspection.visitedAt && formatMoment(inspection.visitedAt),
    },
    photos: photos.map((photo) => ({ ...photo, takenAt: formatMoment(photo.takenAt) })),
    findings: findings.map((finding) => ({
      ...finding,
      steps: finding.steps.map((step) => ({ ...step, at: formatMoment(step.at) })),
    })),
    saved: url.searchParams.has('da-luu'),
    keys: { photo: newId('key'), finding: newId('key') },
  }
}

type Outcome = { ok: true } | { ok: false; refusal: InspectionRefusal }
type Read<Input> = { ok: true; value: Input; values: Record<string, string> } | { ok: false; answer: ReturnType<typeof refusedInspection> }

/** Done, and back to the part of the page where it was done; or the form again. */
function answer<Input>(
  { params }: Pick<RequestEvent, 'params'>,
  form: Extract<Read<Input>, { ok: true }>,
  outcome: Outcome,
  place: string,
) {
  if (!outcome.ok) return refusedInspection(outcome.refusal, form.values)
  redirect(303, paths.inspectionSaved(params.id, place))
}

const file = z.instanceof(File).optional()

export const actions: Actions = {
  assign: async (event) => {
    const form = await readForm(event.request, assignInspectionInput)
    if (!form.ok) return form.answer
    return answer(event, form, await assignInspection(event.locals.ctx, form.value), 'nguoi')
  },
  attend: async (event) => {
    const attended = await attendInspection(event.locals.ctx, { inspectionId: readId('ins', event.params.id) })
    return attended.ok ? redirect(303, paths.inspectionSaved(event.params.id, 'nguoi')) : refusedInspection(attended.refusal, {})
  },
  write: async (event) => {
    const form = await readForm(event.request, writeSheetInput)
    if (!form.ok) return form.answer
    return answer(event, form, await writeSheet(event.locals.ctx, form.value), 'phieu')
  },
  photograph: async (event) => {
    const form = await readForm(event.request, photographInput.extend({ file }))
    if (!form.ok) return form.answer
    const { file: photo, ...input } = form.value
    return answer(event, form, await photographInspection(event.locals.ctx, input, uploadOf(photo)), 'anh')
  },
  find: async (event) => {
    const form = await readForm(event.request, findInput)
    if (!form.ok) return form.answer
    return answer(event, form, await noteFinding(event.locals.ctx, form.value), 'loi')
  },
  drop: async (event) => {
    const form = await readForm(event.request, dropFindingInput)
    if (!form.ok) return form.answer
    return answer(event, form, await dropFinding(event.locals.ctx, form.value), 'loi')
  },
  finish: confirmFirst('inspection.finished', async (event: RequestEvent) => {
    const form = await readForm(event.request, finishInput)
    if (!form.ok) return form.answer
    return answer(event, form, await finishInspection(event.locals.ctx, form.value), 'loi')
  }),
  propose: async (event) => {
    const form = await readForm(event.request, proposeFromVisitInput)
    if (!form.ok) return form.answer
    return answer(event, form, await proposeFromVisit(event.locals.ctx, form.value), 'de-nghi')
  },
  mend: async (event) => {
    const form = await readForm(event.request, mendInput.extend({ file }))
    if (!form.ok) return form.answer
    const { file: proof, ...input } = form.value
    return answer(event, form, await mendFinding(event.locals.ctx, input, uploadOf(proof)), 'loi')
  },
  accept: async (event) => {
    const form = await readForm(event.request, acceptMendingInput)
    if (!form.ok) return form.answer
    return answer(event, form, await acceptMending(event.locals.ctx, form.value), 'loi')
  },
  'send-back': async (event) => {
    const form = await readForm(event.request, sendBackInput)
    if (!form.ok) return form.answer
    return answer(event, form, await sendMendingBack(event.locals.ctx, form.value), 'loi')
  },
}
