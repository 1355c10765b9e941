import { redirect } from '@sveltejs/kit'
import { admitInput, admitUse, endUse, endUseInput, findMark, keepMarkPaper, markPaperInput, markStepInput, recordMarkStep } from '@dacsan/modules/promotion' // prettier-ignore
import type { MarkRefusal } from '@dacsan/modules/promotion/rules'
import type { Ctx } from '@dacsan/modules/context'
import { newId, readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { refusedMark } from '#lib/marks/answers.ts'
import { afterUpload, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { mark, papers, ...rest } = await findMark(ctx, readId('mrk', params.id))
  const { id, slug, kind, name, ownerName, number } = mark
  return {
    ...rest,
    mark: { id, slug, kind, name, ownerName, number },
    papers: papers.map(({ id: paperId, kind: paperKind, datedOn, number: paperNumber, fileHash }) => ({
      paperId,
      paperKind,
      datedOn,
      paperNumber,
      fileHash,
    })),
    requestKey: newId('key'),
    saved: url.searchParams.has('da-luu'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: MarkRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, schema)
    if (!form.ok) return form.answer
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return refusedMark(outcome.refusal, form.values)
    redirect(303, paths.markOffice(params.id, { saved: true }))
  }

export const actions: Actions = {
  step: act(markStepInput, recordMarkStep),
  admit: act(admitInput, admitUse),
  'end-use': confirmFirst('mark.use-ended', act(endUseInput, endUse)),
  paper: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, markPaperInput.extend({ file: z.instanceof(File).optional() }))
    if (!form.ok) return form.answer
    const { file, ...input } = form.value
    const kept = await keepMarkPaper(ctx, input, file && file.size > 0 ? { content: file, name: file.name } : null)
    if (!kept.ok) return refusedMark(kept.refusal, form.values)
    redirect(303, afterUpload(paths.markOffice(params.id, { saved: true }), kept.value))
  },
}
