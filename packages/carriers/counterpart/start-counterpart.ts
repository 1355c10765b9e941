import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CarrierName } from '../carrier-names.ts'
import { statusTables } from '../states.ts'
import { fieldsOf, openBook } from './book.ts'
import type { Answered, Asked, HeldParcel } from './book.ts'
import { ghnPush, likeGhn } from './like-ghn.ts'
import { ghtkPush, likeGhtk } from './like-ghtk.ts'
import { likeViettelPost, viettelPostPush } from './like-viettel-post.ts'
import { likeVnpost, vnpostPush } from './like-vnpost.ts'

export { counterpartCredentials } from './book.ts'

const handlers = [likeGhn, likeGhtk, likeViettelPost, likeVnpost]
const pushes = { ghn: ghnPush, ghtk: ghtkPush, viettelpost: viettelPostPush, vnpost: vnpostPush } as const
const mostBody = 1_000_000

type PushTo = Partial<Record<CarrierName, string>>

/**
 * A server that answers like the four carriers, by their protocols as far as they are known: tokens, fees, one parcel a client code, no cancelling once it
 * was picked up, labels, details, pushes. The real ones were not reachable when it was written. `pushTo`: where each tells of a new status; the secret
 * stands in its address.
 *
 * @example const counterpart = await startCounterpart()
 * const { status } = await fetch(`${counterpart.url}/shiip/public-api/v2/shipping-order/detail`, { method: 'POST', body: '{}' })
 * await counterpart.stop()
 * status // 401
 */
export async function startCounterpart({ port = 0, host = '127.0.0.1' } = {}) {
  const book = openBook()
  const calls: string[] = []
  let lost = { count: 0, to: '' }
  const pushTo: PushTo = {}

  async function move(code: string, status: string, at = new Date()): Promise<number | null> {
    const parcel = book.parcels.find((one) => one.code === code)
    if (!parcel) return null
    parcel.status = status
    const address = pushTo[parcel.carrier]
    if (address === undefined) return null
    const secret = new URL(address).searchParams.get('hash') ?? ''
    const { mediaType, body } = pushes[parcel.carrier](parcel, at, secret)
    return (await fetch(address, { method: 'POST', headers: { 'content-type': mediaType }, body, redirect: 'manual' })).status
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > mostBody) return void response.destroy()
      chunks.push(chunk)
    }
    const text = Buffer.concat(chunks).toString('utf8')
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://counterpart')
    if (pathname === '/') return send(response, await atTheDesk(request.method === 'POST' ? text : null))
    calls.push(`${request.method} ${pathname}`)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    )
    const asked: Asked = { method: request.method ?? 'GET', path: pathname, query: searchParams, headers, body: bodyOf(text) }
    const given = handlers.map((handle) => handle(asked, book)).find((one) => one !== null)
    if (lost.count > 0 && pathname.includes(lost.to)) {
      lost.count--
      return void response.destroy()
    }
    send(response, given ?? { status: 404, json: { message: 'not found' } })
  }

  /** A page for whoever shows it: each parcel, and what becomes of it next. */
  async function atTheDesk(posted: string | null): Promise<Answered> {
    const form = new URLSearchParams(posted ?? '')
    if (posted !== null) {
      for (const carrier of Object.keys(pushes) as CarrierName[]) {
        const address = form.get(`push-${carrier}`)
        if (address !== null && URL.canParse(address)) pushTo[carrier] = address
      }
      await move(form.get('code') ?? '', form.get('status') ?? '').catch(() => null)
    }
    return { status: 200, mediaType: 'text/html; charset=utf-8', body: new TextEncoder().encode(deskPage(book.parcels, pushTo)) }
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    parcels: book.parcels,
    /** Each request so far: `POST /v2/user/Login`. */
    calls,
    pushTo,
    /** A parcel gets another status; answers what whoever is told of it said. */
    move,
    /** Does what the next requests ask, of those whose path has `to` in it, and answers nothing: the line broke. */
    loseAnswers: (count = 1, to = '') => void (lost = { count, to }),
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Counterpart = Awaited<ReturnType<typeof startCounterpart>>

function bodyOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(text))
  } catch {
    return {}
  }
}

function send(response: ServerResponse, given: Answered): void {
  const body = 'json' in given ? JSON.stringify(given.json) : given.body
  const mediaType = 'json' in given ? 'application/json' : given.mediaType
  response.writeHead(given.status, { 'content-type': mediaType }).end(body)
}

function deskPage(parcels: readonly HeldParcel[], pushTo: PushTo): string {
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const rows = parcels.map(({ carrier, code, clientCode, status, codVnd }) => {
    const choices = Object.entries(statusTables[carrier].states).map(
      ([known, state]) => `<option value="${safe(known)}"${known === status ? ' selected' : ''}>${safe(known)} (${state})</option>`,
    )
    return `<li><form method="post"><b>${safe(code)}</b> ${carrier} ${safe(clientCode)} COD ${codVnd} <input type="hidden" name="code" value="${safe(code)}"><select name="status" aria-label="${safe(code)}">${choices.join('')}</select> <button>&rarr;</button></form></li>`
  })
  const addresses = Object.keys(pushes).map(
    (carrier) =>
      `<p><label>${carrier} <input name="push-${carrier}" size="80" value="${safe(pushTo[carrier as CarrierName] ?? '')}"></label></p>`,
  )
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Hãng vận chuyển đối ứng</title><h1>Hãng vận chuyển đối ứng (để thử)</h1><ul>${rows.join('')}</ul><form method="post">${addresses.join('')}<button>Lưu địa chỉ nhận tin</button></form></html>`
}
