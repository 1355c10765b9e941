import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { system, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aProducer, aProduct, mustBe, withLaw } from '../../shop/fixtures.ts'
import { aNewsForm, aNewsPerson, aPublishedItem, newsDay } from './fixtures.ts'
import * as news from './index.ts'
import { addPhotoInput, correctNewsInput } from './inputs.ts'
import { publishDueNews } from './release-news.ts'
import type { NewsId } from './rules.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const on = (actor: Actor, moment = newsDay): Ctx => asAt(actor, moment)
const writer = aNewsPerson('provincial-officer', 'Người viết')
const judge = aNewsPerson('trade-department', 'Người duyệt')
const chief = aNewsPerson('leader', 'Người phát hành')
const hands = (moment = newsDay) => ({ writer: on(writer, moment), judge: on(judge, moment), chief: on(chief, moment) })
const reader = (moment = newsDay) => on(visitor, moment)
beforeAll(() => withLaw((actor: Actor) => on(actor)))

const slugOf = async (id: NewsId) => (await news.findNews(on(writer), id)).news.slug
const articleOf = async (id: NewsId, lang: 'vi' | 'en' | 'km' = 'vi', edition?: number) =>
  (await news.findPublicNews(reader(), await slugOf(id), lang, edition)).article!
const later = '2026-11-25T09:00:00+07:00'

async function correction(id: NewsId, given: Record<string, unknown> = {}) {
  const { news: item, texts } = await news.findNews(on(writer), id)
  const { title, lead, body } = texts[0]!
  return correctNewsInput.parse({
    newsId: id,
    version: item.version,
    title,
    lead,
    body,
    note: 'Số sản phẩm là 148, không phải 184.',
    ...given,
  })
}

describe('an item', () => {
  test('is let out by who wrote none of it, and nobody outside reads it before', async () => {
    const form = aNewsForm({ title: 'Tin bốn mắt' })
    const { newsId } = mustBe(await news.createNews(on(writer), form))
    expect(mustBe(await news.createNews(on(writer), form))).toEqual({ newsId })
    mustBe(await news.submitNews(on(writer), { newsId }))
    expect(await news.approveNews(on(writer), { newsId })).toMatchObject({ refusal: { code: 'own-text' } })
    mustBe(await news.approveNews(on(judge), { newsId }))
    expect(await news.releaseNews(on(writer), { newsId, publishAt: null })).toMatchObject({ refusal: { code: 'own-text' } })
    await expect(news.findPublicNews(reader(), 'tin-bon-mat', 'vi')).rejects.toThrow(NotFound)
    mustBe(await news.releaseNews(on(chief), { newsId, publishAt: null }))
    expect(await articleOf(newsId)).toMatchObject({ title: 'Tin bốn mắt', edition: 1, isCurrent: true, corrections: [] })
  })

  test('who mended one version of it wrote it too', async () => {
    const { newsId } = mustBe(await news.createNews(on(writer), aNewsForm({ title: 'Hai người viết' })))
    const { requestKey: _, ...typed } = aNewsForm({ title: 'Hai người viết, sửa' })
    mustBe(await news.writeNews(on(judge), { ...typed, newsId, version: 1 }))
    expect(await news.writeNews(on(writer), { ...typed, newsId, version: 1 })).toMatchObject({ refusal: { code: 'changed-elsewhere' } })
    mustBe(await news.submitNews(on(writer), { newsId }))
    expect(await news.approveNews(on(judge), { newsId })).toMatchObject({ refusal: { code: 'own-text' } })
  })

  test('goes out at its moment and not before; what was returned meanwhile does not', async () => {
    const at = '2026-11-24T08:00'
    const [first, second] = [
      await aPublishedItem(hands(), { title: 'Tin hẹn giờ' }, at),
      await aPublishedItem(hands(), { title: 'Tin bị trả' }, at),
    ]
    mustBe(await news.returnNews(on(chief), { newsId: second, reason: 'Chưa chắc số liệu' }))
    expect(await publishDueNews(on(system('news'), '2026-11-24T07:59:00+07:00'))).toBe(0)
    expect(await publishDueNews(on(system('news'), '2026-11-24T08:00:00+07:00'))).toBe(1)
    expect((await articleOf(first)).publishedAt).toEqual(new Date('2026-11-24T08:00:00+07:00'))
    expect((await news.findNews(on(writer), second)).news.status).toBe('draft')
  })

  test('is due five working days after what it tells was made, by the law', async () => {
    const id = await aPublishedItem(hands(), { title: 'Tin có hạn', madeOn: '2026-11-13' })
    expect(await news.findNews(on(writer), id)).toMatchObject({ publishBy: '2026-11-20', isLate: true, fee: { vnd: 100_000 } })
  })

  test('that tells of tomorrow is not taken', async () => {
    expect(await news.createNews(on(writer), aNewsForm({ madeOn: '2026-11-24' }))).toMatchObject({ refusal: { code: 'made-in-future' } })
  })
})

