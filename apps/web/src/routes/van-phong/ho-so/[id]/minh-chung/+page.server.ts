import { redirect } from '@sveltejs/kit'
import {
  addEvidence,
  attachEvidence,
  attachEvidenceInput,
  detachEvidence,
  evidenceTable,
  findDraft,
  keepCarried,
  keepCarriedInput,
} from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { readEvidence } from '#lib/dossier/evidence-form.ts'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { afterUpload, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const criterionOf = (url: URL) => url.searchParams.get('tieu-chi')

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const draft = await findDraft(ctx, params.id)
  const { dossier, papers } = draft
  if (dossier.may['attach-evidence'] !== true) redirect(303, paths.dossier(dossier.id))
  const wanted = Number(url.searchParams.get('them'))
  return {
    dossier: { id: dossier.id, version: dossier.version, product: dossier.product.name },
    carried: dossier.carried.includes('evidence'),
    adding: url.searchParams.has('them') ? { kind: papers.rows.find(({ row }) => row === wanted)?.row ?? null } : null,
    paperRows: papers.rows,
    ...(await evidenceTable(ctx, draft, criterionOf(url))),
  }
}

const posted = attachEvidenceInput.omit({ dossierId: true, criterion: true })

export const actions: Actions = {
  keep: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, keepCarriedInput.pick({ version: true }))
    if (!form.ok) return form.answer
    const kept = await keepCarried(ctx, { ...form.value, dossierId: readId('dos', params.id), place: 'evidence' })
    if (!kept.ok) return refused(kept.refusal, form.values)
    redirect(303, paths.dossierEvidence(params.id))
  },
  add: async ({ request, locals: { ctx }, params, url }) => {
    const form = await readEvidence(request)
    if (!form.ok) return form.answer
    const criterion = criterionOf(url)
    const added = await addEvidence(ctx, form.input, form.uploads, { dossierId: readId('dos', params.id), criterion })
    if (!added.ok) return refused(added.refusal, form.values)
    redirect(303, afterUpload(paths.dossierEvidence(params.id, { criterion, row: form.input.kind }), added.value))
  },
  attach: async ({ request, locals: { ctx }, params, url }) => {
    const form = await readForm(request, posted)
    if (!form.ok) return form.answer
    const criterion = criterionOf(url)
    const attached = await attachEvidence(ctx, { ...form.value, dossierId: readId('dos', params.id), criterion })
    if (!attached.ok) return refused(attached.refusal, form.values)
    redirect(303, paths.dossierEvidence(params.id, { criterion }))
  },
  detach: async ({ request, locals: { ctx }, params, url }) => {
    const form = await readForm(request, posted)
    if (!form.ok) return form.answer
    const criterion = criterionOf(url)
    const detached = await detachEvidence(ctx, { ...form.value, dossierId: readId('dos', params.id), criterion })
    if (!detached.ok) return refused(detached.refusal, form.values)
    redirect(303, paths.dossierEvidence(params.id, { criterion }))
  },
}
