export { drillDown } from './figures.ts'
export { factList } from './lists.ts'

export { loadProgramme } from './load-programme.ts'
export { keepReport, listReports, renderReport } from './period-report.ts'

export { periodInput, previewReport } from './report-preview.ts'
export type { ReportRefusal } from './report-preview.ts'
export { drillWorkbook } from './papers/report-workbook.ts'
export { figuresBeforeAMeeting, steeringPage } from './steering-page.ts'
