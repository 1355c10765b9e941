import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer, text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { runIntegrityChecks } from '@dacsan/modules/integrity-checks'
import { addJob } from '@dacsan/platform/add-job'
import { readConfig } from '@dacsan/platform/config'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { openInstallation } from '@dacsan/platform/installation'
import type { Installation } from '@dacsan/platform/installation'
import { createLog } from '@dacsan/platform/log'
import { openTestCluster } from '@dacsan/platform/testing-cluster'
import type { TestCluster } from '@dacsan/platform/testing-cluster'
import { openTestBucket } from '@dacsan/platform/testing-s3'
import type { TestBucket } from '@dacsan/platform/testing-s3'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { aListing, aShop, sellerPassword, stockMustBeIntact, withLaw } from '../../modules/shop/fixtures.ts'
import type { As } from '../../modules/shop/fixtures.ts'
import { buildWeb } from './build-web.ts'

const program = fileURLToPath(new URL('../../bin/dacsan', import.meta.url))

/** One process of the product, on a data folder that it may share with others. */
class Process {
  readonly said: string[] = []
  child: ChildProcess | null = null
  readonly command: 'front' | 'worker'
  readonly env: Record<string, string>
  constructor(command: 'front' | 'worker', env: Record<string, string>) {
    this.command = command
    this.env = env
  }
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program, this.command], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    createInterface(child.stderr).on('line', (line) => this.said.push(line))
    const ready = async () => {
      for await (const line of createInterface(child.stdout)) if (line.startsWith('ready')) return
      throw new Error(`a ${this.command} did not start: ${this.said.slice(-3).join('\n')}`)
    }
    await ready()
    child.stdout.resume()
  }
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

/** A proxy as one would put before the fronts: in turn, asks whether they are ready, and gives a request that nobody took to the next. */
async function aProxy(ports: readonly number[]) {
  const well = new Set(ports)
  let turn = 0
  const watching = setInterval(() => {
    for (const port of ports) {
      fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
        (answer) => (answer.ok ? well.add(port) : well.delete(port)),
        () => well.delete(port),
      )
    }
  }, 250)
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming)
    const candidates = well.size > 0 ? [...well] : [...ports]
    const first = turn++
    const give = (attempt: number) => {
      if (attempt === candidates.length) return void response.writeHead(502).end()
      const headers = { ...incoming.headers, connection: 'close' }
      const port = candidates[(first + attempt) % candidates.length]
      const passed = ask({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        answer.on('error', () => response.destroy())
      })
      passed.on('error', (error: NodeJS.ErrnoException) => {
        if (response.headersSent) return response.destroy()
        // What a front may have begun nobody begins again but its sender.
        const isUntouched = error.code === 'ECONNREFUSED' || incoming.method === 'GET'
        if (isUntouched) give(attempt + 1)
        else response.writeHead(502).end()
      })
      passed.end(body)
    }
    give(0)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      clearInterval(watching)
      server.closeAllConnections()
      server.close()
    },
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  for (const server of servers) server.close()
  return ports
}

let folder: string
let cluster: TestCluster
let bucket: TestBucket
let house: Installation<Tables>
let proxy: Awaited<ReturnType<typeof aProxy>>
let origin: string
const [one, two]: Process[][] = [[], []]
let fronts: Process[]
let ports: number[]
let shop: Awaited<ReturnType<typeof aShop>>
let slug: string
const commonEnv: Record<string, string> = {}

