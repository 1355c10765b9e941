import type { CellValue, Workbook, WorkbookSheet } from '@dacsan/papers'
import { queryVersion } from '../figures.ts'
import type { Drill } from '../figures.ts'
import type { ReportPreview } from '../report-preview.ts'
import type { Column, FactRow, Period } from '../rules.ts'
import { progressWords, unmeasured } from '../words.ts'

/** The figures on the first sheet, the rows of each on a sheet of its own. */
export function reportWorkbook(report: ReportPreview): Workbook {
  return {
    sheets: [
      {
        name: 'Chỉ tiêu',
        columns: [
          { key: 'name', header: 'Chỉ tiêu', kind: 'text', total: 'count' },
          { key: 'unit', header: 'Đơn vị', kind: 'text' },
          { key: 'real', header: 'Số liệu', kind: 'integer' },
          { key: 'sample', header: 'Dữ liệu mẫu', kind: 'integer' },
          { key: 'definition', header: 'Cách tính', kind: 'text' },
          { key: 'source', header: 'Nguồn', kind: 'text' },
        ],
        rows: report.figures.map(({ figure }) => figure),
      },
      {
        name: 'Mục tiêu',
        columns: [
          { key: 'title', header: 'Mục tiêu', kind: 'text', total: 'count' },
          { key: 'periodFrom', header: 'Từ ngày', kind: 'date' },
          { key: 'periodTo', header: 'Đến ngày', kind: 'date' },
          { key: 'valueFrom', header: 'Mức', kind: 'integer' },
          { key: 'valueTo', header: 'Đến mức', kind: 'integer' },
          { key: 'published', header: 'Số công bố', kind: 'integer' },
          { key: 'counted', header: 'Sổ đăng ký ghi được', kind: 'integer' },
          { key: 'progress', header: 'Đánh giá', kind: 'text' },
          { key: 'instrument', header: 'Văn bản', kind: 'text' },
          { key: 'note', header: 'Ghi chú', kind: 'text' },
        ],
        rows: report.targets.map(({ target, counted, published, verdict }) => ({
          title: target.title,
          periodFrom: target.periodFrom,
          periodTo: target.periodTo,
          valueFrom: target.valueFrom,
          valueTo: target.valueTo,
          published: published?.value ?? null,
          counted: counted?.value ?? null,
          progress: progressWords[verdict.progress],
          instrument: target.instrument,
          note: target.note,
        })),
      },
      {
        name: 'Chưa có số liệu',
        columns: [
          { key: 'name', header: 'Chỉ tiêu', kind: 'text' },
          { key: 'missing', header: 'Vì sao', kind: 'text' },
        ],
        rows: [...unmeasured],
      },
      ...report.figures.map(({ figure, indicator, rows }) => rowSheet(figure.id, indicator.columns, rows, indicator.measure)),
    ],
    source: sourceOf('Báo cáo kỳ Chương trình OCOP', 'programme.period-report', report, report.producedAt),
  }
}

/** One figure with its rows. */
export function drillWorkbook({ figure, sliceWords, columns, rows, period }: Drill, producedAt: Date): Workbook {
  return {
    sheets: [rowSheet(figure.id, columns, rows)],
    source: sourceOf(figure.name, `programme.${figure.id}`, period, producedAt, [figure.definition, ...(sliceWords ? [sliceWords] : [])]),
  }
}

function rowSheet(name: string, columns: readonly Column[], rows: readonly FactRow[], measure?: string): WorkbookSheet {
  const [first] = columns
  return {
    name,
    columns: [
      ...columns.map(({ key, header, kind }) => ({
        key,
        header,
        kind,
        ...(key === measure ? { total: 'sum' as const } : key === first?.key ? { total: 'count' as const } : {}),
      })),
      { key: 'sampleMark', header: 'Dữ liệu mẫu', kind: 'text' },
    ],
    rows: rows.map((row): Record<string, CellValue> => ({ ...row, sampleMark: row.isSample ? 'mẫu' : '' })),
  }
}

const sourceOf = (title: string, query: string, { from, to }: Period, producedAt: Date, notes: string[] = []) => ({
  title,
  query,
  version: queryVersion,
  producedAt,
  filters: [
    { label: 'Từ ngày', value: from },
    { label: 'Đến ngày', value: to },
  ],
  notes: [...notes, 'Dòng có chữ “mẫu” ở cột cuối là dữ liệu chạy thử, không tính vào số liệu.'],
})
