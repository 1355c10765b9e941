import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor, Person } from '../../identity/index.ts'
import { aProducer, aProduct, withLaw } from '../../shop/fixtures.ts'
import { anOfficer, anOpenFair } from '../fairs/fixtures.ts'
import { aContestForm, aJudge, aJuror, anEntry, anEntryForm, anOpenContest, aShot, contestDays, mustBe } from './fixtures.ts'
import * as contests from './index.ts'
import { contestContacts, contestMessages, contestReminders, contestSecretPaths } from './messages.ts'
import type { ContestEntryId, ContestId, ContestJurorId } from './rules.ts'
import { endContestRetention } from './retention.ts'
import { contestsWaiting } from './waiting.ts'

const { db, as: asAt, files } = await testDatabase<Tables>()
const on = (actor: Actor, day: keyof typeof contestDays): Ctx => asAt(actor, contestDays[day])
const office = (day: keyof typeof contestDays) => on(anOfficer, day)
const refusal = (outcome: { ok: boolean }) => (outcome as unknown as { refusal?: { code: string } }).refusal
const numbersOf = (jurorId: ContestJurorId, one: Person) => contests.findSheet(on(one, 'judged'), jurorId).then(({ entries }) => entries)

async function marks(judge: Person, jurorId: ContestJurorId, sums: readonly number[]) {
  const entries = await numbersOf(jurorId, judge)
  for (const [at, { id: entryId }] of entries.entries()) {
    const sum = sums[at]!
    const idea = Math.min(sum, 60)
    mustBe(await contests.markEntry(on(judge, 'judged'), { jurorId, entryId, points: [{ criterion: 1, points: idea }, { criterion: 2, points: sum - idea }] })) // prettier-ignore
  }
}

beforeAll(async () => {
  await withLaw((actor) => asAt(actor, contestDays.written))
})

describe('a contest', () => {
  test('has criteria of a hundred points together, hours in their order, and the name of its fair', async () => {
    const make = async (given: object) => refusal(await contests.createContest(office('written'), aContestForm(given)))
    expect(await make({ criteria: 'Ý tưởng; 60\nBao bì; 30' })).toEqual({ code: 'criteria-not-whole', sum: 90 })
    expect(await make({ judgeBy: '2026-11-30T16:30' })).toEqual({ code: 'hours-turned' })
    const fairId = await anOpenFair(asAt(anOfficer, '2026-11-02T09:00:00+07:00'))
    expect(await make({ fairId })).toMatchObject({ code: 'name-without-fair', fair: 'Hội chợ OCOP Trà Vinh' })
    expect(await make({ fairId, name: 'Thi giỏ quà HỘI CHỢ OCOP TRÀ VINH' })).toBeUndefined()
  })

  test('keeps its criteria and prizes once it is open, also against the database, and its hour only moves later', async () => {
    const { contestId } = await anOpenContest(office('written'))
    const { requestKey: _, ...form } = aContestForm({ name: 'Khác' })
    expect(refusal(await contests.changeContest(office('written'), { ...form, contestId }))).toMatchObject({ code: 'contest-closed' })
    await expect(db.deleteFrom('contest_criterion').where('contest_id', '=', contestId).execute()).rejects.toThrow(/stay/)
    const hours = (closesAt: string, judgeBy: string) => ({ contestId, closesAt: new Date(closesAt), judgeBy: new Date(judgeBy) })
    const early = hours('2026-11-30T16:30:00+07:00', '2026-12-05T16:30:00+07:00')
    expect(refusal(await contests.extendContest(office('written'), early))).toMatchObject({ code: 'not-later' })
    mustBe(await contests.extendContest(office('written'), hours('2026-12-03T16:30:00+07:00', '2026-12-09T16:30:00+07:00')))
  })
})