beforeAll(async () => {
  await buildWeb()
  folder = await mkdtemp(join(tmpdir(), 'dacsan-several-'))
  ;[cluster, bucket, ports] = await Promise.all([openTestCluster(), openTestBucket(), freePorts(3)])
  // The last one is an address at which nobody ever answers.
  proxy = await aProxy(ports)
  origin = `http://localhost:${proxy.port}`
  Object.assign(commonEnv, {
    DATABASE_URL: cluster.url,
    ...bucket.env,
    ORIGIN: origin,
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'warn',
    TEST_DATABASE_URL: '',
  })
  const config = readConfig({ ...commonEnv, DATA_DIR: join(folder, 'one') })
  house = await openInstallation<Tables>(config, createLog('silent'), { asOwner: true })
  await withLaw(as)
  shop = await aShop(as, { stock: 900 })
  slug = (await house.db.selectFrom('product').select('slug').where('id', '=', shop.productId).executeTakeFirstOrThrow()).slug
  const process = (command: 'front' | 'worker', name: string, more: Record<string, string>) =>
    new Process(command, { ...commonEnv, DATA_DIR: join(folder, name), ...more })
  for (const [index, [name, own]] of (
    [
      ['one', one],
      ['two', two],
    ] as const
  ).entries())
    own!.push(process('front', name, { PORT: String(ports[index]) }), process('worker', name, { LOG_LEVEL: 'debug' }))
  fronts = [one![0]!, two![0]!]
  await one![0]!.start()
  await cp(join(folder, 'one/keys'), join(folder, 'two/keys'), { recursive: true })
  await Promise.all([one![1]!.start(), ...two!.map((each) => each.start())])
}, 300_000)

afterAll(async () => {
  await Promise.all([...one!, ...two!].map((each) => each.end('SIGKILL')))
  proxy?.close()
  await house?.close()
  await bucket?.remove()
  await cluster?.remove()
  if (folder) await rm(folder, { recursive: true, force: true })
}, 60_000)

/** A context as a request would have it. */
const as: As = (actor) => ({ db: house.db, files: house.files, actor, now: new Date(), newId, origin: 'https://ocop.example' })

type Answer = { status: number; location: string; body: string; cookies: string[] }

