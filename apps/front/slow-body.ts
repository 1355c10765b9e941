import type { IncomingMessage, ServerResponse } from 'node:http'

/** A form of text arrives within this, over the worst line that anybody works on (milliseconds); files have the time of the whole request. */
const patience = 60_000
const ofText = 256 * 1024

/** Ends a request whose small body does not arrive: somebody keeps the connection open, or has gone. */
export function endSlowBody(request: IncomingMessage, response: ServerResponse): void {
  const length = Number(request.headers['content-length'])
  if (!(length <= ofText)) return
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, patience)
  timer.unref()
  request.once('end', () => clearTimeout(timer))
  response.once('close', () => clearTimeout(timer))
}
