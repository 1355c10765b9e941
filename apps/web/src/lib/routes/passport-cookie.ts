import type { RequestEvent } from '@sveltejs/kit'

// The stamps of a device lie on it alone, sealed, and hold stops and days and nothing of who it is (/bao-mat says so).
type Asked = Pick<RequestEvent, 'cookies' | 'url'>
const nameAt = ({ url }: Pick<Asked, 'url'>) => (url.protocol === 'https:' ? '__Host-ho-chieu' : 'ho-chieu')

export const passportOf = ({ cookies, url }: Asked): string | undefined => cookies.get(nameAt({ url }))

export function keepPassport({ cookies, url }: Asked, sealed: string): void {
  cookies.set(nameAt({ url }), sealed, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 365 * 86_400,
  })
}
