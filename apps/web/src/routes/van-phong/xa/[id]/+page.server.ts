import { redirect } from '@sveltejs/kit'
import {
  claimsOf,
  communeReviewRule,
  dueOf,
  findDossier,
  proposeDossier,
  proposeDossierInput,
  saveReview,
  saveReviewInput,
  warningsOf,
} from '@dacsan/modules/dossiers'
import { emptyReview, evidenceState, expiryWarningFrom, formChecks, reviewGaps } from '@dacsan/modules/dossiers/rules'
import { requireRole } from '@dacsan/modules/identity'
import { criteriaSet } from '@dacsan/modules/law'
import { dateInVietnam } from '@dacsan/vietnam'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  requireRole(ctx.actor, 'commune-officer')
  const dossier = await findDossier(ctx, params.id)
  const today = dateInVietnam(ctx.now)
  const review = dossier.review ?? emptyReview
  return {
    dossier: {
      id: dossier.id,
      code: dossier.code,
      version: dossier.version,
      status: dossier.status,
      kind: dossier.kind,
      updatedAt: dossier.updatedAt,
      product: dossier.product.name,
      producer: dossier.producer.name,
      submittedAt: dossier.submittedAt,
      isSample: dossier.isSample,
      setCode: dossier.setCode,
      setName: dossier.setName,
      history: dossier.history,
      requests: dossier.requests,
    },
    answers: dossier.answers,
    samplesRequired: criteriaSet(dossier.criteriaDecision, dossier.setCode).samplesRequired,
    claims: claimsOf(dossier),
    total: dossier.choices.reduce((sum, choice) => sum + choice.points, 0),
    evidence: dossier.evidence.map((paper) => ({ ...paper, state: evidenceState(paper, today, expiryWarningFrom(today)) })),
    warnings: warningsOf(dossier, today),
    review,
    gaps: reviewGaps(review),
    due: dueOf(dossier, today),
    rule: await communeReviewRule(ctx),
    today,
    saved: url.searchParams.has('da-luu'),
  }
}

/** `check-samples=yes` … are the answers of the check list. */
function reviewOf(raw: Record<string, string>) {
  const formCheck = Object.fromEntries(formChecks.flatMap((check) => (raw[`check-${check}`] ? [[check, raw[`check-${check}`]]] : [])))
  return { ...raw, formCheck }
}

export const actions: Actions = {
  luu: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, saveReviewInput.omit({ dossierId: true, formCheck: true }).loose())
    if (!form.ok) return form.answer
    const input = saveReviewInput.parse({ ...reviewOf(form.values), dossierId: params.id })
    const saved = await saveReview(ctx, input)
    if (!saved.ok) return refused(saved.refusal, form.values)
    redirect(303, `/van-phong/xa/${params.id}?da-luu`)
  },
  'de-nghi': async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, proposeDossierInput.omit({ dossierId: true }))
    if (!form.ok) return form.answer
    const proposed = await proposeDossier(ctx, { ...form.value, dossierId: params.id })
    if (!proposed.ok) return refused(proposed.refusal, {}, proposed.refusal.code.startsWith('meeting-') ? 'meetingOn' : 'form')
    redirect(303, `/van-phong/xa/${params.id}`)
  },
}
