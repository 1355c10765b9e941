import { findStartFor, startDossierFor, startForInput } from '@dacsan/modules/dossiers'
import { dossierKinds } from '@dacsan/modules/dossiers/rules'
import { describeSets } from '@dacsan/modules/law'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const start = await findStartFor(ctx, readId('pro', params.id))
  const open = new Set(start.products.flatMap(({ kinds }) => kinds))
  return {
    ...start,
    kinds: dossierKinds.filter((kind) => kind === 'first' || open.has(kind)),
    sets: describeSets().map(({ code, name }) => ({ code, name })),
  }
}

export const actions: Actions = {
  start: async ({ request, locals: { ctx }, params }) => {
    const schema = startForInput.omit({ producerId: true }).extend({ file: z.instanceof(File).optional() })
    const form = await readForm(request, schema)
    if (!form.ok) return form.answer
    const { file, ...input } = form.value
    const started = await startDossierFor(ctx, { ...input, producerId: readId('pro', params.id) }, uploadOf(file))
    if (started.ok) redirect(303, paths.dossier(started.value.dossierId))
    return refused(started.refusal, form.values)
  },
}
