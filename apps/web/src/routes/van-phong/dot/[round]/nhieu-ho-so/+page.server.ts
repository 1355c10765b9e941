import {
  assignSeveral,
  assignSeveralInput,
  findSeveral,
  previewAssignments,
  previewReceipts,
  receiveSeveral,
  receiveSeveralInput,
} from '@dacsan/modules/appraisal'
import type { OneOfSeveral } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { fail } from '@sveltejs/kit'
import type { z } from 'zod'
import { readForm, readFormData } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => findSeveral(ctx, readId('rnd', params.round))

type Of = 'receive' | 'assign'

/** What the page shows of a preview, or of what was done; what can be done goes on to the act itself. */
function answer(of: Of, several: readonly OneOfSeveral[], { isDone, userId = '' }: { isDone: boolean; userId?: string }) {
  const lines = several.map(({ refusal, ...line }) => ({ ...line, refused: refusal && sayRefusal(refusal) }))
  const chosen: string[] = lines.filter(({ refused }) => refused === null).map(({ dossierId }) => dossierId)
  return { of, isDone, userId, lines, chosen, errors: null }
}

/** The form; again with what was chosen, where something is wrong with it. */
async function readSeveral<Schema extends z.ZodType>(request: Request, of: Of, schema: Schema) {
  const chosen = (await readFormData(request.clone())).getAll('dossierIds').map(String)
  const form = await readForm(request, schema)
  if (form.ok) return form
  const { errors, values } = form.answer.data
  return { ok: false as const, answer: fail(422, { of, isDone: false, userId: values['userId'] ?? '', lines: null, chosen, errors }) }
}

const receiving = receiveSeveralInput.omit({ roundId: true })

export const actions: Actions = {
  previewReceive: async ({ request, locals: { ctx }, params }) => {
    const form = await readSeveral(request, 'receive', receiving)
    if (!form.ok) return form.answer
    const { dossierIds } = form.value
    return answer('receive', await previewReceipts(ctx, { dossierIds, roundId: readId('rnd', params.round) }), { isDone: false })
  },
  receive: async ({ request, locals: { ctx }, params }) => {
    const form = await readSeveral(request, 'receive', receiving)
    if (!form.ok) return form.answer
    const { dossierIds } = form.value
    return answer('receive', await receiveSeveral(ctx, { dossierIds, roundId: readId('rnd', params.round) }), { isDone: true })
  },
  previewAssign: async ({ request, locals: { ctx } }) => {
    const form = await readSeveral(request, 'assign', assignSeveralInput)
    if (!form.ok) return form.answer
    return answer('assign', await previewAssignments(ctx, form.value), { isDone: false, userId: form.value.userId })
  },
  assign: async ({ request, locals: { ctx } }) => {
    const form = await readSeveral(request, 'assign', assignSeveralInput)
    if (!form.ok) return form.answer
    return answer('assign', await assignSeveral(ctx, form.value), { isDone: true })
  },
}
