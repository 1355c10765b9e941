import { isIPv4 } from 'node:net'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { apiKeyPrefix } from '@dacsan/modules/identity/rules'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'

export type AccessLog = {
  /** Notes an answer when it is out. */
  follow(request: IncomingMessage, response: ServerResponse, asker: { requestId: string; address: string }): void
  /** Notes one that went out at once, before the framework. */
  note(request: IncomingMessage, answer: { status: number; bytes: number }): void
}

/**
 * One line for each answer: what was asked for, what came of it, for whom it took how long. Without queries, cookies and bodies, and of the visitor
 * the network alone: enough to find a fault or a flood, and nobody.
 */
export function accessLog(log: Pick<Log, 'info'>, trustedProxies: number): AccessLog {
  return {
    follow(request, response, { requestId, address }) {
      const begun = performance.now()
      const { socket } = request
      const before = socket.bytesWritten
      response.once('close', () => {
        log.info(
          {
            method: request.method,
            path: pathToShow(request.url ?? ''),
            status: response.statusCode,
            ms: Math.round(performance.now() - begun),
            bytes: socket.bytesWritten - before,
            requestId,
            network: visitorNetwork(address),
            ...(!response.writableFinished && { cutOff: true }),
          },
          'answered',
        )
      })
    },
    note(request, { status, bytes }) {
      log.info(
        {
          method: request.method,
          path: pathToShow(request.url ?? ''),
          status,
          ms: 0,
          bytes,
          requestId: newId('req'),
          network: visitorNetwork(addressOf(request, trustedProxies)),
        },
        'answered',
      )
    },
  }
}

/** As the framework does it: the address before the last of the proxies that are ours. */
function addressOf({ socket, headers }: IncomingMessage, trustedProxies: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
  const addresses = [socket.remoteAddress ?? '', ...(forwarded === '' ? [] : forwarded.split(',').toReversed())]
  return addresses[Math.min(trustedProxies, addresses.length - 1)]!.trim()
}

/** A path without its query; a long part with capitals is no name of ours but the secret of an invitation or the like, and a key belongs in a header. */
export function pathToShow(url: string): string {
  const path = url.split('?', 1)[0]!.slice(0, 300)
  return path.replaceAll(/[^/]{24,}/g, (part) => (/[A-Z]/.test(part) || part.includes(apiKeyPrefix) ? '…' : part))
}

/** The network that an address belongs to: of IPv4 256 addresses, of IPv6 what a provider hands to a site (RFC 6177). */
export function visitorNetwork(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  const [before = '', after] = plain.split('%', 1)[0]!.split('::')
  const groups = before === '' ? [] : before.split(':')
  const missing = after === undefined ? 0 : 8 - groups.length - (after === '' ? 0 : after.split(':').length)
  const first = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(after ? after.split(':') : [])].slice(0, 3)
  return `${first.join(':')}::/48`
}
