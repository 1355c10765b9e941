import type { Ctx } from '../context.ts'
import type { List } from '../list.ts'
import { listEvidence } from './evidence/vault.ts'
import { listOwnDossiers } from './list-dossiers.ts'
import { communeQueue } from './review/commune-queue.ts'
import type { CommuneQueue, Due } from './review/commune-queue.ts'
import { isEditable } from './rules.ts'
import type { DossierId, DossierKind, DossierStatus, ListedDossier, VaultPaper } from './rules.ts'
import { listTrademarks } from './trademarks/find-trademarks.ts'
import type { Trademark } from './trademarks/find-trademarks.ts'
import {
  communeQueuePage,
  dossierListPage,
  dossierTerms,
  evidenceStateWords,
  kindWords,
  statusWords,
  trademarkStatusWords,
  trademarksPage,
  vaultPage as vault,
} from './words.ts'

type OwnDossier = {
  id: DossierId
  product: string
  code: string | null
  status: DossierStatus
  kind: DossierKind
  updatedAt: Date
  /** First those that wait for the producer itself. */
  turn: '1' | '2'
}

// A producer and a commune have some dozens of dossiers, and whether and until when one waits is computed: all of them are read.

export const ownDossierList: List<OwnDossier> = {
  name: 'ho-so-cua-toi',
  path: '/van-phong/ho-so',
  title: dossierListPage.title,
  columns: [
    { key: 'product', label: dossierListPage.product, kind: 'text' },
    { key: 'status', label: dossierListPage.status, kind: 'choice', choices: statusWords },
    { key: 'kind', label: dossierTerms.kind, kind: 'choice', choices: kindWords },
    { key: 'code', label: dossierTerms.code, kind: 'text' },
    { key: 'updatedAt', label: dossierListPage.lastEdited, kind: 'moment' },
  ],
  searched: ['product'],
  codes: ['code'],
  filters: [
    {
      name: 'status',
      label: dossierListPage.status,
      column: 'status',
      kind: 'choice',
      choices: statusWords,
      any: dossierListPage.anyStatus,
    },
  ],
  first: ['turn', '-updatedAt'],
  source: async (ctx: Ctx) => ({
    rows: ((await listOwnDossiers(ctx))?.dossiers ?? []).map(({ id, product, code, status, kind, updatedAt, submittedAt }) => ({
      id,
      product: product.name,
      code: submittedAt === null ? null : code,
      status,
      kind,
      updatedAt,
      turn: isEditable(status) ? '1' : '2',
    })),
  }),
}

export type CommuneDossier = {
  id: DossierId
  product: string
  producer: string
  code: string
  kind: DossierKind
  status: DossierStatus
  submittedAt: Date | null
  updatedAt: Date
  dueOn: string | null
  due: Due | null
  tray: 'dang-cho' | 'da-qua'
}

export const communeDossierList: List<CommuneDossier> = {
  name: 'ho-so-cua-xa',
  path: '/van-phong/xa',
  title: communeQueuePage.title,
  searchLabel: communeQueuePage.search,
  columns: [
    { key: 'product', label: dossierListPage.product, kind: 'text' },
    { key: 'producer', label: communeQueuePage.producer, kind: 'text' },
    { key: 'code', label: dossierTerms.code, kind: 'text' },
    { key: 'kind', label: communeQueuePage.kind, kind: 'choice', choices: kindWords },
    { key: 'dueOn', label: communeQueuePage.due, kind: 'day' },
    { key: 'status', label: communeQueuePage.status, kind: 'choice', choices: statusWords },
    { key: 'submittedAt', label: communeQueuePage.submittedAt, kind: 'moment', onlyInFile: true },
    { key: 'updatedAt', label: dossierListPage.lastEdited, kind: 'moment', onlyInFile: true },
  ],
  searched: ['product', 'producer'],
  codes: ['code'],
  filters: [
    {
      name: 'xem',
      label: communeQueuePage.tray,
      column: 'tray',
      kind: 'choice',
      choices: communeQueuePage.trays,
      any: communeQueuePage.both,
    },
    {
      name: 'status',
      label: communeQueuePage.status,
      column: 'status',
      kind: 'choice',
      choices: statusWords,
      any: communeQueuePage.anyStatus,
    },
  ],
  // Those that wait, the shortest time first; then those that went through its hands, the latest first.
  first: ['dueOn', '-updatedAt', 'code'],
  source: async (ctx: Ctx) => ({ rows: communeRows(await communeQueue(ctx)) }),
}

