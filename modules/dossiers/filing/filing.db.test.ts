import { dateInVietnam } from '@dacsan/vietnam'
import { Conflict, Forbidden, NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { aProduct } from '../../catalogue/fixtures.ts'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { system, visitor } from '../../identity/index.ts'
import { aDossier, completeDossier, sampleEvidence, sampleReview, sampleTyped } from '../fixtures.ts'
import {
  addEvidence,
  assignRound,
  attachEvidence,
  communeQueue,
  detachEvidence,
  findDossier,
  findDraft,
  findEvidence,
  listEvidence,
  moveDossier,
  openEvidence,
  proposeDossier,
  replaceEvidence,
  returnDossier,
  saveChoices,
  saveReview,
  saveSection,
  startDossier,
  submitDossier,
  withdrawDossier,
} from '../index.ts'
import { dossierWorld, worldDay } from '../test-world.ts'
import type { World } from '../test-world.ts'

const { as, db } = await testDatabase<Tables>()
let world: World
let producer: Ctx
let officer: Ctx
beforeAll(async () => {
  world = await dossierWorld(as)
  producer = world.people().producer
  officer = world.people().communeOfficer
})

let count = 0
const newProduct = () =>
  inTransaction(as(system('test')), (tx) =>
    aProduct(tx, { name: `Mứt dừa sáp ${++count}`, setCode: 'QD26-07', producerId: world.producer.id }),
  )
const aNew = async (given: Omit<Parameters<typeof aDossier>[1], 'productId'> = {}) =>
  aDossier(world.people(), { ...given, productId: (await newProduct()).id })
const versionOf = async (id: string) => (await findDossier(producer, id)).version
const auditOf = (subjectId: string) =>
  db.selectFrom('audit_entry').select('action').where('subject_id', '=', subjectId).orderBy('seq').execute()

describe('starting', () => {
  test('fills in what is known, and keeps the criteria of the day', async () => {
    const product = await newProduct()
    const started = await startDossier(producer, { productId: product.id, kind: 'first' })
    if (!started.ok) throw new Error(started.refusal.code)
    const dossier = await findDossier(producer, started.value.dossierId)
    expect(dossier).toMatchObject({ status: 'draft', criteriaDecision: '26/2026/QĐ-TTg', setCode: 'QD26-07', commune: { code: '29308' } })
    expect(dossier.answers.producer.organisationName).toBe('HTX Dừa sáp Cầu Kè')
    expect(dossier.answers.registration.productName).toBe(`Mứt dừa sáp ${count}`)
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

  test('is not a first one while a certificate is valid; a renewal is, and says when it is handed in', async () => {
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

  test('for another producer’s product there is nothing to start', async () => {
    await expect(startDossier(producer, { productId: world.rivalProduct.id, kind: 'first' })).rejects.toThrow(NotFound)
    await expect(startDossier(officer, { productId: world.product.id, kind: 'first' })).rejects.toThrow(NotFound)
    await expect(startDossier(as(visitor), { productId: world.product.id, kind: 'first' })).rejects.toThrow(NotFound)
  })

  test('the next dossier of a producer begins with what the last one said', async () => {
    await aNew()
    const product = await newProduct()
    const started = await startDossier(producer, { productId: product.id, kind: 'first' })
    const { answers } = await findDossier(producer, started.ok ? started.value.dossierId : '')
    expect(answers.business.materials).toBe(sampleTyped.business.materials)
    expect(answers.producer.representative).toBe(sampleTyped.producer.representative)
    expect(answers.registration.changes).toBeUndefined()
  })
})

describe('saving', () => {
  test('the second of two windows is told, and what the first saved stands', async () => {
    const { id, version } = await aNew()
    const first = await saveSection(producer, { dossierId: id, version, section: 'plan', typed: { planOutput: '100' } })
    expect(first).toMatchObject({ ok: true, value: { version: version + 1 } })
    const second = await saveSection(producer, { dossierId: id, version, section: 'plan', typed: { planOutput: '200' } })
    expect(second).toMatchObject({ ok: false, refusal: { code: 'changed-elsewhere', version: version + 1 } })
    expect((await findDossier(producer, id)).answers.plan.planOutput).toBe(100)
    const choice = await saveChoices(producer, { dossierId: id, version, picks: [{ criterion: '1.4', optionIndex: 0, reason: '' }] })
    expect(choice).toMatchObject({ ok: false, refusal: { code: 'changed-elsewhere' } })
  })

  test('of many at once on one version exactly one is kept', async () => {
    const { id, version } = await aNew()
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => saveSection(producer, { dossierId: id, version, section: 'plan', typed: { planOutput: String(n) } })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await versionOf(id)).toBe(version + 1)
  })

  test('naughty text is stored and given back unchanged; what cannot be read is refused whole', async () => {
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

  test('after filing the producer’s pen is down', async () => {
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

describe('papers', () => {
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

  test('one paper speaks for several criteria and dossiers, and attaching twice is once', async () => {
    const [one, two] = [await aNew(), await aNew()]
    const added = await addEvidence(producer, { ...sampleEvidence, kind: 9 }, null)
    const paper = { id: added.ok ? added.value.evidenceId : '' }
    for (const criterion of ['2.2', '2.3', '2.3', null])
      await attachEvidence(producer, { dossierId: one.id, evidenceId: paper.id, criterion })
    await attachEvidence(producer, { dossierId: two.id, evidenceId: paper.id, criterion: '3.5' })
    expect((await findDossier(producer, one.id)).evidence.find(({ id }) => id === paper.id)!.criteria).toEqual(['2.2', '2.3'])
    expect((await findDossier(producer, two.id)).evidence.find(({ id }) => id === paper.id)!.criteria).toEqual(['3.5'])
    expect((await listEvidence(producer)).find(({ id }) => id === paper.id)!.usedIn).toBe(2)
    await detachEvidence(producer, { dossierId: one.id, evidenceId: paper.id, criterion: '2.2' })
    expect((await findDossier(producer, one.id)).evidence.find(({ id }) => id === paper.id)!.criteria).toEqual(['2.3'])
    await detachEvidence(producer, { dossierId: one.id, evidenceId: paper.id, criterion: null })
    expect((await findDossier(producer, one.id)).evidence.map(({ id }) => id)).not.toContain(paper.id)
  })

  test('the file is kept and read back by those who read the dossier, and by nobody else', async () => {
    const dossier = await aNew()
    const added = await addEvidence(
      producer,
      { ...sampleEvidence, kind: 7 },
      { content: pdf, name: '../../nhãn hiệu.pdf' },
      { dossierId: dossier.id, criterion: '3.5' },
    )
    if (!added.ok) throw new Error(added.refusal.code)
    const { evidenceId } = added.value
    expect(await findEvidence(producer, evidenceId)).toMatchObject({ fileName: 'nhãn hiệu.pdf', kind: 7 })
    expect(await openEvidence(producer, evidenceId)).toMatchObject({ size: pdf.length, mediaType: 'application/pdf' })
    await expect(openEvidence(officer, evidenceId)).rejects.toThrow(NotFound)
    const version = await versionOf(dossier.id)
    expect((await submitDossier(producer, { dossierId: dossier.id, version, declared: true })).ok).toBe(true)
    const { stream } = await openEvidence(officer, evidenceId)
    expect(Buffer.concat(await stream.toArray()).equals(pdf)).toBe(true)
    for (const actor of [world.actors.rival, world.actors.otherCommuneOfficer, world.actors.buyer, visitor]) {
      await expect(openEvidence(as(actor), evidenceId)).rejects.toThrow(NotFound)
      await expect(findEvidence(as(actor), evidenceId)).rejects.toThrow(NotFound)
    }
  })

  test('a program dressed as a photo is refused, and no paper stays behind', async () => {
    const before = (await listEvidence(producer)).length
    const refused = await addEvidence(producer, sampleEvidence, { content: Buffer.from('MZ\x90\x00 program'), name: 'anh.jpg' })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'file-type-refused' } })
    expect(await listEvidence(producer)).toHaveLength(before)
  })

  test('dates that cannot be are refused', async () => {
    expect(await addEvidence(producer, { ...sampleEvidence, issuedOn: '2026-11-24' }, null)).toMatchObject({
      refusal: { code: 'issued-in-future' },
    })
    expect(await addEvidence(producer, { ...sampleEvidence, issuedOn: '2026-01-02', expiresOn: '2026-01-01' }, null)).toMatchObject({
      refusal: { code: 'dates-reversed' },
    })
  })

  test('a paper for a criterion that the set does not have is refused, and not put in the vault', async () => {
    const { id } = await aNew()
    const before = (await listEvidence(producer)).length
    const refused = await addEvidence(producer, sampleEvidence, null, { dossierId: id, criterion: '99.1' })
    expect(refused).toMatchObject({ refusal: { code: 'unknown-criterion', criterion: '99.1' } })
    expect(await listEvidence(producer)).toHaveLength(before)
  })

  test('an expired paper stops the filing; a newer one in its place opens it again', async () => {
    const dossier = await aNew()
    const old = await addEvidence(producer, { ...sampleEvidence, kind: 2, expiresOn: '2026-10-31' }, null, {
      dossierId: dossier.id,
      criterion: null,
    })
    const version = await versionOf(dossier.id)
    const refused = await submitDossier(producer, { dossierId: dossier.id, version, declared: true })
    expect(refused).toMatchObject({
      refusal: { code: 'incomplete', gaps: [{ code: 'evidence-expired', papers: [{ expiresOn: '2026-10-31' }] }] },
    })
    const oldId = old.ok ? old.value.evidenceId : ''
    const replaced = await replaceEvidence(
      producer,
      oldId,
      { ...sampleEvidence, kind: 2, issuedOn: '2026-11-01', expiresOn: '2029-11-01' },
      null,
    )
    expect(replaced).toMatchObject({ ok: true, value: { dossierIds: [dossier.id] } })
    expect((await listEvidence(producer)).map(({ id }) => id)).not.toContain(oldId)
    expect((await submitDossier(producer, { dossierId: dossier.id, version: await versionOf(dossier.id), declared: true })).ok).toBe(true)
  })

  test('a filed dossier keeps the paper it was filed with when a newer one comes', async () => {
    const filed = await aNew({ status: 'submitted' })
    const [paper] = filed.evidence
    const replaced = await replaceEvidence(producer, paper!.id, sampleEvidence, null)
    expect(replaced.ok && replaced.value.dossierIds).not.toContain(filed.id)
    expect((await findDossier(producer, filed.id)).evidence[0]!.id).toBe(paper!.id)
    await expect(replaceEvidence(producer, paper!.id, sampleEvidence, null)).rejects.toThrow(NotFound)
  })

  test('another producer’s paper cannot be attached, replaced or seen', async () => {
    const { id, evidence } = await aNew()
    const rival = as(world.actors.rival)
    const foreign = await addEvidence(rival, sampleEvidence, null)
    const foreignId = foreign.ok ? foreign.value.evidenceId : ''
    await expect(attachEvidence(producer, { dossierId: id, evidenceId: foreignId, criterion: null })).rejects.toThrow(NotFound)
    await expect(replaceEvidence(rival, evidence[0]!.id, sampleEvidence, null)).rejects.toThrow(NotFound)
    expect((await listEvidence(rival)).map((paper) => paper.id)).toEqual([foreignId])
  })
})

describe('filing', () => {
  test('gives a receipt, a code, 15 working days, a line of history, an event and a line in the audit trail', async () => {
    const { id, version } = await aNew()
    const receipt = await submitDossier(producer, { dossierId: id, version, declared: true })
    expect(receipt).toMatchObject({ ok: true, value: { code: expect.stringMatching(/^H86\.29308-261123-\d{4}$/) } })
    const dossier = await findDossier(producer, id)
    // 15 working days after Monday 23 November 2026; the 24th is the Day of Vietnamese Culture (data/calendar).
    expect(dossier).toMatchObject({ status: 'submitted', communeDueOn: '2026-12-15', submittedAt: new Date(worldDay) })
    expect(dossier.history.map((line) => [line.move, line.from, line.to, line.byName])).toEqual([
      ['submit', 'draft', 'submitted', 'usr_producer'],
    ])
    const events = await db.selectFrom('event').select(['type', 'payload']).where('type', '=', 'dossier.submitted').execute()
    expect(events.filter((event) => (event.payload as { dossierId: string }).dossierId === id)).toHaveLength(1)
    expect((await auditOf(id)).at(-1)!.action).toBe('dossier.submitted')
  })

  test('the same form five times is one filing with one receipt', async () => {
    const { id, version } = await aNew()
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => submitDossier(producer, { dossierId: id, version, declared: true })))
    const codes = new Set(results.map((result) => (result.ok ? result.value.code : result.refusal.code)))
    expect(codes.size).toBe(1)
    expect((await findDossier(producer, id)).history).toHaveLength(1)
    expect(await submitDossier(producer, { dossierId: id, version: version + 1, declared: true })).toMatchObject({
      refusal: { code: 'wrong-status' },
    })
  })

  test('an unfinished dossier is not filed, and every gap leads to its place', async () => {
    const product = await newProduct()
    const started = await startDossier(as(world.actors.producer), { productId: product.id, kind: 'first' })
    const dossierId = started.ok ? started.value.dossierId : ''
    const refused = await submitDossier(producer, { dossierId, version: 1, declared: true })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'incomplete' } })
    const gaps = !refused.ok && refused.refusal.code === 'incomplete' ? refused.refusal.gaps : []
    expect(gaps.map((gap) => gap.code)).toContain('criteria-unanswered')
    expect(gaps.map((gap) => gap.code)).toContain('evidence-missing')
    expect(await findDossier(producer, dossierId)).toMatchObject({ status: 'draft', code: dossierId })
  })

  test('codes of one commune and year never repeat, also when many file at once', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => aNew()))
    const results = await Promise.all(drafts.map(({ id, version }) => submitDossier(producer, { dossierId: id, version, declared: true })))
    const codes = results.map((result) => (result.ok ? result.value.code : result.refusal.code))
    expect(new Set(codes).size).toBe(4)
  })

  test('a withdrawn dossier lets a new one begin', async () => {
    const { id, version, product } = await aNew({ status: 'submitted' })
    expect(await withdrawDossier(producer, { dossierId: id, version, reason: 'Chờ mùa sau' })).toMatchObject({ ok: true })
    expect((await findDossier(producer, id)).history.at(-1)).toMatchObject({ move: 'withdraw', note: 'Chờ mùa sau' })
    expect((await startDossier(producer, { productId: product.id, kind: 'first' })).ok).toBe(true)
  })

  test('what the council has cannot be withdrawn', async () => {
    const { id, version } = await aNew({ status: 'appraising' })
    expect(await withdrawDossier(producer, { dossierId: id, version, reason: '' })).toMatchObject({ refusal: { code: 'wrong-status' } })
  })
})

