import { NotFound } from '@dacsan/decisions'
import { describe, expect, test } from 'vitest'
import { visitor } from '../../identity/index.ts'
import { completeDossier, sampleEvidence, sampleTyped } from '../fixtures.ts'
import { sectionCodeOf } from '@dacsan/scorecard'
import {
  addEvidence,
  findDossier,
  findDraft,
  keepCarried,
  readDossier,
  replaceEvidence,
  saveChoices,
  saveSection,
  startDossier,
  submitDossier,
} from '../index.ts'
import type { DossierId } from '../rules/ids.ts'
import { dossiersToTest } from '../test-dossiers.ts'

const { as, db, world, producer, officer, newProduct, aNew, versionOf } = await dossiersToTest()

describe('a start', () => {
  test('a new dossier is filled in with what is known, and keeps the criteria of the day', async () => {
    const product = await newProduct()
    const started = await startDossier(producer, { productId: product.id, kind: 'first' })
    if (!started.ok) throw new Error(started.refusal.code)
    const dossier = await findDossier(producer, started.value.dossierId)
    expect(dossier).toMatchObject({ status: 'draft', criteriaDecision: '26/2026/QĐ-TTg', setCode: 'QD26-07', commune: { code: '29308' } })
    expect(dossier.answers.producer.organisationName).toBe('HTX Dừa sáp Cầu Kè')
    expect(dossier.answers.registration.productName).toBe(dossier.product.name)
  })

  // Quyết định 26/2026/QĐ-TTg, Điều 2: associations beside the others, for services of tourism alone.
  test('an association of tourism starts a dossier for a service of tourism, and for nothing else', async () => {
    const product = await newProduct()
    const { id: producerId } = await db
      .selectFrom('product')
      .select('producer_id as id')
      .where('id', '=', product.id)
      .executeTakeFirstOrThrow()
    const { kind } = await db.selectFrom('producer').select('kind').where('id', '=', producerId).executeTakeFirstOrThrow()
    await db.updateTable('producer').set({ kind: 'tourism-association' }).where('id', '=', producerId).execute()
    try {
      expect(await startDossier(producer, { productId: product.id, kind: 'first' })).toEqual({
        ok: false,
        refusal: { code: 'kind-not-for-set', kind: 'tourism-association', setCode: 'QD26-07' },
      })
      await db.updateTable('product').set({ set_code: 'QD26-26' }).where('id', '=', product.id).execute()
      expect((await startDossier(producer, { productId: product.id, kind: 'first' })).ok).toBe(true)
    } finally {
      await db.updateTable('producer').set({ kind }).where('id', '=', producerId).execute()
    }
  })

  test('a product has one open dossier: two starts at once make one', async () => {
    const product = await newProduct()
    const results = await Promise.all([1, 2, 3].map(() => startDossier(producer, { productId: product.id, kind: 'first' })))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    const open = results.find((result) => result.ok)!
    for (const result of results.filter((each) => !each.ok)) {
      expect(result).toEqual({ ok: false, refusal: { code: 'dossier-already-open', dossierId: open.ok && open.value.dossierId } })
    }
  })

  test('an upgrade needs a product that was recognised', async () => {
    const product = await newProduct()
    expect(await startDossier(producer, { productId: product.id, kind: 'upgrade' })).toMatchObject({
      refusal: { code: 'not-certified-yet' },
    })
    expect((await startDossier(producer, { productId: product.id, kind: 'first' })).ok).toBe(true)
  })

  test('a product with a valid certificate starts no first dossier; a renewal says when it is handed in', async () => {
    const product = await newProduct()
    const certified = { standing: 'certified', stars: 3, certified_until: '2027-06-30' } as const
    await db.updateTable('product').set(certified).where('id', '=', product.id).execute()
    expect(await startDossier(producer, { productId: product.id, kind: 'first' })).toEqual({
      ok: false,
      refusal: { code: 'certificate-valid', until: '2027-06-30' },
    })
    const started = await startDossier(producer, { productId: product.id, kind: 'renewal' })
    if (!started.ok) throw new Error(started.refusal.code)
    expect((await findDraft(producer, started.value.dossierId)).renewal).toMatchObject({
      opens: '2027-01-01',
      closes: '2027-03-02',
      state: 'early',
      law: { certainty: 'transcribed' },
    })
  })

  test('a producer does not find another producer’s product to start with', async () => {
    await expect(startDossier(producer, { productId: world.rivalProduct.id, kind: 'first' })).rejects.toThrow(NotFound)
    await expect(startDossier(officer, { productId: world.product.id, kind: 'first' })).rejects.toThrow(NotFound)
    await expect(startDossier(as(visitor), { productId: world.product.id, kind: 'first' })).rejects.toThrow(NotFound)
  })

  test('a dossier of another product begins with who the producer is, and with no figure of the first', async () => {
    await aNew()
    const product = await newProduct()
    const started = await startDossier(producer, { productId: product.id, kind: 'first' })
    const { dossier, tasks } = await findDraft(producer, started.ok ? started.value.dossierId : 'dos_none')
    expect(dossier.answers.producer.representative).toBe(sampleTyped.producer.representative)
    expect([dossier.answers.business, dossier.answers.plan, dossier.choices, dossier.evidence, dossier.carried]).toEqual([
      {},
      {},
      [],
      [],
      [],
    ])
    expect(tasks.find(({ section }) => section === 'business')).toMatchObject({ status: 'not-started' })
  })

  test('the next dossier of a product has everything of its last one, each place to be looked at, with the newest of each paper', async () => {
    const first = await aNew({ status: 'withdrawn' })
    const [paper] = first.evidence
    const newer = await replaceEvidence(producer, paper!.id, { ...sampleEvidence, title: 'Giấy mới hơn' }, null)
    const started = await startDossier(producer, { productId: first.product.id, kind: 'first' })
    const dossierId = (started.ok ? started.value.dossierId : 'dos_none') as DossierId
    const draft = await findDraft(producer, dossierId)
    expect(draft.carriedFrom).toEqual({ id: first.id, at: first.submittedAt })
    expect(draft.dossier.answers).toMatchObject({ business: first.answers.business, plan: first.answers.plan })
    expect(draft.dossier.choices).toEqual(first.choices)
    expect(draft.dossier.evidence.map(({ id, title }) => [id, title])).toEqual([[newer.ok && newer.value.evidenceId, 'Giấy mới hơn']])
    const status = async () => Object.fromEntries((await findDraft(producer, dossierId)).tasks.map((task) => [task.section, task.status]))
    expect(await status()).toMatchObject({
      business: 'carried',
      plan: 'carried',
      'part-a': 'carried',
      'part-b': 'carried',
      'part-c': 'carried',
      evidence: 'carried',
    })
    const registration = { dossierId, section: 'registration' as const, typed: { ...sampleTyped.registration, changes: '' } }
    await saveSection(producer, { ...registration, version: await versionOf(dossierId) })
    expect(await submitDossier(producer, { dossierId, version: await versionOf(dossierId), declared: true })).toMatchObject({
      refusal: { code: 'incomplete', gaps: Array.from({ length: 6 }, () => ({ code: 'carried-unseen' })) },
    })

    // Looked at, one after the other: saved as it stands, or said to hold still.
    for (const section of ['business', 'plan'] as const)
      await saveSection(producer, { dossierId, version: await versionOf(dossierId), section, typed: sampleTyped[section] })
    const sections = [...new Set(first.choices.map(({ criterion }) => sectionCodeOf(criterion)))]
    for (const code of sections) {
      const picks = first.choices
        .filter(({ criterion }) => sectionCodeOf(criterion) === code)
        .map(({ criterion, optionIndex, reason }) => ({ criterion, optionIndex, reason: reason ?? '' }))
      await saveChoices(producer, { dossierId, version: await versionOf(dossierId), picks })
    }
    expect(await status()).toMatchObject({ business: 'done', 'part-a': 'done', 'part-c': 'done', evidence: 'carried' })
    await keepCarried(producer, { dossierId, version: await versionOf(dossierId), place: 'evidence' })
    expect((await submitDossier(producer, { dossierId, version: await versionOf(dossierId), declared: true })).ok).toBe(true)
    // Its readers see what changed since the last cycle.
    const { comparedWith, changes } = await readDossier(officer, dossierId)
    expect(comparedWith).toEqual(first.submittedAt)
    expect(changes?.choices).toEqual([])
    expect(changes?.papers.length).toBeGreaterThan(0)
  })
})

