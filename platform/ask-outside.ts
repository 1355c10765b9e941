import { once } from 'node:events'
import { request as http } from 'node:http'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { request as https } from 'node:https'
import { isIP } from 'node:net'
import { hostOf } from './post-outside.ts'
import { isPublicAddress, publicLookup } from './public-address.ts'

export type Question = {
  method: 'GET' | 'POST'
  headers: OutgoingHttpHeaders
  body: string | Uint8Array | null
  /** How long the whole answer is waited for (milliseconds). */
  patience: number
  /** So many bytes of an answer are read; a longer one is none. */
  mostBytes: number
  /** Hosts that may be neighbours of this machine, by the name in the address; every other one has to be public. */
  isAllowed(host: string): boolean
}
export type OutsideAnswer = { status: number; mediaType: string; body: Uint8Array }

/**
 * Asks a service outside and reads its answer; like `postOutside` it reaches no neighbour of this machine, and an answer that leads elsewhere is not
 * followed. Throws where there is no whole answer: whether the service did what it was asked nobody knows then.
 *
 * @example (await askOutside('https://dich-vu.vidu.vn/gia', { method: 'GET', headers: {}, body: null, patience: 10_000, mostBytes: 1e6, isAllowed: () => false })).status // 200
 */
export async function askOutside(address: string, question: Question): Promise<OutsideAnswer> {
  const { method, headers, body, patience, mostBytes, isAllowed } = question
  const host = hostOf(address)
  const isFree = isAllowed(host)
  if (!isFree && isIP(host) !== 0 && !isPublicAddress(host)) throw new Error(`${host} is no public address`)
  const request = new URL(address).protocol === 'http:' ? http : https
  const sent = body === null ? undefined : typeof body === 'string' ? Buffer.from(body) : body
  const options = { method, headers: { ...headers, ...(sent && { 'content-length': sent.length }) }, signal: AbortSignal.timeout(patience) }
  const asked = request(address, { ...options, ...(!isFree && { lookup: publicLookup() }) })
  asked.end(sent)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  // What comes after its end is nobody's fault.
  asked.on('error', () => {})
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > mostBytes) {
      asked.destroy()
      throw new Error(`${host} answers more than ${mostBytes} bytes`)
    }
    pieces.push(piece)
  }
  return { status: answer.statusCode ?? 0, mediaType: answer.headers['content-type'] ?? '', body: new Uint8Array(Buffer.concat(pieces)) }
}