async function send(base: string, path: string, init: RequestInit & { from?: string; cookie?: string } = {}): Promise<Answer> {
  const { from = '198.51.100.7', cookie, headers, ...rest } = init
  const answer = await fetch(`${base}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
    ...rest,
    headers: {
      origin: base,
      accept: 'text/html',
      'x-forwarded-for': from,
      ...(cookie && { cookie }),
      ...(headers as Record<string, string>),
    },
  })
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    body: await answer.text(),
    cookies: answer.headers.getSetCookie(),
  }
}

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) })
const address = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
const statuses = new Map<string, number>()
const seen = (what: string) => void statuses.set(what, (statuses.get(what) ?? 0) + 1)

/** Sends the same again until somebody answers for it, as a person does who sees an error; null where the answer never comes. */
async function insist(path: string, make: () => RequestInit & { from?: string; cookie?: string }, what: string): Promise<Answer | null> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await send(origin, path, make()).catch(() => null)
    seen(`${what} ${answer?.status ?? 'broken off'}`)
    if (answer && answer.status < 500 && answer.status !== 429) return answer
    await delay(100)
  }
  return null
}

async function signIn(): Promise<string> {
  const answer = await insist('/dang-nhap', () => form({ email: shop.person.email!, password: sellerPassword }), 'sign-in')
  expect(answer).toMatchObject({ status: 303 })
  return answer!.cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ')
}

test(
  'C20: two fronts and two workers that are restarted, killed and parted from their database under load lose nothing acknowledged and show no page older than a second',
  { timeout: 300_000 },
  async () => {
    const cookie = await signIn()
    const faults: string[] = []
    const load = new AbortController()
    const isGoing = () => !load.signal.aborted
    const orders: { location: string; fields: Record<string, string>; from: string }[] = []
    const products: { id: string; photos: number }[] = []
    let [fresh, read] = [0, 0]

    const order = (fields: Record<string, string>, from: string) => insist('/dat-hang', () => ({ ...form(fields), from }), 'order')
    const buyer = async () => {
      while (isGoing()) {
        const fields = orderFields(shop.listingId)
        const from = address()
        const answer = await order(fields, from)
        if (answer?.status === 303) orders.push({ location: answer.location, fields, from })
        else faults.push(`an order was answered with ${answer?.status} ${answer?.body.match(/class="[^"]*error[^"]*"[^>]*>([^<]+)/)?.[1]}`)
        await delay(100)
      }
    }

    const photographer = async () => {
      for (let serial = 0; isGoing(); serial++) {
        const name = `Bánh số ${serial} ${randomBytes(3).toString('hex')}`
        const registered = await insist(
          '/van-phong/ho-so/moi?/register',
          () => ({ ...form({ name, setCode: 'QD26-07' }), cookie }),
          'registration',
        )
        if (registered?.status !== 303 && registered?.status !== 422) faults.push(`a registration was answered with ${registered?.status}`)
        const { id } =
          (await patiently(() => house.db.selectFrom('product').select('id').where('name', '=', name).executeTakeFirst())) ?? {}
        if (id === undefined) {
          faults.push(`${name} was registered and is not there`)
          continue
        }
        const product = { id: id as string, photos: 0 }
        products.push(product)
        for (let photo = 0; photo < 2; photo++) {
          const background = { r: randomInt(256), g: randomInt(256), b: randomInt(256) }
          const bytes = await sharp({ create: { width: 200, height: 150, channels: 3, background } })
            .jpeg()
            .toBuffer()
          const upload = () => {
            const body = new FormData()
            body.set('chosen', new File([new Uint8Array(bytes)], 'anh.jpg', { type: 'image/jpeg' }))
            body.set('caption', '')
            return { method: 'POST', body, cookie }
          }
          const answer = await insist(`/van-phong/san-pham/${id}/anh?/add`, upload, 'photo')
          // 422: it is there already, and the answer to the first try was lost.
          if (answer?.status === 303 || answer?.status === 422) product.photos++
          else faults.push(`a photo was answered with ${answer?.status}`)
        }
        await delay(150)
      }
    }

    /** Tells a story through one front and reads it a second later through the other. */
    const teller = async () => {
      for (let serial = 0; isGoing(); serial++) {
        const [here, there] = serial % 2 === 0 ? ports : [ports[1], ports[0]]
        const story = `Chuyện thứ ${serial} ${randomBytes(4).toString('hex')}`
        const known = await house.db
          .selectFrom('product')
          .select('version')
          .where('id', '=', shop.productId)
          .executeTakeFirst()
          .catch(() => undefined)
        const told =
          known &&
          (await send(`http://127.0.0.1:${here}`, `/van-phong/san-pham/${shop.productId}`, {
            ...form({ productId: shop.productId, version: String(known.version), story }),
            cookie,
          }).catch(() => null))
        if (told && told.status < 500) {
          if (told.status !== 303) faults.push(`a story was answered with ${told.status}`)
          await delay(1_000)
          const page = await send(`http://127.0.0.1:${there}`, `/san-pham/${slug}`).catch(() => null)
          if (page?.status === 200) {
            fresh++
            if (!page.body.includes(story)) faults.push(`a page was older than a second: ${story}`)
          }
        } else await delay(200)
      }
    }

    const visitor = async () => {
      const paths = ['/', '/san-pham', `/san-pham/${slug}`, '/en']
      for (let turn = 0; isGoing(); turn++) {
        const answer = await send(origin, paths[turn % paths.length]!).catch(() => null)
        seen(`page ${answer?.status ?? 'broken off'}`)
        if (answer?.status === 200) read++
        const office = await send(origin, '/van-phong/san-pham', { cookie }).catch(() => null)
        seen(`office ${office?.status ?? 'broken off'}`)
        if (office && office.status < 500 && office.status !== 200)
          faults.push(`a session was not known: ${office.status} ${office.location}`)
        await delay(100)
      }
    }

    const events = await house.db.selectFrom('event').select('id').limit(30).execute()
    const queueJobs = async () => {
      for (const { id } of events) {
        await patiently(() => inTransaction(house, (tx) => addJob(tx, 'deliver-event', { eventId: id, subscriber: 'nobody.any-more' })))
        await delay(200)
      }
    }

    const working = [buyer(), buyer(), photographer(), teller(), visitor(), queueJobs()]
    const [[frontOne, workerOne], [frontTwo, workerTwo]] = [one!, two!] as [[Process, Process], [Process, Process]]
    const again = async (each: Process, signal: 'SIGTERM' | 'SIGKILL') => {
      await each.end(signal)
      await each.start()
      await delay(500)
    }
    await delay(1_500)
    await again(frontOne, 'SIGTERM')
    await Promise.all([again(frontTwo, 'SIGKILL'), again(workerOne, 'SIGTERM')])
    await cluster.restart()
    await delay(2_000)
    await again(workerTwo, 'SIGKILL')
    await delay(1_000)
    load.abort()
    await Promise.all(working)

    expect(faults).toEqual([])
    expect({ orders: orders.length > 20, photos: products.some(({ photos }) => photos > 0), fresh: fresh > 3, read: read > 20 }).toEqual({
      orders: true,
      photos: true,
      fresh: true,
      read: true,
    })
    console.log(`${orders.length} orders, ${products.length} products, ${fresh} changes read a second later`, Object.fromEntries(statuses))

    // Each acknowledged order once: sent again it is the same, through either front.
    const placed = await house.db.selectFrom('shop_order').select('code').execute()
    const codes = new Set(placed.map(({ code }) => code))
    expect(orders.filter(({ location }) => !codes.has(codeIn(location)))).toEqual([])
    expect(new Set(orders.map(({ location }) => location)).size).toBe(orders.length)
    for (const { location, fields, from } of orders.slice(0, 6)) expect((await order(fields, from))?.location).toBe(location)
    expect(await house.db.selectFrom('shop_order').select('code').execute()).toHaveLength(placed.length)
    await stockMustBeIntact(house.db)

    // Each acknowledged photo; that both fronts show it, and that each is whole, follows below.
    const shown = await house.db.selectFrom('product_photo').select(['product_id', 'file_hash']).execute()
    for (const { id, photos } of products) expect(shown.filter(({ product_id }) => product_id === id)).toHaveLength(photos)

    // Each job by one worker. The schedules are jobs like these, added once for all workers. What the killed one held is free again once it is gone
    // (jobs.ts), and done another time where its end was not written down yet: two at most, as many as it does at once.
    await patiently(async () => {
      const { rows } = await sql<{ left: number }>`
        select count(*)::int as left from graphile_worker.jobs where run_at <= now() and task_identifier = 'deliver-event' and locked_by is null`.execute(
        house.db,
      )
      if (rows[0]!.left > 0) throw new Error('not yet')
    })
    const done = [workerOne, workerTwo].flatMap(({ said }) =>
      said.flatMap((line) => line.match(/Completed task (\d+) \(deliver-event/)?.[1] ?? []),
    )
    expect(done.length).toBeGreaterThan(0)
    expect(done.length - new Set(done).size).toBeLessThanOrEqual(2)

    // One log for all: whichever worker signs for it, both fronts give it away.
    await inTransaction(house, (tx) => addJob(tx, 'seal-facts', {}))
    const checkpoint = await patiently(async () => {
      const answer = await send(`http://127.0.0.1:${ports[0]}`, '/log/checkpoint')
      if (answer.status !== 200) throw new Error('not yet')
      return answer.body
    })
    expect((await send(`http://127.0.0.1:${ports[1]}`, '/log/checkpoint')).body).toBe(checkpoint)
    // What the database could not do meanwhile was told as such, and is no fault of ours.
    for (const { said } of fronts) expect(said.filter((line) => line.includes('"a request failed"'))).toEqual([])
  },
)

