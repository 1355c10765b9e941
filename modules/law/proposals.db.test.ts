import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import { visitor } from '../identity/index.ts'
import type { Person, Role } from '../identity/index.ts'
import { listRegister, registerFilter } from '../catalogue/index.ts'
import '../rooms.ts'
import { newerRule, supersedeByTwo } from './fixtures.ts'
import {
  confirmProposal,
  lawOnFile,
  listRules,
  listUnusableRules,
  loadLaw,
  proposeRule,
  proposeRuleInput,
  proposeTakingBack,
  ruleOn,
  rulesOn,
  topicOnFile,
  turnDownProposal,
  versionsOf,
  withdrawProposal,
} from './index.ts'
import { lawIntegrityChecks } from './integrity-checks.ts'
import { sayRefusal } from './words.ts'

const { db, pool, files, as } = await testDatabase<Tables>()
const today = '2026-11-23'
const at = (role: Role, name: string, moment = `${today}T09:00:00+07:00`): Ctx =>
  as({ ...(someoneWith(role) as Person), userId: `usr_${name}`, name }, moment)
const officer = at('provincial-officer', 'Chuyên viên Lan')
const colleague = at('provincial-officer', 'Chuyên viên Minh')
const administrator = at('administrator', 'Quản trị viên')

const quorum = 'council.quorum-percent'
const newer = (given: Partial<Record<string, string>> = {}) => proposeRuleInput.parse({ ...newerRule, ...given })
const proposed = async (ctx: Ctx, given: Partial<Record<string, string>> = {}): Promise<string> => {
  const outcome = await proposeRule(ctx, newer(given))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.proposalId
}
const valueOn = async (day: string) => (await ruleOn(db, quorum, day)).value
const trail = () =>
  db.selectFrom('audit_entry').select(['action', 'subject_id as id', 'actor_name as who', 'detail']).orderBy('seq').execute()
