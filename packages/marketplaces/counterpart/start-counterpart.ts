import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hmacHex } from '../hmac.ts'
import { marketplaceNames } from '../marketplace-names.ts'
import type { MarketplaceName } from '../marketplace-names.ts'
import { counterpartKeys, openBook } from './book.ts'
import type { Answered, Asked, HeldOrder } from './book.ts'
import { likeLazada } from './like-lazada.ts'
import { likeShopee } from './like-shopee.ts'
import { likeTiktok } from './like-tiktok.ts'

export { counterpartKeys } from './book.ts'

const handlers = [['shopee', likeShopee], ['tiktok-shop', likeTiktok], ['lazada', likeLazada]] as const // prettier-ignore
const firstStatus: Readonly<Record<MarketplaceName, string>> = {
  shopee: 'READY_TO_SHIP',
  'tiktok-shop': 'AWAITING_SHIPMENT',
  lazada: 'pending',
}
const mostBody = 12_000_000

/** The body of a push and its signature, each as its marketplace makes it. */
async function pushOf(
  from: MarketplaceName,
  { number, status, updatedAt }: HeldOrder,
  url: string,
): Promise<{ body: string; authorization: string }> {
  if (from === 'shopee') {
    const { shopId, partnerKey } = counterpartKeys.shopee
    const body = JSON.stringify({ code: 3, shop_id: Number(shopId), timestamp: updatedAt, data: { ordersn: number, status } })
    return { body, authorization: await hmacHex(partnerKey, url, '|', body) }
  }
  if (from === 'tiktok-shop') {
    const { shopId, appKey, appSecret } = counterpartKeys['tiktok-shop']
    const body = JSON.stringify({ type: 1, tts_notification_id: `${number}-${status}`, shop_id: shopId, timestamp: updatedAt, data: { order_id: number, order_status: status, is_on_hold_order: false, update_time: updatedAt } }) // prettier-ignore
    return { body, authorization: await hmacHex(appSecret, appKey, body) }
  }
  const { sellerId, appKey, appSecret } = counterpartKeys.lazada
  const body = JSON.stringify({ seller_id: sellerId, message_type: 0, data: { order_status: status, trade_order_id: number, trade_order_line_id: `${number}1`, status_update_time: updatedAt }, timestamp: updatedAt * 1000, site: 'lazada_vn' }) // prettier-ignore
  return { body, authorization: await hmacHex(appSecret, appKey, body) }
}

/**
 * A server that answers like the three marketplaces: it checks signatures, clocks and tokens, gives its orders in pages, turns too many calls away and loses
 * answers where it is told to. It is made after their documents, so it proves that we agree with those, not with the marketplaces.
 *
 * @example const counterpart = await startCounterpart()
 * const { status } = await fetch(counterpart.url)
 * await counterpart.stop()
 * status // 200
 */
