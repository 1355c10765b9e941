import { nameActs } from '@dacsan/decisions'
import type { ActRows } from '../identity/rules.ts'
import { figureReaders } from './policy.ts'

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

export const programmeActTables = [{ says: 'Báo cáo kỳ', statuses: [], acts: reportActs }] as const
