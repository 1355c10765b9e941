import { fail, redirect } from '@sveltejs/kit'
import {
  advisoryReportInput,
  assignAdvisory,
  assignAdvisoryInput,
  findAppraisal,
  papersOfAppraisal,
  receiveIntoRound,
  refuseDossier,
  refuseDossierInput,
  returnDossier,
  saveAdvisoryReport,
  submitAdvisoryReport,
} from '@dacsan/modules/appraisal'
import { intakeFormWords, reportFormWords, sayRefusal } from '@dacsan/modules/appraisal/words'
import type { AppraisalRefusal } from '@dacsan/modules/appraisal/rules'
import { warningsOf } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const appraisal = await findAppraisal(locals.ctx, params.dossier)
  return {
    appraisal,
    papers: papersOfAppraisal(locals.ctx, appraisal),
    warnings: warningsOf(appraisal.dossier, dateInVietnam(locals.ctx.now)),
  }
}

type Values = Record<string, string>
const refuse = (values: Values, errors: Values) => fail(422, { values, errors })
const no = (values: Values, refusal: AppraisalRefusal, field = 'form') => refuse(values, { [field]: sayRefusal(refusal) })

const refusedFields: Partial<Record<AppraisalRefusal['code'], string>> = { 'ground-missing': 'ground', 'finding-missing': 'reason' }

/** `check:KEY` ticked, `remark:KEY` in words. */
async function readChecks(request: Request, keys: readonly string[]) {
  const form = await readFormData(request)
  const text = (name: string) => String(form.get(name) ?? '')
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))) as Values
  const checks = keys.map((key) => ({ key, present: form.has(`check:${key}`), remark: text(`remark:${key}`).slice(0, 500) }))
  return {
    values,
    checks,
    note: text('note').slice(0, 2000),
    message: text('message').slice(0, 2000),
    roundId: text('roundId'),
    to: text('to') === 'commune' ? ('commune' as const) : ('producer' as const),
  }
}

const reportForm = advisoryReportInput.omit({ dossierId: true }).extend({
  fieldVisitOn: z.union([z.literal('').transform(() => null), z.iso.date(reportFormWords.fieldVisitOn)]),
  recommendedStars: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(5)]).default(null),
})

export const actions: Actions = {
  receive: async ({ request, locals, params }) => {
    const { checklist, dossier } = await findAppraisal(locals.ctx, params.dossier)
    const keys = checklist.items.map(({ key }) => key)
    const { values, checks, note, message, roundId } = await readChecks(request, keys)
    if (roundId === '') return refuse(values, { roundId: intakeFormWords.roundId })
    const outcome = await receiveIntoRound(locals.ctx, { dossierId: dossier.id, roundId: readId('rnd', roundId), checks, note, message })
    if (!outcome.ok) return no(values, outcome.refusal)
    redirect(303, paths.appraisal(params.dossier))
  },
  return: async ({ request, locals, params }) => {
    const { checklist, dossier } = await findAppraisal(locals.ctx, params.dossier)
    const keys = checklist.items.map(({ key }) => key)
    const { values, checks, note, message, to } = await readChecks(request, keys)
    const outcome = await returnDossier(locals.ctx, { dossierId: dossier.id, to, checks, note, message })
    if (!outcome.ok) return no(values, outcome.refusal, outcome.refusal.code === 'remark-missing' ? 'message' : 'form')
    redirect(303, paths.appraisals)
  },
  refuse: confirmFirst('dossier.refused', async ({ request, locals, params }) => {
    const { dossier } = await findAppraisal(locals.ctx, params['dossier'] ?? '')
    const form = await readForm(request, refuseDossierInput.omit({ dossierId: true }))
    if (!form.ok) return refuse(form.answer.data.values, form.answer.data.errors)
    const outcome = await refuseDossier(locals.ctx, { ...form.value, dossierId: dossier.id })
    if (!outcome.ok) return no(form.values, outcome.refusal, refusedFields[outcome.refusal.code] ?? 'form')
    redirect(303, paths.appraisals)
  }),
  assign: async ({ request, locals, params }) => {
    const { dossier } = await findAppraisal(locals.ctx, params.dossier)
    const form = await readForm(request, assignAdvisoryInput.omit({ dossierId: true }))
    if (!form.ok) return refuse(form.answer.data.values, { userId: intakeFormWords.userId })
    const outcome = await assignAdvisory(locals.ctx, { dossierId: dossier.id, userId: form.value.userId })
    if (!outcome.ok) return no(form.values, outcome.refusal, 'userId')
    redirect(303, paths.appraisal(params.dossier))
  },
  saveReport: async ({ request, locals, params }) => {
    const { dossier } = await findAppraisal(locals.ctx, params.dossier)
    const form = await readForm(request, reportForm)
    if (!form.ok) return refuse(form.answer.data.values, form.answer.data.errors)
    const outcome = await saveAdvisoryReport(locals.ctx, { dossierId: dossier.id, ...form.value })
    if (!outcome.ok) return no(form.values, outcome.refusal)
    redirect(303, paths.savedReport(params.dossier))
  },
  submitReport: async ({ request, locals, params }) => {
    const { dossier } = await findAppraisal(locals.ctx, params.dossier)
    const form = await readForm(request, reportForm)
    if (!form.ok) return refuse(form.answer.data.values, form.answer.data.errors)
    const outcome = await submitAdvisoryReport(locals.ctx, { dossierId: dossier.id, ...form.value })
    if (!outcome.ok && outcome.refusal.code === 'report-incomplete') {
      return refuse(form.values, Object.fromEntries(outcome.refusal.fields.map((field) => [field, reportFormWords[field]])))
    }
    if (!outcome.ok) return no(form.values, outcome.refusal)
    redirect(303, paths.appraisal(params.dossier))
  },
}
