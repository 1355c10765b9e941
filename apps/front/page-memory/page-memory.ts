import type { IncomingMessage, ServerResponse } from 'node:http'
import { mostKeptMs } from '@dacsan/platform/changes'
import type { Changes } from '@dacsan/platform/changes'
import type { NamesSession } from '../shed-load.ts'
import { aboutKeeping, askedByNobody } from '../spoken.ts'
import type { PageHandler } from '../spoken.ts'
import { acceptedForm } from './accepted-form.ts'
import { formOf, readyPage } from './kept-page.ts'
import type { ReadyPage, Sent } from './kept-page.ts'
import { pageAddress } from './page-address.ts'
import { pageStore } from './page-store.ts'
import type { Kept } from './page-store.ts'
import { renderPage } from './render-page.ts'
import type { RenderedPage } from './render-page.ts'
import { untilMidnight } from './until-midnight.ts'

/** Who asks, as the front knows it. */
export type Asker = { requestId: string; address: string; origin: { protocol: string; host: string } }

export type PageMemoryOptions = {
  changes: Changes
  namesSession: NamesSession
  /** A scan page was sent to somebody who looks at a label. */
  scanned: (scan: { code: string; address: string; device: string; now: Date }) => void
  /** Asks for the shelf as it is now; what comes says of the mark of a page whether it is still that of the shelf. */
  shelf: () => Promise<(mark: string) => boolean>
  /** What is kept at most, all forms of all pages together. */
  mostBytes?: number | undefined
  clock?: () => Date
}

/** `stock`: the mark of the stock that the page shows; what stands there was true at `seen` (ms, by `performance.now()`). */
type KeptPage = Kept & { ready: ReadyPage; scan: string | null; stock: string | null; seen: number }
type Rendered = Pick<KeptPage, 'ready' | 'scan'> & { page: KeptPage | null }

const mostBytesByDefault = 64 * 1024 * 1024
/** What a page costs beside its bytes: headers, address, places in maps. */
const overhead = 2_000
/** Orders change stock and send no notice (migrations of the shop): the shelf is looked at again before a page goes out that ... */
const stockSeenFor = 600
/** ... and one look does for all pages for so long (ms): together they stay below the second in which a change must be seen. */
const shelfSeenFor = 300

/**
 * Answers pages that everybody sees alike from memory until something that they show changes. Whoever has signed in, writes or asks for any other page
 * goes past it.
 */
