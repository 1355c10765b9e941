import { Forbidden, NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aSession, anAppraisedDossier, marksFor } from '../appraisal/fixtures.ts'
import type { LineChange } from '../appraisal/rules.ts'
import { appraisalWorld } from '../appraisal/test-world.ts'
import type { AppraisalWorld } from '../appraisal/test-world.ts'
import { findProduct, importRegister, provincialRegister } from '../catalogue/index.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { DB as Tables } from '../database.tables.ts'
import { findDossier } from '../dossiers/index.ts'
import { system, visitor } from '../identity/index.ts'
import { criteriaSet } from '../law/index.ts'
import { aRecordedDecision, aSigning } from './fixtures.ts'
import { openList } from '../open-list.ts'
import {
  certificateFile,
  certificatesOfProduct,
  chooseMeanwhile,
  correctCertificate,
  decisionDesk,
  decisionFile,
  decisionList,
  draftDecision,
  expiryWatch,
  findCertificate,
  findDecision,
  importCertificates,
  lawBehind,
  listAwaitingMinistry,
  numberCertificate,
  proposeWithdrawal,
  recordDecision,
  recordMinistryResult,
  reprintCertificate,
  searchCertificates,
  sendToMinistry,
  withdrawCertificates,
} from './index.ts'
import type { DossierId } from '../dossiers/rules.ts'
import { certificatesWaiting } from './waiting.ts'

const { as, db } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
}, 120_000)

const later = '2026-12-02T09:00:00+07:00'
const officer = (now = later) => as(world.actors.provincialOfficer, now)
const anyone = (now = later) => as(visitor, now)

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const noMarks = marksFor(set, 3).map(({ criterion }): LineChange => ({ criterion, choice: 'none', comment: 'Không đạt phương án nào' }))
const marksOf = { 0: noMarks, 3: marksFor(set, 3), 4: marksFor(set, 4), 5: marksFor(set, 5) }

/** A closed session that gives these stars (0: no option met) to new products, in this order. */
async function closedSession(...stars: (keyof typeof marksOf)[]) {
  const dossierIds: DossierId[] = []
  for (const _ of stars) dossierIds.push(await world.dossier())
  const sessionId = await aSession(world.hands(), {
    roundId: world.roundId,
    councilId: world.councilId,
    dossierIds,
    status: 'closed',
    marks: (dossierId) => marksOf[stars[dossierIds.indexOf(dossierId)]!],
  })
  const products = await Promise.all(dossierIds.map(async (id) => (await findDossier(officer(), id)).product))
  return { sessionId, dossierIds, products }
}

const statusOf = async (dossierId: DossierId) => (await findDossier(officer(), dossierId)).status
const rowsOf = async (table: 'certificate' | 'recognition_decision' | 'audit_entry' | 'event') =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n)

describe('a draft', () => {
  test('a draft says what the exact result of every dossier means, and a session has one draft', async () => {
    const { sessionId, dossierIds } = await closedSession(4, 5, 0)
    const twice = await Promise.all([draftDecision(officer(), { sessionId }), draftDecision(officer(), { sessionId })])
    expect(twice[0]).toEqual(twice[1])
    const decision = await findDecision(officer(), twice[0].ok ? twice[0].value.decisionId : ('dec_' as const))
    expect(decision).toMatchObject({ status: 'draft', kind: 'council', number: null, authority: 'Chủ tịch Ủy ban nhân dân tỉnh Vĩnh Long' })
    expect(decision.items.map(({ dossierId, outcome, stars }) => ({ dossierId, outcome, stars }))).toEqual([
      { dossierId: dossierIds[0], outcome: 'recognised', stars: 4 },
      { dossierId: dossierIds[1], outcome: 'potential-five', stars: 5 },
      { dossierId: dossierIds[2], outcome: 'not-recognised', stars: null },
    ])
    expect(decision.items[0]).toMatchObject({ communeCode: '29308', provinceCode: '86', evaluationYear: 2026, setName: set.name })
    expect(await statusOf(dossierIds[0]!)).toBe('scored')
  })
  test('a session that is not closed has no draft', async () => {
    const dossierIds = [await world.dossier()]
    const { roundId, councilId } = world
    const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds, status: 'scoring' })
    expect(await draftDecision(officer(), { sessionId })).toEqual({ ok: false, refusal: { code: 'session-open' } })
  })
  test('only the office drafts a decision, and an unknown session is not found', async () => {
    await expect(draftDecision(as(world.council.secretary), { sessionId: 'ses_x' })).rejects.toThrow(Forbidden)
    await expect(draftDecision(officer(), { sessionId: 'ses_x' })).rejects.toThrow(NotFound)
  })
})