describe('the commune', () => {
  test('sees what waits, the shortest first, with the days that are left and the law', async () => {
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

  test('returns with items; the producer touches each and files again under the same code', async () => {
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

  test('proposes with the four items written, and not without', async () => {
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

  test('two officers on one dossier: the second is told', async () => {
    const filed = await aNew({ status: 'submitted' })
    const review = { dossierId: filed.id, version: filed.version, ...sampleReview }
    const results = await Promise.all([saveReview(officer, review), saveReview(officer, { ...review, idea: 'Khác' })])
    expect(results.map((result) => result.ok).toSorted()).toEqual([false, true])
  })
})

describe('someone else’s dossier', () => {
  test('is not found by any command, whatever it would have done', async () => {
    const draft = await aNew()
    const filed = await aNew({ status: 'submitted' })
    const strangers = ['rival', 'communeOfficer', 'provincialOfficer', 'councilMember', 'administrator', 'buyer'] as const
    for (const name of strangers) {
      const ctx = as(world.actors[name])
      const at = { dossierId: draft.id, version: draft.version }
      await expect(saveSection(ctx, { ...at, section: 'plan', typed: {} })).rejects.toThrow(NotFound)
      await expect(saveChoices(ctx, { ...at, picks: [] })).rejects.toThrow(NotFound)
      await expect(submitDossier(ctx, { ...at, declared: true })).rejects.toThrow(NotFound)
      await expect(withdrawDossier(ctx, { ...at, reason: '' })).rejects.toThrow(NotFound)
      await expect(attachEvidence(ctx, { dossierId: draft.id, evidenceId: draft.evidence[0]!.id, criterion: null })).rejects.toThrow(
        NotFound,
      )
      await expect(detachEvidence(ctx, { dossierId: draft.id, evidenceId: draft.evidence[0]!.id, criterion: null })).rejects.toThrow(
        NotFound,
      )
      await expect(findDraft(ctx, draft.id)).rejects.toThrow(NotFound)
    }
    for (const name of ['producer', 'rival', 'otherCommuneOfficer', 'provincialOfficer', 'councilChair'] as const) {
      const ctx = as(world.actors[name])
      const at = { dossierId: filed.id, version: filed.version }
      await expect(saveReview(ctx, { ...at, ...sampleReview })).rejects.toThrow(NotFound)
      await expect(returnDossier(ctx, { ...at, items: [{ about: 'section:plan', text: 'x' }], repeatReason: '' })).rejects.toThrow(NotFound)
      await expect(proposeDossier(ctx, at)).rejects.toThrow(NotFound)
    }
    expect((await findDossier(producer, draft.id)).version).toBe(draft.version)
    expect((await findDossier(producer, filed.id)).version).toBe(filed.version)
  })
})

describe('moves of the modules above', () => {
  const province = () => as(world.actors.provincialOfficer)
  const move = (ctx: Ctx, input: Parameters<typeof moveDossier>[2]) => inTransaction(ctx, (tx) => moveDossier(tx, ctx, input))

  test('keep to the table and its roles', async () => {
    const { id } = await aNew({ status: 'proposed' })
    await expect(move(officer, { dossierId: id, move: 'receive' })).rejects.toThrow(Forbidden)
    await expect(move(province(), { dossierId: id, move: 'appraise' })).rejects.toThrow(Conflict)
    expect(await move(province(), { dossierId: id, move: 'receive' })).toEqual({ from: 'proposed', to: 'received' })
    await expect(move(province(), { dossierId: id, move: 'receive' })).rejects.toThrow(Conflict)
    await expect(move(province(), { dossierId: 'dos_none', move: 'receive' })).rejects.toThrow(NotFound)
  })

  test('a request of the province goes to the producer and back to the province', async () => {
    const { id } = await aNew({ status: 'received' })
    const items = [{ about: 'evidence:12', text: 'Phiếu kiểm nghiệm mới' }] as const
    await expect(move(province(), { dossierId: id, move: 'return-by-province' })).rejects.toThrow('items')
    await move(province(), { dossierId: id, move: 'return-by-province', items })
    await addEvidence(producer, { ...sampleEvidence, kind: 12 }, null, { dossierId: id, criterion: null })
    expect((await submitDossier(producer, { dossierId: id, version: await versionOf(id), declared: true })).ok).toBe(true)
    expect(await findDossier(producer, id)).toMatchObject({ status: 'proposed', communeDueOn: '2026-12-15' })
  })

  test('what is sent back to the commune gets its days anew', async () => {
    const { id } = await aNew({ status: 'proposed' })
    const later = as(world.actors.provincialOfficer, '2026-12-01T09:00:00+07:00')
    await move(later, {
      dossierId: id,
      move: 'return-to-commune',
      items: [{ about: 'commune-report', text: 'Thiếu kết luận về lao động' }],
    })
    expect(await findDossier(officer, id)).toMatchObject({ status: 'submitted', communeDueOn: '2026-12-22' })
  })

  test('nothing of a move stays when the transaction of the module above fails', async () => {
    const { id, version } = await aNew({ status: 'proposed' })
    const ctx = province()
    const failing = inTransaction(ctx, async (tx) => {
      await moveDossier(tx, ctx, { dossierId: id, move: 'receive' })
      throw new Error('the round was closed')
    })
    await expect(failing).rejects.toThrow('the round was closed')
    expect(await findDossier(producer, id)).toMatchObject({ status: 'proposed', version })
  })

  test('a dossier can only be put in a round that exists', async () => {
    const { id } = await aNew({ status: 'proposed' })
    await expect(inTransaction(province(), (tx) => assignRound(tx, id, 'rnd_none'))).rejects.toThrow('foreign key')
  })
})

test('a draft can be completed in the order that the producer likes', async () => {
  const product = await newProduct()
  const started = await startDossier(producer, { productId: product.id, kind: 'first' })
  const dossierId = started.ok ? started.value.dossierId : ''
  await completeDossier(producer, dossierId, { stars: 5 })
  const { gaps, tasks, tasksDone, score } = await findDraft(producer, dossierId)
  expect(gaps).toEqual([])
  expect(tasksDone).toBe(tasks.length)
  expect(score.stars).toBe(5)
})
