import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { aDossier } from '../fixtures.ts'
import { addEvidence } from './add-evidence.ts'
import { insertAttachment, selectVault } from './evidence.store.ts'
import { qualityPapersOf } from './quality-paper.store.ts'
import { dossierWorld } from '../test-world.ts'
import type { DossierId } from '../rules/ids.ts'

const { db, as } = await testDatabase<Tables>()
const world = await dossierWorld(as)
const today = '2026-11-23'

/** A paper with its file, laid into a dossier whatever its state. */
async function paperIn(dossierId: DossierId, kind: number, title: string, expiresOn: string | null): Promise<void> {
  const { producer } = world.people()
  const file = { name: 'giay.pdf', content: new TextEncoder().encode(`%PDF-1.7 ${title}`) }
  const facts = { kind, title, number: '1', issuedBy: null, issuedOn: '2025-01-02', expiresOn }
  const added = await addEvidence(producer, facts, file)
  if (!added.ok) throw new Error(added.refusal.code)
  const paper = (await selectVault(db, world.producer.id)).find((one) => one.title === title)!
  await db.transaction().execute((tx) => insertAttachment(tx, dossierId, paper.id, ''))
}

test('anyone may read of the quality papers that a recognition stood on, while they are good', async () => {
  const recognised = await aDossier(world.people(), { productId: world.product.id, status: 'recognised' })
  const underWay = await aDossier(world.people(), { productId: world.secondProduct.id, status: 'submitted' })
  await paperIn(recognised.id, 11, 'Bản tự công bố', null)
  await paperIn(recognised.id, 12, 'Phiếu kiểm nghiệm', today)
  await paperIn(recognised.id, 14, 'VietGAP', '2026-11-22')
  await paperIn(recognised.id, 5, 'Danh sách lao động', null)
  await paperIn(underWay.id, 11, 'Bản tự công bố khác', null)
  expect((await qualityPapersOf(db, world.product.id, today)).map(({ kind, title }) => [kind, title])).toEqual([
    ['declaration', 'Bản tự công bố'],
    ['test-report', 'Phiếu kiểm nghiệm'],
  ])
  expect(await qualityPapersOf(db, world.secondProduct.id, today)).toEqual([])
})