describe('an entry', () => {
  let contestId: ContestId
  let slug: string
  beforeAll(async () => {
    ;({ contestId, slug } = await anOpenContest(office('written'), { name: 'Thi bài dự thi' }))
  })
  const anybody = () => on(visitor, 'entered')

  test('is made by anybody, and the same form sent twice is one entry with one number', async () => {
    const form = anEntryForm({ phone: '0912000001' })
    const photos = [await aShot()]
    const first = mustBe(await contests.enterContest(anybody(), slug, form, { photos }))
    expect(mustBe(await contests.enterContest(anybody(), slug, form, { photos }))).toEqual(first)
    const [one, other] = await Promise.all([anEntry(anybody(), slug, { phone: '0912000002' }), anEntry(anybody(), slug, { phone: '0912000003' })]) // prettier-ignore
    expect([one.number, other.number].toSorted()).toEqual([first.number + 1, first.number + 2])
  })

  test('comes in time, with a photo and a number that can be called, of products that the register has', async () => {
    const enter = async (ctx: Ctx, given: object, photos = [anyPhoto]) =>
      refusal(await contests.enterContest(ctx, slug, anEntryForm({ phone: '0912000004', ...given }), { photos }))
    const anyPhoto = await aShot()
    expect(await enter(on(visitor, 'judged'), {})).toEqual({ code: 'entries-closed' })
    expect(await enter(anybody(), {}, [])).toEqual({ code: 'photo-missing' })
    expect(await enter(anybody(), { phone: 'không có' })).toEqual({ code: 'phone-wrong' })
    expect(
      await enter(
        anybody(),
        {},
        Array.from({ length: 6 }, () => anyPhoto),
      ),
    ).toEqual({ code: 'too-many-photos', most: 5 })
    expect(await enter(anybody(), { products: 'Kẹo không có thật' })).toMatchObject({ code: 'product-unknown' })
    expect(await enter(anybody(), {}, [{ content: Buffer.from('no photo'), name: 'x.jpg' }])).toMatchObject({ code: 'file-type-refused' })
    for (const word of ['isOwnWork', 'mayBeShown']) expect(() => anEntryForm({ [word]: undefined })).toThrow()
  })

  test('of one telephone number comes no oftener than the law of contests says, and of one address neither', async () => {
    for (let at = 0; at < 5; at += 1) await anEntry(anybody(), slug, { phone: '0912000005' }, at)
    const more = await contests.enterContest(anybody(), slug, anEntryForm({ phone: '0912000005' }), { photos: [await aShot()] })
    expect(refusal(more)).toEqual({ code: 'too-many-entries', most: 5 })
    for (let at = 0; at < 20; at += 1) expect(await contests.mayTryEntry(anybody(), '203.0.113.7')).toBe(0)
    expect(await contests.mayTryEntry(anybody(), '203.0.113.7')).toBeGreaterThan(0)
  })

  test('is read, changed and withdrawn by whoever holds its link, until the hour, and is not there for anybody else', async () => {
    const held = await anEntry(anybody(), slug, { phone: '0912000006' })
    const found = await contests.findOwnEntry(anybody(), slug, held)
    expect(found).toMatchObject({ mayChange: true, entry: { number: held.number } })
    await expect(contests.findOwnEntry(anybody(), slug, { ...held, secret: 'x'.repeat(24) })).rejects.toThrow(/No such/)
    const words = { title: 'Giỏ mới', about: 'Làm lại.', products: '', showsName: false }
    await expect(contests.changeEntry(anybody(), { ...held, secret: '' }, words, [])).rejects.toThrow(/No such/)
    mustBe(await contests.changeEntry(anybody(), held, words, [await aShot(20), await aShot(30)]))
    expect(await contests.findOwnEntry(anybody(), slug, held)).toMatchObject({ entry: { title: 'Giỏ mới', showsName: false }, photos: { length: 2 } }) // prettier-ignore
    expect(refusal(await contests.withdrawEntry(on(visitor, 'judged'), held))).toEqual({ code: 'entries-closed' })
    mustBe(await contests.withdrawEntry(anybody(), held))
    expect(refusal(await contests.changeEntry(anybody(), held, words, []))).toMatchObject({ code: 'entry-closed' })
  })

  test('of a producer is held by its account without the link, with products of the register by name or address', async () => {
    const as = (actor: Actor) => asAt(actor, contestDays.entered)
    const { person, producerId } = await aProducer(as, { name: 'HTX Giỏ Quà' })
    const productId = await aProduct(as, producerId, { name: 'Mứt dừa giỏ quà' })
    const { slug: address, name } = await db
      .selectFrom('product_card')
      .select(['slug', 'name'])
      .where('id', '=', productId)
      .executeTakeFirstOrThrow()
    const entry = await anEntry(as(person), slug, {
      phone: '0912000007',
      products: `${name.toLocaleUpperCase('vi')}\nhttps://x.vn/san-pham/${address}?a`,
    })
    const own = await contests.findOwnEntry(as(person), slug, { number: entry.number, secret: '' })
    expect(own.products).toEqual([name])
    expect(await contests.findEntryOfOffice(office('entered'), entry.entryId)).toMatchObject({ entry: { producerName: 'HTX Giỏ Quà', phone: '84912000007' } }) // prettier-ignore
  })

  test('keeps its telephone locked, and its photo without the name of the file', async () => {
    const { entryId, number, secret } = await anEntry(anybody(), slug, { phone: '0912000008' })
    const row = await db.selectFrom('contest_entry').select('phone').where('id', '=', entryId).executeTakeFirstOrThrow()
    expect(row.phone).toMatch(/^locked:/)
    const { photos } = await contests.findOwnEntry(anybody(), slug, { number, secret })
    const stored = await db.selectFrom('stored_file').selectAll().where('hash', '=', photos[0]!).executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain('Thach')
    await expect(contests.openContestPhoto({ db, files }, slug, photos[0]!)).rejects.toThrow(/No such/)
    expect(contestId).toMatch(/^cts_/)
  })
})

