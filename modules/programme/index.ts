export { drillDown } from './figures.ts'
export { askedYear, calendarList, factList, yearPlanList } from './lists.ts'

export { loadProgramme } from './load-programme.ts'
export { keepReport, listReports, renderReport } from './period-report.ts'

export { periodInput, previewReport } from './report-preview.ts'
export type { ReportRefusal } from './report-preview.ts'
export { drillWorkbook } from './papers/report-workbook.ts'
export { figuresBeforeAMeeting, steeringPage } from './steering-page.ts'

export { findYearPlan } from './year-plan/read-plan.ts'
export { issueYearPlan, openYearPlan, reviseYearPlan, setShare, writeYearPlan } from './year-plan/tend-plan.ts'
export { sendCall, sendOwnCall } from './year-plan/send-call.ts'
export { previewCall } from './year-plan/preview-call.ts'
export { callInput, ownCallInput, issuePlanInput, sharePlanInput, writePlanInput, yearPlanInput } from './inputs.ts'
export { papersOfYearPlan, yearPlanFile } from './papers.ts'

export { readCalendar } from './calendar/read-calendar.ts'
export { calendarDownload } from './calendar/calendar-download.ts'
