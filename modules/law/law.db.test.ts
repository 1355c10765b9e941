import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import {
  communeOfFormer,
  declaredTopics,
  findCommune,
  communesInDistricts,
  formersOfCommune,
  listCommunes,
  listFormerDistricts,
  listRules,
  findFormerCommune,
  loadLaw,
  ruleOn,
  searchCommunes,
} from './index.ts'
import '../rooms.ts'

const { db } = await testDatabase<Tables>()
const today = '2026-11-23'

beforeAll(async () => {
  await db.transaction().execute(loadLaw)
})

describe('a legal value', () => {
  test('a legal value is known for every topic today, with the paper it stands on', async () => {
    const inForce = (await listRules(db)).filter(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= today && (effectiveTo ?? today) >= today,
    )
    expect(new Set(inForce.map(({ topic }) => topic))).toEqual(new Set(declaredTopics()))
    for (const { instrument } of inForce) expect(instrument).not.toBe('')
  })

  // Quyết định 26/2026/QĐ-TTg, Điều 3, 5, 7, 8.
  test('a legal value of today is the one of the decision in force', async () => {
    expect(await ruleOn(db, 'dossier.commune-review-working-days', today)).toMatchObject({
      value: 15,
      instrument: 'Quyết định 26/2026/QĐ-TTg',
      article: 'Điều 7',
      certainty: 'transcribed',
      effectiveFrom: '2026-05-22',
      effectiveTo: null,
    })
    expect((await ruleOn(db, 'certificate.validity-months', today)).value).toBe(36)
    expect((await ruleOn(db, 'renewal.window-days', today)).value).toEqual({ from: 180, to: 120 })
    expect((await ruleOn(db, 'star.bands', today)).value.map(({ level, min }) => `${level}: ${min}`)).toEqual([
      '5: 90',
      '4: 70',
      '3: 50',
      '2: 30',
      '1: 0',
    ])
    const [first, second] = (await ruleOn(db, 'round.deadlines', today)).value
    expect(first).toMatchObject({ communeProposesBefore: { day: '04-30' }, ministryFinishesBefore: { day: '09-30', yearOffset: 0 } })
    expect(second).toMatchObject({ communeProposesBefore: { day: '10-30' }, ministryFinishesBefore: { day: '03-30', yearOffset: 1 } })
  })

  test('the legal value for an earlier paper is that of its time, on the last day as on the first', async () => {
    const paper = async (date: string) => (await ruleOn(db, 'certificate.validity-months', date)).instrument
    expect(await paper('2023-02-23')).toBe('Quyết định 1048/QĐ-TTg')
    expect(await paper('2023-02-24')).toBe('Quyết định 148/QĐ-TTg')
    expect(await paper('2026-05-21')).toBe('Quyết định 148/QĐ-TTg')
    expect(await paper('2026-05-22')).toBe('Quyết định 26/2026/QĐ-TTg')
    await expect(ruleOn(db, 'certificate.validity-months', '2018-01-01')).rejects.toThrow('no rule is known')
  })

  test('a legal value stays as it was published when the data are loaded again', async () => {
    const before = await listRules(db)
    await db.transaction().execute(loadLaw)
    expect(await listRules(db)).toEqual(before)
  })
})

// data/provinces/vinh-long/SOURCE.md: 354 old communes, 124 new ones.
describe('a place', () => {
  test('a place is one of 124 communes of today, which were made of 354 former communes', async () => {
    expect(await listCommunes(db)).toHaveLength(124)
    const { count } = await db
      .selectFrom('former_commune')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(354)
    expect((await listFormerDistricts(db)).filter(({ provinceName }) => provinceName === 'Tỉnh Trà Vinh')).toHaveLength(9)
  })

  test('every commune of today is told with the districts of before that it was made of', async () => {
    const rows = await communesInDistricts(db)
    const districts = Map.groupBy(rows, ({ code }) => code)
    expect(districts.size).toBe(124)
    expect([...districts.values()].filter((own) => own.length > 1)).toHaveLength(14)
    expect(districts.get('29242')).toMatchObject([{ districtName: 'Thành phố Trà Vinh', formers: 3 }])
  })

  test('the same code means another commune before and after the merger', async () => {
    expect(await findCommune(db, '29242')).toMatchObject({ name: 'Phường Trà Vinh', provinceName: 'Tỉnh Vĩnh Long' })
    expect(await formersOfCommune(db, '29242')).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: '29242', name: 'Phường 3' })]),
    )
    expect(await communeOfFormer(db, '29239')).toEqual([expect.objectContaining({ code: '29242' })])
  })

  test('a commune that was split has several successors, so that a person chooses', async () => {
    const split = await db.selectFrom('former_commune').select('code').where('split', '=', true).execute()
    // Nghị quyết 1687/NQ-UBTVQH15: Tam Bình, Ngãi Tứ, Cái Vồn, Thành Phước, Trà Ôn.
    expect(split.map(({ code }) => code).toSorted()).toEqual(['29719', '29764', '29770', '29771', '29821'])
    for (const { code } of split) expect((await communeOfFormer(db, code)).length).toBeGreaterThan(1)
  })

  test('a commune is not taken for split because another old commune has the same name', async () => {
    const went = async (code: string) => (await communeOfFormer(db, code)).map(({ name }) => name)
    expect(await went('28924')).toEqual(['Xã Tân Thành Bình']) // Hòa Lộc of Mỏ Cày Bắc
    expect(await went('29734')).toEqual(['Xã Hòa Hiệp']) // Hòa Lộc of Tam Bình
    expect(await went('29623')).toEqual(['Xã Nhơn Phú']) // Mỹ An of Mang Thít
  })

  test('a place that an installation has wrong is corrected at the next load of the reference data', async () => {
    await db
      .insertInto('commune_succession')
      .values([
        { former_code: '29734', commune_code: '28921' },
        { former_code: '29623', commune_code: '29182' },
      ])
      .execute()
    const wrong = { split: true, kind: 'Phường', district_name: 'Huyện Khác' }
    await db.updateTable('former_commune').set(wrong).where('code', 'in', ['29734', '29623']).execute()
    await db.updateTable('commune').set({ kind: 'Phường' }).where('code', '=', '29734').execute()
    await db.transaction().execute(loadLaw)
    for (const [code, successor] of [
      ['29734', 'Xã Hòa Hiệp'],
      ['29623', 'Xã Nhơn Phú'],
    ] as const) {
      expect(await communeOfFormer(db, code)).toMatchObject([{ name: successor }])
      expect(await findFormerCommune(db, code)).toMatchObject({ split: false, kind: 'Xã' })
    }
    expect(await findFormerCommune(db, '29734')).toMatchObject({ districtName: 'Huyện Tam Bình' })
    expect(await findCommune(db, '29734')).toMatchObject({ kind: 'Xã' })
  })

  test('a place is found by its new name and by its old name with the district, with or without accents', async () => {
    const found = async (text: string) =>
      (await searchCommunes(db, text)).map(({ commune, former }) => [commune.code, former?.name ?? null])
    expect((await found('Vinh Kim'))[0]).toEqual(['29431', null])
    expect(await found('xa vinh kim cau ngang')).toContainEqual(['29431', 'Xã Vinh Kim'])
    expect(await found('PHƯỜNG 3 trà vinh'.normalize('NFD'))).toContainEqual(['29242', 'Phường 3'])
    expect(await found("%' or 1=1 --")).toEqual([])
    expect(await found('   ')).toEqual([])
  })
})
