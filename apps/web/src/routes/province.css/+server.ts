import { province } from '@dacsan/modules/province'
import type { RequestHandler } from './$types'

/** The design tokens that the province colours itself, over those of tokens.css. */
export const GET: RequestHandler = () => {
  const lines = Object.entries(province().colours).map(([name, [light, dark]]) => `--${name}:light-dark(${light},${dark});`)
  return new Response(`html:root{${lines.join('')}}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
