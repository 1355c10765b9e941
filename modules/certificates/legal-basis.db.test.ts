import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { legalBasisOf } from './legal-basis.ts'
import type { CertificateView } from './rules.ts'

const { db, as } = await testDatabase<Tables>()
const known = (verdict: CertificateView['verdict'], issuedOn: string | null, year: number | null = null) =>
  ({ verdict, issuedOn, decisionDate: null, year }) as CertificateView
const basis = async (certificate: CertificateView) =>
  (await legalBasisOf(as(visitor, '2026-11-23T09:00:00+07:00'), certificate)).map(({ topic, instrument }) => [topic, instrument])

beforeAll(() => db.transaction().execute(loadLaw))

test('how long a certificate holds is said by the law of the day on which it was issued', async () => {
  expect(await basis(known('valid', '2026-06-01'))).toEqual([['certificate.validity-months', 'Quyết định 26/2026/QĐ-TTg']])
  expect(await basis(known('valid', '2024-11-12'))).toEqual([['certificate.validity-months', 'Quyết định 148/QĐ-TTg']])
  expect(await basis(known('expired', null, 2019))).toEqual([['certificate.validity-months', 'Quyết định 1048/QĐ-TTg']])
  expect(await basis(known('expired', '2018-01-01'))).toEqual([])
})

test('what its renewal changes is said by the law of today', async () => {
  expect(await basis(known('expiring', '2024-02-20'))).toContainEqual(['renewal.window-days', 'Quyết định 26/2026/QĐ-TTg'])
  expect(await basis(known('extended', '2023-10-01'))).toContainEqual(['certificate.extension-days', 'Quyết định 26/2026/QĐ-TTg'])
})

test('where no term was computed, none is founded', async () => {
  expect(await basis(known('undated', null, 2020))).toEqual([])
  expect(await basis(known('withdrawn', '2024-02-20'))).toEqual([])
})
