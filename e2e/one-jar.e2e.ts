import type { ChildProcess } from 'node:child_process'
import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { intoCart, order } from './way/market.ts'

/** The program that the page of a proof gives to every visitor. */
type Proof = {
  readCheckpoint(note: string, vkeys: string): Promise<{ size: number; root: Uint8Array }>
  isProven(
    line: { fact: string; entry: string; place: number },
    checkpoint: { size: number; root: Uint8Array },
    read: (path: string) => Promise<Uint8Array>,
  ): Promise<boolean>
}
type Linkset = { linkset: Record<string, { href: string }[] | string>[] }
type Event = { type: string; inputQuantityList?: { epcClass: string }[]; outputQuantityList?: { epcClass: string }[] }

let product: Awaited<ReturnType<typeof aFreshProduct>>
let running: ChildProcess
test.beforeAll(async () => {
  test.setTimeout(180_000)
  product = await aFreshProduct('demo made anew')
  running = await product.start()
})
test.afterAll(async () => {
  running.kill('SIGTERM')
  await product.remove()
})

const plain = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

async function get(request: APIRequestContext, path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await request.get(new URL(path, product.url).href, { headers })
  expect([path, answer.status()]).toEqual([path, 200])
  return answer.text()
}

test('a stranger follows one jar by plain requests, from an order to its lot, to the farm and to its events, and proves what is told', async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000)
  const buyer = await (await browser.newContext({ baseURL: product.url, locale: 'vi-VN' })).newPage()
  await intoCart(buyer, 'keo dua sap', 'Kẹo dừa sáp (mẫu)')
  const address = await order(buyer)
  await buyer.context().close()
  await product.command('checkpoint')

  // The order names its lot.
  const path = /href="(\/t\/[0-9A-Z]+)"/.exec(await get(request, address))![1]!
  const code = path.slice('/t/'.length)

  // The lot says who made it, of what, and where that grew.
  const scan = plain(await get(request, path, { accept: 'text/html' }))
  for (const said of ['Kẹo dừa sáp (mẫu)', 'HTX Dừa sáp Cầu Kè', 'Nguyên liệu: Dừa trái', 'Xã Cầu Kè']) expect(scan).toContain(said)
  expect(scan).not.toContain('Hộ trồng')

  // What machines are told of it: every address answers, its events whoever has a key.
  const { linkset } = JSON.parse(await get(request, `${path}?linkType=linkset`, { accept: 'application/linkset+json' })) as Linkset
  const links = linkset.flatMap((level) =>
    Object.entries(level).flatMap(([type, of]) => (Array.isArray(of) ? of.map(({ href }) => ({ type, href })) : [])),
  )
  const ofType = (type: string) => links.filter((link) => link.type.endsWith(`/${type}`)).map(({ href }) => href)
  for (const type of ['traceability', 'recallStatus', 'certificationInfo']) expect(ofType(type)).not.toEqual([])
  const isForKeys = (href: string) => href.includes('/epcis/')
  for (const { href } of links) if (href.startsWith(product.url) && !isForKeys(href)) await get(request, href, { accept: 'text/html' })

  const events = ofType('epcis').find(isForKeys)!
  expect((await request.get(events)).status()).toBe(401)
  const key = await product.command('api-key', 'create', '--org', 'htx-dua-sap-mau', '--scope', 'epcis')
  const told = async (address: string) => {
    const answer = JSON.parse(await get(request, address, { authorization: `Bearer ${key}` })) as {
      epcisBody: { queryResults: { resultsBody: { eventList: Event[] } } }
    }
    return answer.epcisBody.queryResults.resultsBody.eventList
  }
  const made = (await told(events)).find(({ type }) => type === 'TransformationEvent')!
  const bought = made.inputQuantityList![0]!.epcClass
  expect(made.outputQuantityList!.map(({ epcClass }) => epcClass)).toEqual([product.url + path])
  // From the farm forward again: the purchase that came in is what went into this lot.
  const ofPurchase = await told(`/epcis/events?MATCH_anyEPCClass=${encodeURIComponent(bought)}`)
  expect(ofPurchase.map(({ type }) => type).toSorted()).toEqual(['ObjectEvent', 'TransformationEvent'])

  // Nobody changed it since: the program of the page, run by the stranger.
  const proof = (await import(`data:text/javascript,${encodeURIComponent(await get(request, '/proof.js'))}`)) as Proof
  const checkpoint = await proof.readCheckpoint(await get(request, '/log/checkpoint'), await get(request, '/log/vkey'))
  const read = async (file: string) => new Uint8Array(await (await request.get(`${product.url}/log/${file}`)).body())
  const page = await get(request, `/bang-chung/${code}`)
  const lines = [...page.matchAll(/data-entry="([^"]*)" data-fact="([^"]*)" data-place="(\d+)"/g)].map(([, entry, fact, place]) => ({
    entry: plain(entry!),
    fact: plain(fact!),
    place: Number(place),
  }))
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(await proof.isProven(line, checkpoint, read)).toBe(true)
  expect(await proof.isProven({ ...lines[0]!, fact: `${lines[0]!.fact} ` }, checkpoint, read)).toBe(false)
})
