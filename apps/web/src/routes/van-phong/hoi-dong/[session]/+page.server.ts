import { fail, redirect } from '@sveltejs/kit'
import {
  awaitTest,
  awaitTestInput,
  callDossier,
  callDossierInput,
  cancelSession,
  cancelSessionInput,
  closeSession,
  confirmTie,
  declareConflict,
  declareConflictInput,
  dismissTie,
  findSession,
  judgeTieInput,
  listResults,
  memberSamples,
  memberSheets,
  moveSession,
  moveSessionInput,
  notePresentation,
  notePresentationInput,
  papersOfSession,
  openDiscussion,
  openDiscussionInput,
  orderDossiers,
  orderDossiersInput,
  recordAttendance,
  recordAttendanceInput,
  recordDiscussion,
  recordDiscussionInput,
  recordFinding,
  recordMinutesNote,
  recordMinutesNoteInput,
  reopenSheet,
  reopenSheetInput,
  sessionOverview,
  sessionRepeats,
  slipInRepeat,
  slipInRepeatInput,
  startScoring,
  takeOutRepeat,
  takeOutRepeatInput,
  withdrawDeclaration,
} from '@dacsan/modules/appraisal'
import type { AppraisalRefusal } from '@dacsan/modules/appraisal/rules'
import { sayRefusal, sessionOverviewWords } from '@dacsan/modules/appraisal/words'
import type { Outcome } from '@dacsan/decisions'
import { idInput, readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm, readFormData } from '#lib/forms.ts'
import { absenceField } from '#lib/appraisal/absence-field.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { session, parts, isCancelled, inWriting, toMeet, own: told, may } = await findSession(locals.ctx, readId('ses', params.session))
  return {
    session,
    parts,
    told,
    mayMove: may.move === true,
    isCancelled,
    inWriting,
    toMeet,
    own: parts.sheets ? await memberSheets(locals.ctx, session.id) : null,
    samples: parts.sheets ? await memberSamples(locals.ctx, session.id) : [],
    repeats: may['slip-in-repeat'] === true && !inWriting ? await sessionRepeats(locals.ctx, session.id) : null,
    overview: parts.overview ? await sessionOverview(locals.ctx, session.id) : null,
    papers: await papersOfSession(locals.ctx, session.id),
    results: parts.results ? await listResults(locals.ctx, session.id) : null,
  }
}

type Params = { session: string }

