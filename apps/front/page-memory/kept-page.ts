import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { RenderedPage } from './render-page.ts'

/** The forms in which an answer is sent; `identity` as it was rendered. */
export type Form = 'br' | 'gzip' | 'identity'

/** One page, ready to be sent in each of its forms. A form is made when it is first asked for, once. */
export type ReadyPage = {
  status: number
  etag: string
  body: Buffer
  /** Name, value, name, value: as `writeHead` takes them without sorting them out first. */
  head: readonly string[]
  notModified: readonly string[]
  forms: Partial<Record<Form, Promise<Sent> | Sent>>
}
export type Sent = { head: string[]; body: Buffer }

/** Below a network packet or so, compressing costs more than it saves (bytes). */
const threshold = 1024

/** Ours are never believed without asking; a cache in between may answer for a second, and for ten more while it asks. */
const freshness = ['cache-control', 'public, no-cache', 'cdn-cache-control', 'public, max-age=1, stale-while-revalidate=10'] as const

const byUs = new Set([
  'etag',
  'vary',
  'cache-control',
  'content-length',
  'content-encoding',
  'x-request-id',
  'date',
  'connection',
  'transfer-encoding',
])

/** @param unlike texts that differ from one rendering to the next and say nothing, such as nonces: they make no other page. */
export function readyPage(
  { status, headers, body }: RenderedPage,
  { unlike, vary, kept }: { unlike: readonly string[]; vary: string; kept: boolean },
): ReadyPage {
  const etag = `W/"${digestOf(body, unlike)}"`
  const own = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || byUs.has(name) || name.startsWith('x-dacsan-') ? [] : [value].flat().flatMap((one) => [name, String(one)]),
  )
  const said = kept ? [...freshness] : ['cache-control', String(headers['cache-control'] ?? 'public, no-cache')]
  const about = kept ? [...said, 'vary', vary, 'etag', etag] : [...said, 'vary', vary]
  return { status, etag, body, head: [...own, ...about], notModified: about, forms: {} }
}

function digestOf(body: Buffer, unlike: readonly string[]): string {
  const text = unlike.filter(Boolean).reduce((rest, one) => rest.replaceAll(one, ''), body.toString())
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

const compressors = {
  // The default of Brotli (11) is for files that are compressed once and kept for good.
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length, [constants.BROTLI_PARAM_LGWIN]: 18 },
    }),
  gzip: promisify(gzip) as (body: Buffer) => Promise<Buffer>,
}

/** The page in one of its forms; a promise only while that form is being made. */
export function formOf(page: ReadyPage, form: Form, grew: (bytes: number) => void): Sent | Promise<Sent> {
  const wanted = page.body.length < threshold ? 'identity' : form
  const known = page.forms[wanted]
  if (known) return known
  if (wanted === 'identity') return (page.forms.identity = sent(page, page.body))
  const made = compressors[wanted](page.body).then((body) => {
    grew(body.length)
    return (page.forms[wanted] = sent(page, body, wanted))
  })
  return (page.forms[wanted] = made)
}

function sent(page: ReadyPage, body: Buffer, encoding?: Form): Sent {
  return { head: [...page.head, ...(encoding ? ['content-encoding', encoding] : []), 'content-length', String(body.length)], body }
}
