import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { noteSecurity, system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { aDossier } from './fixtures.ts'
import { dossierIdOf, findDossier, listDossierReaders, listDossiers, listOwnDossiers, listProductsToRegister } from './index.ts'
import { dossierStatuses } from './rules.ts'
import type { DossierView } from './rules.ts'
import { dossierWorld } from './test-world.ts'
import type { World } from './test-world.ts'
import { inTransaction } from '@dacsan/platform/context'
import { aProduct } from '../catalogue/fixtures.ts'

const { as, db } = await testDatabase<Tables>()
let world: World
let everyState: DossierView[]

beforeAll(async () => {
  world = await dossierWorld(as)
  everyState = []
  for (const status of dossierStatuses) {
    const product = await inTransaction(as(system('test')), (tx) =>
      aProduct(tx, { name: `Sản phẩm ${status}`, setCode: 'QD26-07', producerId: world.producer.id }),
    )
    everyState.push(await aDossier(world.people(), { productId: product.id, status }))
  }
})

test('a fixture stands in every state, with a file code once it was handed in', () => {
  expect(everyState.map((dossier) => dossier.status)).toEqual(dossierStatuses)
  expect(everyState[0]!.code).toBe(everyState[0]!.id)
  expect(everyState[1]!.code).toBe('H86.29308-261123-0001')
  expect(everyState[2]!.code).toBe('H86.29308-261123-0002')
})

describe('who may read what', () => {
  const filed = dossierStatuses.filter((status) => status !== 'draft')
  const expected: [keyof World['actors'], readonly string[]][] = [
    ['producer', dossierStatuses],
    ['rival', []],
    ['communeOfficer', filed],
    ['otherCommuneOfficer', []],
    ['provincialOfficer', filed],
    ['leader', filed],
    // Nobody was asked to write about these and they lie on no table: what opens them to an adviser or a secretary, appraisal knows.
    ['advisoryMember', []],
    ['councilSecretary', []],
    ['councilMember', []],
    ['councilChair', []],
    ['administrator', []],
    ['buyer', []],
  ]

  test.each(expected)('C32: %s: the list and the single read agree, and the rest is not found', async (name, statuses) => {
    const ctx = as(world.actors[name])
    const listed = await listDossiers(ctx)
    expect(new Set(listed.map((dossier) => dossier.status))).toEqual(new Set(statuses))
    for (const { id, code, status } of everyState) {
      if (statuses.includes(status)) {
        expect((await findDossier(ctx, id)).code).toBe(code)
        expect((await findDossier(ctx, code)).id).toBe(id)
      } else {
        await expect(findDossier(ctx, id)).rejects.toThrow(NotFound)
        await expect(findDossier(ctx, code)).rejects.toThrow(NotFound)
      }
    }
  })

  test('a room above admits a reader to single filed dossiers: the list and the single read agree, and a draft stays closed', async () => {
    const admitted = everyState.filter(({ status }) => status === 'draft' || status === 'scored').map(({ id }) => id)
    const ctx = { ...as(world.actors.advisoryMember), admitted }
    expect((await listDossiers(ctx)).map(({ status }) => status)).toEqual(['scored'])
    for (const { id, code, status } of everyState) {
      if (status === 'scored') expect((await findDossier(ctx, code)).id).toBe(id)
      else await expect(findDossier(ctx, id)).rejects.toThrow(NotFound)
    }
  })

  test('a visitor finds nothing and is asked to sign in for a list', async () => {
    await expect(findDossier(as(visitor), everyState[3]!.code)).rejects.toThrow(NotFound)
    await expect(listDossiers(as(visitor))).rejects.toMatchObject({ name: 'Forbidden', message: 'sign-in' })
  })

  test('an officer who left the commune finds nothing more', async () => {
    const gone: Actor = { ...world.actors.communeOfficer, memberships: [] }
    expect(await listDossiers(as(gone))).toEqual([])
  })

  test('C32: filters narrow, they never widen', async () => {
    const officer = as(world.actors.communeOfficer)
    expect((await listDossiers(officer, { status: 'proposed' })).map((dossier) => dossier.status)).toEqual(['proposed'])
    expect(await listDossiers(as(world.actors.otherCommuneOfficer), { communeCode: '29308' })).toEqual([])
    expect(await listDossiers(officer, { status: 'draft' })).toEqual([])
  })
})

describe('what a reader may do', () => {
  // Quyết định 26/2026/QĐ-TTg, Điều 7, as in acts.db.test.ts: here, that a view answers with it.
  const editing = [
    'save-section',
    'save-choices',
    'attach-evidence',
    'detach-evidence',
    'keep-carried',
    'change-set',
    'ask-proxy',
    'end-proxy',
  ]
  const open: [keyof World['actors'], string, readonly string[]][] = [
    ['producer', 'draft', [...editing, 'start', 'submit', 'withdraw']],
    ['producer', 'submitted', ['start', 'end-proxy', 'withdraw']],
    ['producer', 'province-returned', [...editing, 'start', 'supplement', 'withdraw']],
    ['producer', 'recognised', ['start', 'end-proxy']],
    ['communeOfficer', 'submitted', ['start-for', 'save-review', 'return', 'propose', 'decline']],
    ['communeOfficer', 'proposed', ['start-for']],
    ['provincialOfficer', 'proposed', ['receive', 'refuse', 'correct-set', 'return-by-province', 'return-to-commune']],
    ['leader', 'proposed', []],
    ['advisoryMember', 'received', []],
  ]

  test.each(open)('a %s may do what the law opens to it while a dossier is %s', async (name, status, acts) => {
    const { id } = everyState.find((dossier) => dossier.status === status)!
    const { may } = await findDossier({ ...as(world.actors[name]), admitted: [id] }, id)
    expect(new Set(Object.entries(may).flatMap(([act, answer]) => (answer === true ? [act] : [])))).toEqual(new Set(acts))
  })

  test('a state that does not allow an act is told apart from a person who may never do it', async () => {
    const { id } = everyState.find((dossier) => dossier.status === 'proposed')!
    const { may } = await findDossier(as(world.actors.communeOfficer), id)
    expect(may.propose).toEqual({ code: 'wrong-status', status: 'proposed' })
    expect(may.submit).toEqual({ code: 'not-permitted' })
    const listed = await listDossiers(as(world.actors.communeOfficer), { status: 'proposed' })
    expect(listed.map((dossier) => dossier.may)).toEqual([may])
  })
})

test('a reader is offered the papers that there are for it', async () => {
  const papers = async (name: keyof World['actors'], status: string) =>
    (await findDossier(as(world.actors[name]), everyState.find((dossier) => dossier.status === status)!.id)).papers
  const forms = ['mau-01', 'mau-02']
  const all = [...forms, 'mau-03', 'cong-van']
  expect(await papers('producer', 'submitted')).toEqual(forms)
  expect(await papers('provincialOfficer', 'submitted')).toEqual(forms)
  expect(await papers('communeOfficer', 'submitted')).toEqual(all)
  expect(await papers('communeOfficer', 'returned')).toEqual(forms)
  expect(await papers('producer', 'proposed')).toEqual(all)
  expect(await papers('leader', 'recognised')).toEqual(all)
})

test('a request lies with whom it asks, while the dossier is there', async () => {
  const asked = async (status: string) =>
    (await findDossier(as(world.actors.producer), everyState.find((one) => one.status === status)!.id)).asked
  expect((await asked('returned')).producer?.move).toBe('return')
  expect((await asked('province-returned')).producer?.move).toBe('return-by-province')
  expect(await asked('submitted')).toEqual({ producer: null, commune: null })
})

test('the producer’s own list begins with what waits for it', async () => {
  const own = await listOwnDossiers(as(world.actors.producer))
  const waiting = own!.dossiers.map(({ may }) => may['save-section'] === true)
  expect(waiting.toSorted((a, b) => Number(b) - Number(a))).toEqual(waiting)
  expect(waiting.filter(Boolean)).toHaveLength(3)
  await expect(listOwnDossiers(as(world.actors.communeOfficer))).rejects.toMatchObject({ name: 'Forbidden' })
})

test('a product is offered for a new dossier only while none is open for it', async () => {
  const names = (await listProductsToRegister(as(world.actors.producer), world.producer.id)).map(({ name }) => name)
  for (const status of ['recognised', 'not-recognised', 'withdrawn']) expect(names).toContain(`Sản phẩm ${status}`)
  for (const status of ['draft', 'submitted', 'scored']) expect(names).not.toContain(`Sản phẩm ${status}`)
})

test('the choices come in the order of the set with the words of the decision', async () => {
  const { choices } = await findDossier(as(system('test')), everyState[1]!.id)
  expect(choices[0]!.criterion).toBe('1.1')
  expect(choices.map((choice) => choice.criterion)).toEqual(
    choices.map((choice) => choice.criterion).toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true })),
  )
  expect(choices.every((choice) => choice.optionIndex === null || choice.label !== null)).toBe(true)
})

test('C67: an administrator learns who opened a dossier and its papers, its producer learns what they were, and nobody else learns it', async () => {
  const { id, code } = everyState[3]!
  const since = new Date('2026-11-01T00:00:00+07:00')
  const at = new Date('2026-11-20T09:00:00+07:00')
  expect(await dossierIdOf(db, code)).toBe(id)
  for (const name of ['communeOfficer', 'producer'] as const)
    await noteSecurity(db, { at, what: 'read', outcome: 'done', actor: world.actors[name], object: { type: 'dossier', id } })
  const full = await listDossierReaders(as(world.actors.administrator), code, since)
  expect(full.map(({ actorId }) => actorId)).toHaveLength(2)
  const shown = await listDossierReaders(as(world.actors.producer), id, since)
  expect(shown).toEqual([{ seats: [expect.objectContaining({ role: 'commune-officer' })], first: at, last: at, times: 1 }])
  await expect(listDossierReaders(as(world.actors.rival), id, since)).rejects.toThrow(NotFound)
  await expect(listDossierReaders(as(world.actors.leader), id, since)).rejects.toThrow(NotFound)
})
