import { unzipSync } from 'fflate'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  acceptAppeal,
  answerAppeal,
  closeRound,
  closeSession,
  fileAppeal,
  findSessionPreparation,
  openRound,
  recordAttendance,
  recordDiscussion,
  refuseDossier,
  sessionOverview,
} from '../appraisal/index.ts'
import { aSession, aSubmittedSheet, anAppraisedDossier, marksFor } from '../appraisal/fixtures.ts'
import type { LineChange, SessionId } from '../appraisal/rules.ts'
import { appraisalWorld } from '../appraisal/test-world.ts'
import { findProduct } from '../catalogue/index.ts'
import { aProduct } from '../catalogue/fixtures.ts'
import type { ProductId } from '../catalogue/rules.ts'
import { aRecordedDecision, aSigning } from '../certificates/fixtures.ts'
import {
  certificatesOfProduct,
  chooseMeanwhile,
  draftDecision,
  ministryPackage,
  proposeWithdrawal,
  recordDecision,
  recordMinistryResult,
  sendToMinistry,
  withdrawCertificates,
} from '../certificates/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { must } from '../demo.ts'
import { aDossier } from '../dossiers/fixtures.ts'
import { findDossier } from '../dossiers/index.ts'
import type { DossierId, DossierKind, RoundId } from '../dossiers/rules.ts'
import { system } from '../identity/index.ts'
import { aFinding, aProof, aSheet } from '../inspection/fixtures.ts'
import {
  acceptMending,
  approvePlan,
  chooseForPlan,
  findInspection,
  finishInspection,
  listInspections,
  mendFinding,
  noteFinding,
  openPlan,
  writeSheet,
} from '../inspection/index.ts'
import { criteriaSet } from '../law/index.ts'

// A province's year 2027, from the first call to the last inspection, by the commands that the pages use. Each step is a test of its own and
// stands on those before it. The days are those of Quyết định 26/2026/QĐ-TTg, Điều 5, 7–9.

const { as, db } = await testDatabase<Tables>()
const world = await appraisalWorld(as)
const { councilId, otherCouncilId } = world
const at = (day: string, time = '09:00') => `${day}T${time}:00+07:00`
const office = (day: string) => world.hands(at(day)).provincialOfficer
const producer = (day: string) => as(world.actors.producer, at(day))
const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const noMarks = marksFor(set, 3).map(({ criterion }): LineChange => ({ criterion, choice: 'none', comment: 'Không đạt' }))

let names = 0
type Standing = Parameters<typeof aProduct>[1] extends infer Given
  ? NonNullable<Given> extends { standing?: infer One }
    ? One
    : never
  : never
async function aNewProduct(standing?: Standing): Promise<ProductId> {
  const name = `Mật hoa dừa số ${(names += 1)}`
  const made = await inTransaction(as(system('test'), at('2027-01-02')), (tx) =>
    aProduct(tx, { name, setCode: 'QD26-07', producerId: world.producer.id, ...(standing && { standing }) }),
  )
  return made.id
}

/** Filed by its producer and proposed by the commune on one day. */
async function proposed(day: string, productId: ProductId, given: { kind?: DossierKind; stars?: 3 | 4 | 5 } = {}): Promise<DossierId> {
  return (await aDossier(world.people(at(day)), { productId, status: 'proposed', ...given })).id
}
const appraised = (day: string, dossierId: DossierId, roundId: RoundId, stars = 4) =>
  anAppraisedDossier(world.hands(at(day)), dossierId, roundId, stars)

type Marks = (dossierId: DossierId, member: number) => LineChange[]
const judged = (day: string, roundId: RoundId, dossierIds: DossierId[], marks: Marks) =>
  aSession(world.hands(at(day)), { roundId, councilId, dossierIds, heldOn: day, status: 'closed', marks })
const decided = (day: string, sessionId: SessionId, number: string) => aRecordedDecision(office(day), sessionId, { number, signedOn: day })

