import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../identity/rules.ts'
import { figureReaders } from './policy.ts'
import type { YearCallId, YearPlanId } from './rules/ids.ts'

/** What can be done to a period report: whoever may read the figures may keep what goes out. */
export const reportActs = nameActs('report', {
  keep: {
    by: figureReaders,
    event: 'report.kept',
    says: 'Lưu báo cáo kỳ',
    refusals: ['period-wrong'],
    formerly: { 'programme.report-kept': 'Lưu báo cáo kỳ' },
  },
} as const satisfies ActRows)

const office = { 'provincial-officer': 'any' } as const

/** The latest version of the plan of a year. */
export const yearPlanStatuses = ['draft', 'issued'] as const
export type YearPlanStatus = (typeof yearPlanStatuses)[number]
export type YearPlanIssued = { planId: YearPlanId; year: number; version: number }

export const yearPlanActs = nameActs('year-plan', {
  open: { to: 'draft', by: office, event: 'year-plan.opened', says: 'Lập kế hoạch năm' },
  write: {
    from: ['draft'],
    by: office,
    event: 'year-plan.written',
    says: 'Ghi kế hoạch năm',
    closed: 'plan-issued',
    refusals: ['changed-elsewhere'],
  },
  share: { from: ['draft'], by: office, event: 'year-plan.share-set', says: 'Giao chỉ tiêu năm cho xã', closed: 'plan-issued' },
  /** The paper was signed: communes read their share from now on. */
  issue: {
    from: ['draft'],
    to: 'issued',
    by: office,
    event: 'year-plan.issued',
    final: true,
    payload: carries<YearPlanIssued>(),
    says: 'Ban hành kế hoạch năm',
    closed: 'plan-issued',
    refusals: ['plan-empty', 'issued-in-future', 'changed-elsewhere'],
  },
  /** A version after the issued one, which stays as it was. */
  revise: {
    from: ['issued'],
    to: 'draft',
    by: office,
    event: 'year-plan.revised',
    says: 'Điều chỉnh kế hoạch năm',
    closed: 'plan-being-written',
  },
} as const satisfies ActRows<YearPlanStatus>)

const called = carries<{ callId: YearCallId; year: number; round: number }>()
const callRefusals = ['nothing-to-call-for', 'round-over', 'nobody-left'] as const

export const yearCallActs = nameActs('year-call', {
  call: { by: office, event: 'year-call.sent', payload: called, says: 'Kêu gọi tham gia đợt', refusals: callRefusals },
  /** A commune calls its own producers, with a last day of its own. */
  'call-own': {
    by: { 'commune-officer': 'own-commune' },
    event: 'year-call.sent-by-commune',
    payload: called,
    says: 'Xã kêu gọi chủ thể tham gia đợt',
    refusals: [...callRefusals, 'last-day-over', 'last-day-late'],
  },
} as const satisfies ActRows)

export const programmeActTables = [
  { says: 'Báo cáo kỳ', statuses: [], acts: reportActs },
  { says: 'Kế hoạch năm', statuses: yearPlanStatuses, acts: yearPlanActs },
  { says: 'Kêu gọi tham gia', statuses: [], acts: yearCallActs },
] as const