describe('a recorded decision', () => {
  test('a recorded decision issues certificates of 36 months and updates register and dossiers in one transaction', async () => {
    const { sessionId, dossierIds, products } = await closedSession(4, 3, 5, 0)
    const receipt = await aRecordedDecision(officer(), sessionId, { number: '4001', signedOn: '2026-12-01' })
    expect(receipt).toMatchObject({ number: '4001/QĐ-UBND', signedOn: '2026-12-01' })
    expect(receipt.certificates).toHaveLength(2)
    expect(await Promise.all(dossierIds.map(statusOf))).toEqual(['recognised', 'recognised', 'awaiting-ministry', 'not-recognised'])

    const certificate = await findCertificate(anyone(), receipt.certificates[0]!)
    expect(certificate).toMatchObject({
      productName: products[0]!.name,
      producerName: 'HTX Dừa sáp Cầu Kè',
      stars: 4,
      status: 'active',
      verdict: 'valid',
      decisionNumber: '4001/QĐ-UBND',
      decisionDate: '2026-12-01',
      issuedOn: '2026-12-01',
      validUntil: '2029-12-01',
      validityInferred: false,
      year: 2026,
    })
    expect(certificate?.productCode).toMatch(/^86-29308-\d+-2026$/)
    expect(certificate?.code).toBe(`4001-${certificate?.productCode}`)

    expect(await findProduct(anyone(), products[0]!.slug)).toMatchObject({
      standing: 'certified',
      stars: 4,
      certificateCode: certificate?.code,
      certifiedFrom: '2026-12-01',
      certifiedUntil: '2029-12-01',
      inRegister: true,
    })
    expect(await findProduct(anyone(), products[2]!.slug)).toMatchObject({ standing: 'none', potentialFive: true, stars: null })
    await expect(findProduct(anyone(), products[3]!.slug)).rejects.toThrow(NotFound)
  })

  test('C24: a certificate is valid until midnight of its last day in Việt Nam and expired a second later', async () => {
    const { sessionId } = await closedSession(3)
    const { certificates } = await aRecordedDecision(officer(), sessionId, { number: '4002' })
    const on = async (now: string) => (await findCertificate(anyone(now), certificates[0]!))?.verdict
    expect(await on('2029-12-01T23:59:59+07:00')).toBe('expiring')
    expect(await on('2029-12-02T00:00:00+07:00')).toBe('expired')
  })

  test('a decision recorded again with the same number is the same decision, and with another number it is refused', async () => {
    const { sessionId } = await closedSession(3)
    const receipt = await aRecordedDecision(officer(), sessionId, { number: '4003' })
    const before = [await rowsOf('certificate'), await rowsOf('audit_entry'), await rowsOf('event')]
    const again = await recordDecision(officer(), { decisionId: receipt.decisionId, ...aSigning, number: '4003/QĐ-UBND' })
    expect(again).toEqual({ ok: true, value: receipt })
    const other = await recordDecision(officer(), { decisionId: receipt.decisionId, ...aSigning, number: '4999' })
    expect(other).toEqual({ ok: false, refusal: { code: 'already-recorded', number: '4003/QĐ-UBND', status: 'recorded' } })
    expect([await rowsOf('certificate'), await rowsOf('audit_entry'), await rowsOf('event')]).toEqual(before)
  })

  test('a decision that several people record at the same moment is recorded once', async () => {
    const { sessionId, products } = await closedSession(4)
    const drafted = await draftDecision(officer(), { sessionId })
    const decisionId = drafted.ok ? drafted.value.decisionId : ('dec_' as const)
    const enter = () => recordDecision(officer(), { decisionId, ...aSigning, number: '4004' })
    const outcomes = await Promise.all([enter(), enter(), enter()])
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(await certificatesOfProduct(anyone(), products[0]!.id)).toHaveLength(1)
  })

  test('a decision is rolled back as a whole when one dossier cannot follow', async () => {
    const { sessionId, dossierIds, products } = await closedSession(3, 3)
    const drafted = await draftDecision(officer(), { sessionId })
    const decisionId = drafted.ok ? drafted.value.decisionId : ('dec_' as const)
    await db.updateTable('dossier').set({ status: 'withdrawn' }).where('id', '=', dossierIds[1]!).execute()
    await expect(recordDecision(officer(), { decisionId, ...aSigning, number: '4005' })).rejects.toThrow('dossier-status')
    expect(await findDecision(officer(), decisionId)).toMatchObject({ status: 'draft', number: null })
    expect(await statusOf(dossierIds[0]!)).toBe('scored')
    expect(await certificatesOfProduct(anyone(), products[0]!.id)).toEqual([])
  })

  test('two decisions of one year cannot have the same number', async () => {
    const [first, second] = [await closedSession(3), await closedSession(3)]
    await aRecordedDecision(officer(), first.sessionId, { number: '4006' })
    const drafted = await draftDecision(officer(), { sessionId: second.sessionId })
    const decisionId = drafted.ok ? drafted.value.decisionId : ('dec_' as const)
    expect(await recordDecision(officer(), { decisionId, ...aSigning, number: '4006' })).toEqual({
      ok: false,
      refusal: { code: 'number-taken', number: '4006/QĐ-UBND', year: 2026 },
    })
    const nextYear = { ...aSigning, number: '4006', signedOn: '2027-01-05' }
    expect((await recordDecision(officer('2027-01-05T10:00:00+07:00'), { decisionId, ...nextYear })).ok).toBe(true)
  })

  test('only the office records a decision, and a producer cannot read one', async () => {
    const { sessionId } = await closedSession(3)
    const drafted = await draftDecision(officer(), { sessionId })
    const input = { decisionId: drafted.ok ? drafted.value.decisionId : ('dec_' as const), ...aSigning, number: '4007' }
    for (const actor of [visitor, world.actors.producer, world.actors.communeOfficer, world.council.chair, world.actors.leader]) {
      await expect(recordDecision(as(actor, later), input)).rejects.toThrow(Forbidden)
    }
    await expect(recordDecision(officer(), { ...input, decisionId: 'dec_x' })).rejects.toThrow(NotFound)
    await expect(findDecision(as(world.actors.producer, later), input.decisionId)).rejects.toThrow(Forbidden)
  })
})

