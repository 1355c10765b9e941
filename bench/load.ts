import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export type Target = { port: number; path: string; headers: Record<string, string>; status: number }

const endOfHead = Buffer.from('\r\n\r\n')
const lengthField = Buffer.from('content-length: ')
const lastChunk = Buffer.from('\r\n0\r\n\r\n')

/**
 * Asks the same question over and again on so many connections, one at a time on each, and gives the answers per second. It reads of an answer
 * only its status and where it ends: the less the asking costs, the more of the machine is the server's. Throws on any other status.
 */
export async function answersPerSecond(
  target: Target,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const lines = [
    `GET ${target.path} HTTP/1.1`,
    'host: localhost',
    ...Object.entries(target.headers).map(([name, value]) => `${name}: ${value}`),
  ]
  const request = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
  const askers = await Promise.all(Array.from({ length: connections }, () => openAsker(target, request)))
  const begun = performance.now()
  for (const asker of askers) asker.begin()
  const lost = Promise.race(askers.map(({ failed }) => failed))
  await Promise.race([delay(seconds * 1000), lost])
  const answers = askers.reduce((sum, asker) => sum + asker.end(), 0)
  return answers / ((performance.now() - begun) / 1000)
}

async function openAsker({ port, status }: Target, request: Buffer) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  const answered = countAnswers(socket, status, () => socket.write(request))
  return {
    begin: () => socket.write(request),
    failed: once(socket, 'close').then(() =>
      Promise.reject(new Error(`the server broke off a connection after ${answered.count} answers`)),
    ),
    end() {
      socket.removeAllListeners('close').destroy()
      return answered.count
    },
  }
}

/** Counts whole answers as they come in, told where each ends by its length or by its last chunk. */
function countAnswers(socket: Socket, status: number, next: () => void): { count: number } {
  const answered = { count: 0 }
  const wanted = Buffer.from(`HTTP/1.1 ${status}`)
  let missing = 0
  let tail: Buffer | null = null
  socket.on('data', (bytes: Buffer) => {
    if (tail === null && missing === 0) {
      const head = bytes.indexOf(endOfHead)
      if (head < 0 || bytes.compare(wanted, 0, wanted.length, 0, wanted.length) !== 0)
        return void socket.destroy(new Error(`not the answer that was asked for: ${bytes.toString('latin1', 0, 200)}`))
      const field = bytes.subarray(0, head).indexOf(lengthField)
      if (field < 0) tail = bytes.subarray(-lastChunk.length)
      else
        missing =
          Number.parseInt(bytes.toString('latin1', field + lengthField.length, field + lengthField.length + 12), 10) +
          head +
          4 -
          bytes.length
    } else if (tail === null) missing -= bytes.length
    else tail = Buffer.concat([tail, bytes.subarray(-lastChunk.length)]).subarray(-lastChunk.length)
    if (tail === null ? missing > 0 : !tail.equals(lastChunk)) return
    missing = 0
    tail = null
    answered.count++
    next()
  })
  return answered
}