const statusOf = async (dossierId: DossierId) => (await findDossier(office('2027-12-31'), dossierId)).status
const standingOf = async (productId: ProductId) => {
  const { standing, stars, potentialFive } = await findProduct({ db, actor: system('test') }, productId)
  return { standing, stars, potentialFive }
}
const codesOf = async (productId: ProductId) => {
  const all = await certificatesOfProduct({ db, now: new Date(at('2027-12-31')) }, productId)
  return all.map(({ code, stars }) => ({ code, stars }))
}

const rounds = {} as { first: RoundId; second: RoundId }
const products = {} as { four: ProductId; five: ProductId; failed: ProductId; forged: ProductId; three: ProductId }
const dossiers = {} as { four: DossierId; five: DossierId; failed: DossierId }
let ministryDecision: `dec_${string}`
const renewed: { productId: ProductId; dossierId: DossierId }[] = []

beforeAll(async () => {
  for (const name of ['four', 'five', 'failed', 'forged'] as const) products[name] = await aNewProduct()
  products.three = await aNewProduct({ stars: 3, certifiedFrom: '2026-02-01', certifiedUntil: '2029-02-01' })
})

describe('the first round of the year', () => {
  test('it is opened with the days of the law, and a forged dossier is refused at once', async () => {
    rounds.first = must(await openRound(office('2027-01-05'), { year: 2027, number: 1 })).roundId
    const dossierId = await proposed('2027-04-09', products.forged)
    must(await refuseDossier(office('2027-04-12'), { dossierId, ground: 'forged', reason: 'Hợp đồng thu mua không có thật.' }))
    expect(await statusOf(dossierId)).toBe('refused')
  })

  test('three dossiers come before the council: one has four stars, one five with its minimums, one fails', async () => {
    for (const name of ['four', 'five', 'failed'] as const) {
      dossiers[name] = await proposed('2027-04-12', products[name], { stars: name === 'five' ? 5 : 4 })
      await appraised('2027-04-20', dossiers[name], rounds.first)
    }
    const marks = { [dossiers.four]: marksFor(set, 4), [dossiers.five]: marksFor(set, 5), [dossiers.failed]: noMarks }
    const sessionId = await judged('2027-05-20', rounds.first, Object.values(dossiers), (id) => marks[id]!)
    const { decisionId } = must(await draftDecision(office('2027-06-01'), { sessionId }))
    ministryDecision = decisionId
    must(await chooseMeanwhile(office('2027-06-01'), { decisionId, dossierId: dossiers.five, stars: 4 }))
    must(await recordDecision(office('2027-06-01'), { decisionId, ...aSigning, number: '1101', signedOn: '2027-06-01' }))
    expect([await statusOf(dossiers.four), await statusOf(dossiers.five), await statusOf(dossiers.failed)]).toEqual([
      'recognised',
      'awaiting-ministry',
      'not-recognised',
    ])
    expect(await standingOf(products.four)).toEqual({ standing: 'certified', stars: 4, potentialFive: false })
    expect(await standingOf(products.five)).toEqual({ standing: 'certified', stars: 4, potentialFive: true })
    expect((await standingOf(products.failed)).standing).toBe('none')
    expect((await closeRound(office('2027-06-29'), { roundId: rounds.first })).ok).toBe(true)
  })

  test('the package for the ministry is one file with a list of its contents, sent before 30 July, and the answer of September makes five stars of four', async () => {
    const pack = must(await ministryPackage(office('2027-07-10'), { decisionId: ministryDecision, origin: 'https://ocop.vidu.vn' }))
    const files = Object.keys(unzipSync(pack.bytes))
    for (const part of ['cong-van-trinh-bo', 'bao-cao-to-tu-van', 'bien-ban', 'quyet-dinh', 'SHA256SUMS'])
      expect(files.some((file) => file.includes(part))).toBe(true)
    must(await sendToMinistry(office('2027-07-12'), { decisionId: ministryDecision, sentNumber: '210/UBND-NN', sentOn: '2027-07-12' }))
    must(
      await recordMinistryResult(office('2027-09-20'), {
        dossierIds: [dossiers.five],
        grant: '5',
        ...aSigning,
        number: '777/QĐ-BNNMT',
        signedOn: '2027-09-18',
        note: '',
      }),
    )
    expect(await standingOf(products.five)).toEqual({ standing: 'certified', stars: 5, potentialFive: false })
    expect((await codesOf(products.five)).map(({ stars }) => stars).toSorted()).toEqual([4, 5])
  })
})