describe('a product recognised again', () => {
  test('a renewed product keeps its number in the commune, and its earlier certificate names its successor', async () => {
    const { sessionId, products } = await closedSession(3)
    const first = await aRecordedDecision(officer(), sessionId, { number: '5001' })
    const [before] = await certificatesOfProduct(anyone(), products[0]!.id)
    const renewed = await renew(products[0]!.id, 4, '2029-08-01')
    const second = await aRecordedDecision(officer('2029-09-02T09:00:00+07:00'), renewed.sessionId, {
      number: '5002',
      signedOn: '2029-09-01',
    })
    const [current, old] = await certificatesOfProduct(anyone('2029-09-02T09:00:00+07:00'), products[0]!.id)
    expect(current).toMatchObject({ code: second.certificates[0], stars: 4, status: 'active', verdict: 'valid', validUntil: '2032-09-01' })
    expect(current?.productCode).toBe(before?.productCode?.replace(/2026$/, '2029'))
    expect(old).toMatchObject({ code: first.certificates[0], status: 'superseded', verdict: 'superseded', supersededByCode: current?.code })
    expect(await findProduct(anyone(), products[0]!.id)).toMatchObject({ stars: 4, certificateCode: current?.code })
  })

  test('a certificate is extended during its renewal by at most 180 days', async () => {
    const { sessionId, products } = await closedSession(3)
    await aRecordedDecision(officer(), sessionId, { number: '5003' })
    await renew(products[0]!.id, 3, '2029-08-01')
    const on = async (now: string) => (await certificatesOfProduct(anyone(now), products[0]!.id))[0]
    expect(await on('2029-12-02T08:00:00+07:00')).toMatchObject({ verdict: 'extended', extendedUntil: '2030-05-30' })
    expect(await on('2030-05-31T08:00:00+07:00')).toMatchObject({ verdict: 'expired', extendedUntil: null })
  })

  async function renew(productId: ProductId, stars: 3 | 4, on: string) {
    const dossierId = await world.dossier('proposed')
    // The renewal of this very product, handed in then: the fixtures of dossiers file new products only.
    await db
      .updateTable('dossier')
      .set({ product_id: productId, kind: 'renewal', submitted_at: new Date(`${on}T08:00:00+07:00`) })
      .where('id', '=', dossierId)
      .execute()
    await anAppraisedDossier(world.hands(), dossierId, world.roundId)
    const { roundId, councilId } = world
    const sessionId = await aSession(world.hands(`${on}T08:00:00+07:00`), {
      roundId,
      councilId,
      dossierIds: [dossierId],
      heldOn: on,
      status: 'closed',
      marks: () => marksOf[stars],
    })
    return { sessionId, dossierId }
  }
})

