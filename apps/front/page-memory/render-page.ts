import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http'
import type { PageHandler } from '../spoken.ts'

export type RenderedPage = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * Renders a page for nobody in particular: without cookies, address or device, so that nothing of whoever happened to come first can be in it, and to
 * the end, even when he has gone.
 */
export function renderPage(handler: PageHandler, url: string, headers: Record<string, string>): Promise<RenderedPage> {
  return new Promise((resolve, reject) => {
    const request = new IncomingMessage(new Socket())
    Object.assign(request, { method: 'GET', url, httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1, complete: true })
    request.headers = headers
    request.push(null)
    const response = new CapturedResponse(request)
    response.once('finish', () => resolve({ status: response.statusCode, headers: response.getHeaders(), body: response.body() }))
    response.once('error', reject)
    handler(request, response, () => response.writeHead(404).end())
  })
}

/** Takes an answer into memory instead of writing it to a connection. */
class CapturedResponse extends ServerResponse {
  readonly #parts: Buffer[] = []

  body(): Buffer {
    return Buffer.concat(this.#parts)
  }

  override writeHead(status: number, ...more: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]): this {
    this.statusCode = status
    const fields = more.find((one) => typeof one === 'object') as OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined
    if (Array.isArray(fields)) for (let at = 0; at < fields.length; at += 2) this.setHeader(String(fields[at]), fields[at + 1] as string)
    else for (const [name, value] of Object.entries(fields ?? {})) if (value !== undefined) this.setHeader(name, value)
    return this
  }

  override write(part: string | Uint8Array): boolean {
    this.#parts.push(Buffer.from(part as Uint8Array))
    return true
  }

  override end(...given: unknown[]): this {
    const [part] = given
    if (typeof part === 'string' || part instanceof Uint8Array) this.write(part)
    process.nextTick(() => this.emit('finish'))
    return this
  }
}
