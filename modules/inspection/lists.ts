import { Forbidden } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../catalogue/index.ts'
import { certificateStateWords } from '../catalogue/words.ts'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import { communesOf, hasRole } from '../identity/rules.ts'
import type { List } from '../list.ts'
import { markUsesListed } from './mark/mark-use.store.ts'
import type { ListedMarkUse, MarkUsesOf } from './mark/mark-use.store.ts'
import { findPlan } from './plans/read-plan.ts'
import type { PlanCandidate } from './plans/read-plan.ts'
import { listProduction } from './production/confirm-production.ts'
import type { ProductionList } from './production/confirm-production.ts'
import { listInspections } from './visits/read-visits.ts'
import {
  inspectionStatusWords,
  inspectionsPage as words,
  markPage,
  markWords,
  planPage,
  productionAnswerWords,
  productionPage,
  sayGround,
} from './words.ts'

type ListedInspection = Awaited<ReturnType<typeof listInspections>>[number] & { tray: 'can-lam' | 'xong' }

// Some hundreds in a year: all of them are read.
export const inspectionList: List<ListedInspection> = {
  name: 'hau-kiem',
  path: '/van-phong/hau-kiem',
  title: words.title,
  columns: [
    { key: 'productName', label: words.product, kind: 'text' },
    { key: 'producerName', label: words.producer, kind: 'text' },
    { key: 'commune', label: words.commune, kind: 'text' },
    { key: 'dueOn', label: words.due, kind: 'day' },
    { key: 'status', label: words.status, kind: 'choice', choices: inspectionStatusWords },
    { key: 'openFindings', label: words.findings, kind: 'number' },
    { key: 'inspectorName', label: words.inspector, kind: 'text', onlyInFile: true },
    { key: 'visitedAt', label: words.visitedAt, kind: 'moment', onlyInFile: true },
    { key: 'code', label: words.code, kind: 'text', onlyInFile: true },
  ],
  searched: ['productName', 'producerName', 'commune'],
  codes: ['code'],
  filters: [{ name: 'xem', label: words.tray, column: 'tray', kind: 'choice', choices: words.trays, any: words.both, initial: 'can-lam' }],
  first: ['dueOn', 'productName'],
  source: async (ctx) => ({
    rows: (await listInspections(ctx)).map((row) => ({
      ...row,
      tray: row.status === 'visited' && row.openFindings === 0 ? ('xong' as const) : ('can-lam' as const),
    })),
  }),
}

type ListedCandidate = Omit<PlanCandidate, 'grounds'> & { grounds: string }

/** The year that the address names; this one where it names none. */
export const askedYear = (given: string | null | undefined, now: Date): number => {
  const year = Number(given)
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : Number(dateInVietnam(now).slice(0, 4))
}

// How much speaks for a visit is computed by the rule of the day: all are read.
export const planList: List<ListedCandidate> = {
  name: 'ke-hoach-hau-kiem',
  path: '/van-phong/hau-kiem/ke-hoach',
  title: planPage.listTitle,
  columns: [
    { key: 'productName', label: planPage.product, kind: 'text' },
    { key: 'producerName', label: planPage.producer, kind: 'text' },
    { key: 'commune', label: planPage.commune, kind: 'text' },
    { key: 'points', label: planPage.points, kind: 'number' },
    { key: 'grounds', label: planPage.grounds, kind: 'text' },
    { key: 'choice', label: planPage.choice, kind: 'choice', choices: planPage.choices },
    { key: 'state', label: planPage.state, kind: 'choice', choices: certificateStateWords, onlyInFile: true },
    { key: 'certifiedUntil', label: planPage.until, kind: 'day', onlyInFile: true },
    { key: 'lastVisitOn', label: planPage.lastVisit, kind: 'day', onlyInFile: true },
  ],
  searched: ['productName', 'producerName', 'commune'],
  filters: [{ name: 'chon', label: planPage.choice, column: 'choice', kind: 'choice', choices: planPage.choices, any: planPage.any }],
  asks: ['nam'],
  first: ['-points', 'productName'],
  source: async (ctx, { nam }) => {
    const { candidates } = await findPlan(ctx, askedYear(nam, ctx.now))
    return { rows: candidates.map((row) => ({ ...row, grounds: row.grounds.map(sayGround).join('; ') })) }
  },
}

type ListedProduction = ProductionList['products'][number]

export const productionList: List<ListedProduction> = {
  name: 'con-san-xuat',
  path: '/van-phong/con-san-xuat',
  title: productionPage.listTitle,
  columns: [
    { key: 'productName', label: productionPage.product, kind: 'text' },
    { key: 'producerName', label: productionPage.producer, kind: 'text' },
    { key: 'commune', label: productionPage.commune, kind: 'text' },
    { key: 'stars', label: productionPage.stars, kind: 'number', onlyInFile: true },
    { key: 'said', label: productionPage.said, kind: 'choice', choices: { none: productionPage.none, ...productionAnswerWords } },
    { key: 'at', label: productionPage.at, kind: 'moment', onlyInFile: true },
    { key: 'byName', label: productionPage.by, kind: 'text', onlyInFile: true },
    { key: 'note', label: productionPage.note, kind: 'text', onlyInFile: true },
  ],
  searched: ['productName', 'producerName', 'commune'],
  filters: [
    {
      name: 'tra-loi',
      label: productionPage.said,
      column: 'said',
      kind: 'choice',
      choices: { none: productionPage.none, ...productionAnswerWords },
      any: productionPage.any,
    },
  ],
  first: ['said', 'producerName', 'productName'],
  source: async (ctx) => ({ rows: (await listProduction(ctx)).products }),
}

/** All labels for the office, a commune's own, a producer's own. */
async function markUsesOf(ctx: Ctx): Promise<MarkUsesOf> {
  requireRole(ctx.actor, 'provincial-officer', 'commune-officer', 'producer')
  if (hasRole(ctx.actor, 'provincial-officer')) return { all: true }
  if (hasRole(ctx.actor, 'commune-officer')) return { communes: communesOf(ctx.actor, 'commune-officer') }
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return { producerId: producer.id }
}

export const markUseList: List<ListedMarkUse> = {
  name: 'dung-dau-ocop',
  path: '/van-phong/hau-kiem/dau',
  title: markPage.title,
  columns: [
    { key: 'productName', label: markPage.product, kind: 'text' },
    { key: 'producerName', label: markPage.producer, kind: 'text' },
    { key: 'commune', label: markPage.commune, kind: 'text', onlyInFile: true },
    { key: 'lotNumber', label: markPage.lot, kind: 'text' },
    { key: 'printedAt', label: markPage.printedAt, kind: 'moment' },
    { key: 'count', label: markPage.count, kind: 'number', sum: true },
    { key: 'mark', label: markPage.mark, kind: 'choice', choices: markWords },
    { key: 'certificateCode', label: markPage.certificate, kind: 'text', onlyInFile: true },
  ],
  searched: ['productName', 'producerName'],
  codes: ['lotNumber', 'certificateCode'],
  filters: [
    { name: 'dau', label: markPage.mark, column: 'mark', kind: 'choice', choices: markWords, any: markPage.any },
    { name: 'tu', label: markPage.from, column: 'printedAt', kind: 'from' },
    { name: 'den', label: markPage.to, column: 'printedAt', kind: 'to' },
  ],
  first: ['-printedAt', '-id'],
  source: async (ctx) => ({ statement: markUsesListed(ctx.db, await markUsesOf(ctx)) }),
}