describe('five stars', () => {
  const granted = { number: '120', signedOn: '2027-03-15', signer: 'Bùi Văn Mẫu', signerTitle: 'Bộ trưởng', note: '' }
  const spring = '2027-03-20T09:00:00+07:00'
  const waiting = async (number: string) => {
    const { sessionId, dossierIds, products } = await closedSession(5)
    const receipt = await aRecordedDecision(officer(), sessionId, { number })
    expect(receipt.certificates).toEqual([])
    return { dossierId: dossierIds[0]!, product: products[0]! }
  }

  test('a product with five stars waits for the ministry, whose decision issues the certificate', async () => {
    const { dossierId, product } = await waiting('6001')
    expect((await listAwaitingMinistry(officer())).waiting.map((item) => item.dossierId)).toContain(dossierId)
    const input = { dossierIds: [dossierId], grant: '5' as const, ...granted }
    const outcomes = await Promise.all([recordMinistryResult(officer(spring), input), recordMinistryResult(officer(spring), input)])
    expect(outcomes[0].ok).toBe(true)
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(await statusOf(dossierId)).toBe('recognised')
    const [certificate] = await certificatesOfProduct(anyone(spring), product.id)
    expect(certificate).toMatchObject({
      stars: 5,
      decisionNumber: '120/QĐ-BNNMT',
      authority: 'Bộ trưởng Bộ Nông nghiệp và Môi trường',
      validUntil: '2030-03-15',
    })
    expect(await findProduct(anyone(spring), product.id)).toMatchObject({ stars: 5, potentialFive: false, standing: 'certified' })
    expect((await listAwaitingMinistry(officer(spring))).waiting.map((item) => item.dossierId)).not.toContain(dossierId)
  })
  test('one decision of the ministry can be recorded product by product', async () => {
    const [one, two] = [await waiting('6002'), await waiting('6003')]
    const first = await recordMinistryResult(officer(spring), { dossierIds: [one.dossierId], grant: '5', ...granted, number: '121' })
    const second = await recordMinistryResult(officer(spring), { dossierIds: [two.dossierId], grant: '5', ...granted, number: '121' })
    expect(second).toEqual(first)
    const decision = await findDecision(officer(), first.ok ? first.value.decisionId : ('dec_' as const))
    expect(decision.items.map((item) => item.position)).toEqual([1, 2])
  })
  test('the province recognises fewer stars or none where the ministry did not grant five', async () => {
    const [four, none] = [await waiting('6004'), await waiting('6005')]
    const input = { ...granted, signer: 'Nguyễn Thị Hồng Gấm', signerTitle: 'Phó Chủ tịch' }
    await recordMinistryResult(officer(spring), { ...input, dossierIds: [four.dossierId], grant: '4', number: '900' })
    await recordMinistryResult(officer(spring), { ...input, dossierIds: [none.dossierId], grant: 'none', number: '901' })
    expect(await findProduct(anyone(spring), four.product.id)).toMatchObject({ stars: 4, potentialFive: false })
    expect(await statusOf(none.dossierId)).toBe('not-recognised')
    expect((await findProduct(officer(spring), none.product.id)).potentialFive).toBe(false)
  })
  test('a ministry result for a product that does not wait is refused', async () => {
    const { dossierIds } = await closedSession(5)
    expect(await recordMinistryResult(officer(spring), { dossierIds, grant: '5', ...granted, number: '122' })).toMatchObject({
      refusal: { code: 'not-awaiting' },
    })
  })
})

