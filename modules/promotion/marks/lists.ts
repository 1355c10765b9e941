import type { List } from '../../list.ts'
import { marksListed, misusesListed } from './list.store.ts'
import type { ListedMark, ListedMisuse } from './list.store.ts'
import { requireMarkDesk } from './policy.ts'
import { markDeskPage, misuseDeskPage } from './words/desk.ts'
import { markKindWords, markStepWords, misuseStatusWords } from './words/names.ts'

export const markList: List<ListedMark> = {
  name: 'so-nhan-hieu',
  path: '/van-phong/so-nhan-hieu',
  title: markDeskPage.title,
  columns: [
    { key: 'name', label: markDeskPage.name, kind: 'text', always: true },
    { key: 'kind', label: markDeskPage.kind, kind: 'choice', choices: markKindWords },
    { key: 'owner', label: markDeskPage.owner, kind: 'text' },
    { key: 'number', label: markDeskPage.number, kind: 'text' },
    { key: 'step', label: markDeskPage.step, kind: 'choice', choices: markStepWords },
    { key: 'until', label: markDeskPage.until, kind: 'day' },
    { key: 'uses', label: markDeskPage.uses, kind: 'number' },
  ],
  searched: ['name', 'owner'],
  codes: ['number'],
  filters: [{ name: 'loai', label: markDeskPage.kind, column: 'kind', kind: 'choice', choices: markKindWords, any: markDeskPage.any }],
  first: ['name', 'id'],
  source: async (ctx) => {
    requireMarkDesk(ctx.actor)
    return { statement: marksListed(ctx.db) }
  },
}

export const misuseList: List<ListedMisuse> = {
  name: 'bao-sai-nhan-hieu',
  path: '/van-phong/so-nhan-hieu/bao-sai',
  title: misuseDeskPage.title,
  columns: [
    { key: 'caseCode', label: misuseDeskPage.code, kind: 'text' },
    { key: 'mark', label: misuseDeskPage.mark, kind: 'text' },
    { key: 'words', label: misuseDeskPage.words, kind: 'text' },
    { key: 'status', label: misuseDeskPage.status, kind: 'choice', choices: misuseStatusWords },
    { key: 'reportedAt', label: misuseDeskPage.reportedAt, kind: 'moment' },
    { key: 'dueOn', label: misuseDeskPage.dueOn, kind: 'day', always: true },
  ],
  searched: ['words', 'mark'],
  codes: ['caseCode'],
  filters: [
    {
      name: 'tinh-trang',
      label: misuseDeskPage.status,
      column: 'status',
      kind: 'choice',
      choices: misuseStatusWords,
      any: misuseDeskPage.any,
    },
  ],
  first: ['dueOn', 'id'],
  source: async (ctx) => {
    requireMarkDesk(ctx.actor)
    return { statement: misusesListed(ctx.db) }
  },
}
