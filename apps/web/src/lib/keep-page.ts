import type { RequestEvent } from '@sveltejs/kit'
import { publicPages } from '@dacsan/modules/public-pages'
import type { PublicPage } from '@dacsan/modules/public-pages'

/** Whether the front asks for a page for everybody, to keep it (apps/front/page-memory); it lets nobody else say so. */
export const isForEverybody = ({ request }: Pick<RequestEvent, 'request'>): boolean => request.headers.has('x-dacsan-memory')

type Keeping = {
  /** Which of the public pages this is: it is dropped when something that they show changes. */
  shows: PublicPage
  /** The mark of the stock that it shows (`stockMark` of the shop): orders send no notice. */
  stock?: string
  /** The code that was scanned, where the page is one of a scan. */
  scan?: string
  /** A text of the page that differs each time and says nothing. */
  unlike?: string
  isKept?: boolean
}

/** Lets the front keep the page that is being loaded, and answer everybody with it. Pages that say nothing are never kept. */
export function keepPage(
  { request, locals }: Pick<RequestEvent, 'request' | 'locals'>,
  { shows, stock, scan, unlike, isKept = true }: Keeping,
): void {
  if (!isForEverybody({ request }) || locals.actor.kind !== 'visitor') return
  locals.keeping = {
    ...(isKept && { 'x-dacsan-shows': publicPages[shows].join(' ') }),
    ...(stock !== undefined && { 'x-dacsan-stock': stock }),
    ...(scan !== undefined && { 'x-dacsan-scan': scan }),
    ...(unlike !== undefined && { 'x-dacsan-unlike': unlike }),
  }
}