const codeIn = (location: string): string => new URL(location, origin).pathname.split('/').at(-1) ?? ''

async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === 300) throw error
      await delay(100)
    }
  }
}

const front = (at: 0 | 1) => `http://127.0.0.1:${ports[at]}`
const orderFields = (listingId: string) => ({
  requestKey: randomBytes(18).toString('base64url'),
  line: `${listingId}:1`,
  buyerName: 'Nguyễn Thị Mua',
  buyerPhone: `09${String(randomInt(1e8)).padStart(8, '0')}`,
  buyerAddress: 'Ấp Chợ, xã Cầu Kè, Vĩnh Long',
  note: '',
})

test('C1: fifty buyers of the last jar, half of them through each of two fronts, make one order and forty-nine refusals that say so', async () => {
  const { listingId } = await aListing(as, shop, { stock: 1 })
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      send(front(n % 2 === 0 ? 0 : 1), '/dat-hang', { ...form(orderFields(listingId)), from: address() }),
    ),
  )
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  const refused = answers.filter(({ status }) => status !== 303)
  expect(refused.every(({ status, body }) => status === 422 && body.includes('hết hàng'))).toBe(true)
  await stockMustBeIntact(house.db)
})

test('C19: while the bucket does not answer, an upload is told to come back and leaves nothing, and pages are served without their photos', async () => {
  const [cookie, product] = [await signIn(), shop.productId]
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  const upload = () => {
    const body = new FormData()
    body.set('chosen', new File([new Uint8Array(bytes)], 'anh.jpg', { type: 'image/jpeg' }))
    body.set('caption', '')
    return fetch(`${front(0)}/van-phong/san-pham/${product}/anh?/add`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie, origin: front(0), accept: 'text/html' },
    })
  }
  const photos = () => house.db.selectFrom('product_photo').select('file_hash').where('product_id', '=', product).execute()
  await bucket.stop()
  try {
    const answer = await upload()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await photos()).toEqual([])
    expect((await send(front(1), `/san-pham/${slug}`)).status).toBe(200)
    const ready = await send(front(1), '/health/ready')
    expect([ready.status, JSON.parse(ready.body)]).toMatchObject([200, { files: 'do not answer' }])
    expect((await send(front(1), '/metrics')).body).toMatch(/^dacsan_files_up 0$/m)
  } finally {
    await bucket.start()
  }
  expect((await upload()).status).toBe(303)
  const [{ file_hash: kept }] = (await photos()) as [{ file_hash: string }]
  const { file_hash: hash } = await house.db
    .selectFrom('photo_size')
    .select('file_hash')
    .where('photo_hash', '=', kept)
    .limit(1)
    .executeTakeFirstOrThrow()
  for (const at of [0, 1] as const) {
    const shown = await fetch(`${front(at)}/anh/${hash}.webp`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp'])
    expect(
      createHash('sha256')
        .update(new Uint8Array(await shown.arrayBuffer()))
        .digest('hex'),
    ).toBe(hash)
  }
  expect(JSON.parse((await send(front(1), '/health/ready')).body)).toMatchObject({ files: 'answer' })
})