describe('four stars while the ministry considers five', () => {
  const spring = '2027-03-20T09:00:00+07:00'
  const answered = { signedOn: '2027-03-15', signer: 'Bùi Văn Mẫu', signerTitle: 'Bộ trưởng', note: '' }
  const meanwhile = async (number: string) => {
    const { sessionId, dossierIds, products } = await closedSession(5)
    const drafted = await draftDecision(officer(), { sessionId })
    const decisionId = drafted.ok ? drafted.value.decisionId : ('dec_' as const)
    expect(await chooseMeanwhile(officer(), { decisionId, dossierId: dossierIds[0]!, stars: 4 })).toMatchObject({ ok: true })
    const recorded = await recordDecision(officer(), { decisionId, ...aSigning, number })
    return { decisionId, dossierId: dossierIds[0]!, product: products[0]!, code: recorded.ok ? recorded.value.certificates[0]! : '' }
  }

  test('the certificate of the province is issued, the dossier waits, and the register says both', async () => {
    const { dossierId, product, code } = await meanwhile('6101')
    expect(await findCertificate(anyone(), code)).toMatchObject({ stars: 4, verdict: 'valid', decisionNumber: '6101/QĐ-UBND' })
    expect(await statusOf(dossierId)).toBe('awaiting-ministry')
    expect(await findProduct(anyone(), product.slug)).toMatchObject({
      standing: 'certified',
      stars: 4,
      potentialFive: true,
      certificateCode: code,
    })
  })
  test('five stars of the ministry supersede it', async () => {
    const { dossierId, product, code } = await meanwhile('6102')
    expect((await recordMinistryResult(officer(spring), { ...answered, dossierIds: [dossierId], grant: '5', number: '130' })).ok).toBe(true)
    const [five, four] = await certificatesOfProduct(anyone(spring), product.id)
    expect(five).toMatchObject({ stars: 5, status: 'active', decisionNumber: '130/QĐ-BNNMT' })
    expect(four).toMatchObject({ code, stars: 4, status: 'superseded', supersededByCode: five?.code })
    expect(await findProduct(anyone(spring), product.slug)).toMatchObject({ stars: 5, potentialFive: false, certificateCode: five?.code })
  })
  test('a refusal of the ministry leaves it, and it is not taken away by the answer', async () => {
    const { dossierId, product, code } = await meanwhile('6103')
    const input = { ...answered, dossierIds: [dossierId] }
    expect(await recordMinistryResult(officer(spring), { ...input, grant: 'none', number: '905' })).toMatchObject({
      refusal: { code: 'meanwhile-stands', products: [product.name] },
    })
    expect((await recordMinistryResult(officer(spring), { ...input, grant: 'kept', number: '4411/BNNMT-VPĐP' })).ok).toBe(true)
    expect(await findCertificate(anyone(spring), code)).toMatchObject({ stars: 4, status: 'active', validUntil: '2029-12-01' })
    expect(await findProduct(anyone(spring), product.slug)).toMatchObject({ stars: 4, potentialFive: false, certificateCode: code })
    expect(await statusOf(dossierId)).toBe('recognised')
  })
  test('what waits without a certificate has nothing to keep', async () => {
    const { sessionId, dossierIds } = await closedSession(5)
    await aRecordedDecision(officer(), sessionId, { number: '6104' })
    expect(
      await recordMinistryResult(officer(spring), { ...answered, dossierIds, grant: 'kept', number: '4412/BNNMT-VPĐP' }),
    ).toMatchObject({
      refusal: { code: 'nothing-kept' },
    })
  })
  test('the letter to the ministry and its answer are watched by the days of the round, on the decision and on the desk', async () => {
    const { decisionId } = await meanwhile('6105')
    const step = async (now: string) => (await decisionFile(officer(now), decisionId)).ministry?.step
    // The round of the world is the second of 2026: before 30 January and before 30 March 2027.
    expect(await step(later)).toEqual({ step: 'send', before: '2027-01-30', daysLate: 0 })
    expect(await step('2027-02-01T09:00:00+07:00')).toEqual({ step: 'send', before: '2027-01-30', daysLate: 3 })
    const sending = { decisionId, sentNumber: '15/UBND-NNMT', sentOn: '2026-12-02' }
    expect(await sendToMinistry(officer(), { ...sending, sentOn: '2026-11-30' })).toMatchObject({ refusal: { code: 'sent-off-days' } })
    expect(await sendToMinistry(officer(), sending)).toEqual({ ok: true, value: { decisionId } })
    expect(await step(later)).toEqual({ step: 'answer', before: '2027-03-30', daysLate: 0 })
    const desk = await certificatesWaiting(officer())
    expect(desk.find(({ kind }) => kind === 'ministry-answer')).toMatchObject({ until: '2027-03-29' })
    expect(desk.find(({ kind }) => kind === 'ministry-send')).toMatchObject({ until: '2027-01-29' })
  })
})

