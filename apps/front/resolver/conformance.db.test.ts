import { readFile } from 'node:fs/promises'
import Ajv from 'ajv'
import { primaryKeyAis } from '@dacsan/gs1'
import { importLinkset } from '@dacsan/modules/links'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { readConfig } from '@dacsan/platform/config'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../../modules/database.tables.ts'
import { system } from '../../../modules/identity/index.ts'
import { loadLaw } from '../../../modules/law/index.ts'
import { startFront } from '../index.ts'
import type { Front } from '../index.ts'

// The statements of the GS1-Conformant resolver standard 1.2, section 5, each by its number where it has one, on links that were imported.

const { db, pool, files, connect, role, as, dataDir } = await testDatabase<Tables>()
const origin = 'https://dacsan.vn'
const target = 'http://127.0.0.1:9/target'
const gtin = '09506000134352'
const voc = (type: string) => `https://gs1.org/voc/${type}`
const to = (path: string, more: object = {}) => ({ href: `${target}/${path}`, title: path, ...more })

/** A primary key of each kind, with the qualifiers that it takes. */
const things = [
  '/00/095060001343520000',
  '/01/09506000134369',
  '/01/09506000134369/235/A1',
  '/253/9506000134376X',
  '/255/9506000134376',
  '/401/9506000A',
  '/402/95060001343520000',
  '/414/9506000134376',
  '/414/9506000134376/254/32a',
  '/414/9506000134376/7040/1ABC',
  '/415/9506000134376/8020/R1',
  '/417/9506000134376',
  '/417/9506000134376/7040/1ABC',
  '/8003/09506000134352123',
  '/8004/0614141999',
  '/8004/0614141999/7040/1ABC',
  '/8006/095060001343520102',
  '/8006/095060001343520102/10/A',
  '/8010/0614141A',
  '/8010/0614141A/8011/1',
  '/8013/1987654Ad4X4bL5ttr2310c2K',
  '/8017/950600013431116990',
  '/8018/950600013431116990',
  '/8018/950600013431116990/8019/1',
]

const linkset = [
  {
    anchor: `https://id.gs1.org/01/${gtin}`,
    itemDescription: 'Risotto',
    [voc('defaultLink')]: [to('default')],
    [voc('defaultLinkMulti')]: [to('vi', { hreflang: ['vi'] }), to('data', { type: 'application/json', hreflang: ['en'] })],
    [voc('pip')]: [to('pip-en', { hreflang: ['en'] }), to('pip-vi', { hreflang: ['vi'] })],
    [voc('masterData')]: [to('master', { type: 'text/html' }), to('master.json', { type: 'application/json' })],
    [voc('registerProduct')]: [to('quiet', { fwqs: false })],
    [voc('safetyInfo')]: [to('vn', { context: ['VN'] }), to('eu', { context: ['EU'] })],
    [voc('relatedVideo')]: [to('one'), to('other')],
    [voc('relatedImage')]: [to('hidden', { public: false })],
    [voc('homepage')]: [to('home?a=1#top')],
  },
  { anchor: `https://example.com/stem/01/${gtin}/10/A1`, itemDescription: 'Risotto, lot A1', [voc('recallStatus')]: [to('recall')] },
  { anchor: `https://example.com/01/${gtin}/10/A1/21/7`, itemDescription: 'Risotto, one', [voc('defaultLink')]: [to('one-thing')] },
  ...things.map((path) => ({ anchor: `https://id.gs1.org${path}`, itemDescription: path, [voc('defaultLink')]: [to(`of${path}`)] })),
]

let front: Front
let base = ''
beforeAll(async () => {
  await db.transaction().execute(loadLaw)
  const imported = await importLinkset(as(system('test'), '2026-11-30T08:00:00+07:00'), JSON.stringify({ linkset }))
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  const config = { ...readConfig({ DATA_DIR: dataDir, ORIGIN: origin }), port: 0 }
  const installation: OpenInstallation = { config, log: createLog('silent'), db, pool, files, connect, role, close: async () => {} }
  front = await startFront(installation, { pages: (request, response) => response.end(`page of ${request.url}`) })
  base = `http://127.0.0.1:${front.port}`
})
afterAll(() => front.close())

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(base + path, { headers, method, redirect: 'manual' })
async function ledTo(path: string, headers: Record<string, string> = {}): Promise<string | number> {
  const { status, headers: got } = await ask(path, headers)
  return [301, 302, 303, 307, 308].includes(status) ? got.get('location')!.replace(`${target}/`, '') : status
}
type Linkset = { linkset: Record<string, { href: string; title: string }[] & string>[] }
const linksetAt = async (path: string) => (await (await ask(`${path}?linkType=linkset`)).json()) as Linkset

