import { province } from '@dacsan/modules/province'
import { officeFrame } from '#lib/frame-words.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** What a telephone needs to put the desk beside its other apps. */
export const GET: RequestHandler = () => {
  const { name } = province().site
  const manifest = {
    name: `${name}: ${officeFrame.office}`,
    short_name: name,
    lang: 'vi',
    id: paths.office,
    start_url: paths.office,
    scope: paths.office,
    display: 'standalone',
    background_color: '#fbf8f1',
    theme_color: '#0b3d3c',
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  }
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json; charset=utf-8' } })
}
