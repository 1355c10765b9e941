import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { openList } from '../../open-list.ts'
import { traceWorld, worldDay } from '../fixtures.ts'
import {
  buyMaterial,
  buyMaterialInput,
  correctSupplier,
  correctSupplierInput,
  findMaterialLot,
  materialLotList,
  mergeSuppliers,
  ownSuppliers,
  supplierToTend,
} from '../index.ts'
import type { SupplierId } from '../rules/ids.ts'
import { sayRefusal } from '../words.ts'

const { as, db } = await testDatabase<Tables>()
let world: Awaited<ReturnType<typeof traceWorld>>
const maker = () => as(world.actors.producer, worldDay)
beforeAll(async () => {
  world = await traceWorld(as)
})

/** A purchase of a supplier by name. */
async function bought(supplierName: string, more: Record<string, string> = {}) {
  const form = {
    producerId: world.producer.id,
    material: 'Dừa sáp trái',
    unit: 'kg',
    quantity: '10',
    boughtOn: '2026-11-18',
    supplierName,
    supplierKind: 'farmer',
  }
  const outcome = await buyMaterial(maker(), buyMaterialInput.parse({ ...form, ...more, requestKey: newId('key') }))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const { supplierId } = await findMaterialLot(maker(), outcome.value.materialLotId)
  return { materialLotId: outcome.value.materialLotId, supplierId }
}
const correct = (supplierId: SupplierId, given: Record<string, string>) =>
  correctSupplier(maker(), correctSupplierInput.parse({ supplierId, kind: 'farmer', communeCode: '29308', growingAreaCode: '', ...given }))
const trail = async (action: string) => (await db.selectFrom('audit_entry').select('seq').where('action', '=', action).execute()).length

test('a name and a commune are corrected, purchases of before are shown under the name of today, and what was said before stays', async () => {
  const { supplierId, materialLotId } = await bought('Ông Thạch Sên')
  expect(await correct(supplierId, { name: 'Ông Thạch Sen' })).toEqual({ ok: true, value: { supplierId } })
  expect(await correct(supplierId, { name: 'Ông Thạch Sen' })).toMatchObject({ ok: true })
  expect(await trail('supplier.corrected')).toBe(1)
  expect(await findMaterialLot(maker(), materialLotId)).toMatchObject({ supplier: 'Ông Thạch Sen', commune: null })
  const { supplier, past } = await supplierToTend(maker(), supplierId)
  expect(supplier).toMatchObject({ name: 'Ông Thạch Sen', commune: 'Xã Cầu Kè', purchases: 1 })
  expect(past).toMatchObject([{ name: 'Ông Thạch Sên', commune: null, wentOver: false }])
})

test('a name that the book has already and a commune that there is not are refused, and the sentence says what to do', async () => {
  const { supplierId } = await bought('Bà Lâm Thị Hoa')
  await bought('Bà Lâm Thị Hồng')
  const refused = await correct(supplierId, { name: 'bà lâm thị hồng' })
  expect(refused).toEqual({ ok: false, refusal: { code: 'supplier-named-so', name: 'Bà Lâm Thị Hồng' } })
  if (!refused.ok) expect(sayRefusal(refused.refusal)).toContain('gộp hai dòng')
  expect(await correct(supplierId, { name: 'Bà Hoa', communeCode: '99999' })).toMatchObject({
    ok: false,
    refusal: { code: 'unknown-commune' },
  })
})

test('two of one person are merged: purchases, those of whoever went over before included, stand under the one that stays', async () => {
  const [first, second, third] = [await bought('Tổ hợp tác Phong Phú'), await bought('THT Phong Phú'), await bought('To hop tac Phong Phu')]
  const merge = (from: typeof first, into: typeof first) =>
    mergeSuppliers(maker(), { supplierId: from.supplierId, intoId: into.supplierId })
  expect(await merge(third, second)).toMatchObject({ ok: true })
  expect(await merge(second, first)).toMatchObject({ ok: true, value: { supplierId: first.supplierId } })
  expect(await merge(second, first)).toMatchObject({ ok: true })
  expect(await trail('supplier.merged')).toBe(2)
  for (const { materialLotId } of [first, second, third])
    expect(await findMaterialLot(maker(), materialLotId)).toMatchObject({ supplier: 'Tổ hợp tác Phong Phú', supplierId: first.supplierId })
  const book = await ownSuppliers(maker())
  expect(book.filter(({ name }) => name.includes('Phong Ph'))).toMatchObject([{ id: first.supplierId, purchases: 3 }])
  const listed = await openList(maker(), materialLotList, new URLSearchParams({ q: 'Tổ hợp tác Phong Phú' }))
  expect(listed.total).toBe(3)
  expect((await supplierToTend(maker(), first.supplierId)).past).toMatchObject([{ name: 'THT Phong Phú', wentOver: true }])
  expect(await merge(first, second)).toMatchObject({ ok: false, refusal: { code: 'supplier-merged' } })
  expect(await merge(first, first)).toMatchObject({ ok: false, refusal: { code: 'supplier-is-itself' } })
  // The name of one that went over may be written again: it is another supplier then.
  expect((await bought('THT Phong Phú')).supplierId).not.toBe(second.supplierId)
})

test('nobody reads or changes the book of another maker', async () => {
  const { supplierId } = await bought('Ông Kim Sươl')
  const rival = as(world.actors.rival, worldDay)
  await expect(supplierToTend(rival, supplierId)).rejects.toMatchObject({ name: 'NotFound' })
  const wanted = { supplierId, name: 'Khác', kind: 'farmer' as const, communeCode: null, growingAreaCode: null }
  await expect(correctSupplier(rival, wanted)).rejects.toThrow()
  await expect(mergeSuppliers(rival, { supplierId, intoId: supplierId })).rejects.toThrow()
})
