import type { APIRequestContext } from '@playwright/test'
import { unzipSync } from 'fflate'
import { wordsOfPdf } from '../../packages/papers/test-reading.ts'
import { wordsOfOffice } from './papers.ts'

export type Kind = 'html' | 'json' | 'csv' | 'xml' | 'txt' | 'pdf' | 'docx' | 'xlsx' | 'css' | 'jwt' | 'zip' | 'ics' | 'png' | 'other'
export type Answer = { path: string; kind: Kind; content: string }

/** Enough to meet a thing in its different states. */
const mostAlike = 3

/**
 * What links lead to from here, as this person sees it: each kind of page and paper some times, whatever the number of things that have one.
 * What a query chooses is not followed.
 */
export async function crawl(session: APIRequestContext, starts: readonly string[], follows: (path: string) => boolean): Promise<Answer[]> {
  const seen = new Set(starts.map((start) => start.split('?')[0]!))
  const waiting = [...starts]
  const alike = new Map<string, number>()
  const answers: Answer[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await session.get(path)
    const kind = kindOf(response.headers()['content-type'] ?? '')
    const content = await textOf(kind, await response.body())
    answers.push({ path, kind, content })
    if (kind !== 'html') continue
    for (const [, href = ''] of content.matchAll(/href="(\/[^"#?]*)/g)) {
      if (seen.has(href) || !follows(href) || /^\/(_app|anh|favicon)/.test(href)) continue
      seen.add(href)
      const shape = href.replaceAll(/[^/]*\d[^/]*/g, '*')
      const met = (alike.get(shape) ?? 0) + 1
      alike.set(shape, met)
      if (met <= mostAlike) waiting.push(href)
    }
  }
  return answers
}

function kindOf(type: string): Kind {
  const known: [string, Kind][] = [
    ['text/html', 'html'],
    ['json', 'json'],
    ['text/csv', 'csv'],
    ['wordprocessingml', 'docx'],
    ['spreadsheetml', 'xlsx'],
    ['xml', 'xml'],
    ['text/plain', 'txt'],
    ['text/css', 'css'],
    ['application/pdf', 'pdf'],
    ['vc+jwt', 'jwt'],
    ['application/zip', 'zip'],
    ['text/calendar', 'ics'],
    ['image/png', 'png'],
  ]
  return known.find(([part]) => type.includes(part))?.[1] ?? 'other'
}

/** What a reader sees of it. An address elsewhere, such as where a national law was read, is no word of ours. */
async function textOf(kind: Kind, body: Buffer): Promise<string> {
  if (kind === 'html') return body.toString('utf8').replaceAll(/https?:\/\/(?!localhost)[^"\s<]*/g, '')
  // What is drawn in a picture is read by the tests of pictures.
  if (kind === 'png') return ''
  if (kind === 'jwt') return Buffer.from(body.toString('latin1').split('.')[1]!, 'base64url').toString()
  if (kind === 'pdf') return wordsOfPdf(new Uint8Array(body))
  if (kind === 'zip') return textOfFiles(body)
  if (kind === 'docx' || kind === 'xlsx') return wordsOfOffice(new Uint8Array(body))
  return body.toString('utf8')
}

/** Every file of a package with its name, each read as what it is. */
async function textOfFiles(body: Buffer): Promise<string> {
  const files = Object.entries(unzipSync(new Uint8Array(body)))
  const texts = await Promise.all(files.map(([name, bytes]) => textOf(name.endsWith('.pdf') ? 'pdf' : 'txt', Buffer.from(bytes))))
  return files.map(([name], at) => `${name} ${texts[at]}`).join('\n')
}
