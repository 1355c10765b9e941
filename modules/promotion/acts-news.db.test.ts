import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { newsActTables } from './news/acts.ts'
import type { NewsRequestStatus, NewsStatus } from './news/acts.ts'
import { aNewsForm, aNewsPerson, aPublishedItem } from './news/fixtures.ts'
import * as news from './news/index.ts'
import { addPhotoInput, correctNewsInput } from './news/inputs.ts'
import { mustBe } from '../shop/fixtures.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const { people } = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const base = asAt(system('trial'), worldDay)
const as = (role: 'trade-department' | 'provincial-officer' | 'leader', name: string) => asAt(aNewsPerson(role, name), worldDay)
const hands = { writer: as('trade-department', 'viết'), judge: as('provincial-officer', 'duyệt'), chief: as('leader', 'phát hành') }
const { slug } = (await news.findNews(hands.writer, await aPublishedItem(hands, { title: 'Tin để hỏi' }))).news
const form = aNewsForm({ title: 'Tin để thử việc' })
const { newsId } = mustBe(await news.createNews(hands.writer, form))
/** The item as everybody reads it: what is corrected was out before. */
const isOut = (ctx: Pick<Ctx, 'db'>) =>
  ctx.db.insertInto('news_edition').values({ news_id: newsId, number: 1, version: 1, at: base.now, by_name: 'thử' }).execute()
const { requestKey: _, ...typed } = form
const asked = { words: 'Sai ở dòng đầu tiên.', requestKey: newId('key') }
mustBe(await news.askCorrection(base, slug, asked, '192.0.2.1'))
const { id: requestId } = await db.selectFrom('news_request').select('id').executeTakeFirstOrThrow()

/** A picture of one point. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const desk = ['provincial-officer', 'trade-department'] as const
const all = [...desk, 'leader'] as const
const chiefs = ['provincial-officer', 'leader'] as const

tryActs(newsActTables[0], {
  base,
  people,
  put: (tx, status: NewsStatus) =>
    tx
      .updateTable('news_item')
      .set({
        status,
        publish_at: base.now,
        published_at: base.now,
        correction_note: status === 'correcting' ? 'Sửa số liệu' : null,
        withdrawn_at: status === 'withdrawn' ? base.now : null,
        withdraw_reason: status === 'withdrawn' ? 'Không đúng' : null,
      })
      .where('id', '=', newsId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('news_item').select('status').where('id', '=', newsId).executeTakeFirstOrThrow()).status,
  attempts: {
    create: (ctx) => news.createNews(ctx, { ...form, requestKey: newId('key') }),
    write: (ctx) => news.writeNews(ctx, { ...typed, newsId, version: 1 }),
    'add-photo': (ctx) =>
      news.addNewsPhoto(ctx, addPhotoInput.parse({ newsId, caption: 'Quang cảnh', alt: 'Hội trường', author: 'Tổ tin', licence: 'own' }), {
        content: Buffer.from(pixel, 'base64'),
        name: 'a.png',
      }),
    'remove-photo': (ctx) => news.removeNewsPhoto(ctx, { newsId, photoId: 'nph_1' }),
    submit: (ctx) => news.submitNews(ctx, { newsId }),
    return: (ctx) => news.returnNews(ctx, { newsId, reason: 'Sửa số liệu' }),
    approve: (ctx) => news.approveNews(ctx, { newsId }),
    release: (ctx) => news.releaseNews(ctx, { newsId, publishAt: new Date(base.now.getTime() + 86_400_000) }),
    publish: (ctx) => news.publishNews(ctx, { newsId }),
    'write-correction': async (ctx) => {
      await isOut(ctx)
      const said = { ...typed, body: 'Nội dung đã sửa, dài hơn hai mươi.', note: 'Sửa số liệu sai' }
      return news.writeCorrection(ctx, correctNewsInput.parse({ ...said, newsId, version: 1 }))
    },
    'release-correction': async (ctx) => {
      await isOut(ctx)
      return news.releaseCorrection(ctx, { newsId })
    },
    'drop-correction': (ctx) => news.dropCorrection(ctx, { newsId }),
    withdraw: (ctx) => news.withdrawNews(ctx, { newsId, reason: 'Tin không đúng sự thật' }),
  },
  expected: {
    create: { by: desk },
    write: { from: ['draft'], by: desk },
    'add-photo': { from: ['draft'], by: desk },
    'remove-photo': { from: ['draft', 'in-review', 'reviewed', 'released', 'published', 'correcting'], by: all },
    submit: { from: ['draft'], to: 'in-review', by: desk },
    return: { from: ['in-review', 'reviewed', 'released'], to: 'draft', by: all },
    approve: { from: ['in-review'], to: 'reviewed', by: desk },
    release: { from: ['reviewed'], to: 'released', by: chiefs },
    publish: { from: ['released'], to: 'published', by: [...chiefs, 'system'] },
    'write-correction': { from: ['published'], to: 'correcting', by: desk },
    'release-correction': { from: ['correcting'], to: 'published', by: chiefs },
    'drop-correction': { from: ['correcting'], to: 'published', by: all },
    withdraw: { from: ['published', 'correcting'], to: 'withdrawn', by: chiefs },
  },
})

tryActs(newsActTables[1], {
  base,
  people,
  put: (tx, status: NewsRequestStatus) =>
    tx
      .updateTable('news_request')
      .set(
        status === 'open'
          ? { status, answer: null, is_granted: null, answered_at: null }
          : { status, answer: 'Đúng', is_granted: true, answered_at: base.now },
      )
      .where('id', '=', requestId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('news_request').select('status').where('id', '=', requestId).executeTakeFirstOrThrow()).status,
  attempts: {
    ask: (ctx) => news.askCorrection(ctx, slug, { ...asked, requestKey: newId('key') }, `192.0.2.${Math.floor(Math.random() * 250)}`),
    answer: (ctx) => news.answerRequest(ctx, { requestId, isGranted: false, answer: 'Tin đúng như đã đăng.' }),
  },
  expected: {
    ask: { by: ['visitor', ...(Object.keys(people) as (keyof typeof people)[]), 'system'] },
    answer: { from: ['open'], to: 'closed', by: all },
  },
})
