import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { allotInput, findFair, previewAllotment, publishAllotment } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { refusedFair } from '#lib/fairs/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const id = readId('fai', params.id)
  const view = await findFair(ctx, id)
  const preview = view.fair.allottedAt === null ? await previewAllotment(ctx, id) : null
  const rule = (preview ?? (await previewAllotment(ctx, id))).rule
  const line = (one: (typeof view.lines)[number]) => ({ ...one, completeAt: one.completeAt && formatMoment(one.completeAt) })
  return {
    fair: { id: view.fair.id, name: view.fair.name },
    published: view.lines.map(line),
    preview:
      preview?.lines.map(({ application, ...one }) => ({
        ...one,
        producerName: application.producerName,
        communeName: application.communeName,
        completeAt: application.completeAt && formatMoment(application.completeAt),
      })) ?? null,
    mark: preview?.mark ?? '',
    mayPublish: view.may.allot === true,
    rule: { said: rule.said, instrument: rule.instrument, effectiveFrom: rule.effectiveFrom },
  }
}

export const actions: Actions = {
  publish: confirmFirst('fair.allotted', async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, allotInput)
    if (!form.ok) return form.answer
    const published = await publishAllotment(ctx, form.value)
    if (!published.ok) return refusedFair(published.refusal, form.values)
    redirect(303, paths.fairSaved(params.id))
  }),
}
