import { parseDigitalLink, primaryKeyAis } from '@dacsan/gs1'
import type { DigitalLink, DigitalLinkRefusal } from '@dacsan/gs1'
import { province } from '@dacsan/modules/province'
import type { Outcome } from '@dacsan/decisions'
import { pathOf } from './resolver-answer.ts'

/** The AIs that a path may begin with: all primary keys of GS1. */
export const keyAis = primaryKeyAis()

/** What a path with its query says, whatever host it came to. A trailing slash is forgiven (GS1-Conformant resolver standard 1.2, 2.13). */
export function readKeyPath(url: string): Outcome<DigitalLink, DigitalLinkRefusal> {
  const path = pathOf(url)
  return parseDigitalLink(`https://id.invalid${path.replace(/\/$/, '')}${url.slice(path.length)}`)
}

const stemmed = new RegExp(`^/[^?]*/(?:${keyAis.join('|')})/`)
const key = new RegExp(`^/(?:${keyAis.join('|')})/`)

/**
 * The address of a Digital Link without the stem before its key: `/ocop/01/…` is `/01/…`. Anything else stays as it is, our own pages in other languages
 * (`/en/01/…`) too.
 */
export function withoutStem(url: string): string {
  if (key.test(url) || !stemmed.test(url) || isPageInLanguage(url)) return url
  const read = readKeyPath(url)
  if (!read.ok) return url
  const path = pathOf(url)
  const segments = path.split('/')
  const length = 2 + 2 * read.value.qualifiers.length + (path.endsWith('/') ? 1 : 0)
  return `/${segments.slice(-length).join('/')}${url.slice(path.length)}`
}

const isPageInLanguage = (url: string) => province().site.languages.some((language) => url.startsWith(`/${language}/`))
