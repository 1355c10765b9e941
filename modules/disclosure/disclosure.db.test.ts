import { createHash } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { system, visitor } from '../identity/index.ts'
import type { Person } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { findDisclosure, findPolicy, policiesInForce, policyForm, publishOwner, publishPolicy, publishPolicyInput } from './index.ts'
import { disclosureWaiting } from './waiting.ts'

const { as, db } = await testDatabase<Tables>()
const administrator = { ...(someoneWith('administrator') as Person), userId: 'usr_quantri' as const }
const on = (day: string) => as(administrator, `${day}T09:00:00+07:00`)
const everybody = (day: string) => as(visitor, `${day}T09:00:00+07:00`)
const first = 'Trang này không thu phí của người bán.'

beforeAll(() => inTransaction(as(system('fixtures')), loadLaw))

test('on an empty installation nothing is published, thirteen parts are named, and the administrator is told', async () => {
  const { owner, parts, policies } = await findDisclosure(everybody('2026-11-30'))
  expect(owner).toBeNull()
  expect(parts.map(({ article }) => article)).toEqual(Array.from({ length: 13 }, (_, at) => `Điều ${at + 4}`))
  expect(parts.filter(({ isOut }) => isOut).map(({ at }) => at)).toEqual(['privacy', 'ranking'])
  expect(policies.every(({ version }) => version === null)).toBe(true)
  expect((await findPolicy(everybody('2026-11-30'), 'fees')).shown).toBeNull()
  expect((await disclosureWaiting(on('2026-11-30'))).map(({ count }) => count)).toEqual([9])
  expect(await policyForm(on('2026-11-30'), 'fees')).toMatchObject({ after: 0, isDraft: true, noticeDays: null })
})

test('a fee that changes is announced twenty days before, and everybody reads both versions meanwhile', async () => {
  const typed = { kind: 'fees', text: `${first}\r\n`, effectiveFrom: '2026-11-30', after: '0' }
  expect(await publishPolicy(on('2026-11-30'), publishPolicyInput.parse(typed))).toEqual({ ok: true, value: { version: 1 } })
  const second = { kind: 'fees', text: 'Trang này thu 2 % trên mỗi đơn đã giao.', after: 1 } as const
  expect(await publishPolicy(on('2026-12-01'), { ...second, effectiveFrom: '2026-12-20' })).toEqual({
    ok: false,
    refusal: { code: 'short-notice', days: 20, from: '2026-12-21' },
  })
  expect(await publishPolicy(on('2026-12-01'), { ...second, effectiveFrom: '2026-12-21' })).toEqual({ ok: true, value: { version: 2 } })
  const before = await findPolicy(everybody('2026-12-20'), 'fees')
  expect([before.shown!.text, before.coming.map(({ version }) => version)]).toEqual([first, [2]])
  const after = await findPolicy(everybody('2026-12-21'), 'fees')
  expect([after.shown!.version, after.past.map(({ version }) => version)]).toEqual([2, [1]])
  const asked = await findPolicy(everybody('2026-12-21'), 'fees', 1)
  expect([asked.shown!.text, asked.isCurrent]).toEqual([first, false])
  await expect(findPolicy(everybody('2026-12-21'), 'fees', 9)).rejects.toThrow('No such version')
  const { policies } = await findDisclosure(everybody('2026-12-20'))
  expect(policies.find(({ kind }) => kind === 'fees')).toEqual({ kind: 'fees', version: 1, comingFrom: '2026-12-21' })
})

test('whoever kept a copy finds the version by its hash, and nobody changes what was published', async () => {
  const textHash = createHash('sha256').update(first).digest('hex')
  expect(await policiesInForce(db, '2026-12-01')).toEqual([{ kind: 'fees', version: 1, textHash }])
  await expect(db.updateTable('site_policy').set({ text: 'khác' }).execute()).rejects.toThrow()
  await expect(db.deleteFrom('site_policy').execute()).rejects.toThrow()
  const forged = {
    kind: 'terms',
    version: 1,
    text: 'a',
    text_hash: textHash,
    effective_from: '2026-12-01',
    published_at: new Date(),
  } as const
  await expect(db.insertInto('site_policy').values(forged).execute()).rejects.toThrow('hash_of_text')
})

test('two who publish at once publish one version', async () => {
  const text = (who: string) =>
    ({ kind: 'returns', text: `Đổi trả theo lời của ${who}, đủ dài.`, effectiveFrom: '2026-12-01', after: 0 }) as const
  const outcomes = await Promise.all([
    publishPolicy(on('2026-12-01'), text('người này')),
    publishPolicy(on('2026-12-01'), text('người kia')),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'published-meanwhile' } })
})

test('the owner is what was published last', async () => {
  const facts = {
    name: 'Văn phòng điều phối OCOP',
    headOffice: 'Phường Long Châu',
    representative: 'Bà B',
    registrationNumber: '12/QĐ-UBND',
    registeredOn: '2025-07-01',
    registeredBy: 'UBND tỉnh',
    supportChannel: '0270 000 000',
  }
  await publishOwner(on('2026-12-01'), facts)
  await publishOwner(on('2026-12-02'), { ...facts, representative: 'Ông C' })
  const { owner, parts } = await findDisclosure(everybody('2026-12-02'))
  expect(owner).toMatchObject({ ...facts, version: 2, representative: 'Ông C' })
  expect(parts.find(({ at }) => at === 'owner')!.isOut).toBe(true)
})
