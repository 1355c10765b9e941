import type { IncomingMessage, ServerResponse } from 'node:http'
import { busyPage } from './words.ts'

/** How many pages are in work at most, and how many of them may be for visitors: a flood from outside leaves room for those who work here. */
const limits = { all: 160, visitors: 112 } as const
/**
 * Where pages that visitors read take longer than this (ms), no more than so many are taken in: what a machine manages in a second differs by the hour,
 * and whoever waits behind a hundred others has gone before they are served. What they send is not counted: its time is that of their line.
 */
const [tooSlow, fewest] = [1_000, 12]
/** How much the newest page counts in the mean of how long they take. */
const newest = 0.1
/** In seconds: the crowd is served within a few of them. */
const retryAfter = '2'

/** Whether a `Cookie` header names a session of ours; one that was made up does not. */
export type NamesSession = (cookies: string | undefined) => boolean

export type Shedder = {
  /** Takes a page into work until its answer is out; or answers 503 at once, before anything was read or kept. */
  admit(request: IncomingMessage, response: ServerResponse): boolean
  /** For the metrics. */
  counts(): { inWork: number; shed: number }
}

/**
 * Refuses at once what would only wait: a queue that grows faster than it is served answers nobody in time and takes the memory of the machine.
 * Files that were built once are not counted; they cost next to nothing.
 */
export function shedLoad(namesSession: NamesSession, clock: () => number = () => performance.now()): Shedder {
  const inWork = { all: 0, visitors: 0, read: 0 }
  let [shed, takes] = [0, 0]
  const isFull = (visitor: boolean, reads: boolean): boolean =>
    inWork.all >= limits.all || (visitor && inWork.visitors >= limits.visitors) || (reads && takes > tooSlow && inWork.read >= fewest)
  return {
    admit(request, response) {
      if (request.url?.startsWith('/_app/')) return true
      const visitor = !namesSession(request.headers.cookie)
      const reads = visitor && (request.method === 'GET' || request.method === 'HEAD')
      if (isFull(visitor, reads)) {
        shed++
        response.writeHead(503, { 'retry-after': retryAfter, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        response.end(busyPage)
        return false
      }
      inWork.all++
      if (visitor) inWork.visitors++
      if (reads) inWork.read++
      const begun = clock()
      let out = false
      const done = () => {
        if (out) return
        out = true
        inWork.all--
        if (visitor) inWork.visitors--
        if (!reads) return
        inWork.read--
        takes += (clock() - begun - takes) * newest
      }
      // A page that is rendered for the memory has no connection that could close.
      response.once('close', done).once('finish', done)
      return true
    },
    counts: () => ({ inWork: inWork.all, shed }),
  }
}
