import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { importRegister, listRegister, provincialRegister } from '../catalogue/index.ts'
import { importCertificates } from '../certificates/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { loadLaw } from '../law/index.ts'
import { faultsOfPaper } from '../../packages/papers/test-layout.ts'
import { reportDocument } from './papers/report-document.ts'
import { drillDown, loadProgramme, previewReport, steeringPage } from './index.ts'

const { db, as } = await testDatabase<Tables>()
const leader = () => as(someoneWith('leader'), '2026-11-23T09:00:00+07:00')
const thisYear = { from: '2026-01-01', to: '2026-11-23' }

beforeAll(async () => {
  await db.transaction().execute(async (tx) => {
    await loadLaw(tx)
    const imported = await importRegister(tx, provincialRegister())
    if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
    await importCertificates(tx, imported.value.certificates)
    await loadProgramme(tx)
  })
})

test('the leader, the report and the public register count ranks alike', async () => {
  const { cuts, beside } = await steeringPage(leader())
  const { facets } = await listRegister(leader(), {})
  const ranks = cuts.find(({ key }) => key === 'rank')!.slices
  expect(Object.fromEntries(ranks.map(({ key, real }) => [key, real]))).toEqual(
    Object.fromEntries(facets.stars.map(({ value, count }) => [value, count])),
  )
  expect(beside.find(({ id }) => id === 'potential-five')!.real).toBe(facets.stars.find(({ value }) => value === 'potential-five')!.count)
})

test('every slice of every cut opens the rows that it counts', async () => {
  const { cuts } = await steeringPage(leader())
  for (const { key: column, slices } of cuts)
    for (const { key, real, sample } of [slices[0]!, slices.at(-1)!]) {
      const { figure } = await drillDown(leader(), 'register', thisYear, { column, key })
      expect([column, key, figure.real, figure.sample]).toEqual([column, key, real, sample])
    }
})

test('a slice that no cut knows narrows nothing', async () => {
  const whole = await drillDown(leader(), 'register', thisYear)
  expect(await drillDown(leader(), 'register', thisYear, { column: 'slug', key: 'x' })).toMatchObject({
    figure: { real: whole.figure.real },
    sliceWords: null,
  })
})

test('the year 2025 of the new province is reached by the 149 that were published', async () => {
  const { targets } = await steeringPage(leader())
  expect(targets.find(({ target }) => target.id === 'vl-2025-new-products')).toMatchObject({
    published: { value: 149, from: null },
    verdict: { progress: 'reached' },
  })
})

test('what the register counts of a target opens as that many rows', async () => {
  const { targets } = await steeringPage(leader())
  for (const { counted } of targets) {
    if (!counted) continue
    const { figure } = await drillDown(leader(), 'recognised-first', counted.period, counted.slice)
    expect(figure.real).toBe(counted.value)
  }
})

test('what ends soon is in the days of filing, past them, or filed', async () => {
  const report = await previewReport(leader(), thisYear)
  if (!report.ok) throw new Error(report.refusal.code)
  const real = (id: string) => report.value.figures.find(({ figure }) => figure.id === id)!.figure.real
  expect(real('renewal-in-window') + real('renewal-late') + real('renewal-under-way')).toBe(real('expiring'))
  expect(report.value.targets.length).toBeGreaterThan(0)
})

test('the report of a period has no text on text, no signature alone and no torn word', async () => {
  const report = await previewReport(leader(), thisYear)
  if (!report.ok) throw new Error(report.refusal.code)
  expect(await faultsOfPaper(reportDocument(report.value))).toEqual([])
})
