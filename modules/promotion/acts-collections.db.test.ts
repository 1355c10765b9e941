import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import './topics.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { mustBe } from '../shop/fixtures.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { collectionActTables } from './collections/acts.ts'
import type { CollectionStatus } from './collections/acts.ts'
import * as collections from './collections/index.ts'
import { aNewsPerson } from './news/fixtures.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const { people, productId } = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const base = asAt(system('trial'), worldDay)
const office = asAt(aNewsPerson('provincial-officer', 'sưu'), worldDay)
const { slug } = await db.selectFrom('product').select('slug').where('id', '=', productId).executeTakeFirstOrThrow()
const form = () =>
  collections.createCollectionInput.parse({
    title: 'Quà Tết',
    text: 'Những món mang về biếu ông bà.',
    products: slug,
    requestKey: newId('key'),
  })
const { collectionId } = mustBe(await collections.createCollection(office, form()))
const { requestKey: _, ...typed } = form()
const season = { product: slug, fromMonth: 11, untilMonth: 1, source: 'Hội Nông dân' }

const desk = ['provincial-officer', 'trade-department'] as const

tryActs(collectionActTables[0], {
  base,
  people,
  put: (tx, status: CollectionStatus) => tx.updateTable('collection').set({ status }).where('id', '=', collectionId).execute(),
  state: async (tx) => (await tx.selectFrom('collection').select('status').where('id', '=', collectionId).executeTakeFirstOrThrow()).status,
  attempts: {
    create: (ctx) => collections.createCollection(ctx, form()),
    change: (ctx) => collections.changeCollection(ctx, { ...typed, collectionId, version: 1 }),
    publish: (ctx) => collections.publishCollection(ctx, { collectionId }),
    close: (ctx) => collections.closeCollection(ctx, { collectionId }),
  },
  expected: {
    create: { by: desk },
    change: { from: ['draft', 'published', 'closed'], by: desk },
    publish: { from: ['draft', 'closed'], to: 'published', by: desk },
    close: { from: ['published'], to: 'closed', by: desk },
  },
})

tryActs(collectionActTables[1], {
  base,
  people,
  attempts: {
    set: (ctx) => collections.setSeason(ctx, season),
    clear: (ctx) => collections.clearSeason(ctx, { product: slug }),
  },
  expected: { set: { by: desk }, clear: { by: desk } },
})
