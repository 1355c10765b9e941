import { nextTime } from '@dacsan/epcis/query'
import type { EpcFormat } from '@dacsan/epcis'
import { tellListener } from '@dacsan/modules/epcis-repository'
import type { Listener } from '@dacsan/modules/epcis-repository'
import type { Ctx } from '@dacsan/modules/context'
import type { WebSocket } from 'ws'

/** Why a connection is closed (RFC 6455 section 7.4.1, and 1013 of the IANA registry). */
export const closings = {
  leaving: [1001, 'the server is going down: come again, with initialRecordTime'],
  unread: [1003, 'nothing that is sent here is read'],
  revoked: [1008, 'the key is not valid any more'],
  dropped: [1008, 'the query is not there any more'],
  fault: [1011, 'a fault of ours: come again, with initialRecordTime'],
  slow: [1013, 'what was sent is not taken: come again, with initialRecordTime'],
} as const
export type Closing = keyof typeof closings

export type Patience = {
  /** How often a connection is asked whether it is there, and we ask whether it may be (milliseconds). */
  pulse: number
  /** How long one message may take to be taken off our hands. */
  taking: number
}
export const usualPatience: Patience = { pulse: 20_000, taking: 15_000 }

type Listening = {
  socket: WebSocket
  listener: Listener
  epcFormat: EpcFormat
  ctx: Pick<Ctx, 'db' | 'origin'>
  patience: Patience
  /** Why the connection may not go on; null where it may. */
  mayNot(): Promise<Closing | null>
  failed(error: unknown): void
}

/** A connection that hears events: `wake` looks whether there is something to tell. */
export type Connection = { wake(): void; close(why: Closing): void }

/** How long a connection that was asked to close may take. */
const parting = 2_000

/** Tells a connection of events until it is closed: as they come, or by its clock. One message is on its way at a time, so nothing piles up here. */
export function startListening({ socket, listener: first, epcFormat, ctx, patience, mayNot, failed }: Listening): Connection {
  let listener = first
  let isTelling = false
  let again = false
  let isAnswered = true
  let timer: NodeJS.Timeout | undefined
  const isOpen = () => socket.readyState === socket.OPEN

  const close = (why: Closing) => {
    if (!isOpen()) return
    const [code, reason] = closings[why]
    socket.close(code, reason)
    setTimeout(() => socket.terminate(), parting).unref()
  }
  const take = async (message: object): Promise<boolean> => {
    const why = isOpen() ? await mayNot() : null
    if (why) close(why)
    if (!isOpen()) return false
    const taken = await new Promise<boolean>((resolve) => {
      const tooLong = setTimeout(() => resolve(false), patience.taking)
      socket.send(JSON.stringify(message), (error) => {
        clearTimeout(tooLong)
        resolve(!error)
      })
    })
    if (!taken) close('slow')
    return taken
  }
  const tell = async () => {
    if (isTelling) {
      again = true
      return
    }
    isTelling = true
    try {
      do {
        again = false
        listener = { ...listener, toldUpTo: await tellListener(ctx, listener, epcFormat, take) }
      } while (again && isOpen())
    } catch (error) {
      failed(error)
      close('fault')
    } finally {
      isTelling = false
    }
  }
  const pulse = async () => {
    if (!isAnswered) return socket.terminate()
    isAnswered = false
    socket.ping()
    const why = await mayNot()
    if (why) return close(why)
    // A notice may have been lost with the connection to the database.
    if (listener.schedule === null) await tell()
  }
  const waitForNext = () => {
    const next = listener.schedule && nextTime(listener.schedule, new Date())
    if (!next) return
    // A timer of Node takes no more than 24 days.
    const wait = Math.min(next.getTime() - Date.now(), 86_400_000)
    timer = setTimeout(() => void (Date.now() >= next.getTime() ? tell() : Promise.resolve()).then(waitForNext), Math.max(wait, 1))
    timer.unref()
  }

  const beat = setInterval(() => void pulse().catch(failed), patience.pulse)
  beat.unref()
  socket.on('pong', () => (isAnswered = true))
  socket.on('message', () => close('unread'))
  // The close that follows says the rest.
  socket.on('error', () => {})
  socket.once('close', () => {
    clearInterval(beat)
    clearTimeout(timer)
  })
  if (listener.schedule === null) void tell()
  else waitForNext()
  return { wake: () => void (listener.schedule === null && isOpen() && tell()), close }
}