describe('a save', () => {
  test('C50: the save of the second of two windows is refused, and what the first saved stands', async () => {
    const { id, version } = await aNew()
    const first = await saveSection(producer, { dossierId: id, version, section: 'plan', typed: { planOutput: '100' } })
    expect(first).toMatchObject({ ok: true, value: { version: version + 1 } })
    const second = await saveSection(producer, { dossierId: id, version, section: 'plan', typed: { planOutput: '200' } })
    expect(second).toMatchObject({ ok: false, refusal: { code: 'changed-elsewhere', version: version + 1 } })
    expect((await findDossier(producer, id)).answers.plan.planOutput).toBe(100)
    const choice = await saveChoices(producer, { dossierId: id, version, picks: [{ criterion: '1.4', optionIndex: 0, reason: '' }] })
    expect(choice).toMatchObject({ ok: false, refusal: { code: 'changed-elsewhere' } })
  })

  test('C50: exactly one of many saves at once on one version is kept', async () => {
    const { id, version } = await aNew()
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => saveSection(producer, { dossierId: id, version, section: 'plan', typed: { planOutput: String(n) } })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await versionOf(id)).toBe(version + 1)
  })

  test('C38: naughty text is stored and given back unchanged; what cannot be read is refused whole', async () => {
    const { id, version } = await aNew()
    const naughty = `'; drop table dossier; -- <img src=x onerror=alert(1)> \\u0000 Ấp “Tân An” ភាសាខ្មែរ 🥥`
    const saved = await saveSection(producer, { dossierId: id, version, section: 'plan', typed: { planMarket: naughty } })
    expect(saved.ok).toBe(true)
    expect((await findDossier(producer, id)).answers.plan.planMarket).toBe(naughty)
    const faulty = await saveSection(producer, {
      dossierId: id,
      version: version + 1,
      section: 'plan',
      typed: { planMarket: 'mới', planOutput: '1,5' },
    })
    expect(faulty).toMatchObject({ ok: false, refusal: { code: 'answers-faulty', faults: { planOutput: { code: 'not-a-whole-number' } } } })
    expect((await findDossier(producer, id)).answers.plan.planMarket).toBe(naughty)
  })

  test('a choice keeps its option, points and reason, and moves the score', async () => {
    const { id } = await aNew({ stars: 3 })
    const before = await findDraft(producer, id)
    const picks = [{ criterion: '4.1', optionIndex: 3, reason: 'Bán ở siêu thị tại TP.HCM' }]
    expect((await saveChoices(producer, { dossierId: id, version: before.dossier.version, picks })).ok).toBe(true)
    const after = await findDraft(producer, id)
    const choice = after.dossier.choices.find(({ criterion }) => criterion === '4.1')!
    const option = after.set.parts[1]!.sections[0]!.criteria[0]!.options[3]!
    expect(choice).toMatchObject({ points: option.points, label: option.label, reason: 'Bán ở siêu thị tại TP.HCM' })
    const earlier = before.dossier.choices.find(({ criterion }) => criterion === '4.1')!.points
    expect(after.score.total - before.score.total).toBe(option.points - earlier)
  })

  test('a producer cannot save into a dossier that it has filed', async () => {
    const { id, version } = await aNew({ status: 'submitted' })
    for (const result of [
      await saveSection(producer, { dossierId: id, version, section: 'plan', typed: {} }),
      await saveChoices(producer, { dossierId: id, version, picks: [] }),
      await addEvidence(producer, sampleEvidence, null, { dossierId: id, criterion: null }),
    ]) {
      expect(result).toMatchObject({ ok: false, refusal: { code: 'not-editable', status: 'submitted' } })
    }
    expect((await findDossier(producer, id)).evidence).toHaveLength(1)
  })
})

test('a draft can be completed in the order that the producer likes', async () => {
  const product = await newProduct()
  const started = await startDossier(producer, { productId: product.id, kind: 'first' })
  const dossierId = started.ok ? started.value.dossierId : 'dos_none'
  await completeDossier(producer, dossierId, { stars: 5 })
  const { gaps, tasks, tasksDone, score } = await findDraft(producer, dossierId)
  expect(gaps).toEqual([])
  expect(tasksDone).toBe(tasks.length)
  expect(score.stars).toBe(5)
})
