import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { qrSvg } from '@dacsan/gs1/qr'
import { followRequest, mayTry, supplementRequest, withdrawRequest } from '@dacsan/modules/joining'
import { readSupplement, refusedRequest, waitAndTryAgain } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const linkOf = ({ params, url }: { params: { code: string }; url: URL }) => ({ code: params.code, secret: url.searchParams.get('k') ?? '' })

export const load: PageServerLoad = async (event) => {
  // The address is the key, and goes to nobody else. With no-referrer a browser would send the form from the origin `null`, which is refused.
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const { code, secret } = linkOf(event)
  const request = await followRequest(event.locals.ctx, code, secret)
  return {
    request: { ...request, receivedAt: formatMoment(request.receivedAt) },
    qr: qrSvg(`${event.url.origin}${paths.joiningReceipt(request.code, secret)}`),
  }
}

export const actions: Actions = {
  supplement: async (event) => {
    const link = linkOf(event)
    const address = event.getClientAddress()
    const minutes = await mayTry(event.locals.ctx, address)
    const form = await readSupplement(event.request)
    if (!form.ok) return form.answer
    if (minutes > 0) return waitAndTryAgain(minutes, form.values)
    const given = await supplementRequest(event.locals.ctx, { ...link, note: form.note }, form.upload, address)
    if (!given.ok) return refusedRequest(given.refusal, form.values)
    redirect(303, paths.joiningReceipt(link.code, link.secret))
  },
  withdraw: async (event) => {
    const link = linkOf(event)
    const withdrawn = await withdrawRequest(event.locals.ctx, link)
    if (!withdrawn.ok) return refusedRequest(withdrawn.refusal, {})
    redirect(303, paths.joiningReceipt(link.code, link.secret))
  },
}
