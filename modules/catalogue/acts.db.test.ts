import { newId } from '@dacsan/platform/ids'
import { recordFile } from '@dacsan/platform/files'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { catalogueActTables } from './acts.ts'
import { aProducer, aProduct } from './fixtures.ts'
import {
  addPack,
  addProductPhoto,
  captionProductPhoto,
  chooseDefaultPack,
  defaultPackOf,
  endPack,
  moveProductPhoto,
  publishNames,
  registerProducer,
  registerProduct,
  removeProductPhoto,
  updateProducer,
  updateProductStory,
} from './index.ts'
import { insertPhoto, insertPhotoSize } from './photo.store.ts'

const { db, as, files } = await testDatabase<Tables>()
const base = as(system('trial'), '2026-11-23T09:00:00+07:00')

const { owner, rival, newcomer, producerId, productId } = await db.transaction().execute(async (tx) => {
  await loadLaw(tx)
  const [owner, rival, newcomer] = [await aPerson(tx), await aPerson(tx), await aPerson(tx)]
  const { id: producerId } = await aProducer(tx, { organisationId: owner.memberships[0]!.organisationId })
  await aProducer(tx, { organisationId: rival.memberships[0]!.organisationId })
  const product = await aProduct(tx, { producerId })
  return { owner, rival, newcomer, producerId, productId: product.id }
})
const { id: packId } = await defaultPackOf(db, productId)
const others = Object.fromEntries(roles.map((role) => [role, someoneWith(role)])) as Record<Role, Actor>
const { producer: _, ...officials } = others
const people = { owner, rival, newcomer, ...officials }

const drawing = await files.keepOwn(new Uint8Array([1]), { name: 'anh.webp', mediaType: 'image/webp' })
const fileHash = drawing.hash
await db.transaction().execute(async (tx) => {
  await recordFile(tx, drawing, { by: null, at: base.now })
  await insertPhotoSize(tx, { photoHash: fileHash, side: 160, fileHash })
  await insertPhoto(tx, { productId, fileHash, position: 1, caption: null })
})

const file = {
  name: 'HTX Thử',
  kind: 'cooperative' as const,
  communeCode: '29431',
  taxCode: null,
  registrationNo: null,
  representative: null,
  address: null,
  phone: null,
  email: null,
  about: null,
}
const story = {
  description: null,
  story: 'Chuyện',
  netContent: null,
  ingredients: null,
  storage: null,
  usageNote: null,
  brand: null,
  gtin: null,
}

// Who makes it says who it is and what it makes; anybody who works for a producer may put one on file, and only the own may be changed.
tryActs(catalogueActTables[0], {
  base,
  people,
  attempts: {
    register: (ctx: Ctx) => registerProducer(ctx, file),
    update: (ctx: Ctx) => updateProducer(ctx, { ...file, producerId, version: 1 }),
  },
  expected: { register: { by: ['owner', 'rival', 'newcomer'] }, update: { by: ['owner'] } },
})

tryActs(catalogueActTables[1], {
  base,
  people,
  attempts: {
    register: (ctx: Ctx) => registerProduct(ctx, { name: 'Món mới', setCode: 'QD26-07', description: null, netContent: null }),
    describe: (ctx: Ctx) => updateProductStory(ctx, { ...story, productId, version: 1 }),
    'add-pack': (ctx: Ctx) => addPack(ctx, { productId, name: `Hũ ${newId('n')}`, gtin: null }),
    'end-pack': (ctx: Ctx) => endPack(ctx, { packId }),
    'choose-pack': (ctx: Ctx) => chooseDefaultPack(ctx, { packId }),
    'add-photo': (ctx: Ctx) => addProductPhoto(ctx, { productId, caption: null }, null),
    'caption-photo': (ctx: Ctx) => captionProductPhoto(ctx, { productId, fileHash, caption: 'Ảnh' }),
    'arrange-photos': (ctx: Ctx) => moveProductPhoto(ctx, { productId, fileHash, move: 'first' }),
    'remove-photo': (ctx: Ctx) => removeProductPhoto(ctx, { productId, fileHash }),
  },
  expected: {
    register: { by: ['owner', 'rival', 'newcomer'] },
    describe: { by: ['owner'] },
    'add-pack': { by: ['owner'] },
    'end-pack': { by: ['owner'] },
    'choose-pack': { by: ['owner'] },
    'add-photo': { by: ['owner'] },
    'caption-photo': { by: ['owner'] },
    'arrange-photos': { by: ['owner'] },
    'remove-photo': { by: ['owner'] },
  },
})

tryActs(catalogueActTables[2], {
  base,
  people,
  attempts: {
    publish: (ctx: Ctx) => publishNames(ctx, { key: '', vi: [`Món ${newId('n')}`], en: [], km: [], inUse: true, after: 0 }),
  },
  expected: { publish: { by: ['provincial-officer'] } },
})
