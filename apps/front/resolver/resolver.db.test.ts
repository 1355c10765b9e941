import { readFile } from 'node:fs/promises'
import Ajv from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPack, updateProductStory } from '@dacsan/modules/catalogue'
import { addProductLink, importLinkset } from '@dacsan/modules/links'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { readConfig } from '@dacsan/platform/config'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../../../modules/database.tables.ts'
import { system, visitor } from '../../../modules/identity/index.ts'
import { aLot, traceWorld, worldDay } from '../../../modules/traceability/fixtures.ts'
import { addPlace, findPublicPlace, placeDocument } from '../../../modules/traceability/index.ts'
import { startFront } from '../index.ts'
import type { Front } from '../index.ts'

const { db, pool, files, connect, role, as, dataDir } = await testDatabase<Tables>()
const origin = 'https://dacsan.vn'
const gtin = '08938501234568'
const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

let front: Front
let base = ''
let lotCode = ''
let plainCode = ''

let world: Awaited<ReturnType<typeof traceWorld>>
beforeAll(async () => {
  world = await traceWorld(as)
  const producer = as(world.actors.producer, worldDay)
  const story = { description: null, story: null, netContent: '500 g', ingredients: null, storage: null, usageNote: null, brand: null }
  await updateProductStory(producer, { productId: world.certified.id, version: 1, ...story, gtin: gtin as never })
  lotCode = (await aLot(producer, { productId: world.certified.id, number: 'A1' })).traceCode
  plainCode = (await aLot(producer, { productId: world.plain.id, number: 'B1' })).traceCode
  const installation: OpenInstallation = {
    config: { ...readConfig({ DATA_DIR: dataDir, ORIGIN: origin }), port: 0 },
    log: createLog('silent'),
    db,
    pool,
    files,
    connect,
    role,
    close: async () => {},
  }
  front = await startFront(installation, { pages: (request, response) => response.end(`page of ${request.url}`) })
  base = `http://127.0.0.1:${front.port}`
})
afterAll(() => front.close())

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(base + path, { headers, method, redirect: 'manual' })

test('every answer for machines says that its type is meant and that https stays, also one that was ready', async () => {
  for (const path of [`/01/${gtin}`, `/01/${gtin}`, `/t/${plainCode}?linkType=linkset`]) {
    const { headers } = await ask(path, { accept: 'application/linkset+json' })
    expect([headers.get('x-content-type-options'), headers.get('strict-transport-security')]).toEqual([
      'nosniff',
      'max-age=31536000; includeSubDomains',
    ])
  }
})

describe('a person before a screen', () => {
  test('a browser gets the scan page itself, without a redirect', async () => {
    const answer = await ask(`/01/${gtin}/10/A1?utm_source=tem`, browser)
    expect([answer.status, await answer.text()]).toEqual([200, `page of /01/${gtin}/10/A1`])
    expect(await (await ask(`/t/${plainCode}`, browser)).text()).toBe(`page of /t/${plainCode}`)
    expect(await (await ask(`/t/${plainCode}`)).text()).toBe(`page of /t/${plainCode}`)
  })
})