test('5.1: every primary key of the dictionary resolves with its qualifiers', async () => {
  for (const path of things) expect([path, await ledTo(path)]).toEqual([path, `of${path}`])
  expect(new Set(things.map((path) => path.split('/')[1]))).toEqual(new Set(primaryKeyAis()))
})

test('5.1: a qualifier that nobody registered resolves as the level above it', async () => {
  for (const qualifiers of ['/10/B', '/21/9', '/22/V', '/22/V/10/B/21/9', '/235/X'])
    expect([qualifiers, await ledTo(`/01/${gtin}${qualifiers}`)]).toEqual([qualifiers, 'default'])
  expect(await ledTo(`/01/${gtin}/10/A1/21/8?linkType=gs1:recallStatus`)).toBe('recall')
  expect(await ledTo(`/01/${gtin}/10/A1`)).toBe('default')
  expect(await ledTo(`/01/${gtin}/10/A1/21/7`)).toBe('one-thing')
  expect(await ledTo(`/414/9506000134376/254/other`)).toBe('of/414/9506000134376')
})

test('5.1: a stem before the key does not matter', async () => {
  expect(await ledTo(`/some/stem/01/${gtin}`)).toBe('default')
  expect(await ledTo(`/stem/01/${gtin}/10/A1/21/7?linkType=gs1:pip`)).toBe('pip-en')
  expect((await ask(`/stem/01/${gtin}?linkType=linkset`, {}, 'HEAD')).status).toBe(200)
})

test('5.2 and 5.4: GET, HEAD and OPTIONS are answered, to any site, on every key and on the description file', async () => {
  for (const path of [...things, '/.well-known/gs1resolver']) {
    const options = await ask(path, { origin: 'https://example.com', 'access-control-request-method': 'GET' }, 'OPTIONS')
    expect([path, options.status, options.headers.get('access-control-allow-origin')]).toEqual([path, 204, '*'])
    const head = await ask(path, {}, 'HEAD')
    const get = await ask(path)
    expect([path, head.status, await head.text()]).toEqual([path, get.status, ''])
    expect(get.headers.get('access-control-allow-origin')).toBe('*')
  }
  expect((await ask('/01/123')).headers.get('access-control-allow-origin')).toBe('*')
})

