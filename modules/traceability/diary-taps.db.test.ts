import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { ruleOn } from '../law/index.ts'
import { supersedeByTwo } from '../law/fixtures.ts'
import { aLot, traceWorld, worldDay } from './fixtures.ts'
import { findLot, recallLot } from './index.ts'

const { as, db } = await testDatabase<Tables>()
let world: Awaited<ReturnType<typeof traceWorld>>
beforeAll(async () => {
  world = await traceWorld(as)
})
const taps = async (lotId: Parameters<typeof findLot>[1], now: string) => (await findLot(as(world.actors.producer, now), lotId)).taps

test('a diary offers what is usual with goods of its aisle, and an officer changes it from a day on, for one set alone too', async () => {
  const { lotId } = await aLot(as(world.actors.producer, worldDay), { productId: world.plain.id })
  const { lotId: other } = await aLot(as(world.actors.rival, worldDay), { productId: world.others.id })
  const before = await taps(lotId, worldDay)
  expect(before.map(({ says, kind }) => says ?? kind)).toContain('Nấu, chế biến')
  const { value } = await ruleOn(db, 'diary.taps', '2026-11-23')
  await supersedeByTwo(as(world.actors.officer, worldDay), {
    topic: 'diary.taps',
    value: JSON.stringify({ ...value, 'QD26-07': [{ kind: 'process', says: 'Sên mứt' }, { kind: 'pack' }] }),
    effectiveFrom: '2026-12-15',
    instrument: 'Quy chế mới',
  })
  expect(await taps(lotId, '2026-12-14T08:00:00+07:00')).toEqual(before)
  expect(await taps(lotId, '2026-12-15T08:00:00+07:00')).toEqual([{ kind: 'process', says: 'Sên mứt' }, { kind: 'pack' }])
  const rival = await findLot(as(world.actors.rival, '2026-12-15T08:00:00+07:00'), other)
  expect(rival.taps.map(({ says }) => says)).not.toContain('Sên mứt')
})

test('of a lot that was recalled nothing usual may be tapped', async () => {
  const { lotId } = await aLot(as(world.actors.producer, worldDay), { productId: world.plain.id })
  await recallLot(as(world.actors.producer, worldDay), { lotId, reason: 'Nắp không kín' })
  expect(await taps(lotId, worldDay)).toEqual([])
})
