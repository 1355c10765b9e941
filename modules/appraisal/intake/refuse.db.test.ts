import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { aDossier } from '../../dossiers/fixtures.ts'
import { declineDossier, findDossier, startDossier } from '../../dossiers/index.ts'
import { dossierWorld } from '../../dossiers/test-world.ts'
import { refuseDossier } from '../index.ts'

const { as } = await testDatabase<Tables>()
const world = await dossierWorld(as)
const people = world.people()
const reason = 'Hợp đồng thu mua không có thật.'

test('the province refuses a proposed dossier at once on a ground of the law, with what it found, and the product is free for another one', async () => {
  const { id: dossierId, product } = await aDossier(people, { productId: world.product.id, status: 'proposed' })
  const office = people.provincialOfficer
  expect(await refuseDossier(office, { dossierId, ground: 'too-late', reason })).toEqual({ ok: false, refusal: { code: 'ground-missing' } })
  expect(await refuseDossier(office, { dossierId, ground: 'forged', reason: '' })).toEqual({
    ok: false,
    refusal: { code: 'finding-missing' },
  })
  for (const stranger of [people.producer, people.communeOfficer, people.councilChair])
    await expect(refuseDossier(stranger, { dossierId, ground: 'forged', reason })).rejects.toThrow()
  expect((await refuseDossier(office, { dossierId, ground: 'forged', reason })).ok).toBe(true)
  // Quyết định 26/2026/QĐ-TTg: giả mạo hồ sơ.
  const { status, history } = await findDossier(people.producer, dossierId)
  expect([status, history.at(-1)]).toMatchObject(['refused', { move: 'refuse', note: `Giả mạo hồ sơ. ${reason}` }])
  expect(await refuseDossier(office, { dossierId, ground: 'forged', reason })).toMatchObject({ refusal: { code: 'not-proposed' } })
  expect((await startDossier(people.producer, { productId: product.id, kind: 'first' })).ok).toBe(true)
})

test('a commune does not propose a dossier and says why; without a reason nothing ends', async () => {
  const { id: dossierId, version } = await aDossier(people, { productId: world.secondProduct.id, status: 'submitted' })
  const decline = { dossierId, version, reason }
  expect(await declineDossier(people.communeOfficer, { ...decline, reason: '' })).toEqual({
    ok: false,
    refusal: { code: 'reason-missing' },
  })
  await expect(declineDossier(as(world.actors.otherCommuneOfficer), decline)).rejects.toThrow(NotFound)
  expect(await declineDossier(people.communeOfficer, { ...decline, version: version - 1 })).toMatchObject({
    refusal: { code: 'changed-elsewhere' },
  })
  expect((await declineDossier(people.communeOfficer, decline)).ok).toBe(true)
  expect(await findDossier(people.producer, dossierId)).toMatchObject({
    status: 'refused',
    history: [{ move: 'submit' }, { move: 'decline', note: reason }],
  })
})
