import { createServer } from 'node:http'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { insertBackupRun } from '../../modules/app/backup-run.store.ts'
import { keepIntegrityResult } from '../../modules/app/integrity-check.store.ts'
import { aProduct } from '../../modules/catalogue/fixtures.ts'
import { importCertificates } from '@dacsan/modules/certificates'
import { loadLaw } from '@dacsan/modules/law'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { readConfig } from '@dacsan/platform/config'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startFront } from './index.ts'
import type { Front, FrontOptions } from './index.ts'

const { db, pool, files, connect: connectDatabase, role, dataDir } = await testDatabase<Tables>()
const running: Front[] = []
afterAll(() => Promise.all(running.map((front) => front.close())))

const page = `<!doctype html><title>Đặc sản</title>${'<p>Dừa sáp Cầu Kè, bánh tét Trà Cuôn.</p>'.repeat(200)}`

/** A page handler that answers one page and repeats what it was told of its caller. */
const pages: FrontOptions['pages'] = (request, response) => {
  if (request.url === '/echo') {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { 'x-dacsan-address': address, 'x-dacsan-protocol': protocol, 'x-dacsan-host': host } = request.headers
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ method: request.method, body: Buffer.concat(parts).toString(), address, protocol, host }))
    })
    return
  }
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(page)
}

async function start(env: Record<string, string> = {}, options: FrontOptions = { pages }, log = createLog('silent')): Promise<string> {
  const config = { ...readConfig({ DATA_DIR: dataDir, ...env }), port: 0 }
  const installation: OpenInstallation = {
    config,
    log,
    db,
    pool,
    files,
    connect: connectDatabase,
    role,
    close: async () => {},
  }
  const front = await startFront(installation, options)
  running.push(front)
  return `http://127.0.0.1:${front.port}`
}

let front = ''
beforeAll(async () => {
  await db.transaction().execute(async (tx) => {
    await loadLaw(tx)
    await aProduct(tx, { name: 'Bánh tét ba màu', standing: { stars: 4, certificateCode: 'TV-1' } })
    await aProduct(tx, { name: '=1+1 "Mắm", rươi', standing: { stars: 3, certificateCode: 'TV-2' } })
    const old = await aProduct(tx, { name: 'Lạp xưởng' })
    await importCertificates(tx, [
      {
        productId: old.id,
        productSlug: old.slug,
        productName: 'Lạp xưởng',
        producerName: 'Cơ sở Ngọc Hương',
        stars: 3,
        decisionNumber: '1693/QĐ-UBND',
        decisionDate: '2022-08-22',
        authority: 'UBND tỉnh Trà Vinh',
        issuedOn: '2022-08-22',
        validUntil: '2025-08-22',
        validityInferred: true,
        year: 2022,
        sourceUrl: null,
        sourceNote: null,
        standing: null,
      },
    ])
    for (let n = 0; n < 30; n++) await aProduct(tx, { name: `Mứt dừa số ${n}`, standing: { certificateCode: `TV-M${n}` } })
  })
  front = await start()
})

