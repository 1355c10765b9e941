import { once } from 'node:events'
import { request as http } from 'node:http'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { request as https } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress, publicLookup } from './public-address.ts'

export type Posting = {
  headers: OutgoingHttpHeaders
  body: Buffer
  /** How long an answer is waited for (milliseconds). */
  patience: number
  /** Hosts that may be neighbours of this machine, by the name in the address; every other one has to be public. */
  isAllowed(host: string): boolean
}

/** The host of an address as it is looked up: without the brackets of version 6. */
export const hostOf = (address: string): string => new URL(address).hostname.replace(/^\[|\]$/g, '')

/**
 * Posts to an address outside, whatever its name leads to, so that nobody makes this server ask its neighbours. An answer that leads elsewhere is not
 * followed; its body is not read. Throws where there is no answer.
 *
 * @example (await postOutside('https://kho.vidu.vn/su-kien', { headers: {}, body: Buffer.from('{}'), patience: 15_000, isAllowed: () => false })).statusCode // 200
 */
export async function postOutside(address: string, { headers, body, patience, isAllowed }: Posting): Promise<IncomingMessage> {
  const host = hostOf(address)
  const isFree = isAllowed(host)
  if (!isFree && isIP(host) !== 0 && !isPublicAddress(host)) throw new Error(`${host} is no public address`)
  const request = new URL(address).protocol === 'http:' ? http : https
  const options = { method: 'POST', headers: { ...headers, 'content-length': body.length }, signal: AbortSignal.timeout(patience) }
  const asked = request(address, { ...options, ...(!isFree && { lookup: publicLookup() }) })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  // Its head says all; a body that breaks off is nobody's fault.
  for (const stream of [asked, answer]) stream.on('error', () => {})
  answer.resume()
  return answer
}