export async function startCounterpart({
  port = 0,
  host = '127.0.0.1',
  now = () => Date.now(),
}: { port?: number; host?: string; now?: () => number } = {}) {
  const book = openBook()
  const calls: string[] = []
  const pushTo: Partial<Record<MarketplaceName, string>> = {}
  let [lost, refused, serial] = [{ count: 0, to: '' }, 0, 0]

  async function tell(from: MarketplaceName, order: HeldOrder): Promise<number | null> {
    const url = pushTo[from]
    if (url === undefined) return null
    const { body, authorization } = await pushOf(from, order, url)
    return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body, redirect: 'manual' }))
      .status
  }
  /** Somebody orders there: its own stock goes down, and whoever listens is told. */
  async function order(from: MarketplaceName, sku: string, quantity: number, { price = 85_000, name = 'Hàng thử' } = {}) {
    const seconds = Math.floor(now() / 1000)
    const one = { number: `${from === 'shopee' ? '26TEST' : ''}${9_000_000_000 + ++serial}`, status: firstStatus[from], createdAt: seconds, updatedAt: seconds, lines: [{ sku, name, quantity, priceVnd: price }] } // prettier-ignore
    book[from].orders.push(one)
    const item = book[from].items.find((held) => held.sku === sku)
    if (item) item.stock -= quantity
    return { number: one.number, told: await tell(from, one) }
  }
  async function move(from: MarketplaceName, number: string, status: string): Promise<number | null> {
    const one = book[from].orders.find((held) => held.number === number)
    if (!one) return null
    Object.assign(one, { status, updatedAt: Math.max(one.updatedAt + 1, Math.floor(now() / 1000)) })
    return tell(from, one)
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > mostBody) return void response.destroy()
      chunks.push(chunk)
    }
    const bytes = new Uint8Array(Buffer.concat(chunks))
    const body = new TextDecoder().decode(bytes)
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://counterpart')
    if (path === '/') return atTheDesk(request.method === 'POST' ? body : null, response)
    calls.push(`${request.method} ${path}`)
    if (refused > 0) {
      refused--
      return send(response, { status: 429, json: { error: 'error_limit', code: 'ApiCallLimit' } })
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    )
    const asked: Asked = { method: request.method ?? 'GET', path, query, headers, body, bytes }
    let given: Answered | null = null
    for (const [name, handle] of handlers) given ??= await handle(asked, book[name], now())
    if (lost.count > 0 && path.includes(lost.to)) {
      lost.count--
      return void response.destroy()
    }
    send(response, given ?? { status: 404, json: { message: 'not found' } })
  }

  /** A page for whoever shows it: what stands in each shop; order one of it, set where pushes go. */
  async function atTheDesk(posted: string | null, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(posted ?? '')
    for (const name of marketplaceNames) if (URL.canParse(form.get(`push-${name}`) ?? '')) pushTo[name] = form.get(`push-${name}`)!
    const from = marketplaceNames.find((name) => name === form.get('from'))
    if (from) await order(from, form.get('sku') ?? '', 1).catch(() => null)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(deskPage(book, pushTo))
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    shops: book,
    /** Each request so far: `GET /api/v2/order/get_order_list`. */
    calls,
    pushTo,
    order,
    move,
    /** The same push again, as marketplaces send it. */
    tellAgain: (from: MarketplaceName, number: string) =>
      tell(
        from,
        book[from].orders.find((held) => held.number === number)!,
      ),
    stockOf: (from: MarketplaceName, sku: string): number | null => book[from].items.find((item) => item.sku === sku)?.stock ?? null,
    /** The access token of a shop ran out. */
    expire: (from: MarketplaceName) =>
      void (book[from].accessToken = book[from].accessToken.replace(/\d+$/, (count) => String(Number(count) + 1))),
    /** Does what the next requests ask, of those whose path has `to` in it, and answers nothing: the line broke. */
    loseAnswers: (count = 1, to = '') => void (lost = { count, to }),
    /** Turns the next requests away: too many calls. */
    limit: (count = 1) => void (refused = count),
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Counterpart = Awaited<ReturnType<typeof startCounterpart>>

const send = (response: ServerResponse, { status, json }: Answered): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))

function deskPage(book: ReturnType<typeof openBook>, pushTo: Partial<Record<MarketplaceName, string>>): string {
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const shops = marketplaceNames.map((name) => {
    const items = book[name].items.map(({ sku, title, stock }) => `<li><form method="post">${safe(title)} (${safe(sku)}): <b>${stock}</b> <input type="hidden" name="from" value="${name}"><input type="hidden" name="sku" value="${safe(sku)}"><button>Mua 1</button></form></li>`) // prettier-ignore
    const orders = book[name].orders.map(({ number, status }) => `<li>${safe(number)}: ${safe(status)}</li>`)
    return `<h2>${name}</h2><ul>${items.join('')}</ul><ul>${orders.join('')}</ul>`
  })
  const addresses = marketplaceNames.map(
    (name) => `<p><label>${name} <input name="push-${name}" size="80" value="${safe(pushTo[name] ?? '')}"></label></p>`,
  )
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Sàn đối ứng</title><h1>Sàn đối ứng (để thử)</h1>${shops.join('')}<form method="post">${addresses.join('')}<button>Lưu địa chỉ nhận tin</button></form></html>`
}
