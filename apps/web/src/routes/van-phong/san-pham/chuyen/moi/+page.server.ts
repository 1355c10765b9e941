import { error, redirect } from '@sveltejs/kit'
import { ownFile } from '@dacsan/modules/catalogue'
import { fileTransfer, fileTransferInput, findOwn, readSides } from '@dacsan/modules/joining'
import { newId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { refusedRequest, uploadOf } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { producer: own } = await ownFile(ctx)
  const of = url.searchParams.get('san-pham')
  if (of === null || !own) error(404, 'Not Found')
  const query = (url.searchParams.get('q') ?? '').slice(0, 200).trim()
  const { product, from, to } = await readSides(ctx, { product: of, to: url.searchParams.get('chu-the') })
  const found = to === null ? (await findOwn(ctx, query)).filter(({ id }) => id !== own.id) : []
  return {
    product: { id: product.id, slug: product.slug, name: product.name },
    from: from.name,
    to: to && { id: to.id, name: to.name, isOwn: to.id === own.id },
    query,
    found: found.map(({ slug, name, products }) => ({ slug, name, products: products.map((one) => one.name) })),
    requestKey: newId('key'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, fileTransferInput.extend({ file: z.instanceof(File).optional() }))
    if (!form.ok) return form.answer
    const { file, ...input } = form.value
    const filed = await fileTransfer(ctx, input, uploadOf(file))
    if (!filed.ok) return refusedRequest(filed.refusal, form.values)
    redirect(303, paths.ownTransfer(filed.value.transferId))
  },
}
