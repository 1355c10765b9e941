import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { aDossier } from './fixtures.ts'
import { choicesOf, findDossier, listDossiers } from './index.ts'
import { dossierStatuses } from './rules.ts'
import type { DossierView } from './rules.ts'
import { dossierWorld } from './test-world.ts'
import type { World } from './test-world.ts'
import { inTransaction } from '@dacsan/platform/context'
import { aProduct } from '../catalogue/fixtures.ts'

const { as } = await testDatabase<Tables>()
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
  const atAppraisal = ['received', 'appraising', 'scored', 'awaiting-ministry', 'recognised', 'not-recognised']
  const expected: [keyof World['actors'], readonly string[]][] = [
    ['producer', dossierStatuses],
    ['rival', []],
    ['communeOfficer', filed],
    ['otherCommuneOfficer', []],
    ['provincialOfficer', filed],
    ['leader', filed],
    ['advisoryMember', atAppraisal],
    ['councilSecretary', atAppraisal],
    ['councilMember', []],
    ['councilChair', []],
    ['administrator', []],
    ['buyer', []],
  ]

  test.each(expected)('%s: the list and the single read agree, and the rest is not found', async (name, statuses) => {
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

  test('a visitor finds nothing and is asked to sign in for a list', async () => {
    await expect(findDossier(as(visitor), everyState[3]!.code)).rejects.toThrow(NotFound)
    await expect(listDossiers(as(visitor))).rejects.toMatchObject({ name: 'Forbidden', message: 'sign-in' })
  })

  test('an officer who left the commune finds nothing more', async () => {
    const gone: Actor = { ...world.actors.communeOfficer, memberships: [] }
    expect(await listDossiers(as(gone))).toEqual([])
  })

  test('filters narrow, they never widen', async () => {
    const officer = as(world.actors.communeOfficer)
    expect((await listDossiers(officer, { status: 'proposed' })).map((dossier) => dossier.status)).toEqual(['proposed'])
    expect(await listDossiers(as(world.actors.otherCommuneOfficer), { communeCode: '29308' })).toEqual([])
    expect(await listDossiers(officer, { status: 'draft' })).toEqual([])
  })
})

test('the choices come in the order of the set with the words of the decision', async () => {
  const choices = await choicesOf(as(system('test')).db, everyState[1]!.id)
  expect(choices[0]!.criterion).toBe('1.1')
  expect(choices.map((choice) => choice.criterion)).toEqual(
    choices.map((choice) => choice.criterion).toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true })),
  )
  expect(choices.every((choice) => choice.optionIndex === null || choice.label !== null)).toBe(true)
})
