import { redirect } from '@sveltejs/kit'
import { optOut, reviewsOfOrder } from '@dacsan/modules/reviews'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { linkOf } from '#lib/reviews/answers.ts'
import { say } from '#lib/say.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  if (!event.url.searchParams.get('k')) redirect(303, paths.orders)
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const link = linkOf(event)
  const { refusal, lines, ...order } = await reviewsOfOrder(event.locals.ctx, link)
  const m = event.locals.m.review
  const why = refusal && (m.refusals as Readonly<Record<string, string>>)[refusal.code]
  return {
    ...order,
    link,
    why: why ? say(why, refusal as unknown as Record<string, string>) : null,
    lines: lines.map(({ id, productName, netContent, rating, reviewId }) => ({
      id,
      name: [productName, netContent].filter(Boolean).join(', '),
      rating,
      isWritten: reviewId !== null,
    })),
  }
}

export const actions: Actions = {
  'opt-out': async (event) => {
    const link = linkOf(event)
    await optOut(event.locals.ctx, link)
    redirect(303, localHref(event.locals.lang, paths.orderReviews(link.code, link.secret)))
  },
}