export function pageMemory({
  changes,
  namesSession,
  scanned,
  shelf,
  mostBytes = mostBytesByDefault,
  clock = () => new Date(),
}: PageMemoryOptions) {
  /** A reader whom the page cannot know: his cart comes with a style sheet of his own (/cua-toi.css), a session is shown in the page. */
  const isForAnybody = ({ method, headers }: IncomingMessage): boolean =>
    (method === 'GET' || method === 'HEAD') && !namesSession(headers.cookie)
  const store = pageStore<KeptPage>(mostBytes)
  /** One rendering at a time for an address; who comes meanwhile waits for it. */
  const underWay = new Map<string, Promise<Rendered>>()
  const answers = { memory: 0, rendered: 0, waited: 0, past: 0 }
  /** The changes that renderings under way may have missed. */
  const unheard = new Set<{ rooms: Set<string>; lost: boolean }>()

  const shelfNow = lookedAtOnce(shelf)
  const stopHearing = changes.hear({
    changed(room) {
      store.dropShowing(room)
      for (const one of unheard) one.rooms.add(room)
      // Who asks from now on sees the change, whatever a rendering under way has read.
      underWay.clear()
    },
    lost() {
      store.clear()
      for (const one of unheard) one.lost = true
      underWay.clear()
    },
  })

  const render = async (handler: PageHandler, address: string, url: string, headers: Record<string, string>): Promise<Rendered> => {
    const missed = { rooms: new Set<string>(), lost: !changes.isListening() }
    unheard.add(missed)
    try {
      const [began, beganAt] = [performance.now(), clock()]
      const rendered = await renderPage(handler, url, headers)
      answers.rendered++
      const { shows, stock, scan, unlike } = saidOf(rendered)
      const kept = shows !== null && rendered.status === 200
      const vary = scan === null ? 'Accept-Encoding, Cookie' : 'Accept-Encoding, Accept, Cookie'
      const ready = readyPage(rendered, { unlike, vary, kept })
      const until = began + Math.min(mostKeptMs, untilMidnight(beganAt))
      const bytes = rendered.body.length + address.length + overhead
      const page = kept ? { ready, scan, bytes, until, shows, stock, seen: began } : null
      if (page && !missed.lost && missed.rooms.isDisjointFrom(page.shows)) store.keep(address, page)
      return { ready, scan, page }
    } finally {
      unheard.delete(missed)
    }
  }

  /** The page that is kept, where the shelf is still as it shows it; else a new one. */
  const lookAgain = async (page: KeptPage, address: string, again: () => Promise<Rendered>): Promise<Rendered> => {
    const now = performance.now()
    const isStill = await shelfNow(now).catch(() => null)
    if (!isStill?.(page.stock!) || !store.has(address, page)) return again()
    page.seen = now
    answers.memory++
    return { ...page, page }
  }

  const send = (asked: IncomingMessage, response: ServerResponse, asker: Asker, { ready, scan, page }: Rendered, address: string): void => {
    const ifNoneMatch = asked.headers['if-none-match']
    if (page && ifNoneMatch !== undefined && matches(ifNoneMatch, ready.etag)) {
      response.writeHead(304, [...ready.notModified, 'x-request-id', asker.requestId]).end()
    } else {
      const form = formOf(ready, acceptedForm(asked.headers['accept-encoding'] as string | undefined), (bytes) => {
        if (page) store.grew(address, page, bytes)
      })
      const write = ({ head, body }: Sent) => {
        response.writeHead(ready.status, [...head, 'x-request-id', asker.requestId])
        response.end(asked.method === 'HEAD' ? undefined : body)
      }
      if (form instanceof Promise) form.then(write, (error: Error) => response.destroy(error))
      else write(form)
    }
    // Not a program that asks for the head alone, nor a browser that fetches ahead.
    if (scan === null || ready.status !== 200 || asked.method !== 'GET' || asked.headers['sec-purpose'] !== undefined) return
    const device = asked.headers['user-agent'] ?? ''
    setImmediate(() => scanned({ code: scan, address: asker.address, device, now: clock() }))
  }

  return {
    /** Answers a request, from memory or by a rendering for everybody; false where the request is none for it, untouched. */
    answer(asked: IncomingMessage, response: ServerResponse, asker: Asker, handler: PageHandler): boolean {
      const path = isForAnybody(asked) ? pageAddress(asked.url ?? '') : null
      if (path === null) {
        answers.past++
        return false
      }
      const address = `${asker.origin.protocol}//${asker.origin.host}${path}`
      const now = performance.now()
      const page = store.find(address, now)
      if (page && (page.stock === null || now - page.seen < stockSeenFor)) {
        answers.memory++
        send(asked, response, asker, { ...page, page }, address)
        return true
      }
      const waitedFor = underWay.get(address)
      if (waitedFor) answers.waited++
      const anew = () => render(handler, address, path, askedByNobody(asker.origin))
      const rendering = waitedFor ?? (page ? lookAgain(page, address, anew) : anew())
      if (!waitedFor) {
        underWay.set(address, rendering)
        const over = () => underWay.get(address) === rendering && underWay.delete(address)
        rendering.then(over, over)
      }
      rendering.then(
        (rendered) => send(asked, response, asker, rendered, address),
        (error: Error) => response.destroy(error),
      )
      return true
    },

    /** In the format of Prometheus. */
    metrics(): string[] {
      const { pages, bytes } = store.size()
      const { dropped, evicted } = store.counts
      return [
        '# TYPE dacsan_page_answers_total counter',
        ...Object.entries(answers).map(([how, count]) => `dacsan_page_answers_total{from="${how}"} ${count}`),
        '# TYPE dacsan_page_memory_bytes gauge',
        `dacsan_page_memory_bytes ${bytes}`,
        '# TYPE dacsan_page_memory_pages gauge',
        `dacsan_page_memory_pages ${pages}`,
        '# TYPE dacsan_page_memory_removed_total counter',
        `dacsan_page_memory_removed_total{why="changed"} ${dropped}`,
        `dacsan_page_memory_removed_total{why="room"} ${evicted}`,
        '# TYPE dacsan_changes_heard gauge',
        `dacsan_changes_heard ${changes.isListening() ? 1 : 0}`,
      ]
    },

    close(): void {
      stopHearing()
      store.clear()
    },
  }
}

export type PageMemory = ReturnType<typeof pageMemory>

function saidOf({ headers }: RenderedPage) {
  const text = (name: string) => (headers[name] === undefined ? null : String(headers[name]))
  const shows = text(aboutKeeping.shows)
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1]
  return {
    // Whatever the page says: an answer that sets a cookie is somebody's own.
    shows: shows === null || headers['set-cookie'] !== undefined ? null : new Set(shows.split(' ')),
    stock: text(aboutKeeping.stock),
    scan: text(aboutKeeping.scan),
    unlike: [nonce ?? '', text(aboutKeeping.unlike) ?? ''],
  }
}

/** One look at a time, which counts from when it began. */
function lookedAtOnce<Seen>(look: () => Promise<Seen>): (now: number) => Promise<Seen> {
  let last: { seen: Promise<Seen>; began: number } | null = null
  return (now) => {
    if (last && now - last.began < shelfSeenFor) return last.seen
    const mine = { seen: look(), began: now }
    last = mine
    mine.seen.catch(() => last === mine && (last = null))
    return mine.seen
  }
}

/** By the weak comparison of RFC 9110, section 8.8.3.2. */
function matches(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.trim() === '*' || ifNoneMatch.includes(etag.slice(2))
}
