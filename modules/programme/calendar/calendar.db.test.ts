import { Forbidden } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { aSession } from '../../appraisal/fixtures.ts'
import { appraisalWorld } from '../../appraisal/test-world.ts'
import type { AppraisalWorld } from '../../appraisal/test-world.ts'
import { aProducer, aProduct } from '../../catalogue/fixtures.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { someoneWith } from '../../identity/fixtures.ts'
import { system } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { anInspection } from '../../inspection/fixtures.ts'
import { calendarDownload, readCalendar } from '../index.ts'

const { as } = await testDatabase<Tables>()
const now = '2026-11-23T09:00:00+07:00'
let world: AppraisalWorld
let otherCode: string

const read = (actor: Actor, year: number, at = now) => readCalendar(as(actor, at), year)
const about = async (actor: Actor, year: number, at = now) =>
  (await read(actor, year, at)).map(({ step, day, about: what }) => [step, day, what] as const)
const office = () => world.actors.provincialOfficer

beforeAll(async () => {
  world = await appraisalWorld(as)
  otherCode = world.actors.otherCommuneOfficer.memberships[0]!.communeCode!
  await inTransaction(as(system('test'), now), async (tx) => {
    const own = { producerId: world.producer.id, standing: { certificateCode: 'own', certifiedUntil: '2027-06-30' } }
    const product = await aProduct(tx, { name: 'Mật hoa dừa', ...own })
    const elsewhere = await aProducer(tx, { communeCode: otherCode })
    const standing = { certificateCode: 'elsewhere', certifiedUntil: '2027-05-31' }
    await aProduct(tx, { name: 'Nước màu dừa', producerId: elsewhere.id, standing })
    return product
  }).then(({ id }) => anInspection(as(office(), now), id))
  const dossierIds = [await world.dossier('appraised')]
  await aSession(world.hands(), { roundId: world.roundId, councilId: world.councilId, dossierIds, heldOn: '2026-11-26' })
}, 120_000)

describe('the calendar of a year', () => {
  test('shows the office rounds, sessions, re-evaluations and inspections, each on its day', async () => {
    const days = await about(office(), 2026)
    expect(days).toContainEqual(['round-commune', '2026-10-29', 'Đợt 2 năm 2026'])
    expect(days).toContainEqual(['inspection', '2026-12-10', 'Mật hoa dừa'])
    expect(days.filter(([step]) => step === 'session').map(([, day]) => day)).toEqual(['2026-11-26'])
    expect(await about(office(), 2027)).toEqual(
      expect.arrayContaining([
        ['renewal-opens', '2027-01-01', 'Mật hoa dừa'],
        ['renewal-closes', '2027-03-02', 'Mật hoa dừa'],
        ['certificate-ends', '2027-06-30', 'Mật hoa dừa'],
      ]),
    )
  })

  test('says what is late and with whom', async () => {
    const late = async (at: string, year: number) =>
      (await read(office(), year, at)).flatMap(({ step, about: what, late: by }) => (by ? [[step, what, by.holder]] : []))
    expect(await late(now, 2026)).toEqual([])
    expect(await late('2026-12-30T09:00:00+07:00', 2026)).toEqual([
      ['session', expect.any(String), 'council'],
      ['inspection', 'Mật hoa dừa', 'office'],
      ['round-province', 'Đợt 2 năm 2026', 'office'],
    ])
    expect(await late('2027-03-03T09:00:00+07:00', 2027)).toContainEqual(['renewal-closes', 'Mật hoa dừa', 'producer'])
  })

  test('shows a commune its own certificates, a producer its own, and neither a session or another’s product', async () => {
    const products = async (actor: Actor) =>
      new Set((await read(actor, 2027)).filter(({ kind }) => kind !== 'round').map(({ about: what }) => what))
    expect(await products(office())).toEqual(new Set(['Mật hoa dừa', 'Nước màu dừa']))
    expect(await products(world.actors.communeOfficer)).toEqual(new Set(['Mật hoa dừa']))
    expect(await products(world.actors.otherCommuneOfficer)).toEqual(new Set(['Nước màu dừa']))
    expect(await products(world.actors.producer)).toEqual(new Set(['Mật hoa dừa']))
    expect(await products(world.actors.rival)).toEqual(new Set())
    expect((await about(world.actors.communeOfficer, 2026)).map(([step]) => step)).not.toContain('session')
    await expect(read(someoneWith('advisory-member'), 2027)).rejects.toThrow(Forbidden)
  })

  test('as a file holds the same days as the page, and the same id for the same thing the next time', async () => {
    const file = await calendarDownload(as(office(), now), { year: 2027, host: 'dacsan.example.vn' })
    const again = await calendarDownload(as(office(), '2026-12-01T09:00:00+07:00'), { year: 2027, host: 'dacsan.example.vn' })
    const ids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gmu)].map(([, id]) => id)
    expect(ids(file)).toHaveLength((await read(office(), 2027)).length)
    expect(ids(again)).toEqual(ids(file))
    expect(new Set(ids(file)).size).toBe(ids(file).length)
  })
})
