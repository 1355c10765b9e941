import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import { addDays } from '@dacsan/vietnam'
import { provincialRegister } from '../catalogue/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { criteriaOfTime, loadLaw, ruleOn } from '../law/index.ts'
import '../dossiers/index.ts' // declares the ranks by points
import './topics.ts'
import { lastDayOf, verdictOn } from './rules.ts'

// The replay of real cases: every recognition that public sources report, judged again by the criteria and rules of its own day. A change of the
// law's data that would have judged one of them otherwise falls here, with the line of the register file.
const { as } = await testDatabase<Tables>()
const ctx = as(system('replay'))
await inTransaction(ctx, (tx) => loadLaw(tx))

const recognitions = (await provincialRegister()).flatMap(({ products }) =>
  products.flatMap(({ name, setCode, recognitions }) => recognitions.map((recognition) => ({ name, setCode, ...recognition }))),
)
const dated = recognitions.flatMap((one) => (one.issuedOn === null ? [] : [{ ...one, issuedOn: one.issuedOn }]))
const certified = recognitions.flatMap((one) => (one.validUntil === null ? [] : [{ ...one, validUntil: one.validUntil }]))
const lineOf = ({ row, name }: { row: number; name: string }) => `line ${row}, ${name}`

test('there are enough real recognitions to replay', () => {
  expect(recognitions.length).toBeGreaterThan(100)
  expect(dated.length).toBeGreaterThan(30)
  expect(certified.length).toBeGreaterThan(70)
})

test('a recognition of a known day was judged by the one decision in force, in a set that this decision has', () => {
  const judged = dated.map((one) => ({ ...one, ...criteriaOfTime(one.setCode, { on: one.issuedOn, year: one.year }) }))
  expect(judged.filter(({ decision }) => decision === null).map(lineOf)).toEqual([])
  // The sets of 148/QĐ-TTg are known by their frame alone: no source has its third annex in full (data/criteria/index.json).
  expect(judged.filter(({ decision, sets }) => decision !== '148/QĐ-TTg' && sets.length === 0).map(lineOf)).toEqual([])
})

test('a recognition of a known year alone is given a decision only where the year saw no other', () => {
  const decisions = recognitions
    .filter(({ issuedOn, year }) => issuedOn === null && year !== null)
    .map(({ setCode, year }) => `${year}: ${criteriaOfTime(setCode, { on: null, year }).decision}`)
  // 148/QĐ-TTg took the place of 1048/QĐ-TTg on 24 February 2023.
  expect(new Set(decisions)).toEqual(new Set(['2019: 1048/QĐ-TTg', '2020: 1048/QĐ-TTg', '2023: null', '2024: 148/QĐ-TTg']))
})

test('a recognised rank was one that the law of the day recognises', async () => {
  const wrong: string[] = []
  for (const one of dated) {
    const bands = await ruleOn(ctx.db, 'star.bands', one.issuedOn)
    const levels = bands.value.map(({ level }) => level).filter((level) => level >= 3)
    if (one.stars !== null && !levels.includes(one.stars)) wrong.push(lineOf(one))
    if (one.stars === null && !one.potentialFive && one.note === null) wrong.push(lineOf(one))
  }
  expect(wrong).toEqual([])
})

test('a certificate ended 36 months after the day it was granted, by the rule of that day', async () => {
  const wrong: string[] = []
  for (const one of dated.filter(({ validityBasis }) => validityBasis === 'from-issue')) {
    const months = await ruleOn(ctx.db, 'certificate.validity-months', one.issuedOn)
    if (lastDayOf(one.issuedOn, months.value) !== one.validUntil) wrong.push(lineOf(one))
  }
  expect(wrong).toEqual([])
})

test('where only the year is known, the last day is the latest that it could have been: granted by the end of the next year', async () => {
  const wrong: string[] = []
  for (const one of certified.filter(({ validityBasis }) => validityBasis === 'latest-possible')) {
    const latest = `${one.year! + 1}-12-31`
    const months = await ruleOn(ctx.db, 'certificate.validity-months', latest)
    if (lastDayOf(latest, months.value) !== one.validUntil) wrong.push(`${lineOf(one)}: ${one.validUntil}`)
  }
  expect(wrong).toEqual([])
})

test('each rank was granted by an authority that could grant it at the time', () => {
  // 1048/QĐ-TTg: the province three and four stars; 148/QĐ-TTg: the district three, the province four (and three, where it took them over);
  // five stars always the centre.
  const mayGrant = (stars: number, authority: string, on: string) =>
    stars === 5
      ? /Trung ương|^Bộ/u.test(authority)
      : authority.startsWith('UBND tỉnh') || (stars === 3 && on >= '2023-02-24' && authority.startsWith('UBND huyện'))
  const wrong = recognitions.filter(
    ({ stars, authority, issuedOn, year }) =>
      stars !== null && authority !== null && !mayGrant(stars, authority, issuedOn ?? `${year}-12-31`),
  )
  expect(wrong.map(lineOf)).toEqual([])
})

test('a certificate is good through its last day in Việt Nam and not on the next', async () => {
  const today = '2026-11-28'
  const window = (await ruleOn(ctx.db, 'renewal.window-days', today)).value
  const extensionDays = (await ruleOn(ctx.db, 'certificate.extension-days', today)).value
  const wrong = certified.filter(({ validUntil }) => {
    const term = { status: 'active', validUntil, renewalUnderWay: false } as const
    const on = (day: string) => verdictOn(term, day, { window, extensionDays })
    return on(validUntil) !== 'expiring' || on(addDays(validUntil, 1)) !== 'expired'
  })
  expect(wrong.map(lineOf)).toEqual([])
})