describe('the second round of the year', () => {
  test('a complaint about the result is granted, and a second council of other people recognises the product', async () => {
    rounds.second = must(await openRound(office('2027-07-01'), { year: 2027, number: 2 })).roundId
    const dossierId = dossiers.failed
    const { appealId } = must(
      await fileAppeal(producer('2027-07-02'), { dossierId, reason: 'Hội đồng bỏ trống mọi tiêu chí, giấy tờ có đủ trong hồ sơ.' }, null),
    )
    must(await acceptAppeal(office('2027-07-05'), { appealId, isComplex: false }))
    const answer = {
      answer: 'Hồ sơ có đủ giấy tờ, Hội đồng khác chấm lại.',
      number: '31/QĐ-UBND',
      signedOn: '2027-07-20',
      signer: 'Trần Lãnh Đạo',
    }
    must(await answerAppeal(office('2027-07-21'), { appealId, grants: true, ...answer }))
    const people = world.strangers(at('2027-08-02'))
    const sessionId = await aSession(people, {
      roundId: rounds.second,
      councilId: otherCouncilId,
      dossierIds: [dossierId],
      heldOn: '2027-08-02',
      status: 'scoring',
    })
    const { seats } = await sessionOverview(people.secretary, sessionId)
    must(await recordAttendance(people.secretary, { sessionId, present: seats.map(({ memberId }) => memberId) }))
    for (const scorer of [people.chair, ...people.members]) await aSubmittedSheet(scorer, sessionId, dossierId, marksFor(set, 4))
    // Two scorers: whether they differ is not told, so they talk.
    must(await recordDiscussion(people.secretary, { sessionId, dossierId, discussion: 'Hai thành viên đối chiếu từng giấy, thống nhất.' }))
    must(await closeSession(people.chair, { sessionId }))
    await decided('2027-08-06', sessionId, '1202')
    expect([await statusOf(dossierId), await standingOf(products.failed)]).toEqual([
      'recognised',
      { standing: 'certified', stars: 4, potentialFive: false },
    ])
  })

  test('ten re-evaluations in their window are asked about in writing; over two the council meets, and all are decided within 45 days', async () => {
    const inWriting: DossierId[] = []
    for (let one = 0; one < 10; one++) {
      // 180 to 120 days before 31 December 2027: 4 July to 2 September.
      const productId = await aNewProduct({ stars: 4, certifiedFrom: '2024-12-31', certifiedUntil: '2027-12-31' })
      const dossierId = await proposed('2027-08-10', productId, { kind: 'renewal' })
      await appraised('2027-08-16', dossierId, rounds.second)
      renewed.push({ productId, dossierId })
      inWriting.push(dossierId)
    }
    const [differs, alsoDiffers] = inWriting as [DossierId, DossierId]
    const marks: Marks = (id, member) => marksFor(set, [differs, alsoDiffers].includes(id) && member === 0 ? 3 : 4)
    const given = { roundId: rounds.second, councilId, dossierIds: inWriting, manner: 'written', heldOn: '2027-09-01' } as const
    const asked = await aSession(world.hands(at('2027-08-24')), { ...given, status: 'closed', marks })
    await decided('2027-08-27', asked, '1303')
    const statuses = await Promise.all(inWriting.map(statusOf))
    expect(statuses.filter((status) => status === 'recognised')).toHaveLength(8)
    expect([await statusOf(differs), await statusOf(alsoDiffers)]).toEqual(['appraising', 'appraising'])
    const { ready } = await findSessionPreparation(world.hands(at('2027-08-28')).secretary, rounds.second)
    expect(ready.map(({ id }) => id)).toEqual(expect.arrayContaining([differs, alsoDiffers]))
    const meeting = await judged('2027-09-10', rounds.second, [differs, alsoDiffers], () => marksFor(set, 4))
    // 45 days from 16 August end on 30 September.
    await decided('2027-09-15', meeting, '1404')
    for (const { productId, dossierId } of renewed) {
      expect(await statusOf(dossierId)).toBe('recognised')
      expect((await codesOf(productId)).map(({ stars }) => stars)).toEqual([4])
      expect((await findProduct({ db, actor: system('test') }, productId)).certifiedUntil! > '2030-08-01').toBe(true)
    }
  })

  test('an upgrade takes a product with three stars to four, by a certificate of its own', async () => {
    const dossierId = await proposed('2027-10-11', products.three, { kind: 'upgrade' })
    await appraised('2027-10-18', dossierId, rounds.second)
    await decided('2027-11-12', await judged('2027-11-08', rounds.second, [dossierId], () => marksFor(set, 4)), '1505')
    expect(await standingOf(products.three)).toEqual({ standing: 'certified', stars: 4, potentialFive: false })
    expect((await closeRound(office('2027-12-29'), { roundId: rounds.second })).ok).toBe(true)
  })
})