describe('a correction', () => {
  test('stands beside the text with its note, and the old text is kept with its days', async () => {
    const id = await aPublishedItem(hands(), { title: 'Tin sẽ đính chính' })
    const typed = await correction(id, { body: 'Đã có **148 sản phẩm** được công nhận, đúng theo quyết định.' })
    mustBe(await news.writeCorrection(on(writer, later), typed))
    // Until somebody else let it out everybody reads what stood there.
    expect((await articleOf(id)).corrections).toEqual([])
    expect(await news.releaseCorrection(on(writer, later), { newsId: id })).toMatchObject({ refusal: { code: 'own-text' } })
    mustBe(await news.releaseCorrection(on(chief, later), { newsId: id }))
    const now = await articleOf(id)
    expect(now).toMatchObject({
      edition: 2,
      changedAt: new Date(later),
      corrections: [{ number: 2, note: 'Số sản phẩm là 148, không phải 184.' }],
    })
    expect(JSON.stringify(now.blocks)).toContain('148')
    const old = await articleOf(id, 'vi', 1)
    expect(old).toMatchObject({ isCurrent: false, shownFrom: new Date(newsDay), shownUntil: new Date(later) })
    expect(JSON.stringify(old.blocks)).toContain('184')
    await expect(db.updateTable('news_text').set({ body: 'khác' }).where('news_id', '=', id).execute()).rejects.toThrow()
    await expect(db.deleteFrom('news_edition').where('news_id', '=', id).execute()).rejects.toThrow()
  })

  test('that changes nothing is none; one that was none leaves what stood there', async () => {
    const id = await aPublishedItem(hands(), { title: 'Tin không sai' })
    expect(await news.writeCorrection(on(writer), await correction(id))).toMatchObject({ refusal: { code: 'nothing-changed' } })
    mustBe(await news.writeCorrection(on(writer), await correction(id, { lead: 'Một câu khác hẳn, dài hơn hai mươi ký tự.' })))
    mustBe(await news.dropCorrection(on(judge), { newsId: id }))
    expect(await articleOf(id)).toMatchObject({ edition: 1, lead: 'Chiều nay, Ban Chỉ đạo họp sơ kết và bàn việc năm tới.' })
  })

  test('an item that was withdrawn says when and why, and nothing else', async () => {
    const id = await aPublishedItem(hands(), { title: 'Tin bị gỡ' })
    mustBe(await news.withdrawNews(on(chief, later), { newsId: id, reason: 'Ảnh dùng không có quyền' }))
    expect(await news.findPublicNews(reader(), 'tin-bi-go', 'vi')).toEqual({
      article: null,
      withdrawn: { slug: 'tin-bi-go', withdrawnAt: new Date(later), publishedAt: new Date(newsDay), reason: 'Ảnh dùng không có quyền' },
    })
    expect((await news.listPublicNews(reader(), 'vi', { q: 'bi go' })).items).toEqual([])
  })
})

