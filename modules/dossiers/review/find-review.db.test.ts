import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { aDossier } from '../fixtures.ts'
import { communeQueue, findReceipt, findReview } from '../index.ts'
import { dossierWorld } from '../test-world.ts'

const { as } = await testDatabase<Tables>()
const world = await dossierWorld(as)
const typed = { business: { materials: 'Mua của 12 hộ ở ấp Mẫu.', labourTotal: '18' } }
const filed = await aDossier(world.people(), { productId: world.product.id, status: 'submitted', typed })
const draft = await aDossier(world.people(), { productId: world.secondProduct.id })

test('the officer reads beside each item of Mẫu 03 what the producer said about it', async () => {
  const { statements } = await findReview(as(world.actors.communeOfficer), filed.id)
  expect(statements.materials).toContainEqual({ label: 'Nguồn nguyên liệu', text: 'Mua của 12 hộ ở ấp Mẫu.' })
  expect(statements.labour).toContainEqual({ label: 'Tổng số lao động', text: '18' })
  expect(statements.idea.map(({ label }) => label)).toContain('Mô tả sản phẩm')
  expect(statements.identity.length).toBeGreaterThan(0)
  for (const { label } of statements.identity) expect(label).toMatch(/^\d+(\.\d+)+ .*: \d+\/\d+ điểm$/)
})

test('the review belongs to the commune where the dossier was filed', async () => {
  await expect(findReview(as(world.actors.producer), filed.id)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(findReview(as(world.actors.otherCommuneOfficer), filed.id)).rejects.toMatchObject({ name: 'NotFound' })
  await expect(findReview(as(world.actors.communeOfficer), draft.id)).rejects.toMatchObject({ name: 'NotFound' })
})

test('the queue counts those past their day', async () => {
  expect(await communeQueue(as(world.actors.communeOfficer, '2026-11-24T08:00:00+07:00'))).toMatchObject({ late: 0 })
  expect(await communeQueue(as(world.actors.communeOfficer, '2027-03-01T08:00:00+07:00'))).toMatchObject({ late: 1 })
})

test('there is a receipt once something was filed', async () => {
  expect(await findReceipt(as(world.actors.producer), draft.id)).toBeNull()
  expect(await findReceipt(as(world.actors.communeOfficer), filed.id)).toMatchObject({
    registrationNumber: '1/PĐK-86-29308-2026',
    dossier: { code: filed.code },
  })
})