test('5.7 to 5.9: what is no Digital Link is 400, what nobody knows 404, and no error is 200', async () => {
  for (const [path, status] of [
    ['/01/09506000134353', 400],
    ['/01/9506000134352', 400],
    ['/01/', 400],
    [`/01/${gtin}/21/7/10/A1`, 400],
    [`/01/${gtin}/17/271231`, 400],
    [`/01/${gtin}/foo/bar`, 400],
    [`/01/${gtin}?17=279999`, 400],
    [`/01/${gtin}?9999=1`, 400],
    ['/00/095060001343520001', 400],
    ['/414/9506000134377', 400],
    ['/8004/X', 400],
    ['/01/09506000134376', 404],
    ['/00/106141412345678908', 404],
    ['/417/9506000134383', 404],
  ] as const)
    for (const accept of ['*/*', 'application/json', 'application/linkset+json']) {
      const answer = await ask(path, { accept })
      expect([path, accept, answer.status]).toEqual([path, accept, status])
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
})

test('5.10 and 5.15: a linkset conforms to the schema, anchors are addresses here, and it holds every level up to the key', async () => {
  const schema = JSON.parse(await readFile(new URL('../fixtures/gs1-linkset-schema.json', import.meta.url), 'utf8')) as object
  const conforms = new Ajv.default({ strict: false }).compile(schema)
  for (const asked of [`/01/${gtin}/10/A1/21/7?linkType=linkset`, `/stem/01/${gtin}/10/A1/21/7/?linkType=linkset&x=1`]) {
    const answer = await ask(asked)
    const body = (await answer.json()) as Linkset
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/linkset+json'])
    expect(answer.headers.get('link')).toContain('rel="http://www.w3.org/ns/json-ld#context"')
    expect(conforms(body), JSON.stringify(conforms.errors)).toBe(true)
    expect(body.linkset.map(({ anchor }) => anchor)).toEqual([
      `${origin}/01/${gtin}/10/A1/21/7`,
      `${origin}/01/${gtin}/10/A1`,
      `${origin}/01/${gtin}`,
    ])
  }
  const accepted = await ask(`/01/${gtin}`, { accept: 'application/linkset+json' })
  expect([accepted.status, conforms(await accepted.json())]).toEqual([200, true])
})

test('5.11 and 5.12: every link has a target and a title, and a default link stands under a type that says what it is', async () => {
  const { linkset } = await linksetAt(`/01/${gtin}/10/A1/21/7`)
  for (const { anchor: _, itemDescription: __, ...types } of linkset) {
    const links = Object.entries(types).flatMap(([type, all]) => all.map((link) => ({ ...link, type })))
    for (const { href, title } of links) expect([URL.canParse(href), title.length > 0]).toEqual([true, true])
    for (const { href } of links.filter(({ type }) => type.includes('defaultLink')))
      expect(
        links.some((link) => link.href === href && !link.type.includes('defaultLink')),
        href,
      ).toBe(true)
  }
})

test('what a default link is said to be is found by its type, and hides no link that is of it', async () => {
  expect(await ledTo('/417/9506000134376?linkType=gs1:pip')).toBe('of/417/9506000134376')
  expect(await ledTo(`/01/${gtin}/10/A1/21/7?linkType=gs1:pip`)).toBe('pip-en')
})

test('5.14: there is one default link for a thing', async () => {
  const { linkset } = await linksetAt(`/01/${gtin}`)
  expect(linkset[0]![voc('defaultLink')]).toHaveLength(1)
})

test('a link that is not public is neither listed nor given', async () => {
  expect(JSON.stringify(await linksetAt(`/01/${gtin}`))).not.toContain('hidden')
  expect(await ledTo(`/01/${gtin}?linkType=gs1:relatedImage`)).toBe(404)
})

test('5.17 and 5.18: whoever names a type gets that or 404, in any spelling of the vocabulary', async () => {
  for (const type of ['gs1:masterData', 'masterData', voc('masterData'), 'https://ref.gs1.org/voc/masterData'])
    expect([type, await ledTo(`/01/${gtin}?linkType=${encodeURIComponent(type)}`)]).toEqual([type, 'master'])
  for (const type of ['gs1:nutritionalInfo', 'gs1:none', 'schema:review', 'toString'])
    expect([type, await ledTo(`/01/${gtin}?linkType=${type}`)]).toEqual([type, 404])
})

test('5.19: the query goes on to the target, before its fragment and behind its own query, unless the link says no', async () => {
  expect(await ledTo(`/01/${gtin}?17=271231&utm_source=x%20y`)).toBe('default?17=271231&utm_source=x%20y')
  expect(await ledTo(`/01/${gtin}?b=2&linkType=gs1:homepage`)).toBe('home?a=1&b=2#top')
  expect(await ledTo(`/01/${gtin}?b=2&linkType=gs1:registerProduct`)).toBe('quiet')
})

test('5.20: language, media type and context choose among links of a type, and among several defaults', async () => {
  expect(await ledTo(`/01/${gtin}?linkType=gs1:pip`, { 'accept-language': 'vi-VN,vi;q=0.9,en;q=0.5' })).toBe('pip-vi')
  expect(await ledTo(`/01/${gtin}?linkType=gs1:pip`, { 'accept-language': 'ja' })).toBe('pip-en')
  expect(await ledTo(`/01/${gtin}?linkType=gs1:masterData`, { accept: 'application/json' })).toBe('master.json')
  expect(await ledTo(`/01/${gtin}?linkType=gs1:safetyInfo&context=EU`)).toBe('eu?context=EU')
  expect(await ledTo(`/01/${gtin}`, { 'accept-language': 'vi' })).toBe('vi')
  expect(await ledTo(`/01/${gtin}`, { 'accept-language': 'en', accept: 'application/json' })).toBe('data')
  expect(await ledTo(`/01/${gtin}`, { 'accept-language': 'ja' })).toBe('default')
})

test('2.6.3: several links that cannot be told apart are 300 with all of them, as a linkset or as a page', async () => {
  const answer = await ask(`/01/${gtin}?linkType=gs1:relatedVideo`)
  expect(answer.status).toBe(300)
  const { linkset } = (await answer.json()) as Linkset
  expect(linkset[0]![voc('relatedVideo')]!.map(({ href }) => href)).toEqual([`${target}/one`, `${target}/other`])
  const page = await ask(`/01/${gtin}?linkType=gs1:relatedVideo`, { accept: 'text/html' })
  expect([page.status, page.headers.get('content-type')]).toEqual([300, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain(`<a href="${target}/one">one</a>`)
})

test('linkType=all, as it was called before 1.0, is the linkset', async () => {
  expect(await (await ask(`/01/${gtin}?linkType=all`)).json()).toEqual(await linksetAt(`/01/${gtin}`))
})

test('5.21, 5.22 and 5.24: the description file says where the resolver is, that it takes every key, and which types it knows', async () => {
  const answer = await ask('/.well-known/gs1resolver')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  expect(await answer.json()).toMatchObject({
    resolverRoot: origin,
    supportedPrimaryKeys: ['all'],
    supportedLinkType: [{ namespace: 'https://gs1.org/voc/', prefix: 'gs1:' }],
    linkTypeDefaultCanBeLinkset: false,
    contact: { fn: expect.any(String) },
  })
})

test('5.25: a trailing slash is forgiven', async () => {
  expect(await ledTo(`/01/${gtin}/`)).toBe('default')
  expect(await ledTo(`/01/${gtin}/10/A1/?linkType=gs1:recallStatus`)).toBe('recall')
})

test('whoever is led on is told where the linkset is', async () => {
  const answer = await ask(`/01/${gtin}`)
  expect(answer.headers.get('link')).toBe(`<${origin}/01/${gtin}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`)
  expect((await ask(`/01/${gtin}?linkType=gs1:none`)).headers.get('link')).toContain('rel="linkset"')
})

test('a browser is led on where the thing is none of ours, and a code that leads nowhere gets a page that says so', async () => {
  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'accept-language': 'ja' }
  expect(await ledTo(`/01/${gtin}`, browser)).toBe('default')
  expect(await (await ask('/01/09506000134376', browser)).text()).toBe('page of /01/09506000134376')
})

test('a second import replaces what it names and leaves the rest, and both show at once', async () => {
  const again = [{ anchor: 'https://x.example/8013/1987654Ad4X4bL5ttr2310c2K', itemDescription: 'M', [voc('defaultLink')]: [to('new')] }]
  expect(await ledTo('/8013/1987654Ad4X4bL5ttr2310c2K')).toBe('of/8013/1987654Ad4X4bL5ttr2310c2K')
  await importLinkset(as(system('test'), '2026-11-30T09:00:00+07:00'), JSON.stringify({ linkset: again }))
  await expect.poll(() => ledTo('/8013/1987654Ad4X4bL5ttr2310c2K'), { interval: 20, timeout: 10_000 }).toBe('new')
  expect(await ledTo('/8010/0614141A')).toBe('of/8010/0614141A')
})

test('of a file with a fault nothing is taken', async () => {
  const good = { anchor: 'https://x.example/8010/0614141A', itemDescription: 'C', [voc('defaultLink')]: [to('wrong')] }
  const bad = { anchor: 'https://x.example/8010/', itemDescription: 'C' }
  expect(await importLinkset(as(system('test')), JSON.stringify({ linkset: [good, bad] }))).toMatchObject({ ok: false })
  expect(await db.selectFrom('link_anchor').select('links').where('path', '=', '/8010/0614141A').executeTakeFirst()).toMatchObject({
    links: [{ href: `${target}/of/8010/0614141A` }],
  })
})
