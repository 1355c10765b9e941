import type { LotId } from '@dacsan/modules/traceability/rules'
import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findProduct, registerDay } from '@dacsan/modules/catalogue'
import { findCertificate, importCertificates } from '@dacsan/modules/certificates'
import { visitor } from '@dacsan/modules/identity'
import type { Actor } from '@dacsan/modules/identity'
import type { Ctx } from '@dacsan/modules/context'
import { ruleOn } from '@dacsan/modules/law'
import { publicPages } from '@dacsan/modules/public-pages'
import type { PublicPage } from '@dacsan/modules/public-pages'
import { currentRuntime } from '@dacsan/modules/runtime'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { findScan } from '@dacsan/modules/traceability'
import { readConfig } from '@dacsan/platform/config'
import { openDatabase } from '@dacsan/platform/database'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { databaseAt, onServer } from '@dacsan/platform/testing-server'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { DB as Tables } from '../../../modules/database.tables.ts'
import { aWithdrawal } from '../../../modules/certificates/fixtures.ts'
import { someoneWith } from '../../../modules/identity/fixtures.ts'
import { supersedeByTwo } from '../../../modules/law/fixtures.ts'
import { aLot, traceWorld } from '../../../modules/traceability/fixtures.ts'
import { recallLot } from '../../../modules/traceability/index.ts'
import { startFront } from '../index.ts'
import type { Front } from '../index.ts'
import { aboutKeeping } from '../spoken.ts'
import type { PageHandler } from '../spoken.ts'

const { db, pool, owner, files, connect, role, url, as, dataDir } = await testDatabase<Tables>()
// Another process has a pool of its own, and hears nothing of this one.
const elsewhere = openDatabase<Tables>({ connection: url, log: createLog('silent') })
const there = (actor: Actor): Ctx => ({ ...as(actor), db: elsewhere.db })

/** How often each address was rendered, and what is waited for before an answer is given. */
const rendered = new Map<string, number>()
let held: Promise<void> | null = null
const padding = '<p>Dừa sáp Cầu Kè, bánh tét Trà Cuôn.</p>'.repeat(50)

/** Pages of the same questions as the real ones, in plain words. */
const shown: { path: RegExp; page: PublicPage; show: (found: string) => Promise<{ text: string; scan?: string } | null> }[] = [
  {
    path: /^\/san-pham\/([^?]+)/,
    page: 'product',
    show: async (slug) => ({ text: (await findProduct({ db, actor: visitor }, slug)).name }),
  },
  {
    path: /^\/giay-chung-nhan\/([^?]+)/,
    page: 'certificate',
    show: async (code) => ({ text: (await findCertificate({ db, now: new Date() }, code))?.verdict ?? 'none' }),
  },
  {
    path: /^\/t\/([^?]+)/,
    page: 'scan',
    show: async (code) => {
      const found = await findScan({ db, now: new Date() }, { traceCode: code })
      return found.known ? { text: `${found.scan.lot?.status} ${found.scan.scans?.count ?? 0}`, scan: found.scan.code } : null
    },
  },
  {
    path: /^\/san-pham()/,
    page: 'register',
    show: async () => ({ text: String((await registerDay({ db, now: new Date() })).renewalDays) }),
  },
]

const pages: PageHandler = (asked, response) => {
  const address = asked.url ?? ''
  rendered.set(address, (rendered.get(address) ?? 0) + 1)
  const answer = async () => {
    await held
    const kind = shown.find(({ path }) => path.test(address))
    const found = await kind?.show(kind.path.exec(address)![1]!)
    if (kind && !found) return void response.writeHead(404).end()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const forEverybody = asked.headers[aboutKeeping.asked] !== undefined
    if (forEverybody && kind) response.setHeader(aboutKeeping.shows, publicPages[kind.page].join(' '))
    if (forEverybody && found?.scan) response.setHeader(aboutKeeping.scan, found.scan)
    if (address.includes('signed')) response.setHeader('set-cookie', 'own=1')
    response.end(`<p>${found?.text ?? 'own page'} · ${asked.headers.cookie ?? 'nobody'}</p>${padding}`)
  }
  answer().catch((error: Error) => response.writeHead(500).end(error.message))
}

let front: Front
let world: Awaited<ReturnType<typeof traceWorld>>
let lotCode = ''
let lotId: LotId

async function start(options: { memoryBytes?: number } = {}) {
  const config = { ...readConfig({ DATA_DIR: dataDir, ORIGIN: 'https://dacsan.test' }), port: 0 }
  const installation: OpenInstallation = { config, log: createLog('silent'), db, pool, files, connect, role, close: async () => {} }
  return startFront(installation, { pages, ...options })
}

