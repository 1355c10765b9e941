import { expect, test } from 'vitest'
import { decideAddPack, decideEndPack, decideNaming } from './pack.ts'

const gtin = '08938501234568'

// GS1 GTIN Management Standard 2.3: another declared net content is another trade item.
test('a pack with a GTIN keeps its net content: another one is a new pack', () => {
  const pack = { gtin, name: 'Hũ 250 g' }
  expect(decideNaming(pack, { gtin, name: 'Hũ 300 g' }, { gtinOwner: 'this' })).toEqual({
    ok: false,
    refusal: { code: 'new-pack-needed', gtin },
  })
  expect(decideNaming(pack, { gtin, name: null }, { gtinOwner: 'this' })).toMatchObject({ refusal: { code: 'new-pack-needed' } })
  expect(decideNaming(pack, { gtin, name: 'Lọ thủy tinh 250 g' }, { gtinOwner: 'this' })).toMatchObject({
    event: { netContent: { value: 250, unit: 'GRM' } },
  })
  expect(decideNaming({ gtin: null, name: 'Hũ 250 g' }, { gtin: null, name: 'Hũ 300 g' }, { gtinOwner: 'nobody' }).ok).toBe(true)
})

// GS1 General Specifications 4.3: a number is not given out again.
test('a GTIN that any pack has or had is given to no other', () => {
  for (const gtinOwner of ['this', 'another'] as const)
    expect(decideAddPack([], { name: 'Hũ 500 g', gtin }, { gtinOwner })).toEqual({ ok: false, refusal: { code: 'gtin-taken', gtin } })
  expect(decideAddPack([], { name: 'Hũ 500 g', gtin }, { gtinOwner: 'nobody' }).ok).toBe(true)
})

test('a product has one pack of a name, unless the other has ended', () => {
  const wanted = { name: 'hũ 250 g', gtin: null }
  expect(decideAddPack([{ name: 'Hũ 250 g', endedAt: null }], wanted, { gtinOwner: 'nobody' })).toMatchObject({
    refusal: { code: 'pack-repeated' },
  })
  expect(decideAddPack([{ name: 'Hũ 250 g', endedAt: new Date(0) }], wanted, { gtinOwner: 'nobody' }).ok).toBe(true)
})

test('the pack that is meant where nobody names one does not end', () => {
  expect(decideEndPack({ isDefault: true, endedAt: null })).toMatchObject({ refusal: { code: 'pack-is-default' } })
  expect(decideEndPack({ isDefault: false, endedAt: new Date(0) })).toMatchObject({ refusal: { code: 'pack-ended' } })
  expect(decideEndPack({ isDefault: false, endedAt: null }).ok).toBe(true)
})
