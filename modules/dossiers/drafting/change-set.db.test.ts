import { Forbidden, NotFound } from '@dacsan/decisions'
import { scoredCriteria } from '@dacsan/scorecard'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import { findProduct } from '../../catalogue/index.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { must } from '../../demo.ts'
import { system } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { aDossier } from '../fixtures.ts'
import { changeSet, correctSet, findDossier, findSetChange, listDossiers, submitDossier } from '../index.ts'
import { dossierWorld } from '../test-world.ts'

const { as, db } = await testDatabase<Tables>()
const world = await dossierWorld(as)
const people = world.people()
const meat = criteriaSet('26/2026/QĐ-TTg', 'QD26-08')

test('a producer that chose the wrong set puts its draft under the right one: what is the same goes along, papers stay, and the product moves too', async () => {
  const { id: dossierId, version, choices, evidence } = await aDossier(people, { productId: world.product.id })
  const { preview } = await findSetChange(people.producer, dossierId, 'QD26-08')
  expect(await changeSet(people.producer, { dossierId, version, setCode: 'QD26-99' })).toMatchObject({ refusal: { code: 'unknown-set' } })
  expect(await changeSet(people.producer, { dossierId, version, setCode: 'QD26-07' })).toMatchObject({ refusal: { code: 'set-unchanged' } })
  await expect(changeSet(as(world.actors.rival), { dossierId, version, setCode: 'QD26-08' })).rejects.toThrow(NotFound)
  must(await changeSet(people.producer, { dossierId, version, setCode: 'QD26-08' }))
  const moved = await findDossier(people.producer, dossierId)
  expect(moved).toMatchObject({ setCode: 'QD26-08', status: 'draft' })
  expect(moved.choices).toHaveLength(preview!.kept)
  expect(moved.choices.length + preview!.lost.length).toBe(choices.length)
  const codes = new Set(scoredCriteria(meat).map(({ code }) => code))
  expect(moved.choices.every(({ criterion }) => codes.has(criterion))).toBe(true)
  expect(moved.evidence.map(({ id }) => id).toSorted()).toEqual(evidence.map(({ id }) => id).toSorted())
  expect(moved.carried.some((place) => place.startsWith('score:'))).toBe(true)
  expect((await findProduct({ db, actor: system('test') }, world.product.id)).setCode).toBe('QD26-08')
  // Nothing counts as done unopened.
  expect(await submitDossier(people.producer, { dossierId, version: moved.version, declared: true })).toMatchObject({
    refusal: { code: 'incomplete' },
  })
})

test('the office puts a proposed dossier under the right set, says why, and the producer has it back to score anew', async () => {
  const { id: dossierId } = await aDossier(people, { productId: world.secondProduct.id, status: 'proposed' })
  const office = people.provincialOfficer
  const before = await findDossier(office, dossierId)
  const setCode = before.setCode === 'QD26-07' ? 'QD26-08' : 'QD26-07'
  const reason = 'Nguyên liệu chính là thịt.'
  expect(await correctSet(office, { dossierId, setCode, reason: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
  await expect(correctSet(people.producer, { dossierId, setCode, reason })).rejects.toThrow(Forbidden)
  must(await correctSet(office, { dossierId, setCode, reason }))
  const after = await findDossier(people.producer, dossierId)
  expect(after).toMatchObject({ status: 'province-returned', setCode })
  expect(after.history.at(-1)).toMatchObject({ move: 'return-by-province', note: expect.stringContaining(reason) })
  expect(after.requests.at(-1)!.items.map(({ about }) => about)).toEqual(['section:part-a', 'section:part-b', 'section:part-c'])
  const trail = await db.selectFrom('audit_entry').select('detail').where('action', '=', 'dossier.set-corrected').execute()
  expect(trail).toMatchObject([{ detail: { from: before.setCode, to: setCode } }])
})

test('a product that was recognised stays in the set of its certificate', async () => {
  await db.updateTable('product').set({ standing: 'certified' }).where('id', '=', world.product.id).execute()
  const { id: dossierId, version } = (await listDossiers(people.producer, { status: 'draft' }))[0]!
  expect(await changeSet(people.producer, { dossierId, version, setCode: 'QD26-09' })).toMatchObject({ refusal: { code: 'set-certified' } })
})
