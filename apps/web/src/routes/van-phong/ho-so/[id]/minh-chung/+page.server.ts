import { redirect } from '@sveltejs/kit'
import { addEvidence, attachEvidence, attachEvidenceInput, detachEvidence, findDraft, listEvidence } from '@dacsan/modules/dossiers'
import { evidenceState, expiryWarningFrom, findCriterion, isEditable } from '@dacsan/modules/dossiers/rules'
import { evidenceField, readEvidence } from '#lib/dossier/evidence-form.ts'
import { dossierPath } from '#lib/dossier/paths.ts'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { dossier, set, papers, today } = await findDraft(ctx, params.id)
  if (!isEditable(dossier.status)) redirect(303, dossierPath(dossier.id))
  const code = url.searchParams.get('tieu-chi')
  const criterion = code === null ? undefined : findCriterion(set, code)
  const usual = criterion ? (papers.usual[criterion.code] ?? []) : []
  // The usual ones first, in their own order.
  const placeOf = (row: number) => (usual.includes(row) ? usual.indexOf(row) - usual.length : row)
  const wanted = Number(url.searchParams.get('them'))
  const attached = new Set(
    dossier.evidence.filter((paper) => !criterion || paper.criteria.includes(criterion.code)).map((paper) => paper.id),
  )
  const warnUntil = expiryWarningFrom(today)
  const open = dossier.requests.find((request) => request.answeredAt === null)
  const vault = await listEvidence(ctx)
  const rows = papers.rows.toSorted((a, b) => placeOf(a.row) - placeOf(b.row))
  return {
    dossier: { id: dossier.id, product: dossier.product.name },
    criterion: criterion ? { code: criterion.code, name: criterion.name } : null,
    adding: url.searchParams.has('them') ? { kind: rows.some(({ row }) => row === wanted) ? wanted : null } : null,
    rows: papers.rows,
    kinds: rows.map(({ row: kind, name, hint }) => ({
      kind,
      name,
      hint,
      usual: usual.includes(kind),
      attached: dossier.evidence
        .filter((paper) => paper.kind === kind && attached.has(paper.id))
        .map((paper) => ({ ...paper, state: evidenceState(paper, today, warnUntil) })),
      vault: vault
        .filter((paper) => paper.kind === kind && !attached.has(paper.id))
        .map((paper) => ({ ...paper, state: evidenceState(paper, today, warnUntil) })),
      asked: (open?.items ?? []).filter((item) => item.about === `evidence:${kind}` && item.answeredAt === null).map((item) => item.text),
    })),
  }
}

const back = (id: string, url: URL) => {
  const criterion = url.searchParams.get('tieu-chi')
  return `${dossierPath(id)}/minh-chung${criterion ? `?tieu-chi=${encodeURIComponent(criterion)}` : ''}`
}

export const actions: Actions = {
  them: async ({ request, locals: { ctx }, params, url }) => {
    const form = await readEvidence(request)
    if (!form.ok) return form.answer
    const into = { dossierId: params.id, criterion: url.searchParams.get('tieu-chi') }
    const added = await addEvidence(ctx, form.input, form.upload, into)
    if (!added.ok) return refused(added.refusal, form.values, evidenceField(added.refusal.code))
    redirect(303, `${back(params.id, url)}#loai-${form.input.kind}`)
  },
  dung: async ({ request, locals: { ctx }, params, url }) => {
    const form = await readForm(request, attachEvidenceInput.omit({ dossierId: true, criterion: true }))
    if (!form.ok) return form.answer
    const attached = await attachEvidence(ctx, { ...form.value, dossierId: params.id, criterion: url.searchParams.get('tieu-chi') })
    if (!attached.ok) return refused(attached.refusal, form.values)
    redirect(303, back(params.id, url))
  },
  bo: async ({ request, locals: { ctx }, params, url }) => {
    const form = await readForm(request, attachEvidenceInput.omit({ dossierId: true, criterion: true }))
    if (!form.ok) return form.answer
    const detached = await detachEvidence(ctx, { ...form.value, dossierId: params.id, criterion: url.searchParams.get('tieu-chi') })
    if (!detached.ok) return refused(detached.refusal, form.values)
    redirect(303, back(params.id, url))
  },
}
