import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

const closed = [paths.office, paths.signIn(), paths.cart, paths.checkout, paths.orders]

export const GET: RequestHandler = ({ url: { origin } }) =>
  new Response(['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}${paths.sitemap}`, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  })
