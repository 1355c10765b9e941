export { drillDown } from './figures.ts'

export { loadProgramme } from './load-programme.ts'
export { keepReport, listReports, renderReport } from './period-report.ts'

export { periodInput, previewReport } from './report-preview.ts'
export type { ReportRefusal } from './report-preview.ts'
export { drillWorkbook } from './report-workbook.ts'
export { steeringPage } from './steering-page.ts'

export { unmeasured } from './unmeasured-indicators.ts'
