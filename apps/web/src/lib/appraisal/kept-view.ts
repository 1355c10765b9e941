import type { RequestEvent } from '@sveltejs/kit'
import { paths } from '#lib/paths.ts'
import { viewCookie, viewOf } from './sheet-steps.ts'

/** The step that the address asks for; else the view that this browser had last. */
export function askedStep({ url, cookies }: Pick<RequestEvent, 'url' | 'cookies'>): string | null {
  const asked = url.searchParams.get('xem')
  if (asked === null) return cookies.get(viewCookie) ?? null
  // Read by the page as well, which changes its view without a signal.
  cookies.set(viewCookie, viewOf(asked), {
    path: paths.council,
    httpOnly: false,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 365 * 86_400,
  })
  return asked
}
