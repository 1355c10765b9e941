import { error, fail, redirect } from '@sveltejs/kit'
import { memberNote, saveSheet, saveSheetInput, sheetFor, submitSheet, submitSheetInput } from '@dacsan/modules/appraisal'
import type { AppraisalRefusal, LineChange, SessionId } from '@dacsan/modules/appraisal/rules'
import type { DossierId } from '@dacsan/modules/dossiers/rules'
import { sayCriterion, sayRefusal, sheetFormWords } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { askedStep } from '#lib/appraisal/kept-view.ts'
import { keepNoteOf } from '#lib/appraisal/keep-note.ts'
import { readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, cookies }) => {
  const key = { sessionId: readId('ses', params.session), dossierId: readId('dos', params.dossier) }
  const view = await sheetFor(locals.ctx, key)
  if (!view.ok) error(403, { message: 'Forbidden', detail: sayRefusal(view.refusal) })
  return { view: view.value, note: await memberNote(locals.ctx, key), asked: askedStep({ url, cookies }) }
}

type Key = { sessionId: SessionId; dossierId: DossierId }

/** `choice:1.1` is a place in the official list, `none` or `blank`; `comment:1.1` goes with it. What is not sent stays as it is. */
function readLines(form: FormData): LineChange[] {
  const typed = new Map(form)
  return [...form].flatMap(([name, value]) => {
    if (!name.startsWith('choice:') || typeof value !== 'string') return []
    const criterion = name.slice('choice:'.length)
    const choice = value === 'none' || value === 'blank' ? value : Number(value)
    return [{ criterion, choice, comment: String(typed.get(`comment:${criterion}`) ?? '') }]
  })
}

/** `reason:1.1` says why that mark was changed; `reason` why none was. */
const typedReasons = (form: FormData) =>
  Object.fromEntries([...form].flatMap(([name, text]) => (/^reason(:|$)/.test(name) ? [[name, String(text)]] : [])))

const readReasons = (form: FormData) =>
  Object.fromEntries(
    Object.entries(typedReasons(form)).flatMap(([name, text]) =>
      name.startsWith('reason:') ? [[name.slice('reason:'.length), text]] : [],
    ),
  )

const readSave = (form: FormData, key: Key) =>
  saveSheetInput.safeParse({
    ...key,
    version: form.get('version'),
    lines: readLines(form),
    generalComment: form.get('generalComment') ?? undefined,
    opinion: form.get('opinion') ?? undefined,
    opinionReason: form.get('opinionReason') ?? undefined,
  })

/** `saved`: the marks were kept although the sheet could not be handed in. */
function no(refusal: AppraisalRefusal, saved: { version: number; savedAt: Date } | null = null, values: Record<string, string> = {}) {
  return fail(422, { code: refusal.code as string, errors: errorsOf(refusal), saved, values })
}

function errorsOf(refusal: AppraisalRefusal): Record<string, string> {
  if (refusal.code === 'reason-missing') return { reason: sayRefusal(refusal) }
  if (refusal.code === 'opinion-missing') return { opinion: sayRefusal(refusal) }
  if (refusal.code === 'opinion-reason-missing') return { opinionReason: sayRefusal(refusal) }
  if (refusal.code === 'change-reason-missing')
    return Object.fromEntries(refusal.criteria.map((criterion) => [`reason:${criterion}`, sayCriterion(refusal.code, criterion)]))
  if (refusal.code !== 'criteria-missing' && refusal.code !== 'comment-missing') return { form: sayRefusal(refusal) }
  return Object.fromEntries(refusal.criteria.map((criterion) => [`choice:${criterion}`, sayCriterion(refusal.code, criterion)]))
}

const unreadable = () =>
  fail(422, {
    code: 'unreadable',
    errors: { form: sheetFormWords.unreadable } as Record<string, string>,
    saved: null,
    values: {} as Record<string, string>,
  })

export const actions: Actions = {
  note: keepNoteOf,
  save: async ({ request, locals, params }) => {
    const key = { sessionId: readId('ses', params.session), dossierId: readId('dos', params.dossier) }
    const form = await readFormData(request)
    const input = readSave(form, key)
    if (!input.success) return unreadable()
    const outcome = await saveSheet(locals.ctx, input.data)
    if (!outcome.ok) return no(outcome.refusal)
    if (request.headers.get('x-sveltekit-action') === 'true') return { saved: outcome.value }
    const next = form.get('sang')
    redirect(303, paths.scoreSheet(params.session, params.dossier, typeof next === 'string' ? next : undefined))
  },
  submit: async ({ request, locals, params }) => {
    const key = { sessionId: readId('ses', params.session), dossierId: readId('dos', params.dossier) }
    const form = await readFormData(request)
    const input = readSave(form, key)
    if (!input.success) return unreadable()
    const saved = await saveSheet(locals.ctx, input.data)
    if (!saved.ok) return no(saved.refusal)
    const submission = submitSheetInput.safeParse({
      ...key,
      version: saved.value.version,
      reason: form.get('reason') ?? '',
      reasons: readReasons(form),
    })
    if (!submission.success) return unreadable()
    const outcome = await submitSheet(locals.ctx, submission.data)
    if (!outcome.ok) return no(outcome.refusal, saved.value, typedReasons(form))
    redirect(303, paths.session(params.session))
  },
}
