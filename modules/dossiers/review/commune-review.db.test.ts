import { dateInVietnam } from '@dacsan/vietnam'
import { Forbidden } from '@dacsan/decisions'
import { describe, expect, test } from 'vitest'
import { sampleEvidence, sampleReview, sampleTyped } from '../fixtures.ts'
import {
  addEvidence,
  communeQueue,
  findDossier,
  findDraft,
  proposeDossier,
  returnDossier,
  saveChoices,
  saveReview,
  saveSection,
  submitDossier,
} from '../index.ts'
import { dossiersToTest } from '../test-dossiers.ts'

const { as, world, producer, officer, aNew, versionOf } = await dossiersToTest()

describe('the commune', () => {
  test('the commune sees what waits, the shortest first, with the days that are left and the law', async () => {
    await aNew({ status: 'submitted' })
    const queue = await communeQueue(as(world.actors.communeOfficer, '2026-12-11T08:00:00+07:00'))
    expect(queue.rule).toMatchObject({ workingDays: 15 })
    expect(queue.waiting.length).toBeGreaterThan(0)
    expect(queue.waiting[0]!.due).toEqual({ on: '2026-12-15', workingDaysLeft: 2, state: 'soon', text: 'còn 2 ngày làm việc (đến 15/12)' })
    const late = await communeQueue(as(world.actors.communeOfficer, '2026-12-16T08:00:00+07:00'))
    expect(late.waiting[0]!.due).toMatchObject({ state: 'late', workingDaysLeft: -1 })
    expect((await communeQueue(as(world.actors.otherCommuneOfficer))).waiting).toEqual([])
    await expect(communeQueue(producer)).rejects.toThrow(Forbidden)
  })

  test('the commune returns a dossier with items; the producer touches each and files again under the same code', async () => {
    const filed = await aNew({ status: 'submitted' })
    const items = [
      { about: 'section:business', text: 'Ghi rõ nguồn nguyên liệu' },
      { about: 'criterion:2.2', text: 'Gửi ảnh bao bì' },
      { about: 'evidence:2', text: 'Giấy an toàn thực phẩm' },
    ] as const
    const returned = await returnDossier(officer, { dossierId: filed.id, version: filed.version, items: [...items], repeatReason: '' })
    expect(returned.ok).toBe(true)
    const draft = await findDraft(producer, filed.id)
    expect(Object.fromEntries(draft.tasks.map(({ section, status }) => [section, status]))).toMatchObject({
      business: 'asked',
      'part-a': 'asked',
      evidence: 'asked',
      plan: 'done',
    })
    expect(await submitDossier(producer, { dossierId: filed.id, version: draft.dossier.version, declared: true })).toMatchObject({
      refusal: { code: 'incomplete', gaps: items.map(({ about, text }) => ({ code: 'request-unanswered', about, text })) },
    })
    let version = draft.dossier.version
    await saveSection(producer, {
      dossierId: filed.id,
      version,
      section: 'business',
      typed: { ...sampleTyped.business, materials: 'Của 12 hộ ấp 3' },
    })
    version = await versionOf(filed.id)
    await saveChoices(producer, { dossierId: filed.id, version, picks: [{ criterion: '2.2', optionIndex: 2, reason: 'Ảnh kèm' }] })
    await addEvidence(producer, { ...sampleEvidence, kind: 2, title: 'Giấy ATTP' }, null, { dossierId: filed.id, criterion: null })
    version = await versionOf(filed.id)
    const again = await submitDossier(as(world.actors.producer, '2026-12-01T09:00:00+07:00'), {
      dossierId: filed.id,
      version,
      declared: true,
    })
    expect(again).toMatchObject({ ok: true, value: { code: filed.code } })
    const dossier = await findDossier(producer, filed.id)
    expect(dossier.requests[0]!.answeredAt).toEqual(new Date('2026-12-01T02:00:00Z'))
    // 15 working days after Tuesday 1 December 2026.
    expect(dossier).toMatchObject({ status: 'submitted', communeDueOn: '2026-12-22', submittedAt: filed.submittedAt })
    expect(
      await returnDossier(officer, { dossierId: filed.id, version: dossier.version, items: [...items], repeatReason: '' }),
    ).toMatchObject({
      refusal: { code: 'repeat-reason-missing', returnedBefore: 1 },
    })
  })

  test('the commune proposes a dossier with the four items written, and not without', async () => {
    const filed = await aNew({ status: 'submitted' })
    const written = { ...sampleReview, meetingOn: dateInVietnam(officer.now) }
    const early = await proposeDossier(officer, { dossierId: filed.id, version: filed.version })
    expect(early).toMatchObject({ refusal: { code: 'review-incomplete' } })
    const saved = await saveReview(officer, { dossierId: filed.id, version: filed.version, ...written })
    const version = saved.ok ? saved.value.version : 0
    expect(await proposeDossier(officer, { dossierId: filed.id, version: filed.version })).toMatchObject({
      refusal: { code: 'changed-elsewhere' },
    })
    expect(await proposeDossier(officer, { dossierId: filed.id, version })).toMatchObject({ ok: true })
    expect(await findDossier(officer, filed.id)).toMatchObject({ status: 'proposed', review: { materials: sampleReview.materials } })
    expect(await saveReview(officer, { dossierId: filed.id, version: version + 1, ...written })).toMatchObject({
      refusal: { code: 'wrong-status' },
    })
  })

  test('C50: the second of two officers to save one dossier is refused', async () => {
    const filed = await aNew({ status: 'submitted' })
    const review = { dossierId: filed.id, version: filed.version, ...sampleReview }
    const results = await Promise.all([saveReview(officer, review), saveReview(officer, { ...review, idea: 'Khác' })])
    expect(results.map((result) => result.ok).toSorted()).toEqual([false, true])
  })
})