test('C34, C37: who signs out through one front, or has lost a role, is nobody to the other at the very next request', async () => {
  const path = '/van-phong/san-pham'
  const [cookie, another] = [await signIn(), await signIn()]
  expect((await send(front(0), path, { cookie })).status).toBe(200)
  expect((await send(front(1), '/dang-xuat', { ...form({}), cookie })).status).toBe(303)
  expect((await send(front(0), path, { cookie })).location).toContain('/dang-nhap')
  expect((await send(front(0), path, { cookie: another })).status).toBe(200)
  await sql`update membership set since = current_date - 10, until = current_date - 2 where user_id = ${shop.person.userId}`.execute(
    house.db,
  )
  for (const at of [0, 1] as const) expect((await send(front(at), path, { cookie: another })).status).toBe(403)
})

test('a process whose keys are others does not start, and says in one line what to copy', async () => {
  const child = spawn(process.execPath, [program, 'worker'], {
    env: { ...process.env, ...commonEnv, DATA_DIR: join(folder, 'three') },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [complaint, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(status).toBe(1)
  expect(complaint).toBe(
    `dacsan: ${join(folder, 'three/keys')} has not the key invitations of this database: copy the folder keys of a DATA_DIR that serves it, or, where there is none any more, bin/dacsan keys --accept\n`,
  )
})

test('every book agrees afterwards, files in the bucket and the log included', async () => {
  const config = { ...house.config, dataDir: join(folder, 'two') }
  const results = await runIntegrityChecks({ ...house, config })
  expect(results.filter(({ faults }) => faults.length > 0)).toEqual([])
  const checked = Object.fromEntries(results.map(({ name, checked }) => [name, checked]))
  expect(Math.min(checked['files']!, checked['transparency-log']!, checked['audit-chain']!)).toBeGreaterThan(0)
})
