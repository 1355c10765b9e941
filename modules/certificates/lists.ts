import { certificateNumber } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import type { List } from '../list.ts'
import { selectDecisions } from './decision.store.ts'
import { expiryWatch } from './expiry-watch.ts'
import type { ExpiringCertificate } from './expiry-watch.ts'
import { listImports } from './find-import.ts'
import { requireDecisionReader } from './policy.ts'
import type { ImportCard } from './register-import.store.ts'
import type { DecisionCard } from './rules.ts'
import {
  decisionKindWords,
  decisionsPage as words,
  decisionStatusWords,
  expiryColumns,
  expiryPage,
  importListWords,
  importSourceWords,
  importStatusWords,
  renewalStageWords,
} from './words.ts'

// A province decides some dozens of times a year, and reads some dozens of files: all of them are read.

export const decisionList: List<DecisionCard & { itemCount: number; certificateCount: number }> = {
  name: 'quyet-dinh',
  path: '/van-phong/quyet-dinh',
  title: words.decisions,
  columns: [
    { key: 'number', label: words.columns.number, kind: 'text' },
    { key: 'signedOn', label: words.columns.signedOn, kind: 'day' },
    { key: 'status', label: words.columns.status, kind: 'choice', choices: decisionStatusWords },
    { key: 'kind', label: words.columns.kind, kind: 'choice', choices: decisionKindWords },
    { key: 'itemCount', label: words.columns.products, kind: 'number' },
    { key: 'certificateCount', label: words.columns.certificates, kind: 'number' },
    { key: 'authority', label: words.columns.authority, kind: 'text', onlyInFile: true },
    { key: 'signer', label: words.columns.signer, kind: 'text', onlyInFile: true },
  ],
  searched: ['authority', 'signer'],
  codes: ['number'],
  filters: [
    {
      name: 'status',
      label: words.columns.status,
      column: 'status',
      kind: 'choice',
      choices: decisionStatusWords,
      any: words.anyStatus,
    },
    { name: 'kind', label: words.columns.kind, column: 'kind', kind: 'choice', choices: decisionKindWords, any: words.anyKind },
    { name: 'from', label: words.signedFrom, column: 'signedOn', kind: 'from' },
    { name: 'to', label: words.signedTo, column: 'signedOn', kind: 'to' },
  ],
  // Those that wait for their number first.
  first: ['status', '-signedOn', '-id'],
  source: async (ctx: Ctx) => {
    requireDecisionReader(ctx.actor)
    return { rows: await selectDecisions(ctx.db) }
  },
}

type ListedExpiry = Pick<
  ExpiringCertificate,
  'code' | 'productName' | 'producerName' | 'stars' | 'decisionNumber' | 'issuedOn' | 'validUntil' | 'validityInferred' | 'stage'
> & { id: string; inferred: 'yes' | 'no'; windowFrom: string; windowTo: string; numbered: string | null }

// What a certificate waits for follows from the law of the day: all that end in the window are read.
export const expiryList: List<ListedExpiry> = {
  name: 'thoi-han-giay',
  path: '/van-phong/quyet-dinh/thoi-han',
  title: expiryPage.title,
  columns: [
    { key: 'productName', label: expiryColumns.productName, kind: 'text' },
    { key: 'producerName', label: expiryColumns.producerName, kind: 'text' },
    { key: 'stars', label: expiryColumns.stars, kind: 'number' },
    { key: 'numbered', label: expiryColumns.code, kind: 'text', onlyInFile: true },
    { key: 'decisionNumber', label: expiryColumns.decisionNumber, kind: 'text', onlyInFile: true },
    { key: 'issuedOn', label: expiryColumns.issuedOn, kind: 'day', onlyInFile: true },
    { key: 'validUntil', label: expiryColumns.validUntil, kind: 'day' },
    { key: 'inferred', label: expiryColumns.inferred, kind: 'choice', choices: expiryColumns.inferredWords, onlyInFile: true },
    { key: 'windowFrom', label: expiryColumns.windowFrom, kind: 'day' },
    { key: 'windowTo', label: expiryColumns.windowTo, kind: 'day' },
    { key: 'stage', label: expiryColumns.stage, kind: 'choice', choices: renewalStageWords },
  ],
  searched: ['productName', 'producerName'],
  codes: ['numbered', 'decisionNumber'],
  filters: [
    { name: 'stage', label: expiryColumns.stage, column: 'stage', kind: 'choice', choices: renewalStageWords, any: expiryPage.anyStage },
    { name: 'from', label: expiryPage.endsFrom, column: 'validUntil', kind: 'from' },
    { name: 'to', label: expiryPage.endsTo, column: 'validUntil', kind: 'to' },
  ],
  first: ['stage', 'validUntil', 'productName'],
  perPage: 15,
  source: async (ctx: Ctx) => ({
    rows: (await expiryWatch(ctx)).certificates.map((certificate) => ({
      id: certificate.code,
      code: certificate.code,
      productName: certificate.productName,
      producerName: certificate.producerName,
      stars: certificate.stars,
      decisionNumber: certificate.decisionNumber,
      issuedOn: certificate.issuedOn,
      validUntil: certificate.validUntil,
      validityInferred: certificate.validityInferred,
      stage: certificate.stage,
      inferred: certificate.validityInferred ? 'yes' : 'no',
      windowFrom: certificate.windowFrom,
      windowTo: certificate.windowTo,
      numbered: certificateNumber(certificate.code),
    })),
  }),
}

type ListedImport = Pick<
  ImportCard,
  'id' | 'fileName' | 'status' | 'faults' | 'proposedAt' | 'rowCount' | 'decidedByName' | 'decidedAt'
> & {
  proposedBy: string
}

export const registerImportList: List<ListedImport> = {
  name: 'nhap-so',
  path: '/van-phong/so-dang-ky',
  title: importListWords.title,
  columns: [
    { key: 'fileName', label: importListWords.file, kind: 'text' },
    { key: 'status', label: importListWords.status, kind: 'choice', choices: importStatusWords },
    { key: 'proposedBy', label: importListWords.proposed, kind: 'text' },
    { key: 'proposedAt', label: importListWords.proposedAt, kind: 'moment' },
    { key: 'rowCount', label: importListWords.rows, kind: 'number' },
    { key: 'decidedByName', label: importListWords.decidedBy, kind: 'text', onlyInFile: true },
    { key: 'decidedAt', label: importListWords.decidedAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['fileName', 'proposedBy', 'decidedByName'],
  filters: [
    {
      name: 'status',
      label: importListWords.status,
      column: 'status',
      kind: 'choice',
      choices: importStatusWords,
      any: importListWords.anyStatus,
    },
  ],
  first: ['-proposedAt', '-id'],
  source: async (ctx: Ctx) => ({
    rows: (await listImports(ctx)).map(({ id, fileName, status, faults, proposedAt, rowCount, decidedByName, decidedAt, ...rest }) => ({
      id,
      fileName,
      status,
      faults,
      proposedAt,
      rowCount,
      decidedByName,
      decidedAt,
      proposedBy: rest.proposedByName ?? importSourceWords[rest.source],
    })),
  }),
}
