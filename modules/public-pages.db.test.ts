import { keepUntilChanged, watchChanges } from '@dacsan/platform/changes'
import { holdKeys } from '@dacsan/platform/locked-text'
import { openSecret } from '@dacsan/platform/secrets'
import { testDatabase } from '@dacsan/platform/testing'
import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import {
  communeMap,
  communesOfRegister,
  findProducer,
  findProduct,
  latestRecognised,
  listRegister,
  productsOfProducer,
  publicAddresses,
  registerSize,
} from './catalogue/index.ts'
import { certificatesOfProduct, findCertificate, importCertificates, lawBehind, searchCertificates } from './certificates/index.ts'
import { lotSealedAt } from './app/sealed-facts/index.ts'
import type { DB as Tables } from './database.tables.ts'
import { findDisclosure, findPolicy } from './disclosure/index.ts'
import { visitor } from './identity/index.ts'
import { privacyNotice } from './privacy/index.ts'
import {
  fewPoints,
  latestNews,
  listCollections,
  marksOfProduct,
  newsAddresses,
  nextFairs,
  productsInSeason,
  promotionAddresses,
  toldAbout,
  toldOfProduct,
} from './promotion/index.ts'
import { publicPages } from './public-pages.ts'
import type { PublicPage } from './public-pages.ts'
import { publishedTerms } from './returns/index.ts'
import { postsOfProduct } from './reviews/index.ts'
import { listPublicRecalls } from './recall/index.ts'
import { listingsFor, offerOf, productsOnSale } from './shop/index.ts'
import { aShop } from './shop/fixtures.ts'
import { aLot, traceWorld } from './traceability/fixtures.ts'
import { findScan } from './traceability/index.ts'

const { pool, as, dataDir } = await testDatabase<Tables>()

/**
 * What sends no notice. Stock changes too often, and the pages that show it are held against the shelf (`stockMark`) every second; how often a code was scanned may be a
 * minute late; a stored file is named by its bytes and never changes, nor does a key of locked numbers.
 */
const untold = ['stock_balance', 'reservation', 'scan_count', 'stored_file', 'lock_key']

const asked: { sql: string; parameters: readonly unknown[] }[] = []
const db = new Kysely<Tables>({
  dialect: new PostgresDialect({ pool }),
  log: ({ query }) => void asked.push({ sql: query.sql, parameters: query.parameters }),
})
holdKeys(db, (purpose) => openSecret(dataDir, purpose))
const ctx = { db, now: new Date(), actor: visitor }

let questions: Record<PublicPage, () => Promise<unknown>>
beforeAll(async () => {
  const world = await traceWorld(as)
  const lot = await aLot(as(world.actors.producer), { productId: world.certified.id })
  const shop = await aShop(as, { withCertificate: false })
  const { slug } = world.certified
  await as(visitor)
    .db.transaction()
    .execute((tx) =>
      importCertificates(tx, [
        {
          productId: world.certified.id,
          productSlug: slug,
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
          standing: null,
        },
      ]),
    )
  const own = (await as(visitor).db.selectFrom('certificate').select('code').executeTakeFirstOrThrow()).code
  const { slug: producer } = await as(visitor).db.selectFrom('producer').select('slug').executeTakeFirstOrThrow()
  // The questions of the pages of apps/web, page by page.
  questions = {
    home: async () => {
      const { facets } = await listRegister(ctx, {}, { onSale: await productsOnSale(ctx) })
      await Promise.all([
        communeMap(ctx, facets.commune),
        registerSize(ctx),
        latestRecognised(ctx, 6),
        latestNews(ctx, 'vi', 3),
        toldAbout(ctx, 'vi', 'story', {}, 1),
        productsInSeason(ctx, 6),
        listCollections(ctx, 'vi'),
        nextFairs(ctx, 3),
        fewPoints(ctx, 4),
      ])
    },
    register: async () => {
      await listRegister(ctx, { q: 'dua', commune: '29308', near: '29308', sort: 'near' }, { onSale: await productsOnSale(ctx) })
      await communesOfRegister(ctx)
      await listingsFor(db, [shop.productId], ctx.now)
    },
    product: async () => {
      const product = await findProduct(ctx, slug)
      await Promise.all([
        productsOfProducer(ctx, product.producer.id),
        certificatesOfProduct(ctx, product.id),
        offerOf(ctx, shop.productId),
        postsOfProduct(ctx, product.id),
        toldOfProduct(ctx, 'vi', product.id),
        marksOfProduct(ctx, product.id),
      ])
    },
    producer: async () => {
      const { id } = await findProducer(ctx, producer)
      await toldAbout(ctx, 'vi', 'story', { producer: id })
    },
    privacy: () => privacyNotice(ctx),
    disclosure: () => Promise.all([findDisclosure(ctx), findPolicy(ctx, 'fees')]),
    policy: () => Promise.all([findPolicy(ctx, 'returns'), publishedTerms(ctx)]),
    recalls: () => listPublicRecalls(ctx, 1),
    certificate: async () => {
      const found = (await findCertificate(ctx, own))!
      await searchCertificates(ctx, 'dua')
      await lawBehind(db, found, '2026-11-28')
    },
    scan: async () => {
      const found = await findScan(ctx, { traceCode: lot.traceCode })
      if (!found.known) throw new Error(found.reason)
      await lotSealedAt(db, found.scan.lot!.id)
    },
    sitemap: () => Promise.all([publicAddresses(ctx), newsAddresses(ctx), promotionAddresses(ctx), listCollections(ctx, 'vi')]),
  }
})

test.each(Object.keys(publicPages) as PublicPage[])('every table that the page %s reads sends a notice that drops it', async (page) => {
  asked.length = 0
  await questions[page]()
  const read = new Set<string>()
  for (const { sql, parameters } of asked) {
    const { rows } = await pool.query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${sql}`, [...parameters])
    for (const [, table] of JSON.stringify(rows[0]!['QUERY PLAN']).matchAll(/"Relation Name":"([^"]+)"/g)) read.add(table!)
  }
  const { rows: told } = await pool.query<{ table: string; room: string }>(
    `select tgrelid::regclass::text as "table", split_part(encode(tgargs, 'escape'), '\\000', 1) as room from pg_trigger where tgname = 'shown_change'`,
  )
  const roomOf = new Map(told.map(({ table, room }) => [table, room]))
  const unheard = [...read].filter(
    (table) => !untold.includes(table) && !(publicPages[page] as readonly string[]).includes(roomOf.get(table) ?? ''),
  )
  expect(unheard).toEqual([])
  expect(read.size).toBeGreaterThan(0)
})

test('the law is read once for all pages until it changes, and a page asks the database little more than what it shows', async () => {
  const changes = watchChanges(pool.options, { warn: () => {}, info: () => {} })
  const stop = keepUntilChanged(db, changes)
  onTestFinished(async () => {
    stop()
    await changes.close()
  })
  await vi.waitFor(() => expect(changes.isListening()).toBe(true), { timeout: 20_000 })
  const statements = async (page: PublicPage) => {
    asked.length = 0
    await questions[page]()
    return { all: asked.length, law: asked.filter(({ sql }) => sql.includes('"legal_rule"')).length }
  }
  expect((await statements('product')).law).toBe(1)
  for (const page of ['product', 'scan'] as const) {
    const { all, law } = await statements(page)
    expect([page, law]).toEqual([page, 0])
    expect(all).toBeLessThanOrEqual(12)
  }
  await pool.query('update legal_rule set note = note')
  await vi.waitFor(async () => expect((await statements('product')).law).toBe(1), { timeout: 1_000, interval: 20 })
})
