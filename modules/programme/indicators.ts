import { certificateNumber, certificateState, isInForce } from '../catalogue/rules.ts'
import type { CertificateState } from '../catalogue/rules.ts'
import { renewalsDue } from '../certificates/index.ts'
import type { RenewalStage, TermLaw } from '../certificates/index.ts'
import type { ReadDb } from '../context.ts'
import { isLateAtCommune, isUnderWay } from '../dossiers/rules.ts'
import {
  selectCertificates,
  selectDossiers,
  selectDoubts,
  selectLots,
  selectProducers,
  selectRegister,
  selectSales,
  selectScans,
} from './fact.store.ts'
import {
  certificateColumns,
  dossierColumns,
  doubtColumns,
  labelColumns,
  lotColumns,
  producerColumns,
  productColumns,
  renewalColumns,
  saleColumns,
  scanColumns,
} from './indicator-columns.ts'
import { indicatorIds } from './rules.ts'
import type { Column, FactRow, IndicatorId, Period } from './rules.ts'
import { indicatorWords } from './words.ts'
import type { IndicatorWords } from './words.ts'

/** When a figure is asked for: its period, and the day that "today" means. */
export type Window = Period & { today: string }

/** How a figure is counted. */
type Counting = {
  /** `day`: as it stands today; `period`: what happened between two days. */
  span: 'day' | 'period'
  columns: readonly Column[]
  /** The column that is added up; absent: rows are counted. */
  measure?: string
  rows: (db: ReadDb, window: Window) => Promise<FactRow[]>
}

export type Indicator = { id: IndicatorId } & IndicatorWords & Counting

const legal = ({ instrument, article }: Pick<TermLaw['windowRule'], 'instrument' | 'article'>) =>
  [instrument, article].filter(Boolean).join(', ')

/** Every figure of the programme, in the order in which the report tells them; `law`: the rows by which terms are read today. */
export function indicators(
  law: TermLaw,
  ministry: Pick<TermLaw['windowRule'], 'instrument' | 'article'> & { value: number },
): readonly Indicator[] {
  const terms = { opens: law.window.from, closes: law.window.to, source: legal(law.windowRule) }
  const words = indicatorWords(terms, { fromPoints: ministry.value, source: legal(ministry) })
  const countings = countingsUnder(law)
  return indicatorIds.map((id) => ({ id, ...words[id], ...countings[id] }))
}

function countingsUnder(law: TermLaw): Record<IndicatorId, Counting> {
  /** The products of the register whose certificate is in such a state on a day; the catalogue says which that is. */
  const inState = async (db: ReadDb, today: string, wanted: (state: CertificateState) => boolean) => {
    const day = { today, renewalDays: law.window.from, extensionDays: law.extensionDays }
    return (await selectRegister(db)).filter((row) => wanted(certificateState(row, day)))
  }
  /** Certificates whose last day is still to come and lies within the days in which the law speaks of renewal. */
  const ending = async (db: ReadDb, today: string, wanted?: RenewalStage) =>
    (await renewalsDue(db, today, law))
      .filter(({ validUntil, stage }) => validUntil >= today && (wanted === undefined || stage === wanted))
      .map(({ productName, producerName, stars, validUntil, windowFrom, windowTo, code, isSample }) => ({
        productName,
        producerName,
        stars,
        validUntil,
        windowFrom,
        windowTo,
        code: certificateNumber(code),
        isSample,
      }))
  return {
    register: {
      span: 'day',
      columns: productColumns,
      rows: (db) => selectRegister(db),
    },
    valid: {
      span: 'day',
      columns: productColumns,
      rows: (db, { today }) => inState(db, today, isInForce),
    },
    'term-unknown': {
      span: 'day',
      columns: productColumns,
      rows: (db, { today }) => inState(db, today, (state) => state === 'undated'),
    },
    expired: {
      span: 'day',
      columns: productColumns,
      rows: (db, { today }) => inState(db, today, (state) => state === 'expired'),
    },
    expiring: {
      span: 'day',
      columns: renewalColumns,
      rows: (db, { today }) => ending(db, today),
    },
    'renewal-in-window': {
      span: 'day',
      columns: renewalColumns,
      rows: (db, { today }) => ending(db, today, 'in-window'),
    },
    'renewal-late': {
      span: 'day',
      columns: renewalColumns,
      rows: (db, { today }) => ending(db, today, 'late'),
    },
    'renewal-under-way': {
      span: 'day',
      columns: renewalColumns,
      rows: (db, { today }) => ending(db, today, 'under-way'),
    },
    'potential-five': {
      span: 'day',
      columns: productColumns,
      rows: async (db) => (await selectRegister(db)).filter((row) => row.rank === 'potential-five'),
    },
    'awaiting-ministry': {
      span: 'day',
      columns: productColumns,
      rows: async (db) => (await selectRegister(db)).filter((row) => row.potentialFive && row.rank !== 'potential-five'),
    },
    producers: {
      span: 'day',
      columns: producerColumns,
      rows: (db) => selectProducers(db),
    },
    'recognised-first': {
      span: 'period',
      columns: certificateColumns,
      rows: async (db, window) => (await selectCertificates(db, window)).filter((row) => row.isFirst),
    },
    'recognised-again': {
      span: 'period',
      columns: certificateColumns,
      rows: async (db, window) => (await selectCertificates(db, window)).filter((row) => !row.isFirst),
    },
    upgraded: {
      span: 'period',
      columns: certificateColumns,
      rows: async (db, window) =>
        (await selectCertificates(db, window)).filter(
          ({ stars, starsBefore }) => stars !== null && starsBefore !== null && stars > starsBefore,
        ),
    },
    withdrawn: {
      span: 'period',
      columns: certificateColumns,
      rows: (db, window) => selectCertificates(db, window, 'withdrawn'),
    },
    'dossiers-filed': {
      span: 'period',
      columns: dossierColumns,
      rows: async (db, { from, to }) =>
        (await selectDossiers(db)).filter(({ submittedOn }) => submittedOn !== null && submittedOn >= from && submittedOn <= to),
    },
    'dossiers-open': {
      span: 'day',
      columns: dossierColumns,
      rows: async (db) => (await selectDossiers(db)).filter((row) => isUnderWay(row.status)),
    },
    'dossiers-late': {
      span: 'day',
      columns: dossierColumns,
      rows: async (db, { today }) =>
        (await selectDossiers(db)).filter(({ status, dueOn }) => isLateAtCommune({ status, communeDueOn: dueOn }, today)),
    },
    lots: {
      span: 'period',
      columns: lotColumns,
      rows: (db, window) => selectLots(db, window),
    },
    labels: {
      span: 'period',
      measure: 'labels',
      columns: labelColumns,
      rows: (db, window) => selectLots(db, window),
    },
    scans: {
      span: 'period',
      measure: 'count',
      columns: scanColumns,
      rows: (db, window) => selectScans(db, window),
    },
    'doubts-open': {
      span: 'day',
      columns: doubtColumns,
      rows: async (db) => (await selectDoubts(db)).filter((row) => row.status !== 'closed'),
    },
    sales: {
      span: 'period',
      measure: 'receivedVnd',
      columns: saleColumns,
      rows: async (db, window) => (await selectSales(db, window)).filter((row) => row.receivedVnd > 0),
    },
  }
}
