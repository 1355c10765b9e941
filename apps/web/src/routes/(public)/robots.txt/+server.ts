import type { RequestHandler } from './$types'

const closed = ['/van-phong', '/dang-nhap', '/gio-hang', '/dat-hang', '/don-hang']

export const GET: RequestHandler = ({ url: { origin } }) =>
  new Response(['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  })