describe('what is read', () => {
  test('is found without accents, by year, by product, in the languages in which it is told', async () => {
    const as = (actor: Actor) => on(actor)
    const { producerId } = await aProducer(as, { name: 'HTX Tin' })
    const product = await aProduct(as, producerId, { name: 'Mứt của tin' })
    const { slug } = await db.selectFrom('product').select('slug').where('id', '=', product).executeTakeFirstOrThrow()
    const commune = await db.selectFrom('commune').select(['code', 'name']).limit(1).executeTakeFirstOrThrow()
    const english = {
      enTitle: 'Coconut jam goes far',
      enLead: 'Jam of a cooperative is sold abroad.',
      enBody: 'It began with one jar of jam.',
    }
    const id = await aPublishedItem(hands(), {
      title: 'Mứt dừa đi xa',
      products: `https://dacsan.example.vn/san-pham/${slug}?q=1`,
      communes: commune.code,
      ...english,
    })
    const found = await news.listPublicNews(reader(), 'en', { q: 'MUT dua', year: 2026 })
    expect(found.items).toMatchObject([{ id, title: 'Coconut jam goes far', language: 'en' }])
    expect((await news.listPublicNews(reader(), 'km', { q: 'mut dua' })).items).toMatchObject([{ title: 'Mứt dừa đi xa', language: 'vi' }])
    expect((await news.listPublicNews(reader(), 'vi', { q: 'mut dua', year: 2025 })).items).toEqual([])
    expect((await news.newsAbout(reader(), 'vi', { product })).map((one) => one.id)).toEqual([id])
    expect((await news.newsAbout(reader(), 'vi', { commune: commune.code })).map((one) => one.id)).toEqual([id])
    expect(await articleOf(id, 'km')).toMatchObject({
      language: 'vi',
      languages: ['vi', 'en'],
      tags: { products: [{ slug }], communes: [{ name: commune.name }] },
    })
    const refused = await news.createNews(on(writer), aNewsForm({ products: 'khong-co' }))
    expect(refused).toMatchObject({ refusal: { code: 'product-unknown', said: 'khong-co' } })
  })

  test('is counted by day and nothing else', async () => {
    const id = await aPublishedItem(hands(), { title: 'Tin được đọc' })
    for (const moment of [newsDay, newsDay, later]) await news.countNewsView(reader(moment), { id })
    const rows = await db.selectFrom('news_view').selectAll().where('news_id', '=', id).orderBy('day').execute()
    expect(rows).toEqual([{ news_id: id, day: '2026-11-23', views: 2 }, { news_id: id, day: '2026-11-25', views: 1 }]) // prettier-ignore
  })

  test('is fed as RSS 2.0 in one language, whatever stands in it', async () => {
    await aPublishedItem(hands(), { title: 'Tin <b> & "ngoặc"' })
    const place = { title: 'Tin', description: 'Tin mới', home: 'https://x.vn/tin', self: 'https://x.vn/tin/rss.xml', addressOf: (slug: string) => `https://x.vn/tin/${slug}` } // prettier-ignore
    const feed = await news.newsFeed(reader(), 'vi', place)
    expect(feed).toContain('<title>Tin &lt;b&gt; &amp; &quot;ngoặc&quot;</title>')
    expect(feed).toMatch(/<pubDate>\w{3}, \d\d \w{3} 2026 \d\d:\d\d:\d\d GMT<\/pubDate>/)
    const english = await news.newsFeed(reader(), 'en', place)
    expect([...english.matchAll(/<item>/g)]).toHaveLength(1)
    expect(english).toContain('<title>Coconut jam goes far</title>')
  })
})

