import { redirect } from '@sveltejs/kit'
import { qrSvg } from '@dacsan/gs1/qr'
import { parcelsByLink } from '@dacsan/modules/carriers'
import type { TransferRequest } from '@dacsan/modules/shop'
import { returnsOfOrder } from '@dacsan/modules/returns'
import { reviewsOfOrder } from '@dacsan/modules/reviews'
import { cancelByLink, findOrderByLink, orderLinkInput, reportTransfer } from '@dacsan/modules/shop'
import { sayRefusal, spokenIn } from '@dacsan/modules/shop/words'
import { correct } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { shownReturns } from '#lib/returns/shown-returns.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const linkOf = ({ params, url }: Pick<RequestEvent, 'params' | 'url'>) =>
  orderLinkInput.parse({ code: params.code.slice(0, 20), secret: (url.searchParams.get('k') ?? '').slice(0, 64) })

export const load: PageServerLoad = async (event) => {
  // Whoever has only the code goes to the page that asks for the phone number.
  if (!event.url.searchParams.get('k')) redirect(303, localHref(event.locals.lang, paths.orders))
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const found = await findOrderByLink(event.locals.ctx, linkOf(event))
  const [parcels, returns, reviews] = await Promise.all([
    parcelsByLink(event.locals.ctx, linkOf(event)),
    returnsOfOrder(event.locals.ctx, linkOf(event)),
    reviewsOfOrder(event.locals.ctx, linkOf(event)),
  ])
  return {
    ...found,
    parcels,
    returns: shownReturns(returns, event.locals.lang),
    mayReview: reviews.isOpen,
    group: found.group.map((one) => ({ ...one, qr: one.transfer && pictureOf(one.transfer) })),
    qr: found.order.transfer && pictureOf(found.order.transfer),
    now: event.locals.ctx.now,
  }
}

const pictureOf = ({ payload }: TransferRequest) => `data:image/svg+xml;base64,${Buffer.from(qrSvg(payload)).toString('base64')}`

export const actions: Actions = {
  'report-transfer': (event) => act(event, reportTransfer),
  cancel: (event) => act(event, cancelByLink),
}

async function act(event: RequestEvent, command: typeof reportTransfer | typeof cancelByLink) {
  const link = linkOf(event)
  const outcome = await command(event.locals.ctx, link)
  if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal, spokenIn(event.locals.lang)) })
  redirect(303, localHref(event.locals.lang, paths.order(link.code, link.secret)))
}
