import { findProxyDesk, takeProxy } from '@dacsan/modules/dossiers'
import { idInput } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const desk = await findProxyDesk(ctx, (url.searchParams.get('q') ?? '').slice(0, 200).trim())
  const shown = ({ id, product, producer, status, updatedAt }: (typeof desk.asked)[number]) => ({
    id,
    product: product.name,
    producer: producer.name,
    status,
    updatedAt,
  })
  return {
    ...desk,
    asked: desk.asked.map(shown),
    written: desk.written.map((dossier) => ({ ...shown(dossier), goesOn: dossier.goesOn })),
  }
}

export const actions: Actions = {
  take: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, z.object({ dossierId: idInput('dos') }))
    if (!form.ok) return form.answer
    const taken = await takeProxy(ctx, form.value)
    if (!taken.ok) return refused(taken.refusal, form.values)
    redirect(303, paths.dossier(form.value.dossierId))
  },
}