describe('a withdrawal', () => {
  test('a withdrawal needs a legal reason, holds from its day on, and is visible to everyone', async () => {
    const { sessionId, products } = await closedSession(4)
    const { certificates } = await aRecordedDecision(officer(), sessionId, { number: '7001' })
    const code = certificates[0]!
    const now = '2027-02-10T09:00:00+07:00'
    const conclusion = { number: '12/KL-SNNMT', on: '2027-02-01', by: 'Sở Nông nghiệp và Môi trường' }
    const proposed = await proposeWithdrawal(officer(now), { certificateCode: code, reason: 'production-stopped', conclusion })
    const input = {
      proposalIds: [proposed.ok ? proposed.value.proposalId : ('wdp_' as const)],
      ...aSigning,
      number: '88',
      signedOn: '2027-02-09',
    }
    await expect(withdrawCertificates(as(world.actors.leader, now), input)).rejects.toThrow(Forbidden)
    await expect(withdrawCertificates(officer(now), { ...input, proposalIds: ['wdp_x'] })).rejects.toThrow(NotFound)
    expect(await withdrawCertificates(officer(now), { ...input, signedOn: '2027-01-31' })).toMatchObject({
      refusal: { code: 'signed-too-early', earliest: '2027-02-01' },
    })
    expect(await withdrawCertificates(officer(now), input)).toEqual({ ok: true, value: { codes: [code] } })
    expect(await withdrawCertificates(officer(now), input)).toEqual({ ok: true, value: { codes: [code] } })
    expect(await withdrawCertificates(officer(now), { ...input, number: '89' })).toMatchObject({ refusal: { code: 'proposal-closed' } })
    expect(await findCertificate(anyone(now), code)).toMatchObject({
      verdict: 'withdrawn',
      withdrawnOn: '2027-02-09',
      withdrawalReason: 'production-stopped',
      withdrawalNumber: '88/QĐ-UBND',
    })
    expect(await findProduct(anyone(now), products[0]!.id)).toMatchObject({ standing: 'withdrawn', certificateCode: code })
    const trail = await db.selectFrom('audit_entry').select('action').where('subject_id', '=', code).orderBy('seq').execute()
    expect(trail).toEqual([{ action: 'certificate.issued' }, { action: 'certificate.withdrawn' }])
  })
})

describe('looking up', () => {
  test('L15: what everybody reads of a certificate names neither the dossier nor the decision by its id; the office finds its decision', async () => {
    const { sessionId, dossierIds, products } = await closedSession(3)
    const { certificates, decisionId } = await aRecordedDecision(officer(), sessionId, { number: '8100' })
    const code = certificates[0]!
    const found = [await findCertificate(anyone(), code), await certificatesOfProduct(anyone(), products[0]!.id)]
    const sent = JSON.stringify([...found, await searchCertificates(anyone(), '8100')])
    expect(sent).toContain(code)
    expect(sent).not.toContain(dossierIds[0])
    expect(sent).not.toContain(decisionId)
    expect((await certificateFile(officer(), code)).decisionId).toBe(decisionId)
  })

  test('a search finds a code in any case, a decision number, and a product name without accents', async () => {
    const { sessionId, products } = await closedSession(3)
    const { certificates } = await aRecordedDecision(officer(), sessionId, { number: '8001' })
    const code = certificates[0]!
    expect((await findCertificate(anyone(), ` ${code.toUpperCase()} `))?.code).toBe(code)
    expect(await findCertificate(anyone(), 'khong-co-giay-nay')).toBeUndefined()
    const codesFor = async (text: string) => (await searchCertificates(anyone(), text)).certificates.map((found) => found.code)
    expect(await codesFor('8001/QĐ-UBND')).toEqual([code])
    for (const typed of ['8001/QD-UBND', '8001/QÐ–UBND', 'Số: 8001/QĐ-UBND.']) expect(await codesFor(typed)).toEqual([code])
    // Another dash, blanks round it, a full stop behind it, a sign that nobody sees: a dash is no part of what a person reads.
    for (const dash of ['\u2013', '\u2011', '\u2212', ' - ']) {
      expect((await findCertificate(anyone(), `Số: ${code.replaceAll('-', dash)}.\u200b`))?.code).toBe(code)
    }
    const number = products[0]!.name.split(' ').at(-1)!
    expect(await codesFor(`mut dua sap so ${number}`)).toContain(code)
    expect(await codesFor('100%_\\')).toEqual([])
    expect(await codesFor('   ')).toEqual([])
    expect(await searchCertificates(anyone(), 'mut dua sap', 1)).toMatchObject({ certificates: [{ status: 'active' }], more: true })
  })
})

