import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { allOfList } from '../list.store.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { listAuditEntries, system } from '../identity/index.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { traceWorld } from '../traceability/fixtures.ts'
import { addProductLink, importLinkset, importedLinks, linkList, linksOfProduct, productLinks, removeProductLink } from './index.ts'

const { db, as } = await testDatabase<Tables>()
const day = '2026-11-30T09:00:00+07:00'
let world: Awaited<ReturnType<typeof traceWorld>>
let producer: Ctx
let officer: Ctx
beforeAll(async () => {
  world = await traceWorld(as)
  producer = as(world.actors.producer, day)
  officer = as(world.actors.officer, day)
})

const link = { type: 'relatedVideo', href: 'https://www.youtube.com/watch?v=1', title: 'Nấu chè dừa sáp', language: 'vi' as const }
const add = (given: Partial<typeof link> = {}) => addProductLink(producer, { ...link, ...given, productId: world.certified.id })
const audited = async () => (await listAuditEntries(as(someoneWith('administrator'), day), { page: 1 })).entries.map(({ action }) => action)

test('a producer adds a link to its product, once, and sees it with what it may do', async () => {
  expect(await add()).toMatchObject({ ok: true })
  expect(await add()).toMatchObject({ ok: false, refusal: { code: 'link-repeated', title: link.title } })
  const found = await productLinks(producer, world.certified.id)
  expect(found).toMatchObject({ links: [link], may: { add: true, remove: true }, product: { name: 'Mứt dừa sáp' } })
  expect(found.allowed).toContain('youtube.com')
  expect(await linksOfProduct(db, world.certified.id)).toMatchObject([{ type: 'relatedVideo', hreflang: ['vi'], forwardsQuery: true }])
  expect(await audited()).toContain('link.added')
})

test('a host that is not on the list of the day is refused with the list', async () => {
  expect(await add({ href: 'https://dua-sap.example/' })).toMatchObject({
    ok: false,
    refusal: { code: 'link-host-not-allowed', host: 'dua-sap.example', allowed: expect.arrayContaining(['youtube.com']) },
  })
})

test('to another producer the links are not there to be worked on', async () => {
  await expect(productLinks(as(world.actors.rival, day), world.certified.id)).rejects.toThrow(NotFound)
  await expect(productLinks(as(world.actors.buyer, day), world.certified.id)).rejects.toThrow(NotFound)
})

test('the province sees the links of all products and takes a bad one away; done twice it is done', async () => {
  const listed = await allOfList(
    db,
    linkList,
    { q: '', filters: {}, sort: null, page: 1 } as never,
    await linkList.source(officer, {} as never),
  )
  expect(listed).toMatchObject([{ productName: 'Mứt dừa sáp', producerName: 'HTX Dừa sáp Cầu Kè', href: link.href }])
  const { links, may } = await productLinks(officer, world.certified.id)
  expect([may.add === true, may.remove]).toEqual([false, true])
  const gone = { productId: world.certified.id, linkId: links[0]!.id }
  await removeProductLink(officer, gone)
  await removeProductLink(officer, gone)
  expect((await productLinks(producer, world.certified.id)).links).toEqual([])
  expect((await audited()).filter((action) => action === 'link.removed')).toHaveLength(1)
})

test('a link is taken away only under its own product', async () => {
  await add()
  const [kept] = (await productLinks(producer, world.certified.id)).links
  await removeProductLink(producer, { productId: world.plain.id, linkId: kept!.id })
  expect((await productLinks(producer, world.certified.id)).links).toHaveLength(1)
})

test('a thousand things of one file are kept, audited once with their number', async () => {
  const voc = 'https://gs1.org/voc/defaultLink'
  const linkset = Array.from({ length: 2_500 }, (_, lot) => ({
    anchor: `https://id.gs1.org/01/09506000134352/10/L${lot}`,
    itemDescription: `Lot ${lot}`,
    [voc]: [{ href: `https://example.com/${lot}`, title: 'A' }],
  }))
  const outcome = await importLinkset(as(system('command line'), day), JSON.stringify({ linkset }))
  expect(outcome).toEqual({ ok: true, value: { anchors: 2_500, links: 2_500 } })
  const found = await importedLinks(db, ['/01/09506000134352/10/L2499', '/01/09506000134352'])
  expect([...found.values()]).toMatchObject([{ itemDescription: 'Lot 2499', links: [{ href: 'https://example.com/2499' }] }])
  expect((await audited()).filter((action) => action === 'links.imported')).toHaveLength(1)
})
