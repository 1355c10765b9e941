import type { List } from '../list.ts'
import { doubtsListed } from './doubt.store.ts'
import type { ListedDoubt } from './doubt.store.ts'
import { lotsListed } from './lot.store.ts'
import type { ListedLot } from './lot.store.ts'
import { ownProducer, requireDoubtReader } from './policy.ts'
import { doubtListWords, doubtStatusWords, doubtsPage, lotListWords, lotStatusWords, lotsPage } from './words.ts'

export const lotList: List<ListedLot> = {
  name: 'lo-hang',
  path: '/van-phong/lo',
  title: lotsPage.title,
  columns: [
    { key: 'number', label: lotListWords.number, kind: 'text' },
    { key: 'productName', label: lotListWords.product, kind: 'text' },
    { key: 'status', label: lotListWords.status, kind: 'choice', choices: lotStatusWords },
    { key: 'madeOn', label: lotListWords.madeOn, kind: 'day' },
    { key: 'expiresOn', label: lotListWords.expiresOn, kind: 'day' },
    { key: 'quantity', label: lotListWords.quantity, kind: 'number' },
    { key: 'unit', label: lotListWords.unit, kind: 'text', onlyInFile: true },
    { key: 'labelsPrinted', label: lotListWords.labels, kind: 'number' },
    { key: 'entries', label: lotListWords.entries, kind: 'number' },
    { key: 'traceCode', label: lotListWords.traceCode, kind: 'text', onlyInFile: true },
  ],
  searched: ['number', 'productName'],
  codes: ['number', 'traceCode'],
  filters: [
    { name: 'status', label: lotListWords.status, column: 'status', kind: 'choice', choices: lotStatusWords, any: lotListWords.any },
    { name: 'from', label: lotListWords.madeFrom, column: 'madeOn', kind: 'from' },
    { name: 'to', label: lotListWords.madeTo, column: 'madeOn', kind: 'to' },
  ],
  first: ['-madeOn', '-id'],
  source: async (ctx) => ({ statement: lotsListed(ctx.db, (await ownProducer(ctx)).id) }),
}

export const doubtList: List<ListedDoubt> = {
  name: 'phan-anh',
  path: '/van-phong/phan-anh',
  title: doubtsPage.title,
  columns: [
    { key: 'caseCode', label: doubtListWords.code, kind: 'text' },
    { key: 'text', label: doubtListWords.text, kind: 'text' },
    { key: 'productName', label: doubtListWords.product, kind: 'text' },
    { key: 'lotNumber', label: doubtListWords.lot, kind: 'text' },
    { key: 'place', label: doubtListWords.place, kind: 'text' },
    { key: 'at', label: doubtListWords.at, kind: 'moment' },
    { key: 'status', label: doubtListWords.status, kind: 'choice', choices: doubtStatusWords },
  ],
  searched: ['text', 'productName', 'place'],
  codes: ['caseCode', 'lotNumber', 'code'],
  filters: [
    {
      name: 'xem',
      label: doubtsPage.trays,
      column: 'tray',
      kind: 'choice',
      choices: doubtListWords.trays,
      any: doubtListWords.both,
      initial: 'dang-cho',
    },
  ],
  first: ['waitsSince', '-at'],
  source: async (ctx) => {
    requireDoubtReader(ctx.actor)
    return { statement: doubtsListed(ctx.db) }
  },
}
