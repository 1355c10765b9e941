import type { Ctx } from '../context.ts'
import type { List } from '../list.ts'
import { listBreaches } from './breaches.ts'
import type { BreachView } from './breaches.ts'
import { listRequests } from './requests.ts'
import type { RequestView } from './requests.ts'
import { breachesPage, breachStatusNames, privacyDesk as words, requestKindNames, requestStatusNames, sayWho } from './words.ts'

type ListedDataRequest = Pick<RequestView, 'id' | 'code' | 'kind' | 'status' | 'receivedAt' | 'nextDueOn' | 'late'> & {
  who: string
  tray: 'dang-cho' | 'da-xong'
}

// Few people ask, and the day by which they are answered is computed: all of them are read.
export const dataRequestList: List<ListedDataRequest> = {
  name: 'yeu-cau-du-lieu',
  path: '/van-phong/quan-tri/du-lieu',
  title: words.title,
  columns: [
    { key: 'code', label: words.columns.code, kind: 'text' },
    { key: 'who', label: words.columns.who, kind: 'text' },
    { key: 'kind', label: words.columns.kind, kind: 'choice', choices: requestKindNames },
    { key: 'nextDueOn', label: words.columns.due, kind: 'day' },
    { key: 'status', label: words.columns.state, kind: 'choice', choices: requestStatusNames },
    { key: 'receivedAt', label: words.receivedAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['who'],
  codes: ['code'],
  filters: [
    { name: 'xem', label: words.tray, column: 'tray', kind: 'choice', choices: words.trays, any: words.all },
    { name: 'kind', label: words.columns.kind, column: 'kind', kind: 'choice', choices: requestKindNames, any: words.anyKind },
  ],
  first: ['nextDueOn', '-receivedAt'],
  source: async (ctx: Ctx) => ({
    rows: [...(await listRequests(ctx, 'open')), ...(await listRequests(ctx, 'closed'))].map((request) => ({
      id: request.id,
      code: request.code,
      kind: request.kind,
      status: request.status,
      receivedAt: request.receivedAt,
      nextDueOn: request.isOpen ? request.nextDueOn : null,
      late: request.late,
      who: sayWho(request.personName),
      tray: request.isOpen ? 'dang-cho' : 'da-xong',
    })),
  }),
}

type ListedBreach = Pick<BreachView, 'id' | 'code' | 'what' | 'persons' | 'status' | 'hoursLeft' | 'late' | 'waitsForReport' | 'reportBy'>

export const dataBreachList: List<ListedBreach> = {
  name: 'su-co-du-lieu',
  path: '/van-phong/quan-tri/su-co',
  title: breachesPage.title,
  columns: [
    { key: 'code', label: breachesPage.columns.code, kind: 'text' },
    { key: 'what', label: breachesPage.columns.what, kind: 'text' },
    { key: 'persons', label: breachesPage.columns.persons, kind: 'number' },
    { key: 'reportBy', label: breachesPage.columns.clock, kind: 'moment' },
    { key: 'status', label: breachesPage.columns.state, kind: 'choice', choices: breachStatusNames },
  ],
  searched: ['what'],
  codes: ['code'],
  filters: [
    {
      name: 'status',
      label: breachesPage.columns.state,
      column: 'status',
      kind: 'choice',
      choices: breachStatusNames,
      any: breachesPage.anyState,
    },
  ],
  first: ['status', '-reportBy'],
  source: async (ctx: Ctx) => ({
    rows: (await listBreaches(ctx)).map(({ id, code, what, persons, status, hoursLeft, late, waitsForReport, reportBy }) => ({
      id,
      code,
      what,
      persons,
      status,
      hoursLeft,
      late,
      waitsForReport,
      reportBy,
    })),
  }),
}