describe('the law that a reader is pointed to', () => {
  const given = { verdict: 'valid', issuedOn: '2026-12-01', year: 2026, withdrawnOn: null } as const
  const behind = (changes: Partial<Parameters<typeof lawBehind>[1]>) => lawBehind(db, { ...given, ...changes }, '2026-12-02')

  test('the law behind a valid or expired certificate is the term on its day of issue', async () => {
    expect(await behind({})).toMatchObject({ topic: 'certificate.validity-months', value: 36, instrument: 'Quyết định 26/2026/QĐ-TTg' })
    expect(await behind({ verdict: 'expired', issuedOn: '2020-05-01' })).toMatchObject({ instrument: 'Quyết định 1048/QĐ-TTg' })
    expect(await behind({ verdict: 'expired', issuedOn: null, year: 2023 })).toMatchObject({ instrument: 'Quyết định 148/QĐ-TTg' })
    expect(await behind({ issuedOn: '2018-06-01' })).toBeNull()
  })
  test('the law behind a verdict on renewal, extension or withdrawal is the rule for it', async () => {
    expect(await behind({ verdict: 'expiring' })).toMatchObject({ topic: 'renewal.window-days', article: 'Điều 7 khoản 6' })
    expect(await behind({ verdict: 'extended' })).toMatchObject({ topic: 'certificate.extension-days' })
    expect(await behind({ verdict: 'withdrawn', withdrawnOn: '2026-12-01' })).toMatchObject({ topic: 'withdrawal.reasons' })
  })
})

describe('what ends soon', () => {
  test('a certificate that is due for renewal is listed with the days of its window', async () => {
    const { sessionId } = await closedSession(3)
    const { certificates } = await aRecordedDecision(officer(), sessionId, { number: '8101' })
    const on = async (now: string) => (await expiryWatch(officer(now))).certificates.find((one) => one.code === certificates[0])
    expect(await on('2029-06-03T08:00:00+07:00')).toBeUndefined()
    expect(await on('2029-06-04T08:00:00+07:00')).toMatchObject({ stage: 'in-window', windowFrom: '2029-06-04', windowTo: '2029-08-03' })
    expect(await on('2029-08-04T08:00:00+07:00')).toMatchObject({ stage: 'late' })
    expect(await on('2030-08-04T08:00:00+07:00')).toMatchObject({ stage: 'expired' })
    await expect(expiryWatch(as(world.actors.producer))).rejects.toThrow(Forbidden)
  })
})

describe('the real register', () => {
  test('the provincial register is imported once, with its gaps and sources and without a decision of ours', async () => {
    const imported = await inTransaction(as(system('test')), async (tx) => {
      const register = await importRegister(tx, provincialRegister())
      if (!register.ok) throw new Error('the register is wrong')
      const { certificates } = register.value
      const [first, second] = [await importCertificates(tx, certificates), await importCertificates(tx, certificates)]
      expect([first, second]).toEqual([certificates.length, 0])
      return certificates
    })
    const chaHoa = imported.find((certificate) => certificate.productName === 'Chả hoa')!
    const [certificate] = await certificatesOfProduct(anyone(), chaHoa.productId)
    // data/provinces/vinh-long/register.csv: 2019, four stars, "muộn nhất có thể" 31/12/2023.
    expect(certificate).toMatchObject({
      code: '2019-cha-hoa',
      stars: 4,
      validUntil: '2023-12-31',
      validityInferred: true,
    })
    expect(certificate?.sourceUrl).toMatch(/^https?:/)
    for (const { productId, standing } of imported) {
      if (!standing) continue
      const active = (await certificatesOfProduct(anyone(), productId)).filter((one) => one.status === 'active')
      expect((await findProduct(anyone(), productId)).certificateCode).toBe(active[0]?.code)
    }
  })
})

test('a closed session without a decision is listed until its decision is drafted', async () => {
  const { sessionId } = await closedSession(3)
  const before = await decisionDesk(officer())
  expect(before.undecided.map((session) => session.id)).toContain(sessionId)
  const { decisionId } = await aRecordedDecision(officer(), sessionId, { number: '9001' })
  const after = await decisionDesk(officer())
  expect(after.undecided.map((session) => session.id)).not.toContain(sessionId)
  const listed = await openList(officer(), decisionList, new URLSearchParams({ q: '9001' }))
  expect(listed.rows.find((decision) => decision.id === decisionId)).toMatchObject({ itemCount: 1, certificateCount: 1 })
})