describe('a photo', () => {
  const photo = async (colour: string) => ({
    content: await sharp({ create: { width: 1600, height: 900, channels: 3, background: colour } })
      .jpeg()
      .toBuffer(),
    name: 'hoi-nghi.jpg',
  })
  const about = (newsId: NewsId, given: Record<string, unknown> = {}) =>
    addPhotoInput.parse({
      newsId,
      caption: 'Quang cảnh hội nghị',
      alt: 'Hội trường có bàn dài',
      author: 'Tổ biên tập',
      licence: 'own',
      ...given,
    })

  test('of people is taken only with what they agreed to, drawn small, and can be taken away in public', async () => {
    const { newsId } = mustBe(await news.createNews(on(writer), aNewsForm({ title: 'Tin có ảnh' })))
    expect(await news.addNewsPhoto(on(writer), about(newsId, { showsPeople: 'on' }), await photo('#395'))).toMatchObject({
      refusal: { code: 'consent-missing' },
    })
    mustBe(await news.addNewsPhoto(on(writer), about(newsId, { showsPeople: 'on', consent: 'Đồng ý miệng 20/11' }), await photo('#395')))
    expect(await news.addNewsPhoto(on(writer), about(newsId), await photo('#395'))).toMatchObject({ refusal: { code: 'photo-twice' } })
    const [kept] = (await news.findNews(on(writer), newsId)).photos
    expect(kept).toMatchObject({ wideWidth: 1200, smallWidth: 480 })
    await expect(news.openNewsPhoto(reader(), newsId, kept!.wideHash)).rejects.toThrow(NotFound)
    mustBe(await news.submitNews(on(writer), { newsId }))
    mustBe(await news.approveNews(on(judge), { newsId }))
    mustBe(await news.releaseNews(on(chief), { newsId, publishAt: null }))
    expect((await news.openNewsPhoto(reader(), newsId, kept!.wideHash)).size).toBeLessThanOrEqual(60 * 1024)
    mustBe(await news.removeNewsPhoto(on(judge), { newsId, photoId: kept!.id }))
    await expect(news.openNewsPhoto(reader(), newsId, kept!.wideHash)).rejects.toThrow(NotFound)
  })
})

describe('a reader who finds a fault', () => {
  test('gets a number, an answer in fifteen days by the law, and leaves no name', async () => {
    const id = await aPublishedItem(hands(), { title: 'Tin có lỗi' })
    const slug = await slugOf(id)
    const typed = { words: 'Ngày họp là 12/6, không phải 13/6.', requestKey: newId('key') }
    const { caseCode } = mustBe(await news.askCorrection(reader(), slug, typed, '192.0.2.9'))
    expect(mustBe(await news.askCorrection(reader(), slug, typed, '192.0.2.9'))).toEqual({ caseCode })
    expect(await news.followRequest(reader(), caseCode.toLowerCase())).toMatchObject({ dueOn: '2026-12-08', answer: null })
    const [asked] = (await news.findNews(on(writer), id)).requests
    const answer = { requestId: asked!.id, isGranted: true, answer: 'Đúng, sẽ đính chính hôm nay.' }
    mustBe(await news.answerRequest(on(judge, later), answer))
    expect(await news.answerRequest(on(judge, later), answer)).toMatchObject({ refusal: { code: 'request-answered' } })
    expect(await news.followRequest(reader(), caseCode)).toMatchObject({ isGranted: true, answer: 'Đúng, sẽ đính chính hôm nay.' })
  })

  test('cannot flood the desk from one address', async () => {
    const slug = await slugOf(await aPublishedItem(hands(), { title: 'Tin bị hỏi nhiều' }))
    const ask = () => news.askCorrection(reader(), slug, { words: 'Sai ở dòng đầu tiên.', requestKey: newId('key') }, '192.0.2.77')
    for (let sent = 0; sent < 5; sent += 1) mustBe(await ask())
    expect(await ask()).toMatchObject({ refusal: { code: 'too-many-requests', minutes: 60 } })
  })
})