describe('a place that events name', () => {
  const placeOf = async (sql: { name: string }) =>
    (await db.selectFrom('place').where('name', '=', sql.name).select('id').executeTakeFirstOrThrow()).id

  test('a person gets its page, a machine its links and what is known of it, and neither gets its name or its position', async () => {
    const producer = as(world.actors.producer, worldDay)
    const at = { latitude: 9.81234, longitude: 106.12345, agrees: true, sells: false }
    await addPlace(producer, { kind: 'stall', name: 'Quầy bà Sáu', gln: null, communeCode: null, ...at })
    const code = await placeOf({ name: 'Quầy bà Sáu' })
    expect(await (await ask(`/noi/${code}`, browser)).text()).toBe(`page of /noi/${code}`)
    const answer = await ask(`/noi/${code}`, { accept: 'application/json' })
    const { linkset } = (await answer.json()) as { linkset: Record<string, { href: string }[]>[] }
    expect(linkset).toMatchObject([{ anchor: `${origin}/noi/${code}`, itemDescription: expect.stringContaining('Quầy, sạp, Xã Cầu Kè') }])
    const hrefs = (type: string) => linkset[0]![`https://gs1.org/voc/${type}`]!.map(({ href }) => href)
    expect(hrefs('epcis')).toEqual([`${origin}/epcis/events?EQ_readPoint=${encodeURIComponent(`${origin}/noi/${code}`)}`])
    expect(hrefs('masterData')).toEqual([`${origin}/noi/${code}/noi.json`])
    const { place } = await findPublicPlace(as(visitor), code)
    const told = JSON.stringify([linkset, place, placeDocument({ origin }, place)])
    expect(told).toContain('HTX Dừa sáp Cầu Kè')
    expect(told).not.toMatch(/bà Sáu|9[.,]81|106[.,]12/)
  })

  test('the producer is named only where the register names it to everybody', async () => {
    await addPlace(as(world.actors.rival, worldDay), {
      kind: 'workshop',
      name: 'Nhà ông Tư',
      gln: null,
      communeCode: null,
      latitude: null,
      longitude: null,
      agrees: false,
      sells: false,
    })
    const code = await placeOf({ name: 'Nhà ông Tư' })
    await db.updateTable('product').set({ in_register: false }).where('id', '=', world.others.id).execute()
    expect(await findPublicPlace(as(visitor), code)).toMatchObject({ place: { owner: null }, products: [] })
    await db.updateTable('product').set({ in_register: true }).where('id', '=', world.others.id).execute()
    expect(await findPublicPlace(as(visitor), code)).toMatchObject({
      place: { owner: { name: 'Cơ sở bánh tét Vinh Kim' } },
      products: [{ id: world.others.id }],
    })
  })

  test('a code of a place that nobody gave out is 404 to a machine, and does not exist for the page', async () => {
    const answer = await ask('/noi/plc_nowhere', { accept: 'application/json' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringContaining('application/problem+json')])
    await expect(findPublicPlace(as(visitor), 'plc_nowhere')).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('a lot leads to its events under the name that they call it by, a unit to those of its lot, and a pack has a linkset of its own', async () => {
    const events = (path: string) => ask(`${path}?linkType=gs1:epcis`).then((answer) => answer.headers.get('location'))
    const named = (uri: string) => `${origin}/epcis/events?MATCH_anyEPCClass=${encodeURIComponent(uri)}`
    expect(await events(`/01/${gtin}/10/A1`)).toBe(named(`https://id.gs1.org/01/${gtin}/10/A1`))
    expect(await events(`/01/${gtin}/10/A1/21/1`)).toBe(named(`https://id.gs1.org/01/${gtin}/10/A1`))
    expect(await events(`/t/${plainCode}`)).toBe(named(`${origin}/t/${plainCode}`))
    const big = '08938501234599'
    const added = await addPack(as(world.actors.producer, worldDay), { productId: world.certified.id, name: '1 kg', gtin: big as never })
    expect(added).toMatchObject({ ok: true })
    const linkset = (path: string) => ask(path, { accept: 'application/linkset+json' }).then((answer) => (answer.ok ? answer.json() : null))
    await expect
      .poll(() => linkset(`/01/${big}/10/A1`), { interval: 20, timeout: 10_000 })
      .toMatchObject({
        linkset: [{ anchor: `${origin}/01/${big}/10/A1` }, { anchor: `${origin}/01/${big}` }],
      })
  })
})

describe('a machine', () => {
  test('a machine is redirected to the default link, with its query', async () => {
    const answer = await ask(`/01/${gtin}/10/A1?s4t=x`)
    expect([answer.status, answer.headers.get('location')]).toEqual([307, `${origin}/t/${lotCode}?s4t=x`])
    expect(answer.headers.get('link')).toBe(`<${origin}/01/${gtin}/10/A1?linkType=linkset>; rel="linkset"; type="application/linkset+json"`)
  })

  test('no machine is sent in a circle: a code answers JSON with its linkset, whatever way it came', async () => {
    for (const accept of ['application/json', 'application/linkset+json', 'text/turtle', 'application/json, text/plain;q=0.5'])
      for (const path of [`/t/${lotCode}`, `/t/${plainCode}?x=1`, `/01/${gtin}`, `/01/${gtin}/10/A1`]) {
        let at = path
        let answer = await ask(at, { accept })
        for (let hops = 0; answer.status === 307 && hops < 3; hops++) {
          at = answer.headers.get('location')!.replace(origin, '')
          answer = await ask(at, { accept })
        }
        expect([accept, path, answer.status]).toEqual([accept, path, 200])
        expect(answer.headers.get('content-type')).toBe(
          accept.startsWith('application/json') ? 'application/json' : 'application/linkset+json',
        )
        expect(await answer.json()).toHaveProperty('linkset')
      }
  })

  test('a machine is redirected to the link type that it names, in any spelling, in a language that it reads', async () => {
    const pip = async (type: string, language?: string) =>
      (
        await ask(`/01/${gtin}?linkType=${encodeURIComponent(type)}`, { ...browser, ...(language && { 'accept-language': language }) })
      ).headers.get('location')
    expect(await pip('gs1:pip')).toBe(`${origin}/san-pham/mut-dua-sap`)
    expect(await pip('https://gs1.org/voc/pip')).toBe(`${origin}/san-pham/mut-dua-sap`)
    expect(await pip('https://ref.gs1.org/voc/pip', 'fr, km-KH;q=0.9, en;q=0.5')).toBe(`${origin}/km/san-pham/mut-dua-sap`)
    expect(await pip('gs1:certificationInfo')).toBe(`${origin}/giay-chung-nhan/gcn-mut-dua-sap`)
    const recall = await ask(`/01/${gtin}/10/A1?linkType=gs1:recallStatus&x=1`)
    expect(recall.headers.get('location')).toBe(`${origin}/t/${lotCode}?x=1#thu-hoi`)
  })

  test('a missing link and a code that was not issued are answered with 404, a text that is not a code with 400', async () => {
    for (const [path, status] of [
      [`/01/${gtin}?linkType=gs1:nutritionalInfo`, 404],
      [`/01/${gtin}/10/NONE?linkType=gs1:recallStatus`, 404],
      ['/01/08938501234575?linkType=linkset', 404],
      ['/t/00000000000001?linkType=linkset', 404],
      ['/01/08938501234567', 400],
      ['/01/123?linkType=gs1:pip', 400],
      [`/01/${gtin}/21/1/10/A1`, 400],
      ['/01/%E0%A4%A', 400],
    ] as const) {
      const answer = await ask(path)
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        status,
        expect.stringContaining('application/problem+json'),
      ])
    }
  })

  test('a lot or a number that was not given out leads a machine to the product, and never says that the lot is good', async () => {
    const product = await ask(`/01/${gtin}`)
    for (const qualifiers of ['/10/NONE', '/21/1', '/22/V', '/10/NONE/21/1']) {
      const answer = await ask(`/01/${gtin}${qualifiers}`)
      expect([qualifiers, answer.status, answer.headers.get('location')]).toEqual([qualifiers, 307, product.headers.get('location')])
    }
    expect((await ask(`/01/${gtin}/10/A1/21/1`)).headers.get('location')).toBe(`${origin}/t/${lotCode}`)
    expect(await (await ask(`/01/${gtin}/10/A1/21/1`, browser)).text()).toBe(`page of /01/${gtin}/10/A1/21/1`)
  })

  test('what was imported for goods of ours takes the place of what we say, but for their recall and their certificate', async () => {
    const to = (path: string) => [{ href: `https://example.com/${path}`, title: path }]
    const anchor = (path: string, links: object) => ({ anchor: `https://id.gs1.org${path}`, itemDescription: 'A', ...links })
    const voc = (type: string) => `https://gs1.org/voc/${type}`
    const linkset = [
      anchor(`/01/${gtin}/10/A2`, { [voc('recallStatus')]: to('fine'), [voc('defaultLink')]: to('default') }),
      anchor(`/01/${gtin}`, { [voc('certificationInfo')]: to('stars'), [voc('recipeInfo')]: to('recipe') }),
    ]
    await aLot(as(world.actors.producer, worldDay), { productId: world.certified.id, number: 'A2' })
    await importLinkset(as(system('test'), worldDay), JSON.stringify({ linkset }))
    const led = async (path: string) => (await ask(path)).headers.get('location')
    await expect.poll(() => led(`/01/${gtin}/10/A2`), { interval: 20, timeout: 10_000 }).toBe('https://example.com/default')
    expect(await led(`/01/${gtin}/10/A2?linkType=gs1:recallStatus`)).toMatch(/\/t\/\w+#thu-hoi$/)
    expect(await led(`/01/${gtin}/10/A2?linkType=gs1:certificationInfo`)).toBe(`${origin}/giay-chung-nhan/gcn-mut-dua-sap`)
    expect(await led(`/01/${gtin}/10/A2?linkType=gs1:recipeInfo`)).toBe('https://example.com/recipe')
    expect(await (await ask(`/01/${gtin}/10/A2`, browser)).text()).toBe(`page of /01/${gtin}/10/A2`)
  })

  test('a link that the producer adds is found at the product and at its lots, with a GTIN and without', async () => {
    const producer = as(world.actors.producer, worldDay)
    const link = { type: 'recipeInfo', href: 'https://youtube.com/keo', title: 'Kẹo', language: null }
    expect(await addProductLink(producer, { ...link, productId: world.plain.id })).toMatchObject({ ok: true })
    const led = async (path: string) => (await ask(path)).headers.get('location')
    await expect.poll(() => led(`/t/${plainCode}?linkType=gs1:recipeInfo`), { interval: 20, timeout: 10_000 }).toBe(link.href)
    expect(await led(`/t/${world.plain.traceCode}?linkType=gs1:recipeInfo`)).toBe(link.href)
  })

  test('a linkset conforms to the GS1 schema and holds the lot and the product above it', async () => {
    const schema = JSON.parse(await readFile(new URL('../fixtures/gs1-linkset-schema.json', import.meta.url), 'utf8')) as object
    const conforms = new Ajv.default({ strict: false }).compile(schema)
    for (const asked of [
      ask(`/01/${gtin}/10/A1?linkType=linkset`, browser),
      ask(`/01/${gtin}/10/A1`, { accept: 'application/linkset+json' }),
    ]) {
      const answer = await asked
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('application/linkset+json')])
      const body = (await answer.json()) as { linkset: Record<string, unknown>[] }
      expect(conforms(body), JSON.stringify(conforms.errors)).toBe(true)
      expect(body.linkset.map(({ anchor }) => anchor)).toEqual([`${origin}/01/${gtin}/10/A1`, `${origin}/01/${gtin}`])
      expect(body.linkset[0]).toMatchObject({
        itemDescription: 'Mứt dừa sáp, HTX Dừa sáp Cầu Kè, lô A1',
        'https://gs1.org/voc/defaultLink': [{ href: `${origin}/t/${lotCode}` }],
        'https://gs1.org/voc/traceability': [{ hreflang: ['vi'] }, { hreflang: ['en'] }, { hreflang: ['km'] }],
        'https://gs1.org/voc/recallStatus': [{ href: `${origin}/t/${lotCode}#thu-hoi` }],
      })
      expect(body.linkset[1]).not.toHaveProperty(['https://gs1.org/voc/recallStatus'])
    }
  })

  test('a change of the certificate shows by itself, whichever process recorded it, and until then the answer is cached', async () => {
    const certificateLink = async () => (await ask(`/t/${lotCode}?linkType=gs1:certificationInfo`)).headers.get('location')
    expect(await certificateLink()).toBe(`${origin}/giay-chung-nhan/gcn-mut-dua-sap`)
    expect(await certificateLink()).toBe(`${origin}/giay-chung-nhan/gcn-mut-dua-sap`)
    const rename = (code: string) =>
      db.updateTable('product').set({ certificate_code: code }).where('certificate_code', 'like', 'gcn-mut-dua-sap%').execute()
    await rename('gcn-mut-dua-sap-moi')
    await expect.poll(certificateLink, { interval: 20, timeout: 10_000 }).toBe(`${origin}/giay-chung-nhan/gcn-mut-dua-sap-moi`)
    await rename('gcn-mut-dua-sap')
  })

  test('a cached answer is given only to the same request', async () => {
    const found: unknown[] = []
    for (const [query, headers, method] of [
      ['', {}, 'GET'],
      ['?linkType=gs1:pip', { 'accept-language': 'en' }, 'GET'],
      ['?linkType=gs1:pip', { 'accept-language': 'km' }, 'GET'],
      ['?a=1', {}, 'GET'],
      ['', { accept: 'application/linkset+json' }, 'GET'],
      ['', browser, 'GET'],
      ['', {}, 'OPTIONS'],
    ] as const) {
      const asked = async () => {
        const answer = await ask(`/01/${gtin}${query}`, headers, method)
        return [answer.status, answer.headers.get('location') ?? (await answer.text()).slice(0, 4)]
      }
      const first = await asked()
      expect(await asked()).toEqual(first)
      found.push(first)
    }
    const product = `${origin}/san-pham/mut-dua-sap`
    expect(found.slice(1)).toEqual([
      [307, product.replace('/san-pham', '/en/san-pham')],
      [307, product.replace('/san-pham', '/km/san-pham')],
      [307, `${(found[0] as string[])[1]}?a=1`],
      [200, '{"li'],
      [200, 'page'],
      [204, ''],
    ])
  })

  test('a code without GTIN has the same links, and its linkset names no number of GS1', async () => {
    const text = await (await ask(`/t/${plainCode}?linkType=linkset`)).text()
    expect(text).toContain(`"anchor":"${origin}/t/${plainCode}"`)
    expect(text).not.toContain('/01/')
  })

  test('the resolver answers any site, HEAD and OPTIONS, and describes itself', async () => {
    const head = await ask(`/01/${gtin}?linkType=linkset`, {}, 'HEAD')
    expect([head.status, await head.text(), head.headers.get('access-control-allow-origin')]).toEqual([200, '', '*'])
    const options = await ask(`/01/${gtin}`, {}, 'OPTIONS')
    expect([options.status, options.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    const description = (await (await ask('/.well-known/gs1resolver')).json()) as object
    expect(description).toMatchObject({ resolverRoot: origin, supportedPrimaryKeys: ['all'] })
  })

  test('a trailing slash is ignored', async () => {
    expect((await ask(`/01/${gtin}/?linkType=gs1:pip`)).status).toBe(307)
  })
})
