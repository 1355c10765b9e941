import type { List } from '../list.ts'
import { openTransferStatuses } from './acts.ts'
import { listTransfers } from './transfers/read-transfers.ts'
import type { TransferRow } from './transfers/read-transfers.ts'
import { requestKindWords, requestStatusWords, requestsPage as words, transferDesk, transfersPage, transferStatusWords } from './words.ts'
import { communesOf } from './read-requests.ts'
import { requestsListed } from './request.store.ts'
import type { ListedRequest } from './request.store.ts'

export const requestList: List<ListedRequest> = {
  name: 'chu-the-xin-vao',
  path: '/van-phong/chu-the-xin-vao',
  title: words.title,
  columns: [
    { key: 'name', label: words.producer, kind: 'text' },
    { key: 'kind', label: words.what, kind: 'choice', choices: requestKindWords },
    { key: 'representative', label: words.representative, kind: 'text' },
    { key: 'commune', label: words.commune, kind: 'text' },
    { key: 'dueOn', label: words.due, kind: 'day' },
    { key: 'status', label: words.status, kind: 'choice', choices: requestStatusWords },
    { key: 'code', label: words.code, kind: 'text', onlyInFile: true },
    { key: 'receivedAt', label: words.receivedAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['name', 'representative', 'commune'],
  codes: ['code'],
  filters: [
    { name: 'xem', label: words.tray, column: 'tray', kind: 'choice', choices: words.trays, any: words.both, initial: 'dang-cho' },
    { name: 'kind', label: words.what, column: 'kind', kind: 'choice', choices: requestKindWords, any: words.anyKind },
  ],
  first: ['waitsSince', '-decidedAt'],
  source: async (ctx) => ({ statement: requestsListed(ctx.db, communesOf(ctx.actor)) }),
}

// Some dozens in a year: what is left of their days is computed, and all of them are read.
export const transferList: List<TransferRow & { tray: 'dang-cho' | 'da-tra-loi' }> = {
  name: 'chuyen-san-pham',
  path: '/van-phong/chu-the-xin-vao/chuyen',
  title: transferDesk.title,
  columns: [
    { key: 'productName', label: transfersPage.product, kind: 'text' },
    { key: 'fromName', label: transfersPage.from, kind: 'text' },
    { key: 'toName', label: transfersPage.to, kind: 'text' },
    { key: 'status', label: transfersPage.status, kind: 'choice', choices: transferStatusWords },
    { key: 'dueOn', label: transferDesk.due, kind: 'day' },
    { key: 'code', label: transfersPage.code, kind: 'text', onlyInFile: true },
    { key: 'commune', label: transferDesk.commune, kind: 'text', onlyInFile: true },
    { key: 'filedAt', label: transferDesk.filedAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['productName', 'fromName', 'toName'],
  codes: ['code'],
  filters: [
    {
      name: 'xem',
      label: transferDesk.tray,
      column: 'tray',
      kind: 'choice',
      choices: transferDesk.trays,
      any: transferDesk.both,
      initial: 'dang-cho',
    },
  ],
  first: ['dueOn', 'filedAt'],
  source: async (ctx) => {
    const [open, decided] = await Promise.all([listTransfers(ctx, 'open'), listTransfers(ctx, 'decided')])
    return {
      rows: [...open, ...decided].map((row) => ({ ...row, tray: isOpen(row.status) ? ('dang-cho' as const) : ('da-tra-loi' as const) })),
    }
  },
}

const isOpen = (status: TransferRow['status']) => openTransferStatuses.some((open) => open === status)