/** The rows of a queue that was read already. */
export const communeRows = ({ waiting, others }: Pick<CommuneQueue, 'waiting' | 'others'>): CommuneDossier[] => [
  ...waiting.map((dossier) => communeRow(dossier, dossier.due)),
  ...others.map((dossier) => communeRow(dossier, null)),
]

const communeRow = (dossier: ListedDossier, due: Due | null): CommuneDossier => {
  const { id, product, producer, code, kind, status, submittedAt, updatedAt } = dossier
  const tray = due ? 'dang-cho' : 'da-qua'
  return {
    id,
    product: product.name,
    producer: producer.name,
    code,
    kind,
    status,
    submittedAt,
    updatedAt,
    dueOn: due?.on ?? null,
    due,
    tray,
  }
}

export const evidenceList: List<VaultPaper & { kindNumber: string }> = {
  name: 'kho-minh-chung',
  path: '/van-phong/minh-chung',
  title: vault.title,
  columns: [
    { key: 'title', label: vault.columns.paper, kind: 'text' },
    { key: 'kindName', label: vault.columns.kind, kind: 'text' },
    { key: 'state', label: vault.columns.state, kind: 'choice', choices: evidenceStateWords },
    { key: 'number', label: vault.columns.number, kind: 'text', onlyInFile: true },
    { key: 'issuedBy', label: vault.columns.issuedBy, kind: 'text', onlyInFile: true },
    { key: 'issuedOn', label: vault.columns.issuedOn, kind: 'day', onlyInFile: true },
    { key: 'expiresOn', label: vault.columns.expiresOn, kind: 'day' },
    { key: 'usedIn', label: vault.columns.usedIn, kind: 'number' },
  ],
  searched: ['title', 'kindName', 'issuedBy'],
  codes: ['number'],
  filters: [
    { name: 'state', label: vault.columns.state, column: 'state', kind: 'choice', choices: evidenceStateWords, any: vault.anyState },
  ],
  first: ['kindNumber', 'title'],
  source: async (ctx: Ctx) => ({
    rows: (await listEvidence(ctx)).map((paper) => ({ ...paper, kindNumber: String(paper.kind).padStart(3, '0') })),
  }),
}

export const trademarkList: List<Trademark & { nextOn: string | null }> = {
  name: 'don-nhan-hieu',
  path: '/van-phong/nhan-hieu',
  title: trademarksPage.title,
  columns: [
    { key: 'mark', label: trademarksPage.columns.mark, kind: 'text' },
    { key: 'producerName', label: trademarksPage.columns.producer, kind: 'text' },
    { key: 'number', label: trademarksPage.columns.number, kind: 'text' },
    { key: 'filedOn', label: trademarksPage.columns.filedOn, kind: 'day' },
    { key: 'status', label: trademarksPage.columns.status, kind: 'choice', choices: trademarkStatusWords },
    { key: 'nextOn', label: trademarksPage.columns.nextOn, kind: 'day' },
  ],
  searched: ['mark', 'producerName'],
  codes: ['number'],
  filters: [
    {
      name: 'status',
      label: trademarksPage.columns.status,
      column: 'status',
      kind: 'choice',
      choices: trademarkStatusWords,
      any: trademarksPage.anyStatus,
    },
  ],
  // What comes next first; what has ended last.
  first: ['nextOn', '-filedOn', 'id'],
  source: async (ctx: Ctx) => ({
    rows: (await listTrademarks(ctx)).map((trademark) => ({ ...trademark, nextOn: trademark.next?.on ?? null })),
  }),
}
