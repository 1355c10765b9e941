import type { IncomingMessage, ServerResponse } from 'node:http'

/** SvelteKit's own handler, or anything of its shape. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Spoken between the front and the page handler only: the front writes them over whatever a caller sent. */
export const spoken = {
  address: 'x-dacsan-address',
  protocol: 'x-dacsan-protocol',
  host: 'x-dacsan-host',
  requestId: 'x-dacsan-request',
} as const

/** What the two say to each other about keeping a page (apps/web/src/lib/keep-page.ts). */
export const aboutKeeping = {
  /** To the pages: this is rendered for everybody. */
  asked: 'x-dacsan-memory',
  /** From the pages: the rooms whose changes the page shows; without it the page is not kept. */
  shows: 'x-dacsan-shows',
  /** From the pages: the mark of the stock that it shows; the page is good while the shelf has the same. */
  stock: 'x-dacsan-stock',
  /** From the pages: the code whose scan this is. */
  scan: 'x-dacsan-scan',
  /** From the pages: a text that differs each time and says nothing. */
  unlike: 'x-dacsan-unlike',
} as const

/** The headers of a page that is rendered for everybody: asked for by nobody, from nowhere. */
export const askedByNobody = ({ protocol, host }: { protocol: string; host: string }): Record<string, string> => ({
  host,
  accept: 'text/html',
  [spoken.address]: '127.0.0.1',
  [spoken.protocol]: protocol,
  [spoken.host]: host,
  [aboutKeeping.asked]: '1',
})
