import { redirect } from '@sveltejs/kit'
import { qrSvg } from '@dacsan/gs1/qr'
import { billLinkInput, disputeBill, disputeBillInput, findBillByLink } from '@dacsan/modules/shop'
import { sayRefusal, spokenIn } from '@dacsan/modules/shop/words'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const linkOf = ({ params, url }: Pick<RequestEvent, 'params' | 'url'>) =>
  billLinkInput.parse({ code: params.code.slice(0, 20), secret: (url.searchParams.get('k') ?? '').slice(0, 64) })

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const link = linkOf(event)
  const { bill, may } = await findBillByLink(event.locals.ctx, link)
  const qr = bill.transfer && `data:image/svg+xml;base64,${Buffer.from(qrSvg(bill.transfer.payload)).toString('base64')}`
  return { bill, may, qr, secret: link.secret }
}

export const actions: Actions = {
  dispute: async (event) => {
    const link = linkOf(event)
    const form = await readForm(
      event.request,
      z.preprocess((typed) => ({ ...(typed as object), ...link }), disputeBillInput),
    )
    if (!form.ok) return form.answer
    const outcome = await disputeBill(event.locals.ctx, form.value)
    if (!outcome.ok) {
      const field = outcome.refusal.code === 'reason-missing' ? 'note' : 'form'
      return correct(form.values, { [field]: sayRefusal(outcome.refusal, spokenIn(event.locals.lang)) })
    }
    redirect(303, localHref(event.locals.lang, paths.bill(link.code, link.secret)))
  },
}