describe('after the certificates', () => {
  test('two certificates are withdrawn by one decision, each on its conclusion, and say so from that day on', async () => {
    const proposalIds: `wdp_${string}`[] = []
    const taken = [renewed[8]!, renewed[9]!]
    for (const { productId } of taken) {
      const [certificate] = await codesOf(productId)
      const conclusion = { number: '12/KL-SNNMT', on: '2027-11-20', by: 'Sở Nông nghiệp và Môi trường' }
      const proposal = { certificateCode: certificate!.code, reason: 'mark-misused' as const, note: 'In 5 sao trên bao bì.', conclusion }
      proposalIds.push(must(await proposeWithdrawal(office('2027-11-22'), proposal)).proposalId)
    }
    must(await withdrawCertificates(office('2027-12-02'), { proposalIds, ...aSigning, number: '1606', signedOn: '2027-12-02' }))
    for (const { productId } of taken) expect((await standingOf(productId)).standing).toBe('withdrawn')
    expect((await standingOf(renewed[0]!.productId)).standing).toBe('certified')
  })

  test('one product is inspected by the plan: what is found is mended and accepted', async () => {
    const year = 2027
    must(await openPlan(office('2027-11-15'), { year }))
    must(await chooseForPlan(office('2027-11-15'), { year, productId: products.four, chosen: true }))
    must(await approvePlan(office('2027-11-16'), { year, number: '88/KH-SNNMT', approvedOn: '2027-11-16', signer: '' }))
    const visit = (await listInspections(office('2027-11-17'))).find((one) => one.productId === products.four)!
    const finding = aFinding(visit.id, { dueOn: '2027-12-10' })
    const inspector = office('2027-11-23')
    must(await writeSheet(inspector, aSheet(visit.id, 1, { visitedAt: '2027-11-23T08:30', answers: { [finding.item]: 'fails' } })))
    must(await noteFinding(inspector, finding))
    const { inspection } = await findInspection(inspector, visit.id)
    must(await finishInspection(inspector, { inspectionId: visit.id, version: inspection.version }))
    const [open] = (await findInspection(producer('2027-11-24'), visit.id)).findings
    const findingId = open!.id
    must(await mendFinding(producer('2027-12-01'), { findingId, words: 'Đã in lại nhãn có hạn sử dụng.' }, aProof()))
    const [mended] = (await findInspection(office('2027-12-03'), visit.id)).findings
    must(await acceptMending(office('2027-12-03'), { findingId, version: mended!.version }))
    const after = await findInspection(office('2027-12-31'), visit.id)
    expect(after.findings.map(({ status }) => status)).toEqual(['accepted'])
    expect(await standingOf(products.four)).toEqual({ standing: 'certified', stars: 4, potentialFive: false })
  })
})