const onDay = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T09:00:00+07:00`) })

beforeEach(async () => {
  await db.deleteFrom('legal_proposal').execute()
  await db.deleteFrom('legal_rule').execute()
  await db.transaction().execute(loadLaw)
})

describe('a new legal value', () => {
  test('a new legal value counts for nothing until somebody else confirms it, and then from its day on', async () => {
    const id = await proposed(officer)
    expect(await valueOn('2026-12-01')).toBe(75)
    expect((await listRules(db, quorum)).map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2026-05-22'])
    expect(await confirmProposal(colleague, id)).toEqual({ ok: true, value: { id: 'council.quorum-percent@2026-12-01' } })
    expect(await ruleOn(db, quorum, '2026-11-30')).toMatchObject({ value: 75, effectiveTo: '2026-11-30', certainty: 'inferred' })
    expect(await ruleOn(db, quorum, '2026-12-01')).toMatchObject({ value: 67, effectiveTo: null, checkedOn: today, standsInFor: null })
    const lines = (await trail()).filter((line) => line.id === 'council.quorum-percent@2026-12-01').slice(-2)
    expect(lines).toMatchObject([
      { action: 'law.proposed', who: 'Chuyên viên Lan', detail: { proposalId: id, value: 67 } },
      { action: 'law.superseded', who: 'Chuyên viên Minh', detail: { proposedByName: 'Chuyên viên Lan', value: 67 } },
    ])
    await db.transaction().execute(loadLaw)
    expect(await valueOn('2026-12-01')).toBe(67)
  })

  test('a new legal value is shown to the second person beside the old one, with its proposer and its time', async () => {
    const id = await proposed(officer)
    const { waiting, topics } = await lawOnFile(colleague)
    expect(waiting).toMatchObject([
      {
        id,
        title: 'Túc số họp Hội đồng (phần trăm thành viên)',
        proposedByName: 'Chuyên viên Lan',
        proposedAt: officer.now,
        before: { said: '75', effectiveFrom: '2026-05-22' },
        after: { said: '67', effectiveFrom: '2026-12-01' },
        may: { confirm: true, 'turn-down': true, withdraw: { code: 'not-permitted' } },
      },
    ])
    expect(topics.filter(({ waiting: waits }) => waits).map(({ topic }) => topic)).toEqual([quorum])
    expect((await topicOnFile(officer, quorum)).waiting!.may).toMatchObject({ confirm: { code: 'not-permitted' }, withdraw: true })
    expect((await topicOnFile(administrator, quorum)).waiting!.may).toMatchObject({ confirm: true })
    expect((await topicOnFile(officer, quorum)).may.propose).toBe(false)
  })

  test('a new legal value is not confirmed by its proposer or by another role, and the database refuses it too', async () => {
    const id = await proposed(officer)
    await expect(confirmProposal(officer, id)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(turnDownProposal(officer, id, { answer: 'không' })).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(withdrawProposal(colleague, id)).rejects.toMatchObject({ name: 'Forbidden' })
    for (const role of ['leader', 'council-chair', 'council-secretary', 'commune-officer', 'producer'] as const) {
      await expect(confirmProposal(at(role, role), id)).rejects.toMatchObject({ name: 'Forbidden' })
      await expect(proposeRule(at(role, role), newer())).rejects.toMatchObject({ name: 'Forbidden' })
    }
    await expect(confirmProposal(as(visitor), id)).rejects.toMatchObject({ message: 'sign-in' })
    await expect(proposeRule(as(visitor), newer())).rejects.toMatchObject({ message: 'sign-in' })
    await expect(confirmProposal(colleague, 'lgp_none')).rejects.toMatchObject({ name: 'NotFound' })
    const alone = { status: 'confirmed' as const, decided_by: 'usr_Chuyên viên Lan', decided_by_name: 'x', decided_at: officer.now }
    await expect(db.updateTable('legal_proposal').set(alone).where('id', '=', id).execute()).rejects.toThrow('check constraint')
    expect(await valueOn('2026-12-01')).toBe(75)
  })

  test('a value proposed by the only officer is confirmed by an administrator, and the other way round', async () => {
    expect(await confirmProposal(administrator, await proposed(officer))).toMatchObject({ ok: true })
    const own = await proposed(administrator, { topic: 'council.deviation-points', value: '5' })
    await expect(confirmProposal(administrator, own)).rejects.toMatchObject({ name: 'Forbidden' })
    expect(await confirmProposal(officer, own)).toMatchObject({ ok: true })
  })

  test('a new value is turned down with a reason or withdrawn by its proposer, and both stay in the history', async () => {
    expect(await turnDownProposal(colleague, await proposed(officer), { answer: 'Không thấy văn bản' })).toMatchObject({ ok: true })
    const again = await proposed(officer)
    expect(await withdrawProposal(officer, again)).toMatchObject({ ok: true })
    expect(await confirmProposal(colleague, again)).toEqual({ ok: false, refusal: { code: 'wrong-status', status: 'withdrawn' } })
    expect((await topicOnFile(officer, quorum)).decided).toMatchObject([
      { status: 'withdrawn', decidedByName: 'Chuyên viên Lan' },
      { status: 'turned-down', decidedByName: 'Chuyên viên Minh', answer: 'Không thấy văn bản' },
    ])
    expect(await valueOn('2026-12-01')).toBe(75)
  })

  test('a second proposal for a topic is refused while the first one waits, also at the same moment', async () => {
    const both = await Promise.all([proposeRule(officer, newer()), proposeRule(colleague, newer({ value: '70' }))])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: 'already-proposed' } })
  })

  test('a new legal value is confirmed once when two people confirm it at the same moment', async () => {
    const id = await proposed(officer)
    const both = await Promise.all([confirmProposal(colleague, id), confirmProposal(administrator, id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await versionsOf(db, quorum)).toHaveLength(2)
  })

  test('a new legal value is judged again when it is confirmed, because its day may have gone by', async () => {
    const id = await proposed(officer, { effectiveFrom: today })
    expect(await confirmProposal(onDay(colleague, '2026-11-24'), id)).toMatchObject({ refusal: { code: 'too-early' } })
    expect(await withdrawProposal(onDay(officer, '2026-11-24'), id)).toMatchObject({ ok: true })
    const late = await proposed(onDay(officer, '2026-11-24'), { effectiveFrom: today, note: 'Văn bản đến muộn một ngày' })
    expect(await confirmProposal(onDay(colleague, '2026-11-24'), late)).toMatchObject({ ok: true })
    expect(await valueOn(today)).toBe(67)
  })

  test('a legal value is not changed back in time, nor by a value of another shape', async () => {
    await supersedeByTwo(officer, {})
    expect(await proposeRule(officer, newer({ value: '50' }))).toEqual({ ok: false, refusal: { code: 'not-later', latest: '2026-12-01' } })
    for (const value of ['"75"', '67.5', 'bảy mươi lăm', 'null', '{}'])
      expect(await proposeRule(officer, newer({ value, effectiveFrom: '2027-01-01' }))).toMatchObject({ refusal: { code: 'value-shape' } })
  })

  test('a new value that conflicts with another topic is refused with the name of that topic, from both sides', async () => {
    const refused = await proposeRule(officer, newer({ topic: 'star.recognised-from', value: '2' }))
    expect(refused).toMatchObject({ refusal: { code: 'disagrees', other: 'Người có thẩm quyền công nhận' } })
    const lacking = await proposeRule(officer, newer({ topic: 'star.authority', value: '{"4":"Chủ tịch UBND tỉnh","5":"Bộ trưởng"}' }))
    expect(lacking).toMatchObject({ refusal: { code: 'disagrees', other: 'Hạng sao thấp nhất được công nhận' } })
    const fourth = { topic: 'star.authority', value: '{"2":"UBND xã","3":"UBND tỉnh","4":"UBND tỉnh","5":"Bộ trưởng"}' }
    await supersedeByTwo(officer, fourth)
    expect(await proposeRule(officer, newer({ topic: 'star.recognised-from', value: '2' }))).toMatchObject({ ok: true })
    expect(await proposeRule(officer, newer({ topic: 'round.minimum-a-year', value: '3' }))).toMatchObject({
      refusal: { code: 'disagrees' },
    })
  })
})

describe('what one officer bent alone (H4)', () => {
  test.each([
    ['star.bands', '[{"level":5,"min":1}]'],
    ['star.bands', '[]'],
    [quorum, '1'],
    ['certificate.validity-months', '100000'],
    ['order.hold-minutes', '1000000000'],
    ['renewal.window-days', '{"from":9000000000000000,"to":1}'],
  ])('a proposal of %s = %s is refused with a sentence that names the bound', async (topic, value) => {
    const refused = await proposeRule(officer, newer({ topic, value, instrument: 'bịa', effectiveFrom: today }))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'out-of-bounds' } })
    if (!refused.ok) expect(sayRefusal(refused.refusal)).toMatch(/^Giá trị nằm ngoài giới hạn\. .{15,}\.$/)
  })

  test('an officer proposes nothing about signing in, and an administrator no empty list', async () => {
    const topic = 'sign-in.two-factor-roles'
    for (const value of ['[]', '["administrator","provincial-officer"]'])
      await expect(proposeRule(officer, newer({ topic, value }))).rejects.toMatchObject({ name: 'Forbidden' })
    expect((await topicOnFile(officer, topic)).may.propose).toBe(false)
    expect(await proposeRule(administrator, newer({ topic, value: '[]' }))).toMatchObject({ refusal: { code: 'out-of-bounds' } })
  })

  test('sellers who are not verified are let in by two people, not by one', async () => {
    const topic = 'seller.verification-required'
    const id = await proposed(officer, { topic, value: 'false', effectiveFrom: today })
    expect((await ruleOn(db, topic, today)).value).toBe(true)
    await expect(confirmProposal(officer, id)).rejects.toMatchObject({ name: 'Forbidden' })
    expect((await ruleOn(db, topic, today)).value).toBe(true)
  })

  test('a value of the year 9999 is refused, and a row of it that is there closes no topic', async () => {
    const topic = 'council.deviation-points'
    expect(await proposeRule(officer, newer({ topic, value: '5', effectiveFrom: '9999-12-31' }))).toMatchObject({
      refusal: { code: 'too-far', latest: '2027-12-28' },
    })
    await sql`insert into legal_rule (id, topic, value, instrument, effective_from, certainty)
      values ('council.deviation-points@9999-12-31', ${topic}, '5', 'bịa', '9999-12-31', 'confirmed')`.execute(db)
    await supersedeByTwo(officer, { topic, value: '8', effectiveFrom: '2026-12-01' })
    expect((await ruleOn(db, topic, '2026-12-01')).value).toBe(8)
    const back = await proposeTakingBack(officer, { topic, ruleId: 'council.deviation-points@9999-12-31', reason: 'Ngày không có thật' })
    expect(back.ok && (await confirmProposal(colleague, back.value.proposalId))).toMatchObject({ ok: true })
    expect(await ruleOn(db, topic, '9999-12-31')).toMatchObject({ value: 8, effectiveTo: null })
  })
})

describe('what decides who comes in', () => {
  const topic = 'sign-in.two-factor-roles'
  const value = '["administrator","provincial-officer","leader"]'

  test('a sign-in rule is confirmed by another administrator, and by an officer only where there is none', async () => {
    const only = await db.transaction().execute((tx) => aPerson(tx, { role: 'administrator', now: administrator.now }))
    const id = await proposed(as(only, `${today}T09:00:00+07:00`), { topic, value })
    expect((await topicOnFile(officer, topic)).waiting!.may.confirm).toBe(true)
    const second = await db.transaction().execute((tx) => aPerson(tx, { role: 'administrator', now: administrator.now }))
    await expect(confirmProposal(officer, id)).rejects.toMatchObject({ name: 'Forbidden' })
    expect((await topicOnFile(officer, topic)).waiting!.may.confirm).toEqual({ code: 'not-permitted' })
    await db.deleteFrom('membership').where('user_id', '=', second.userId).execute()
    expect(await confirmProposal(officer, id)).toMatchObject({ ok: true })
    expect((await ruleOn(db, topic, '2026-12-01')).value).toEqual(['administrator', 'provincial-officer', 'leader'])
  })
})

describe('the way back', () => {
  test('a value is taken back on its first day by two people, and both values stay in the history', async () => {
    const { id } = await supersedeByTwo(officer, { effectiveFrom: today })
    expect(await valueOn(today)).toBe(67)
    const back = await proposeTakingBack(officer, { topic: quorum, ruleId: id, reason: 'Gõ nhầm 67 thay cho 76' })
    if (!back.ok) throw new Error(back.refusal.code)
    expect(await valueOn(today)).toBe(67)
    await expect(confirmProposal(officer, back.value.proposalId)).rejects.toMatchObject({ name: 'Forbidden' })
    expect(await confirmProposal(colleague, back.value.proposalId)).toEqual({ ok: true, value: { id } })
    expect(await ruleOn(db, quorum, today)).toMatchObject({ value: 75, effectiveTo: null })
    const page = await topicOnFile(colleague, quorum)
    expect(page.versions).toMatchObject([
      { id, said: '67', takenBackAt: colleague.now, mayTakeBack: false },
      { said: '75', takenBackAt: null, mayTakeBack: false },
    ])
    expect(page.decided).toMatchObject([
      { kind: 'take-back', status: 'confirmed', before: { said: '67' }, after: { said: '75' }, note: 'Gõ nhầm 67 thay cho 76' },
      { kind: 'supersede', status: 'confirmed' },
    ])
    expect((await trail()).slice(-1)).toMatchObject([{ action: 'law.taken-back', id, who: 'Chuyên viên Minh' }])
    // And the same day may get its right value.
    expect(await supersedeByTwo(officer, { effectiveFrom: today, value: '76' })).toEqual({ id: `${id}/2` })
    expect(await valueOn(today)).toBe(76)
    await db.transaction().execute(loadLaw)
    expect(await valueOn(today)).toBe(76)
  })

  test('a value is not taken back on its second day, even if that was proposed on the first', async () => {
    const { id } = await supersedeByTwo(officer, { effectiveFrom: today })
    const back = await proposeTakingBack(officer, { topic: quorum, ruleId: id, reason: 'Gõ nhầm' })
    if (!back.ok) throw new Error(back.refusal.code)
    expect(await confirmProposal(onDay(colleague, '2026-11-24'), back.value.proposalId)).toEqual({
      ok: false,
      refusal: { code: 'first-day-over', firstDay: today },
    })
    expect(await valueOn(today)).toBe(67)
  })

  test('taking a value back never leaves a topic without a value', async () => {
    await db.updateTable('legal_rule').set({ effective_from: today }).where('topic', '=', quorum).execute()
    expect(await proposeTakingBack(officer, { topic: quorum, ruleId: 'council.quorum-percent@2026-05-22', reason: 'Thử' })).toEqual({
      ok: false,
      refusal: { code: 'nothing-before' },
    })
  })

  test('a row of the law file that was taken back is not brought back by the next start', async () => {
    const topic = 'star.bands'
    await db.updateTable('legal_rule').set({ effective_from: today }).where('id', '=', 'star.bands@2026-05-22').execute()
    const back = await proposeTakingBack(officer, { topic, ruleId: 'star.bands@2026-05-22', reason: 'Thử' })
    if (!back.ok) throw new Error(back.refusal.code)
    await confirmProposal(colleague, back.value.proposalId)
    await db.transaction().execute(loadLaw)
    expect(await ruleOn(db, topic, today)).toMatchObject({ effectiveFrom: '2023-02-24', effectiveTo: null })
  })
})

describe('a value in the database that cannot be used', () => {
  const topic = 'renewal.window-days'
  const write = (id: string, effectiveFrom: string, value: string) =>
    sql`insert into legal_rule (id, topic, value, instrument, effective_from, certainty)
      values (${id}, ${topic}, ${value}::jsonb, 'bịa', ${effectiveFrom}, 'confirmed')`.execute(db)
  const endless = '{"from":9000000000000000,"to":1}'

  test('an unusable value stops no page: the usable row before it stands in and is marked as unknown', async () => {
    await write('bad', today, endless)
    const rule = await ruleOn(db, topic, today)
    expect(rule).toMatchObject({ value: { from: 180, to: 120 }, effectiveFrom: '2026-05-22', certainty: 'unknown', standsInFor: today })
    expect((await rulesOn(db, [topic, quorum], today))[topic]).toEqual(rule)
    expect(await ruleOn(db, topic, '2026-11-22')).toMatchObject({ certainty: 'transcribed', standsInFor: null })
    expect(await versionsOf(db, topic)).toHaveLength(1)
    const register = await listRegister(as(visitor, `${today}T09:00:00+07:00`), registerFilter.parse({}))
    expect(register.total).toBe(0)
  })

  test.each(['null', '"x"', '{"from":180}', '[]', '{"from":1e308,"to":-1}', '{"from":120,"to":180}'])(
    'a value in the database that is %s cannot be used, and the row before it stands in',
    async (value) => {
      await write('bad', today, value)
      expect(await ruleOn(db, topic, today)).toMatchObject({ value: { from: 180, to: 120 }, standsInFor: today })
    },
  )

  test('the law file stands in for an unusable value where no other row is left', async () => {
    await sql`update legal_rule set value = ${endless}::jsonb where topic = ${topic}`.execute(db)
    expect(await ruleOn(db, topic, today)).toMatchObject({
      value: { from: 180, to: 120 },
      certainty: 'unknown',
      standsInFor: '2026-05-22',
    })
    await expect(ruleOn(db, topic, '2018-01-01')).rejects.toThrow('no rule is known')
  })

  test('an unusable value is unknown to the office, and administrators see it on their page and in the nightly check', async () => {
    await write('bad', today, endless)
    const onFile = (await lawOnFile(officer)).topics.find((one) => one.topic === topic)
    expect(onFile?.now).toMatchObject({ said: 'chưa rõ', usable: false })
    expect((await topicOnFile(officer, topic)).versions[0]).toMatchObject({ said: 'chưa rõ', usable: false, mayTakeBack: true })
    expect(await listUnusableRules(administrator)).toEqual([
      { topic, title: 'Cửa sổ nộp đánh giá lại (ngày trước hết hạn)', effectiveFrom: today },
    ])
    const { faults } = await lawIntegrityChecks!['legal-values']!.check({ db, pool, files })
    expect(faults).toEqual([expect.stringMatching(/^bad: /)])
  })

  test('an unusable value is taken back on any day, or followed by another', async () => {
    await write('bad', '2026-06-01', endless)
    const back = await proposeTakingBack(officer, { topic, ruleId: 'bad', reason: 'Ghi thẳng vào cơ sở dữ liệu' })
    expect(back.ok && (await confirmProposal(colleague, back.value.proposalId))).toMatchObject({ ok: true })
    expect(await ruleOn(db, topic, today)).toMatchObject({ standsInFor: null, value: { from: 180, to: 120 } })
    await write('bad-too', '2026-11-22', endless)
    await supersedeByTwo(officer, { topic, value: '{"from":170,"to":110}', effectiveFrom: today })
    expect(await ruleOn(db, topic, today)).toMatchObject({ standsInFor: null, value: { from: 170, to: 110 } })
  })
})