describe('the paper of a certificate', () => {
  const names = { producerName: 'HTX Dừa sáp Cầu Kè', address: 'Ấp 1, xã Cầu Kè', reason: 'Sai dấu trong tên sản phẩm' }
  test('a typing error is corrected by a new certificate of the same number and term, and the misspelt one stays to be read', async () => {
    const { sessionId, products } = await closedSession(3)
    const { certificates, decisionId } = await aRecordedDecision(officer(), sessionId, { number: '8201' })
    const code = certificates[0]!
    const before = (await findCertificate(anyone(), code))!
    expect(
      await correctCertificate(officer(), { code, ...names, productName: before.productName, address: before.address ?? '' }),
    ).toMatchObject({
      refusal: { code: 'nothing-corrected' },
    })
    const outcome = await correctCertificate(officer(), { code, ...names, productName: 'Mứt dừa sáp sửa dấu' })
    expect(outcome).toEqual({ ok: true, value: { code: `${code}-dc1` } })
    const [anew, old] = await certificatesOfProduct(anyone(), products[0]!.id)
    expect(anew).toMatchObject({
      code: `${code}-dc1`,
      number: code,
      productName: 'Mứt dừa sáp sửa dấu',
      verdict: 'valid',
      stars: 3,
      issuedOn: before.issuedOn,
      validUntil: before.validUntil,
      correctionNote: 'Sai dấu trong tên sản phẩm',
      correctedOn: expect.stringMatching(/^2026-12-\d\d$/),
    })
    expect(old).toMatchObject({
      code,
      number: code,
      verdict: 'superseded',
      supersededByCode: `${code}-dc1`,
      productName: before.productName,
    })
    expect(await findProduct(anyone(), products[0]!.slug)).toMatchObject({
      standing: 'certified',
      stars: 3,
      certificateCode: `${code}-dc1`,
    })
    // The decision has one certificate for the product, the one that holds; and reports count one recognition.
    expect((await findDecision(officer(), decisionId)).items.map((item) => item.certificateCode)).toEqual([`${code}-dc1`])
    const facts = await db.selectFrom('certificate_fact').select('code').where('product_id', '=', products[0]!.id).execute()
    expect(facts).toEqual([{ code: `${code}-dc1` }])
    expect(await correctCertificate(officer(), { code, ...names, productName: 'Tên khác' })).toMatchObject({
      refusal: { code: 'not-active' },
    })
  })
  test('it is printed again as often as it was lost, and each time is counted with its reason', async () => {
    const { sessionId } = await closedSession(3)
    const { certificates } = await aRecordedDecision(officer(), sessionId, { number: '8202' })
    const code = certificates[0]!
    expect(await reprintCertificate(officer(), { code, reason: 'Giấy bị ướt' })).toEqual({ ok: true, value: { times: 1 } })
    expect(await reprintCertificate(officer(), { code, reason: 'Giấy bị mất' })).toEqual({ ok: true, value: { times: 2 } })
    expect((await certificateFile(officer(), code)).reprints.map(({ place, reason }) => [place, reason])).toEqual([
      [1, 'Giấy bị ướt'],
      [2, 'Giấy bị mất'],
    ])
  })
  test('an older paper is shown with its own number and found by it, and neither printed again nor corrected here', async () => {
    const [imported] = await db
      .selectFrom('certificate')
      .select('code')
      .where('decision_id', 'is', null)
      .where('status', '=', 'active')
      .execute()
    const { code } = imported!
    expect(await numberCertificate(officer(), { code, paperNumber: 'GCN-08/2019' })).toEqual({ ok: true, value: { code } })
    expect((await findCertificate(anyone(), code))?.number).toBe('GCN-08/2019')
    expect((await searchCertificates(anyone(), 'gcn-08/2019')).certificates.map((one) => one.code)).toEqual([code])
    expect(await reprintCertificate(officer(), { code, reason: 'Giấy bị mất' })).toMatchObject({ refusal: { code: 'not-our-paper' } })
    const { sessionId } = await closedSession(3)
    const { certificates } = await aRecordedDecision(officer(), sessionId, { number: '8203' })
    expect(await numberCertificate(officer(), { code: certificates[0]!, paperNumber: 'GCN-08/2019' })).toMatchObject({
      refusal: { code: 'number-on-paper-taken', number: 'GCN-08/2019' },
    })
  })
})
