import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findDossier, readDossier, returnDossier, saveSection, submitDossier } from '../index.ts'
import { dossiersToTest } from '../test-dossiers.ts'
import type { FilingContent } from '../rules.ts'
import { selectFilings } from './filing.store.ts'

const { db, producer, rival, officer, otherOfficer, office, aNew, versionOf } = await (async () => {
  const made = await dossiersToTest()
  const { as, world } = made
  return {
    ...made,
    rival: as(world.actors.rival),
    otherOfficer: as(world.actors.otherCommuneOfficer),
    office: as(world.actors.provincialOfficer),
  }
})()

/** A dossier that was filed, returned, mended in one word and filed again. */
async function filedTwice() {
  const { id, version } = await aNew()
  await submitDossier(producer, { dossierId: id, version, declared: true })
  const { answers } = await findDossier(producer, id)
  await returnDossier(officer, {
    dossierId: id,
    version: await versionOf(id),
    items: [{ about: 'section:business', text: 'Nói rõ nơi bán' }],
    repeatReason: '',
  })
  const typed = Object.fromEntries(Object.entries(answers.business).map(([name, value]) => [name, String(value)]))
  const saved = await saveSection(producer, {
    dossierId: id,
    version: await versionOf(id),
    section: 'business',
    typed: { ...typed, markets: `${typed['markets']} Siêu-thị-mới` },
  })
  expect(saved).toMatchObject({ ok: true })
  expect(await submitDossier(producer, { dossierId: id, version: await versionOf(id), declared: true })).toMatchObject({ ok: true })
  return id
}

test('each filing is kept as it was, and what the producer changed in between is told word by word', async () => {
  const id = await filedTwice()
  const { filings, changes } = await readDossier(office, id)
  expect(filings).toMatchObject([
    { number: 1, filedByName: 'usr_producer', isBackfilled: false },
    { number: 2, filedByName: 'usr_producer', isBackfilled: false },
  ])
  expect(changes).toMatchObject({ answers: [{ section: 'business', field: 'markets' }], choices: [], papers: [] })
  expect(
    changes!.answers[0]!.words!.filter((run) => run.in === 'after')
      .map(({ text }) => text.trim())
      .join(''),
  ).toContain('Siêu')
})

test('while the producer writes in it again, what differs from the last filing is shown', async () => {
  const id = await filedTwice()
  await returnDossier(officer, {
    dossierId: id,
    version: await versionOf(id),
    items: [{ about: 'section:plan', text: 'Rõ hơn' }],
    repeatReason: 'Chưa rõ',
  })
  expect(await readDossier(office, id)).toMatchObject({ isBeingChanged: true, changes: { answers: [], choices: [], papers: [] } })
  const { answers } = await findDossier(producer, id)
  const typed = Object.fromEntries(Object.entries(answers.plan).map(([name, value]) => [name, String(value)]))
  await saveSection(producer, {
    dossierId: id,
    version: await versionOf(id),
    section: 'plan',
    typed: { ...typed, planMarket: 'Hai đại lý ở Cần Thơ' },
  })
  expect((await readDossier(office, id)).changes!.answers).toMatchObject([{ section: 'plan', field: 'planMarket' }])
})

test('a filing holds no number of a person or a household, and nobody changes or deletes it', async () => {
  const id = await filedTwice()
  const [first] = await selectFilings(db, id)
  const { producer: written } = (await findDossier(producer, id)).answers
  expect(written).toHaveProperty('registrationNo')
  expect(first!.content.answers.producer).not.toHaveProperty('registrationNo')
  expect(first!.content.answers.producer).not.toHaveProperty('taxCode')
  expect(JSON.stringify(first!.content)).not.toContain('locked:')
  await expect(db.deleteFrom('dossier_filing').where('dossier_id', '=', id).execute()).rejects.toThrow()
  await expect(db.updateTable('dossier_filing').set({ filed_by_name: 'x' }).where('dossier_id', '=', id).execute()).rejects.toThrow()
})

test('the whole dossier is read by its producer, its commune and the office; for everybody else it is not there', async () => {
  const id = await filedTwice()
  for (const reader of [producer, officer, office]) expect((await readDossier(reader, id)).filings).toHaveLength(2)
  for (const stranger of [rival, otherOfficer]) await expect(readDossier(stranger, id)).rejects.toThrow('No such dossier')
})

test('what is written for filings of before is what a filing writes, and only where it still stands there', async () => {
  const filed = await filedTwice()
  const { id: returned, version } = await aNew()
  await submitDossier(producer, { dossierId: returned, version, declared: true })
  await returnDossier(officer, {
    dossierId: returned,
    version: await versionOf(returned),
    items: [{ about: 'section:business', text: 'Rõ hơn' }],
    repeatReason: '',
  })
  const before = await selectFilings(db, filed)
  const migration = await readFile(new URL('../migrations/2026-11-29-1000-filings.sql', import.meta.url), 'utf8')
  const select = migration.slice(migration.indexOf("select\n  'fil_'")).replace(/;\s*$/, '')
  const { rows } = await sql<{ dossier_id: string; number: number; filed_at: Date; content: FilingContent; is_backfilled: boolean }>`
    select * from (${sql.raw(select)}) as made (id, dossier_id, number, filed_at, filed_by_name, content, is_backfilled)`.execute(db)
  expect(rows.filter((row) => row.dossier_id === returned)).toEqual([])
  const [only, ...more] = rows.filter((row) => row.dossier_id === filed)
  expect(more).toEqual([])
  expect(only).toMatchObject({ filed_at: before[1]!.filedAt, is_backfilled: true })
  expect(Number(only!.number)).toBe(2)
  const sorted = ({ choices, evidence, ...rest }: FilingContent) => ({
    ...rest,
    choices: choices.toSorted((one, other) => one.criterion.localeCompare(other.criterion)),
    evidence: evidence
      .map((paper) => ({ ...paper, criteria: paper.criteria.toSorted() }))
      .toSorted((one, other) => one.id.localeCompare(other.id)),
  })
  expect(sorted(only!.content)).toEqual(sorted(before[1]!.content))
})