describe('the front', () => {
  describe.each([
    ['a page', '/san-pham'],
    ['a page of open data', '/api/v1/products'],
    ['a file of open data', '/api/v1/products?format=csv'],
    ['the description of the open data', '/api/openapi.json'],
  ])('%s', (_what, path) => {
    test.each([
      ['br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['gzip, deflate, br', 'br', brotliDecompressSync],
    ] as const)('an answer of the front is sent compressed to a caller that accepts %s', async (accepted, used, decompress) => {
      const plain = await answerTo(front, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      const small = await answerTo(front, `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${accepted}\r\nConnection: close\r\n\r\n`)
      expect(plain.head).not.toMatch(/content-encoding/i)
      expect(small.head).toMatch(new RegExp(`content-encoding: ${used}`, 'i'))
      expect(small.head).toMatch(/vary: accept-encoding/i)
      // Where a length is said, it is that of what was sent.
      expect(Number(/content-length: (\d+)/i.exec(small.head)?.[1] ?? small.body.length)).toBe(small.body.length)
      expect(small.body.length).toBeLessThan(plain.body.length / 2)
      expect(decompress(small.body).toString()).toBe(plain.body.toString())
    })
  })

  test('the catalogues for Google and Meta and the points of sale are there on an empty shelf too, and what did not change is not sent again', async () => {
    for (const [path, type, begins] of [
      ['/feeds/google.xml', 'application/xml; charset=utf-8', '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g='],
      [
        '/feeds/meta.csv',
        'text/csv; charset=utf-8',
        'id,title,description,availability,condition,price,link,image_link,brand,gtin,item_group_id',
      ],
      ['/feeds/points-of-sale.geojson', 'application/geo+json; charset=utf-8', '{"type":"FeatureCollection","features":['],
    ] as const) {
      const answer = await fetch(front + path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
      expect((await answer.text()).replace(/^\uFEFF/, '').startsWith(begins)).toBe(true)
      const again = await fetch(front + path, { headers: { 'if-none-match': answer.headers.get('etag')! } })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
  })

  test('a short answer and one without a body are sent uncompressed', async () => {
    for (const request of ['GET /api/v2/nothing', 'HEAD /api/v1/products', 'GET /api/v1/recalls', 'GET /health/live']) {
      const answer = await answerTo(front, `${request} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n`)
      expect([request, answer.head]).toEqual([request, expect.not.stringMatching(/content-encoding/i)])
    }
  })

  test('the front leaves the body of a form to the pages, whatever its type', async () => {
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', 'a=1&b=%C4%91'],
      ['application/json', '{"broken": '],
      ['text/plain', 'đ'],
    ] as const) {
      const answer = await fetch(`${front}/echo`, { method: 'POST', headers: { 'content-type': type }, body })
      expect(await answer.json()).toMatchObject({ method: 'POST', body })
    }
  })

  test('C43: headers or parameters beyond 16 KB are refused before they are read, and the next caller is served', async () => {
    const many = (text: string) => Array.from({ length: 3000 }, (_, n) => text.replace('#', String(n))).join('')
    for (const [keys, headers] of [
      ['', many('X-#: 1\r\n')],
      [`?${many('k#=1&')}`, ''],
    ]) {
      const refused = await answerTo(front, `GET /san-pham${keys} HTTP/1.1\r\nHost: x\r\n${headers}Connection: close\r\n\r\n`)
      expect(refused.head).toMatch(/^HTTP\/1\.1 431 /)
    }
    expect((await fetch(`${front}/san-pham`)).status).toBe(200)
  })

  test('the front states who the caller is, whatever the caller claims', async () => {
    const lies = {
      'x-dacsan-address': '9.9.9.9',
      'x-dacsan-protocol': 'https',
      'x-dacsan-host': 'a.vn',
      'x-forwarded-for': '8.8.8.8',
      'x-forwarded-proto': 'https',
    }
    const answer = await fetch(`${front}/echo`, { headers: lies })
    expect(await answer.json()).toMatchObject({ address: '127.0.0.1', protocol: 'http', host: new URL(front).host })
  })

  test('the front believes as many proxies as are its own, and uses its public address only', async () => {
    const behind = await start({ TRUSTED_PROXIES: '1', ORIGIN: 'https://dacsan.test' })
    const answer = await fetch(`${behind}/echo`, { headers: { 'x-forwarded-for': '8.8.8.8, 203.0.113.7' } })
    expect(await answer.json()).toMatchObject({ address: '203.0.113.7', protocol: 'https', host: 'dacsan.test' })
  })

  test('the front answers a malformed address with a problem, and goes on', async () => {
    const answer = await fetch(`${front}/%zz`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
    expect((await fetch(`${front}/health/live`)).status).toBe(200)
  })

  test('the front limits a caller who asks for certificates by the hundred', async () => {
    const statuses = await Promise.all(
      Array.from(
        { length: 245 },
        async (_, n) => (await fetch(`${front}/${n % 2 ? 'en/' : ''}giay-chung-nhan${n % 3 ? '/' : '?q='}${n}`)).status,
      ),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(240)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect((await fetch(`${front}/san-pham`)).status).toBe(200)
  })

  test('C47: the addresses of one IPv6 network are one caller to the limits, and those of another are another', async () => {
    const behind = await start({ TRUSTED_PROXIES: '1' })
    const ask = async (address: string) => (await fetch(`${behind}/giay-chung-nhan/1`, { headers: { 'x-forwarded-for': address } })).status
    const statuses = await Promise.all(Array.from({ length: 245 }, (_, n) => ask(`2001:db8:1:2::${n.toString(16)}`)))
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect(await ask('2001:db8:1:3::1')).toBe(200)
  })

  test('every answer of the front says that its type is meant, and over https that it is never asked for without', async () => {
    const secure = await start({ ORIGIN: 'https://dacsan.test', TRUSTED_PROXIES: '1' })
    const asked: [path: string, status: number, init?: RequestInit][] = [
      ['/health/live', 200],
      ['/health/ready', 200],
      ['/metrics', 200],
      ['/%zz', 400],
      ['/api/v1/products', 200],
      ['/api/v1/recalls', 200],
      ['/api/v1/recalls?state=drill', 400],
      ['/api/v1/products?stars=9', 400],
      ['/api/v2/nothing', 404],
      ['/01/nothing', 400],
      ['/t/nothing?linkType=linkset', 404],
      ['/.well-known/gs1resolver', 200],
      ['/.well-known/jwks.json', 200],
      ['/.well-known/did.json', 200],
      ['/status-lists/9', 404],
      ['/log/nothing', 404],
      ['/_app/immutable/entry.js', 200],
      ['/san-pham', 200],
      ['/echo', 200, { method: 'POST', body: 'a' }],
      ['/giay-chung-nhan/1', 429],
    ]
    const headers = { 'x-forwarded-for': '198.51.100.7' }
    await Promise.all(Array.from({ length: 240 }, (_, n) => fetch(`${secure}/giay-chung-nhan/${n}`, { headers })))
    for (const [site, transport] of [
      [secure, 'max-age=31536000; includeSubDomains'],
      [front, null],
    ] as const)
      for (const [path, status, init] of asked) {
        if (site === front && status === 429) continue
        const answer = await fetch(site + path, { ...init, headers })
        const said = [answer.headers.get('x-content-type-options'), answer.headers.get('strict-transport-security')]
        expect([path, answer.status, ...said]).toEqual([path, status, 'nosniff', transport])
      }
  })

  test('a proxy that the front was not told of is named in the log, once', async () => {
    const lines: string[] = []
    const log = createLog('warn', new Writable({ write: (line, _, done) => (lines.push(String(line)), done()) }))
    const told = () => lines.filter((line) => line.includes('TRUSTED_PROXIES')).length
    const [alone, behind] = [await start({}, { pages }, log), await start({ TRUSTED_PROXIES: '1' }, { pages }, log)]
    const headers = { 'x-forwarded-for': '198.51.100.7' }
    await fetch(`${alone}/health/live`)
    await fetch(`${behind}/health/live`, { headers })
    expect(told()).toBe(0)
    for (const path of ['/health/live', '/san-pham']) await fetch(alone + path, { headers })
    expect(told()).toBe(1)
  })

  test('the front reports that it is ready, and how many requests it answered', async () => {
    expect(await (await fetch(`${front}/health/ready`)).json()).toMatchObject({ status: 'ready', jobs: { oldestSeconds: 0 } })
    const metrics = await (await fetch(`${front}/metrics`)).text()
    expect(metrics).toMatch(/^dacsan_requests_total\{kind="page",status="2xx"\} \d+$/m)
    expect(metrics).toMatch(/^dacsan_request_duration_seconds_bucket\{kind="page",status="2xx",le="\+Inf"\} \d+$/m)
  })

  test('the metrics tell what the nights found: faults of the books, the last backup, the log, jobs that fail', async () => {
    const metrics = async () => (await fetch(`${front}/metrics`)).text()
    const before = await metrics()
    expect(before).toContain('\ndacsan_backup_scheduled 0\n')
    expect(before).toContain('\ndacsan_log_entries 0\n')
    expect(before).not.toMatch(/^dacsan_(backup_age|integrity_age)_seconds /m)
    const at = new Date(Date.now() - 3_600_000)
    await keepIntegrityResult(db, { name: 'files', at, checked: 3, faults: ['a is missing', 'b is changed'] })
    await insertBackupRun(db, { at, file: 'dacsan-2026-11-28T0140.tar.gz', size: 4096, encrypted: false, damaged: 0, fault: null })
    const after = await metrics()
    expect(after).toContain('\ndacsan_integrity_faults{check="files"} 2\n')
    expect(after).toMatch(/^dacsan_integrity_age_seconds 36\d\d$/m)
    expect(after).toMatch(/^dacsan_backup_age_seconds 36\d\d$/m)
    expect(after).toContain('\ndacsan_backup_bytes 4096\n')
    expect(after).toMatch(/^dacsan_jobs_failing 0$/m)
  })

  test('C20: while the database does not answer, machines are told to come back and the process is still alive', async () => {
    const limits = { connect: 500, statement: 500, lock: 200, idleInTransaction: 1000 }
    const impatient = connectDatabase({ connections: 2, limits })
    const config = { ...readConfig({ DATA_DIR: dataDir }), port: 0 }
    const busy = await startFront(
      { config, log: createLog('silent'), ...impatient, files, connect: () => connectDatabase({ connections: 1, limits }), role },
      { pages },
    )
    running.push(busy)
    const holder = await pool.connect()
    await holder.query('begin; lock table product in access exclusive mode')
    const answer = await fetch(`http://127.0.0.1:${busy.port}/api/v1/products`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8'])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await fetch(`http://127.0.0.1:${busy.port}/health/live`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${busy.port}/health/ready`)).status).toBe(200)
    await holder.query('lock table integrity_check in access exclusive mode')
    const metrics = await fetch(`http://127.0.0.1:${busy.port}/metrics`)
    expect([metrics.status, (await metrics.text()).match(/^dacsan_database_up \d$/m)?.[0]]).toEqual([200, 'dacsan_database_up 0'])
    await holder.query('rollback')
    holder.release()
    expect((await fetch(`http://127.0.0.1:${busy.port}/api/v1/products`)).status).toBe(200)
  })

  test('the front serves machines alone where pages run elsewhere, and pages alone where machines do', async () => {
    const machines = await start({}, { only: 'machines' })
    expect((await fetch(`${machines}/san-pham`)).status).toBe(404)
    expect((await fetch(`${machines}/api/v1/products`)).status).toBe(200)
    const pagesOnly = await start({}, { only: 'pages', pages })
    expect((await fetch(`${pagesOnly}/api/v1/products`)).headers.get('content-type')).toContain('text/html')
  })

  test('the front refuses to start on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const config = { ...readConfig({ DATA_DIR: dataDir }), port }
    const installation: OpenInstallation = {
      config,
      log: createLog('silent'),
      db,
      pool,
      files,
      connect: connectDatabase,
      role,
      close: async () => {},
    }
    await expect(startFront(installation, { pages })).rejects.toThrow('EADDRINUSE')
    other.close()
  })
})

describe('the open data', () => {
  test('open data give the register in pages that link to the next, to any site', async () => {
    const answer = await fetch(`${front}/api/v1/products`)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('link')).toBe('</api/v1/products?page=2>; rel="next"')
    const { total, items } = (await answer.json()) as { total: number; items: unknown[] }
    expect(total).toBe(32)
    const second = (await (await fetch(`${front}/api/v1/products?page=2`)).json()) as { items: unknown[] }
    expect(items.length + second.items.length).toBe(32)
  })

  test('open data answer although a legal value in the database cannot be used', async () => {
    const bad = { id: 'bad@now' as const, topic: 'renewal.window-days', value: '{"from":9000000000000000,"to":1}', instrument: 'bịa' }
    await db
      .insertInto('legal_rule')
      .values({ ...bad, certainty: 'confirmed', effective_from: new Date().toISOString().slice(0, 10) })
      .execute()
    try {
      expect((await fetch(`${front}/api/v1/products`)).status).toBe(200)
      expect((await fetch(`${front}/api/v1/certificates/2022-LAP-XUONG`)).status).toBe(200)
    } finally {
      await db.deleteFrom('legal_rule').where('id', '=', 'bad@now').execute()
    }
  })

  test('open data are found without accents and give null for what is not known', async () => {
    const { items } = (await (await fetch(`${front}/api/v1/products?q=banh+tet`)).json()) as { items: Record<string, unknown>[] }
    expect(items).toEqual([
      expect.objectContaining({
        name: 'Bánh tét ba màu',
        stars: 4,
        state: 'certified',
        certificate: null,
        certificateUrl: 'http://localhost:3000/giay-chung-nhan/TV-1',
        isSample: false,
        communeCode: '29431',
        formerCommune: null,
        formerDistrict: 'Huyện Cầu Ngang',
        url: 'http://localhost:3000/san-pham/banh-tet-ba-mau',
      }),
    ])
  })

  test('open data refuse what their description forbids, and name the parameter', async () => {
    for (const [query, name] of [
      ['stars=9', 'stars'],
      ['standing=nope', 'standing'],
      ['set=x', 'set'],
      ['page=0', 'page'],
      ['page=two', 'page'],
      ['format=xml', 'format'],
      ['stars=4&stars=5', 'stars'],
      ['star=4', 'star'],
    ] as const) {
      const answer = await fetch(`${front}/api/v1/products?${query}`)
      expect([query, answer.status, answer.headers.get('content-type')]).toEqual([query, 400, 'application/problem+json; charset=utf-8'])
      expect(await answer.json()).toMatchObject({ status: 400, detail: expect.stringContaining(`parameter ${name}`) })
    }
  })

  test('open data mark what was made for trying out, and count it beside the total', async () => {
    const { total, samples, items } = (await (await fetch(`${front}/api/v1/products`)).json()) as {
      total: number
      samples: number
      items: { isSample: boolean }[]
    }
    expect([total, samples]).toEqual([32, 0])
    expect(items.every(({ isSample }) => isSample === false)).toBe(true)
  })

  test('C39: open data come whole as a CSV file in which no cell is a formula', async () => {
    const answer = await fetch(`${front}/api/v1/products?format=csv`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString().trim().split('\r\n')
    expect(lines).toHaveLength(33)
    expect(lines.find((line) => line.includes('rươi'))).toContain(`"'=1+1 ""Mắm"", rươi"`)
  })

  test('open data give the state of one certificate, and 404 for an unknown code', async () => {
    const answer = await fetch(`${front}/api/v1/certificates/2022-LAP-XUONG`)
    expect(await answer.json()).toMatchObject({
      code: '2022-lap-xuong',
      product: 'Lạp xưởng',
      stars: 3,
      state: 'superseded',
      decisionNumber: '1693/QĐ-UBND',
      validUntil: '2025-08-22',
      validityInferred: true,
    })
    const unknown = await fetch(`${front}/api/v1/certificates/${encodeURIComponent("' or 1=1 --")}`)
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
  })

  test('a text that the database cannot store is answered with 400', async () => {
    const answer = await fetch(`${front}/api/v1/certificates/%00`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })

  test('the OpenAPI description names every field of the open data', async () => {
    const description = (await (await fetch(`${front}/api/openapi.json`)).json()) as {
      openapi: string
      components: { schemas: Record<'Product' | 'Certificate', { properties: object }> }
    }
    const { items } = (await (await fetch(`${front}/api/v1/products`)).json()) as { items: object[] }
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.components.schemas.Product.properties)).toEqual(Object.keys(items[0]!))
    const certificate = (await (await fetch(`${front}/api/v1/certificates/2022-lap-xuong`)).json()) as object
    expect(Object.keys(description.components.schemas.Certificate.properties)).toEqual(Object.keys(certificate))
  })

  test('open data cannot be written, and other addresses are not found', async () => {
    for (const [method, path] of [
      ['POST', '/api/v1/products'],
      ['DELETE', '/api/v1/products'],
      ['GET', '/api/v2/products'],
    ] as const) {
      const answer = await fetch(front + path, { method })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
      expect(await answer.json()).toMatchObject({ status: 404, title: 'Not Found' })
    }
  })
})

/** What really goes over the line: `fetch` would undo the compression. */
async function answerTo(origin: string, request: string): Promise<{ head: string; body: Buffer }> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.write(request)
  const bytes = Buffer.concat(await Array.fromAsync(socket as AsyncIterable<Buffer>))
  const end = bytes.indexOf('\r\n\r\n')
  const head = bytes.subarray(0, end).toString()
  const body = bytes.subarray(end + 4)
  return { head, body: /transfer-encoding: chunked/i.test(head) ? unchunk(body) : body }
}

function unchunk(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at)
    const size = parseInt(bytes.subarray(at, line).toString(), 16)
    if (!size) return Buffer.concat(parts)
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}