describe('a jury', () => {
  let contestId: ContestId
  let slug: string
  let judges: Person[]
  let jurors: ContestJurorId[]
  let entries: { entryId: ContestEntryId; number: number; secret: string }[]
  beforeAll(async () => {
    ;({ contestId, slug } = await anOpenContest(office('written'), { name: 'Thi chấm điểm' }))
    judges = []
    for (const name of ['Giám khảo Một', 'Giám khảo Hai']) judges.push(await aJudge(office('written'), name))
    entries = []
    for (const [at, name] of ['Kín', 'Hở', 'Lành'].entries())
      entries.push(await anEntry(on(visitor, 'entered'), slug, { phone: `091300000${at}`, entrantName: `Thạch ${name}`, title: `Giỏ của ${name}`, ...(at === 2 && { showsName: undefined }) }, at * 40)) // prettier-ignore
  })

  test('is of people with an account who neither lead the contest nor enter it, and is there before judging begins', async () => {
    const name = async (login: string) => refusal(await contests.nameJuror(office('entered'), { contestId, login }))
    expect(await name('nobody@example.vn')).toEqual({ code: 'account-unknown' })
    expect(refusal(await contests.beginJudging(office('judged'), { contestId }))).toEqual({ code: 'too-few-jurors', least: 2 })
    jurors = []
    for (const judge of judges) jurors.push(await aJuror(office('entered'), contestId, judge))
    expect(await name(judges[0]!.email!)).toEqual({ code: 'juror-named-before' })
    const form = anEntryForm({ phone: '0913000009' })
    const entered = await contests.enterContest(on(judges[0]!, 'entered'), slug, form, { photos: [await aShot()] })
    expect(refusal(entered)).toEqual({ code: 'juror-entered' })
    expect(refusal(await contests.beginJudging(office('entered'), { contestId }))).toMatchObject({ code: 'entries-still-come' })
  })

  test('sees nothing before judging begins, and then numbers and photos alone, whatever address it asks', async () => {
    const juror = on(judges[0]!, 'judged')
    expect((await contests.findSheet(juror, jurors[0]!)).entries).toEqual([])
    expect((await contestsWaiting(office('judged'))).map(({ kind }) => kind)).toContain('contests-to-judge')
    mustBe(await contests.beginJudging(office('judged'), { contestId }))
    const seen = await contests.findSheet(juror, jurors[0]!)
    expect(seen.entries.map(({ number }) => number)).toEqual([1, 2, 3])
    for (const secretly of ['Thạch', 'Giỏ của', '0913', '84913']) expect(JSON.stringify(seen)).not.toContain(secretly)
    expect((await contests.openSheetPhoto(juror, jurors[0]!, seen.entries[0]!.photos[0]!)).name).toBe('anh.webp')
    // Nothing else of the contest opens to a juror, and no sheet of another.
    await expect(contests.findContest(juror, contestId)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(contests.findEntryOfOffice(juror, entries[0]!.entryId)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(contests.openOfficeEntryPhoto(juror, contestId, seen.entries[0]!.photos[0]!)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(contests.previewResult(juror, contestId)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(contests.findOwnEntry(juror, slug, { number: 1, secret: '' })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(contests.findSheet(juror, jurors[1]!)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(contests.findSheet(office('judged'), jurors[0]!)).rejects.toMatchObject({ name: 'NotFound' })
    const open = await contests.findPublicContest(juror, slug)
    expect(open.result).toBeNull()
    for (const secretly of ['Thạch', 'Giỏ của']) expect(JSON.stringify(open)).not.toContain(secretly)
    await expect(contests.openContestPhoto({ db, files }, slug, seen.entries[0]!.photos[0]!)).rejects.toThrow(/No such/)
  })

  test('scores within the points of each criterion, and not what it declared a conflict for', async () => {
    const [judge, jurorId] = [judges[0]!, jurors[0]!]
    const entryId = entries[2]!.entryId
    const give = async (one: number, two: number) => refusal(await contests.markEntry(on(judge, 'judged'), { jurorId, entryId, points: [{ criterion: 1, points: one }, { criterion: 2, points: two }] })) // prettier-ignore
    expect(await give(61, 10)).toEqual({ code: 'points-outside', says: 'Ý tưởng', most: 60 })
    expect(await give(-1, 10)).toMatchObject({ code: 'points-outside' })
    await marks(judge, jurorId, [90, 80, 100])
    mustBe(await contests.declareConflict(on(judge, 'judged'), { jurorId, entryId, words: 'Người nhà' }))
    expect(await give(60, 40)).toEqual({ code: 'entry-in-conflict' })
    const sheet = await contests.findSheet(on(judge, 'judged'), jurorId)
    expect(sheet.entries[2]).toMatchObject({ sum: null, conflict: 'Người nhà' })
    expect(sheet.missing).toEqual([])
  })

  test('hands in once, whole and for good, also against the database; nobody sees a point before all have', async () => {
    const waits = async () => (await contestsWaiting(on(judges[0]!, 'judged'))).map(({ path }) => path)
    expect(await waits()).toEqual([`/van-phong/cham-thi/${jurors[0]}`])
    mustBe(await contests.handInSheet(on(judges[0]!, 'judged'), { jurorId: jurors[0]! }))
    expect(await waits()).toEqual([])
    expect(refusal(await contests.handInSheet(on(judges[0]!, 'judged'), { jurorId: jurors[0]! }))).toMatchObject({ code: 'sheet-closed' })
    await expect(db.updateTable('contest_mark').set({ points: 1 }).where('juror_id', '=', jurors[0]!).execute()).rejects.toThrow(/stays/)
    await expect(db.updateTable('contest_juror').set({ status: 'named', handed_in_at: null }).where('id', '=', jurors[0]!).execute()).rejects.toThrow(/stays/) // prettier-ignore
    expect(await contests.previewResult(office('judged'), contestId)).toMatchObject({ missing: 1, result: null })
    expect(refusal(await contests.publishContest(office('judged'), { contestId, mark: '' }))).toEqual({
      code: 'sheets-missing',
      missing: 1,
    })
    expect(refusal(await contests.handInSheet(on(judges[1]!, 'judged'), { jurorId: jurors[1]! }))).toEqual({ code: 'sheet-incomplete', numbers: '1, 2, 3' }) // prettier-ignore
    const due = contestReminders[0]!
    expect((await due.due({ db, now: new Date('2026-12-04T09:00:00+07:00') })).flatMap(({ to }) => to)).toEqual([judges[1]!.userId])
    // 90 and 80 from the first; the second makes 1 and 2 equal, and 3 stands on its sheet alone.
    await marks(judges[1]!, jurors[1]!, [70, 80, 100])
    mustBe(await contests.handInSheet(on(judges[1]!, 'judged'), { jurorId: jurors[1]! }))
    expect(refusal(await contests.releaseJuror(office('judged'), { contestId, jurorId: jurors[1]! }))).toEqual({ code: 'sheet-handed-in' })
  })

  test('decides by a vote where equals lie across a prize, and what was seen is what is published', async () => {
    const { result } = await contests.previewResult(office('judged'), contestId)
    expect(result!.lines.map(({ number, place, prize }) => [number, place, prize])).toEqual([[3, 1, 1], [1, 2, null], [2, 2, null]]) // prettier-ignore
    expect(result!.ties).toEqual([[1, 2]])
    const publish = async (mark: string) => refusal(await contests.publishContest(office('judged'), { contestId, mark }))
    expect(await publish(result!.mark)).toEqual({ code: 'tie-open', numbers: '1, 2' })
    const vote = async (numbers: number[]) => contests.recordVote(office('judged'), { contestId, numbers, words: 'Hai trên hai phiếu' })
    expect(refusal(await vote([1, 3]))).toEqual({ code: 'vote-of-nothing' })
    mustBe(await vote([2, 1]))
    expect(await publish(result!.mark)).toEqual({ code: 'preview-old' })
    const seen = (await contests.previewResult(office('judged'), contestId)).result!
    expect(await publish(seen.mark)).toBeUndefined()
    const shown = await contests.findPublicContest(on(visitor, 'after'), slug)
    expect(
      shown.result!.lines.map(({ number, place, prize, points, sheets, name }) => [number, place, prize, points, sheets, name]),
    ).toEqual([
      [3, 1, 1, 100, 1, null],
      [2, 2, 2, 160, 2, 'Thạch Hở'],
      [1, 3, null, 160, 2, 'Thạch Kín'],
    ])
    expect(JSON.stringify(shown)).not.toContain('Thạch Lành')
    expect(await contests.openContestPhoto({ db, files }, slug, shown.result!.lines[0]!.photos[0]!)).toMatchObject({
      mediaType: 'image/webp',
    })
    await expect(db.updateTable('contest_result').set({ place: 1 }).execute()).rejects.toThrow()
  })

  test('leaves minutes with its names, the criteria, the table and the vote', async () => {
    const pdf = mustBe(await contests.contestPaper(office('after'), { contestId, file: 'bien-ban-cham-thi.pdf' }))
    const words = (await wordsOfPdf(pdf.bytes)).replaceAll(/\s+/g, ' ')
    for (const said of ['Giám khảo Một', 'Giám khảo Hai', 'Ý tưởng: 60 điểm', 'Giỏ của Hở', 'Giải nhì', 'Hai trên hai phiếu'])
      expect(words).toContain(said)
    expect(mustBe(await contests.contestPaper(office('after'), { contestId, file: 'bien-ban-cham-thi.docx' })).format).toBe('docx')
  })

  test('a prize that is taken back stays to be seen, with the decision and the reason, and nobody moves up', async () => {
    const back = { contestId, entryId: entries[2]!.entryId, words: 'Sao chép', decisionNumber: '20/QĐ-SCT' }
    expect(refusal(await contests.withdrawPrize(office('after'), { ...back, entryId: entries[0]!.entryId }))).toEqual({ code: 'prize-not-given' }) // prettier-ignore
    mustBe(await contests.withdrawPrize(office('after'), back))
    expect(refusal(await contests.withdrawPrize(office('after'), back))).toEqual({ code: 'prize-withdrawn-before' })
    const { lines } = (await contests.findPublicContest(on(visitor, 'after'), slug)).result!
    expect(lines[0]).toMatchObject({
      number: 3,
      prize: 1,
      withdrawnWords: 'Sao chép',
      withdrawnNumber: '20/QĐ-SCT',
      withdrawnOn: '2026-12-20',
    })
    expect(lines[1]!.prize).toBe(2)
  })

  test('whoever entered is told in their language by the number that was left, with a link that is made as it is sent', async () => {
    const { entryId, number, secret } = entries[0]!
    const tell = async (name: string, payload: object) => {
      const rule = contestMessages.find((one) => one.name === name)!
      return rule.tell({ payload } as unknown as Parameters<typeof rule.tell>[0], { db, now: new Date(contestDays.after) })
    }
    const [taken] = await tell('contest.entry-taken', { entryId, contestId, number })
    expect(taken).toMatchObject({ to: [entryId], path: `contest-entry:${entryId}`, values: { number: '1' } })
    expect(JSON.stringify(taken)).not.toContain(secret)
    expect(await contestSecretPaths['contest-entry']({ db }, entryId)).toBe(`/cuoc-thi/${slug}/bai/1?k=${secret}`)
    expect(await contestContacts.cen(db, entryId)).toMatchObject({ name: 'Thạch Kín', phone: '84913000000', language: 'vi' })
    expect((await tell('contest.result', { contestId, name: '' })).flatMap(({ to }) => to)).toEqual(entries.map((one) => one.entryId))
    expect((await tell('contest.judge', { contestId, name: '' })).flatMap(({ to }) => to)).toEqual([])
  })

  test('an entry without a prize is forgotten after the months of the law; its points and its place stay', async () => {
    const night = (at: string) => db.transaction().execute((tx) => endContestRetention(tx, new Date(at)))
    expect(await night('2027-11-30T03:00:00+07:00')).toEqual({ contestEntries: 0 })
    expect(await night('2027-12-03T03:00:00+07:00')).toEqual({ contestEntries: 1 })
    const { lines } = (await contests.findPublicContest(asAt(visitor, '2027-12-04T09:00:00+07:00'), slug)).result!
    expect(lines[2]).toMatchObject({ number: 1, place: 3, points: 160, name: null, title: null, photos: [] })
    expect(lines[1]).toMatchObject({ name: 'Thạch Hở', photos: { length: 1 } })
    expect(await contestContacts.cen(db, entries[0]!.entryId)).toBeNull()
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from contest_entry where phone is null`.execute(db)
    expect(rows[0]!.count).toBe(1)
  })
})

test('an entry that is set aside with a reason is not judged, and whoever made it reads why', async () => {
  const { contestId, slug } = await anOpenContest(office('written'), { name: 'Thi loại bài' })
  const entry = await anEntry(on(visitor, 'entered'), slug, { phone: '0914000001' })
  const kept = await anEntry(on(visitor, 'entered'), slug, { phone: '0914000002' })
  mustBe(await contests.setEntryAside(office('entered'), { entryId: entry.entryId, reason: 'Ảnh của người khác' }))
  const judges = [await aJudge(office('written'), 'A'), await aJudge(office('written'), 'B')]
  const jurorIds = [await aJuror(office('entered'), contestId, judges[0]!), await aJuror(office('entered'), contestId, judges[1]!)]
  mustBe(await contests.beginJudging(office('judged'), { contestId }))
  expect((await numbersOf(jurorIds[0]!, judges[0]!)).map(({ number }) => number)).toEqual([kept.number])
  const marked = { jurorId: jurorIds[0]!, entryId: entry.entryId, points: [] }
  await expect(contests.markEntry(on(judges[0]!, 'judged'), marked)).rejects.toMatchObject({ name: 'NotFound' })
  expect((await contests.findOwnEntry(on(visitor, 'judged'), slug, entry)).entry.setAsideReason).toBe('Ảnh của người khác')
  // Nobody judges what both know: it stands in the way of the result until the department acts.
  for (const [at, jurorId] of jurorIds.entries()) {
    mustBe(await contests.declareConflict(on(judges[at]!, 'judged'), { jurorId, entryId: kept.entryId, words: 'Học trò' }))
    mustBe(await contests.handInSheet(on(judges[at]!, 'judged'), { jurorId }))
  }
  expect(refusal(await contests.publishContest(office('judged'), { contestId, mark: '' }))).toEqual({
    code: 'entry-unscored',
    numbers: '2',
  })
})