beforeAll(async () => {
  world = await traceWorld(as)
  const lot = await aLot(as(world.actors.producer), { productId: world.certified.id, number: 'A1' })
  lotCode = lot.traceCode
  lotId = lot.lotId
  await db.transaction().execute((tx) =>
    importCertificates(tx, [
      {
        productId: world.certified.id,
        productSlug: world.certified.slug,
        productName: 'Mứt dừa sáp',
        producerName: 'HTX Dừa sáp Cầu Kè',
        stars: 4,
        decisionNumber: '100/QĐ-UBND',
        decisionDate: '2026-06-10',
        authority: 'UBND tỉnh Vĩnh Long',
        issuedOn: '2026-06-10',
        validUntil: '2029-06-10',
        validityInferred: false,
        year: 2026,
        sourceUrl: null,
        sourceNote: null,
        standing: {
          productId: world.certified.id,
          standing: 'certified',
          stars: 4,
          potentialFive: false,
          certifiedFrom: '2026-06-10',
          certifiedUntil: '2029-06-10',
        },
      },
    ]),
  )
  await pool.query('update product set in_register = true')
  front = await start()
  await listening()
})
afterAll(async () => {
  await front.close()
  await elsewhere.close()
})

type Answered = { status: number; headers: IncomingMessage['headers']; text: string }
async function ask(path: string, headers: Record<string, string> = {}, { method = 'GET', port = front.port } = {}): Promise<Answered> {
  const message = await new Promise<IncomingMessage>((resolve, reject) =>
    request({ port, host: '127.0.0.1', path, method, headers: { accept: 'text/html', ...headers } }, resolve)
      .on('error', reject)
      .end(),
  )
  const bytes = await buffer(message)
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[String(message.headers['content-encoding'])]
  return { status: message.statusCode!, headers: message.headers, text: (unpack && bytes.length > 0 ? unpack(bytes) : bytes).toString() }
}
const said = async (path: string) => /<p>(.*?) · /.exec((await ask(path)).text)?.[1]
const times = (path: string) => rendered.get(path) ?? 0
const metric = async (name: string, port = front.port) =>
  Number(new RegExp(`^${name.replaceAll(/[{}"]/g, '\\$&')} (\\d+)$`, 'm').exec((await ask('/metrics', {}, { port })).text)?.[1])
const listening = (port = front.port) =>
  vi.waitFor(async () => expect(await metric('dacsan_changes_heard', port)).toBe(1), { interval: 20, timeout: 20_000 })

/** Asked twice, a page is rendered once; then a change is made elsewhere, and the page must show it within a second. */
async function showsWithinASecond(path: string, before: string, change: () => Promise<unknown>, after: string): Promise<void> {
  expect(await said(path)).toBe(before)
  const rendering = times(path)
  expect(await said(path)).toBe(before)
  expect(times(path)).toBe(rendering)
  await change()
  await expect.poll(() => said(path), { interval: 20, timeout: 1_000 }).toBe(after)
}

