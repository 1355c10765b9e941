import { changeCollection, changeCollectionInput, closeCollection, collectionInput, findCollection, publishCollection } from '@dacsan/modules/promotion' // prettier-ignore
import type { Ctx } from '@dacsan/modules/context'
import type { CollectionRefusal } from '@dacsan/modules/promotion/rules'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import type { z } from 'zod'
import { receiversTicked, refusedCollection, withReceivers } from '#lib/collections/answers.ts'
import { typedTexts } from '#lib/collections/typed-collection.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { collection, texts, slugs, may, ...view } = await findCollection(ctx, readId('col', params.id))
  const { fromMonth, untilMonth, forWhom, ...shown } = collection
  return {
    ...view,
    collection: shown,
    may: { publish: may.publish === true, close: may.close === true },
    forWhom: forWhom as readonly string[],
    values: {
      ...typedTexts(texts),
      fromMonth: fromMonth === null ? '' : `${fromMonth}`,
      untilMonth: untilMonth === null ? '' : `${untilMonth}`,
      products: slugs.map((slug) => paths.product(slug)).join('\n'),
    } as Record<string, string>,
    saved: url.searchParams.has('da-luu'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: CollectionRefusal }
const act =
  (command: (ctx: Ctx, input: z.infer<typeof collectionInput>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, collectionInput)
    if (!form.ok) return form.answer
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return refusedCollection(outcome.refusal, form.values)
    redirect(303, paths.collectionOffice(params.id, { saved: true }))
  }

export const actions: Actions = {
  publish: act(publishCollection),
  close: act(closeCollection),
  save: async ({ request, params, locals: { ctx } }) => {
    const forWhom = await receiversTicked(request)
    const form = await readForm(request, changeCollectionInput)
    if (!form.ok) return withReceivers(form.answer, forWhom)
    const changed = await changeCollection(ctx, { ...form.value, collectionId: readId('col', params.id) })
    if (!changed.ok) return withReceivers(refusedCollection(changed.refusal, form.values), forWhom)
    redirect(303, paths.collectionOffice(params.id, { saved: true }))
  },
}