/** One answer for every command of the page: done → the page again, refused → the sentence above it with what was typed. */
function answer(outcome: Outcome<unknown, AppraisalRefusal>, params: Params, values: Record<string, string> = {}, anchor = '') {
  if (!outcome.ok) return fail(422, { values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
  redirect(303, `${paths.session(params.session)}${anchor}`)
}

async function judge({ request, locals, params }: RequestEvent, command: typeof confirmTie) {
  const form = await readForm(request, judgeTieInput.omit({ sessionId: true }))
  if (!form.ok) return form.answer
  return answer(
    await command(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }),
    params,
    form.values,
    `#${form.value.dossierId}`,
  )
}

const dossierForm = z.object({ dossierId: idInput('dos') })
const findingForm = z.object({
  dossierId: idInput('dos'),
  finding: z.enum(['eliminated', 'postponed', 'none']),
  reason: z.string().trim().max(2000),
})

export const actions: Actions = {
  start: async ({ locals, params }) => answer(await startScoring(locals.ctx, { sessionId: readId('ses', params.session) }), params),
  attendance: async ({ request, locals, params }) => {
    const form = await readFormData(request)
    const present = form.getAll('present').map((id) => readId('cmb', String(id)))
    const typed = [...form].filter(([name]) => name.startsWith(absenceField(''))).map(([name, text]) => [name, String(text)] as const)
    const reasons = Object.fromEntries(typed.map(([name, text]) => [readId('cmb', name.slice(absenceField('').length)), text]))
    const input = recordAttendanceInput.safeParse({ sessionId: readId('ses', params.session), present, reasons })
    const values = { present: present.join(' '), ...Object.fromEntries(typed) }
    if (!input.success) return fail(422, { values, errors: { form: sessionOverviewWords.absenceReasonTooLong } as Record<string, string> })
    return answer(await recordAttendance(locals.ctx, input.data), params, values, '#co-mat')
  },
  confirm: async (event) => judge(event, confirmTie),
  dismiss: async (event) => judge(event, dismissTie),
  discuss: async ({ request, locals, params }) => {
    const form = await readForm(request, openDiscussionInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    return answer(
      await openDiscussion(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }),
      params,
      form.values,
      `#${form.value.dossierId}`,
    )
  },
  reopen: async ({ request, locals, params }) => {
    const form = await readForm(request, reopenSheetInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    return answer(
      await reopenSheet(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }),
      params,
      form.values,
      `#${form.value.dossierId}`,
    )
  },
  order: async ({ request, locals, params }) => {
    const form = await readForm(request, orderDossiersInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    const sessionId = readId('ses', params.session)
    return answer(await orderDossiers(locals.ctx, { sessionId, ...form.value }), params, form.values, `#${form.value.dossierId}`)
  },
  call: async ({ request, locals, params }) => {
    const form = await readForm(request, callDossierInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    const sessionId = readId('ses', params.session)
    return answer(await callDossier(locals.ctx, { sessionId, ...form.value }), params, form.values, `#${form.value.dossierId}`)
  },
  present: async ({ request, locals, params }) => {
    const form = await readForm(request, notePresentationInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    const sessionId = readId('ses', params.session)
    return answer(await notePresentation(locals.ctx, { sessionId, ...form.value }), params, form.values, `#${form.value.dossierId}`)
  },
  discussion: async ({ request, locals, params }) => {
    const form = await readForm(request, recordDiscussionInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    return answer(
      await recordDiscussion(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }),
      params,
      form.values,
      `#${form.value.dossierId}`,
    )
  },
  await: async ({ request, locals, params }) => {
    const form = await readForm(request, awaitTestInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    const sessionId = readId('ses', params.session)
    return answer(await awaitTest(locals.ctx, { sessionId, ...form.value }), params, form.values, `#${form.value.dossierId}`)
  },
  finding: async ({ request, locals, params }) => {
    const form = await readForm(request, findingForm)
    if (!form.ok) return form.answer
    const { dossierId, reason } = form.value
    const finding = form.value.finding === 'none' ? null : form.value.finding
    return answer(
      await recordFinding(locals.ctx, { sessionId: readId('ses', params.session), dossierId, finding, reason }),
      params,
      form.values,
      `#${dossierId}`,
    )
  },
  note: async ({ request, locals, params }) => {
    const form = await readForm(request, recordMinutesNoteInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    return answer(
      await recordMinutesNote(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }),
      params,
      form.values,
      '#bien-ban',
    )
  },
  slip: async ({ request, locals, params }) => {
    const form = await readForm(request, slipInRepeatInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    const sessionId = readId('ses', params.session)
    return answer(await slipInRepeat(locals.ctx, { sessionId, ...form.value }), params, form.values, '#mau-thu-lai')
  },
  takeOut: async ({ request, locals, params }) => {
    const form = await readForm(request, takeOutRepeatInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    const sessionId = readId('ses', params.session)
    return answer(await takeOutRepeat(locals.ctx, { sessionId, ...form.value }), params, form.values, '#mau-thu-lai')
  },
  declare: async ({ request, locals, params }) => {
    const form = await readForm(request, declareConflictInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    return answer(await declareConflict(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }), params, form.values)
  },
  withdraw: async ({ request, locals, params }) => {
    const form = await readForm(request, dossierForm)
    if (!form.ok) return form.answer
    return answer(await withdrawDeclaration(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }), params, form.values)
  },
  move: async ({ request, locals, params }) => {
    const form = await readForm(request, moveSessionInput.omit({ sessionId: true }))
    if (!form.ok) return form.answer
    return answer(await moveSession(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }), params, form.values)
  },
  cancel: confirmFirst('council-session.cancelled', async ({ request, locals, params }: RequestEvent) => {
    const form = await readForm(request, cancelSessionInput.pick({ reason: true }))
    if (!form.ok) return form.answer
    return answer(await cancelSession(locals.ctx, { sessionId: readId('ses', params.session), ...form.value }), params, form.values)
  }),
  close: confirmFirst('council-session.closed', async ({ locals, params }: RequestEvent) =>
    answer(await closeSession(locals.ctx, { sessionId: readId('ses', params.session) }), params),
  ),
}
