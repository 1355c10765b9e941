import { readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { renewalClock } from '../dossiers/rules.ts'
import type { DossierId, DossierKind, RenewalClock } from '../dossiers/rules.ts'
import { kindWords, lowerFirst, renewalTermWords, statusWords } from '../dossiers/words.ts'
import type { List } from '../list.ts'
import { listAppeals } from './appeals/find-appeal.ts'
import type { AppealView } from './appeals/find-appeal.ts'
import { listAppraisals } from './intake/list-appraisals.ts'
import type { AppraisalRow } from './intake/list-appraisals.ts'
import { findRoundOverview } from './rounds/find-round-overview.ts'
import type { RoundRow } from './rounds/find-round-overview.ts'
import { listRounds } from './rounds/find-round.ts'
import type { RoundSummary } from './rounds/find-round.ts'
import type { AppraisalStage } from './rules.ts'
import { listSessions } from './sessions/list-sessions.ts'
import type { SessionCard } from './sessions/list-sessions.ts'
import {
  appealAboutWords,
  appealDesk,
  appealStatusWords,
  appraisalsPage as words,
  councilPage,
  roundPage,
  roundStatusWords,
  roundsPage,
  sayStage,
  seatWords,
  sessionStatusWords,
  stageWords,
} from './words.ts'

/** A dossier on its way through the province, as lists show it. */
export type ListedAppraisal = {
  id: DossierId
  product: string
  producer: string
  commune: string
  kind: DossierKind
  code: string
  stage: AppraisalStage | null
  /** What it waits for, with the name of whoever writes its report. */
  says: string
  adviserName: string | null
  /** The last day of a re-evaluation, and how it stands to it. */
  renewalDueOn: string | null
  renewal: RenewalClock | null
  submittedAt: Date | null
}

const shown = (row: AppraisalRow, today: string): ListedAppraisal => ({
  id: row.id,
  product: row.product.name,
  producer: row.producer.name,
  commune: row.commune.name,
  kind: row.kind,
  code: row.code,
  stage: row.stage,
  says: sayStage(row),
  adviserName: row.adviserName,
  ...termOf(renewalClock(row, today)),
  submittedAt: row.submittedAt,
})

const termOf = (renewal: RenewalClock | null) => ({ renewalDueOn: renewal?.on ?? null, renewal })

const { columns: names } = words
// What a dossier waits for is computed from its report and its session, and who may read it by their conflicts: all of them are read.
const ofAppraisals: Pick<List<ListedAppraisal>, 'columns' | 'searched' | 'codes' | 'filters' | 'first'> = {
  columns: [
    { key: 'product', label: names.product, kind: 'text' },
    { key: 'producer', label: names.producer, kind: 'text' },
    { key: 'commune', label: names.commune, kind: 'text' },
    { key: 'kind', label: names.kind, kind: 'choice', choices: kindWords },
    { key: 'code', label: names.code, kind: 'text' },
    { key: 'stage', label: names.stage, kind: 'choice', choices: stageWords },
    { key: 'renewalDueOn', label: renewalTermWords.column, kind: 'day' },
    { key: 'adviserName', label: names.adviser, kind: 'text', onlyInFile: true },
    { key: 'submittedAt', label: names.submittedAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['product', 'producer', 'commune', 'adviserName'],
  codes: ['code'],
  filters: [
    { name: 'stage', label: names.stage, column: 'stage', kind: 'choice', choices: stageWords, any: words.anyStage },
    { name: 'kind', label: names.kind, column: 'kind', kind: 'choice', choices: kindWords, any: words.anyKind },
  ],
  first: ['stage', 'renewalDueOn', 'product', 'code'],
}

export const appraisalList: List<ListedAppraisal> = {
  ...ofAppraisals,
  name: 'tham-dinh',
  path: '/van-phong/tham-dinh',
  title: words.title,
  source: async (ctx: Ctx) => ({ rows: (await listAppraisals(ctx)).map((row) => shown(row, dateInVietnam(ctx.now))) }),
}

type ListedInRound = ListedAppraisal & { proposedOn: string | null; samples: string; visitedOn: string | null; testsAwaited: number }

/** Nothing where none are asked for, and where the book was never kept of a dossier that is decided. */
const countOf = ({ stage, samples: { received, required } }: RoundRow): string =>
  required === 0 || (stage === null && received === 0) ? '' : `${received}/${required}`

export const roundDossierList: List<ListedInRound> = {
  ...ofAppraisals,
  columns: [
    ...ofAppraisals.columns,
    { key: 'samples', label: roundPage.columns.samples, kind: 'text' },
    { key: 'proposedOn', label: roundPage.columns.proposedOn, kind: 'day', onlyInFile: true },
    { key: 'visitedOn', label: roundPage.columns.visitedOn, kind: 'day', onlyInFile: true },
    { key: 'testsAwaited', label: roundPage.columns.testsAwaited, kind: 'number', onlyInFile: true },
  ],
  name: 'ho-so-trong-dot',
  path: '/van-phong/dot/[round]',
  title: words.inRound,
  asks: ['dot'],
  source: async (ctx: Ctx, { dot = '' }) => {
    const { rows } = await findRoundOverview(ctx, readId('rnd', dot))
    return {
      rows: rows.map((row) => ({
        ...shown(row, dateInVietnam(ctx.now)),
        samples: countOf(row),
        proposedOn: row.proposedOn,
        visitedOn: row.visitedOn,
        testsAwaited: row.testsAwaited,
      })),
    }
  },
}

export const sessionList: List<SessionCard> = {
  name: 'phien-hop',
  path: '/van-phong/hoi-dong',
  title: councilPage.sessions,
  columns: [
    { key: 'heldOn', label: councilPage.columns.heldOn, kind: 'day' },
    { key: 'status', label: councilPage.columns.status, kind: 'choice', choices: sessionStatusWords },
    { key: 'dossierCount', label: councilPage.columns.dossiers, kind: 'number' },
    { key: 'roundName', label: councilPage.columns.round, kind: 'text' },
    { key: 'place', label: councilPage.columns.place, kind: 'text' },
    { key: 'councilName', label: councilPage.columns.council, kind: 'text' },
    { key: 'seat', label: councilPage.columns.seat, kind: 'choice', choices: seatWords },
  ],
  searched: ['roundName', 'place', 'councilName'],
  filters: [
    {
      name: 'status',
      label: councilPage.columns.status,
      column: 'status',
      kind: 'choice',
      choices: sessionStatusWords,
      any: councilPage.anyStatus,
    },
    { name: 'from', label: councilPage.from, column: 'heldOn', kind: 'from' },
    { name: 'to', label: councilPage.to, column: 'heldOn', kind: 'to' },
  ],
  // Those that are not closed before those that are.
  first: ['status', '-heldOn'],
  source: async (ctx: Ctx) => ({ rows: await listSessions(ctx) }),
}

type ListedRound = Pick<RoundSummary, 'id' | 'name' | 'status' | 'communeDeadline' | 'provinceDeadline'> & { count: number; steps: string }

export const roundList: List<ListedRound> = {
  name: 'dot-danh-gia',
  path: '/van-phong/dot',
  title: roundsPage.rounds,
  columns: [
    { key: 'name', label: roundsPage.columns.name, kind: 'text' },
    { key: 'status', label: roundsPage.columns.status, kind: 'choice', choices: roundStatusWords },
    { key: 'communeDeadline', label: roundsPage.columns.communeDeadline, kind: 'day' },
    { key: 'provinceDeadline', label: roundsPage.columns.provinceDeadline, kind: 'day' },
    { key: 'count', label: roundsPage.columns.dossiers, kind: 'number' },
    { key: 'steps', label: roundsPage.columns.steps, kind: 'text' },
  ],
  searched: ['name'],
  filters: [
    {
      name: 'status',
      label: roundsPage.columns.status,
      column: 'status',
      kind: 'choice',
      choices: roundStatusWords,
      any: roundsPage.anyStatus,
    },
  ],
  first: ['-provinceDeadline'],
  source: async (ctx: Ctx) => ({
    rows: (await listRounds(ctx)).map(({ id, name, status, communeDeadline, provinceDeadline, dossiers }) => {
      const steps = Object.entries(dossiers) as [keyof typeof statusWords, number][]
      return {
        id,
        name,
        status,
        communeDeadline,
        provinceDeadline,
        count: steps.reduce((sum, [, count]) => sum + count, 0),
        steps: steps.map(([step, count]) => `${count} ${lowerFirst(statusWords[step])}`).join(', '),
      }
    }),
  }),
}

/** A complaint as the office lists it. */
export type ListedAppeal = Pick<AppealView, 'id' | 'about' | 'status' | 'filedAt'> & {
  product: string
  producer: string
  commune: string
  code: string
  late: boolean
  dueOn: string | null
}

// Some dozens in a year: what is left of their days is computed, and all of them are read.
export const appealList: List<ListedAppeal> = {
  name: 'khieu-nai',
  path: '/van-phong/khieu-nai',
  title: appealDesk.title,
  columns: [
    { key: 'product', label: appealDesk.columns.product, kind: 'text' },
    { key: 'producer', label: appealDesk.columns.producer, kind: 'text' },
    { key: 'about', label: appealDesk.columns.about, kind: 'choice', choices: appealAboutWords },
    { key: 'status', label: appealDesk.columns.status, kind: 'choice', choices: appealStatusWords },
    { key: 'dueOn', label: appealDesk.columns.due, kind: 'day' },
    { key: 'commune', label: appealDesk.columns.commune, kind: 'text', onlyInFile: true },
    { key: 'code', label: appealDesk.columns.code, kind: 'text', onlyInFile: true },
    { key: 'filedAt', label: appealDesk.columns.filedAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['product', 'producer', 'commune'],
  codes: ['code'],
  filters: [
    {
      name: 'status',
      label: appealDesk.columns.status,
      column: 'status',
      kind: 'choice',
      choices: appealStatusWords,
      any: appealDesk.anyStatus,
    },
  ],
  first: ['status', 'dueOn', '-filedAt'],
  source: async (ctx: Ctx) => ({
    rows: (await listAppeals(ctx)).map(({ id, about, status, filedAt, productName, producerName, communeName, dossierCode, due }) => ({
      id,
      about,
      status,
      filedAt,
      product: productName,
      producer: producerName,
      commune: communeName,
      code: dossierCode,
      late: due?.late ?? false,
      dueOn: due?.by ?? null,
    })),
  }),
}