describe('a change made through any process is seen within a second', () => {
  test('a product that was renamed by hand in the database', async () => {
    const path = `/san-pham/${world.others.slug}`
    const rename = () => elsewhere.pool.query(`update product set name = 'Bánh tét bốn màu' where id = $1`, [world.others.id])
    await showsWithinASecond(path, 'Bánh tét ba màu', rename, 'Bánh tét bốn màu')
    expect(await said(path)).toBe('Bánh tét bốn màu')
  })

  test('a lot that was recalled by a command in another process', async () => {
    await said(`/t/${lotCode}`)
    await expect.poll(async () => (await db.selectFrom('scan_count').selectAll().execute()).length).toBeGreaterThan(0)
    await elsewhere.pool.query('update lot set quantity = quantity')
    const now = (await said(`/t/${lotCode}`))!
    expect(now).toMatch(/^open /)
    const recall = () => recallLot(there(world.actors.producer), { lotId, reason: 'Phiếu kiểm nghiệm lô này không đạt' })
    await recall()
    await expect.poll(() => said(`/t/${lotCode}`), { interval: 20, timeout: 1_000 }).toMatch(/^recalled /)
  })

  test('a certificate that was withdrawn by a command in another process', async () => {
    const { code } = await db.selectFrom('certificate').select('code').executeTakeFirstOrThrow()
    const officer = there(someoneWith('provincial-officer'))
    const signedOn = dateInVietnam(new Date())
    const withdraw = async () => {
      expect((await findCertificate(officer, code))?.status).toBe('active')
      await aWithdrawal(officer, { code, reason: 'law-broken', number: '77', signedOn })
    }
    await showsWithinASecond(`/giay-chung-nhan/${code}`, 'valid', withdraw, 'withdrawn')
  })

  test('a legal value that a command in another process superseded, on the page and wherever the law is read', async () => {
    const today = dateInVietnam(new Date())
    const rule = await ruleOn(db, 'renewal.window-days', today)
    const supersede = async () => {
      const value = JSON.stringify({ ...rule.value, from: rule.value.from + 7 })
      await supersedeByTwo(there(someoneWith('provincial-officer')), { topic: 'renewal.window-days', value, effectiveFrom: today })
    }
    await showsWithinASecond('/san-pham', String(rule.value.from), supersede, String(rule.value.from + 7))
    expect((await ruleOn(db, 'renewal.window-days', today)).value.from).toBe(rule.value.from + 7)
    expect((await ruleOn(db, 'renewal.window-days', addDays(today, -1))).value).toEqual(rule.value)
  })

  test('a change that is committed while a page is being rendered is not missed', async () => {
    const path = `/san-pham/${world.plain.slug}`
    const rename = (name: string) =>
      elsewhere.pool.query('update product set name = $1, in_register = true where id = $2', [name, world.plain.id])
    await rename('Kẹo dừa cũ')
    let letGo = () => {}
    held = new Promise((resolve) => (letGo = resolve))
    const slow = said(path)
    await expect.poll(() => times(path)).toBe(1)
    const before = await metric('dacsan_page_answers_total{from="rendered"}')
    await rename('Kẹo dừa mới')
    held = null
    // Who asks before the change is heard waits for the rendering that is under way: that is no answer yet.
    const soon = () => Promise.race([said(path), delay(100)])
    await expect.poll(soon, { interval: 20, timeout: 1_000 }).toBe('Kẹo dừa mới')
    letGo()
    await slow
    expect(await metric('dacsan_page_answers_total{from="rendered"}')).toBeGreaterThan(before)
    expect(await said(path)).toBe('Kẹo dừa mới')
  })
})

