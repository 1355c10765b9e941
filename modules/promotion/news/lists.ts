import type { List } from '../../list.ts'
import { newsListed, newsRequestsListed } from './list.store.ts'
import type { ListedNews, ListedRequest } from './list.store.ts'
import { requireNewsDesk } from './policy.ts'
import { newsKindWords, newsRequestStatusWords, newsStatusWords } from './words/names.ts'
import { newsDeskPage, newsRequestsPage } from './words/pages.ts'

export const newsList: List<ListedNews> = {
  name: 'tin-tuc',
  path: '/van-phong/tin-tuc',
  title: newsDeskPage.title,
  columns: [
    { key: 'title', label: newsDeskPage.newsTitle, kind: 'text' },
    { key: 'kind', label: newsDeskPage.kind, kind: 'choice', choices: newsKindWords },
    { key: 'status', label: newsDeskPage.status, kind: 'choice', choices: newsStatusWords },
    { key: 'madeOn', label: newsDeskPage.madeOn, kind: 'day', always: true },
    { key: 'publishAt', label: newsDeskPage.publishAt, kind: 'moment' },
    { key: 'writer', label: newsDeskPage.writer, kind: 'text' },
    { key: 'views', label: newsDeskPage.views, kind: 'number' },
  ],
  searched: ['title', 'writer'],
  codes: [],
  filters: [
    { name: 'loai', label: newsDeskPage.kind, column: 'kind', kind: 'choice', choices: newsKindWords, any: newsDeskPage.anyKind },
    { name: 'tinh-trang', label: newsDeskPage.status, column: 'status', kind: 'choice', choices: newsStatusWords, any: newsDeskPage.any },
    { name: 'tu', label: newsDeskPage.from, column: 'madeOn', kind: 'from' },
    { name: 'den', label: newsDeskPage.to, column: 'madeOn', kind: 'to' },
  ],
  first: ['-madeOn', 'id'],
  source: async (ctx) => {
    requireNewsDesk(ctx.actor)
    return { statement: newsListed(ctx.db) }
  },
}

export const newsRequestList: List<ListedRequest> = {
  name: 'de-nghi-dinh-chinh',
  path: '/van-phong/tin-tuc/de-nghi',
  title: newsRequestsPage.title,
  columns: [
    { key: 'caseCode', label: newsRequestsPage.code, kind: 'text' },
    { key: 'title', label: newsRequestsPage.about, kind: 'text' },
    { key: 'words', label: newsRequestsPage.words, kind: 'text' },
    { key: 'status', label: newsRequestsPage.status, kind: 'choice', choices: newsRequestStatusWords },
    { key: 'askedAt', label: newsRequestsPage.askedAt, kind: 'moment' },
    { key: 'dueOn', label: newsRequestsPage.dueOn, kind: 'day', always: true },
  ],
  searched: ['title', 'words'],
  codes: ['caseCode'],
  filters: [
    {
      name: 'tinh-trang',
      label: newsRequestsPage.status,
      column: 'status',
      kind: 'choice',
      choices: newsRequestStatusWords,
      any: newsRequestsPage.any,
      initial: 'open',
    },
  ],
  first: ['dueOn', 'id'],
  source: async (ctx) => {
    requireNewsDesk(ctx.actor)
    return { statement: newsRequestsListed(ctx.db) }
  },
}