describe('what is kept', () => {
  test.each(['/san-pham?q=ca+phe', '/chu-the/nobody'])('a crowd on the cold address %s renders it once', async (path) => {
    const before = await metric('dacsan_page_answers_total{from="waited"}')
    let letGo = () => {}
    held = new Promise((resolve) => (letGo = resolve))
    const crowd = Array.from({ length: 50 }, () => ask(path))
    await expect.poll(() => metric('dacsan_page_answers_total{from="waited"}')).toBe(before + 49)
    letGo()
    held = null
    expect(new Set((await Promise.all(crowd)).map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(times(path)).toBe(1)
  })

  test('personal pages are never kept, and neither a session nor a cookie that is set gets into a page of others', async () => {
    const path = `/san-pham/${world.others.slug}`
    await ask(path)
    const kept = times(path)
    const { secret } = await currentRuntime().auth.engine.$context
    const signature = createHmac('sha256', secret).update('abc').digest('base64')
    const session = `__Host-dacsan.session_token=abc.${encodeURIComponent(signature)}`
    expect((await ask(path, { cookie: session })).text).toContain(session)
    expect((await ask(path, { cookie: `gio=1; ${session}` })).text).toContain(session)
    expect(times(path)).toBe(kept + 2)
    // Made up: the page of everybody, and nothing is rendered for it.
    for (const madeUp of ['__Host-dacsan.session_token=abc', 'dacsan.session_token=x'])
      expect((await ask(path, { cookie: madeUp })).text).toContain('· nobody')
    expect(times(path)).toBe(kept + 2)
    expect((await ask(path)).text).toContain('· nobody')
    for (const personal of [
      '/gio-hang',
      '/gia-thoa-thuan',
      '/dat-hang',
      '/don-hang/VL-1?k=1',
      '/van-phong',
      '/phan-anh',
      `${path}/__data.json`,
    ]) {
      await ask(personal)
      await ask(personal)
      expect([personal, times(personal)]).toEqual([personal, 2])
    }
    for (let n = 0; n < 2; n++) await ask('/san-pham?q=signed')
    expect(times('/san-pham?q=signed')).toBe(2)
  })

  test('a cart does not spoil it: whoever holds one gets the page of everybody, without his cookie in it', async () => {
    const path = `/san-pham/${world.others.slug}`
    await ask(path)
    const kept = times(path)
    const answer = await ask(path, { cookie: 'gio=crt_abc; __Host-gio=crt_abc' })
    expect(answer.text).toContain('· nobody')
    expect(times(path)).toBe(kept)
  })

  test('parameters that a page does not read make no other page, and its own come in one order', async () => {
    await ask('/san-pham?trang=2&q=d%E1%BB%ABa')
    for (const junk of [
      '/san-pham?q=dừa&trang=2&utm_source=zalo',
      '/san-pham?fbclid=1&q=d%E1%BB%ABa&trang=2&q=x',
      '/san-pham?sao=&q=d%E1%BB%ABa&trang=2',
    ])
      await ask(encodeURI(decodeURI(junk)))
    expect([...rendered].filter(([address]) => address.includes('trang=2'))).toEqual([['/san-pham?q=d%E1%BB%ABa&trang=2', 1]])
    const before = await metric('dacsan_page_memory_pages')
    for (let n = 0; n < 20; n++) await ask(`/san-pham?junk=${n}`)
    expect(await metric('dacsan_page_memory_pages')).toBeLessThanOrEqual(before + 1)
  })

  test('each form is the same page, HEAD has no body, and who has it is told so', async () => {
    const path = `/san-pham/${world.others.slug}`
    const plain = await ask(path)
    const { etag } = plain.headers
    for (const accepted of ['br', 'gzip', 'gzip, deflate, br', 'identity;q=1, *;q=0']) {
      const answer = await ask(path, { 'accept-encoding': accepted })
      expect(answer.text).toBe(plain.text)
      expect(answer.headers).toMatchObject({ etag, vary: 'Accept-Encoding, Cookie', 'cache-control': 'public, no-cache' })
      expect(answer.headers['cdn-cache-control']).toContain('stale-while-revalidate')
      const head = await ask(path, { 'accept-encoding': accepted }, { method: 'HEAD' })
      expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', answer.headers['content-length']])
    }
    const again = await ask(path, { 'if-none-match': `"other", ${etag}` })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
    expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200)
    expect(Object.keys(plain.headers).filter((name) => name.startsWith('x-dacsan'))).toEqual([])
  })

  test('scans are counted from memory: one for each device, none for a head or a page that is fetched ahead', async () => {
    const lot = await aLot(as(world.actors.producer), { productId: world.plain.id, number: 'S1' })
    const code = lot.traceCode
    const counted = async () =>
      Number((await pool.query<{ n: string }>('select coalesce(sum(count), 0) as n from scan_count where code = $1', [code])).rows[0]!.n)
    const before = await counted()
    for (const device of ['one', 'two', 'one', 'three']) await ask(`/t/${code}`, { 'user-agent': device })
    await ask(`/t/${code}`, { 'user-agent': 'four' }, { method: 'HEAD' })
    await ask(`/t/${code}`, { 'user-agent': 'five', 'sec-purpose': 'prefetch' })
    await expect.poll(counted, { interval: 20, timeout: 5_000 }).toBe(before + 3)
  })

  test('memory is bounded by its bytes', async () => {
    const small = await start({ memoryBytes: 100_000 })
    try {
      await listening(small.port)
      for (let n = 0; n < 60; n++) await ask(`/san-pham?q=nhieu+${n}`, { 'accept-encoding': 'gzip' }, { port: small.port })
      expect(await metric('dacsan_page_memory_bytes', small.port)).toBeLessThanOrEqual(100_000)
      expect(await metric('dacsan_page_memory_pages', small.port)).toBeGreaterThan(5)
      expect(await metric('dacsan_page_memory_removed_total{why="room"}', small.port)).toBeGreaterThan(10)
    } finally {
      await small.close()
    }
  })

  test('a lost connection of the listener drops everything, and nothing is kept until it listens again', async () => {
    const path = `/san-pham/${world.others.slug}`
    await ask(path)
    expect(await metric('dacsan_page_memory_pages')).toBeGreaterThan(0)
    const name = /\/([^/?]+)(\?|$)/.exec(url)![1]!
    const dropped = await metric('dacsan_page_memory_removed_total{why="changed"}')
    await onServer(databaseAt(owner.url, 'postgres'), async (server) => {
      // Nobody may connect to this database for a while; who is in it stays.
      await server.query(`alter database ${name} allow_connections false`)
      await server.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like '% changes'`,
        [name],
      )
      try {
        await expect.poll(() => metric('dacsan_changes_heard')).toBe(0)
        expect(await metric('dacsan_page_memory_pages')).toBe(0)
        expect(await metric('dacsan_page_memory_removed_total{why="changed"}')).toBeGreaterThan(dropped)
        const rendering = times(path)
        for (let n = 0; n < 3; n++) expect((await ask(path)).status).toBe(200)
        expect(times(path)).toBe(rendering + 3)
        expect(await metric('dacsan_page_memory_pages')).toBe(0)
      } finally {
        await server.query(`alter database ${name} allow_connections true`)
      }
    })
    await listening()
    const before = times(path)
    await ask(path)
    expect(times(path)).toBe(before + 1)
    await ask(path)
    expect(times(path)).toBe(before + 1)
  })
})
