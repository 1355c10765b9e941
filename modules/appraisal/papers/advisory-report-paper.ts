import type { Block, OfficialDocument } from '@dacsan/papers'
import { setNumberOf } from '@dacsan/scorecard'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { criteriaSet } from '../../law/index.ts'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { asFileName, points, sampleMark } from '../../papers/words.ts'
import type { Appraisal } from '../intake/find-appraisal.ts'
import type { AdvisoryReport } from '../intake/intake.store.ts'
import type { LaboratoryTestView } from '../rules.ts'
import type { FieldVisit } from '../preparation/visit.store.ts'
import type { WeakPoint } from '../rules.ts'
import { preparationPage, sayWeakPoint } from '../words.ts'
import { criteriaTable } from './score-sheet.ts'

/** What the papers of the advisory group say. */
export type Reported = Pick<Appraisal, 'dossier' | 'report' | 'preScore' | 'prepared'>

/** The report of the advisory group on one dossier, once it is handed in: for the office and for who wrote it. */
export const advisoryReportPaper: Paper<Reported> = {
  address: 'bao-cao-to-tu-van',
  formats: ['pdf', 'docx'],
  by: { 'provincial-officer': 'any', 'advisory-member': 'assigned' },
  about: ({ dossier }) => ({ type: 'dossier', id: dossier.id }),
  title: () => 'Báo cáo Tổ tư vấn',
  says: () => 'Gửi Hội đồng',
  absent: ({ report }) => (report?.submittedAt ? null : 'Chưa nộp báo cáo'),
  fileName: ({ dossier }) => `bao-cao-to-tu-van-${asFileName(dossier.code)}`,
  draw: (_, appraisal) => advisoryReport(appraisal, { ...appraisal.report!, submittedAt: appraisal.report!.submittedAt! }),
}

/** The marks of the group, for the office and for who wrote the report: the council reads the weak points alone, in the report. */
export const preScorePaper: Paper<Reported> = {
  address: 'phieu-cham-so-bo',
  formats: ['pdf', 'docx'],
  by: { 'provincial-officer': 'any', 'advisory-member': 'assigned' },
  about: ({ dossier }) => ({ type: 'dossier', id: dossier.id }),
  title: () => 'Phiếu chấm sơ bộ',
  says: () => 'Điểm của Tổ tư vấn, không gửi Hội đồng',
  absent: ({ report, preScore }) => (report?.submittedAt && preScore ? null : 'Chưa có điểm sơ bộ nộp cùng báo cáo'),
  fileName: ({ dossier }) => `phieu-cham-so-bo-${asFileName(dossier.code)}`,
  draw: (_, { dossier, report, preScore }) => {
    const { province } = issuers
    const { lines, score } = preScore!
    const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
    return {
      superiorAgency: province.office.letterhead,
      issuingAgency: province.advisers.letterhead,
      place: province.place,
      date: dateInVietnam(report!.submittedAt!),
      typeName: 'Phiếu chấm sơ bộ',
      subject: `Sản phẩm ${dossier.product.name}`,
      blocks: [
        { kind: 'field', label: 'Chủ thể', value: `${dossier.producer.name}, ${dossier.commune.name}` },
        { kind: 'field', label: 'Mã hồ sơ', value: dossier.code },
        {
          kind: 'field',
          label: 'Bộ sản phẩm',
          value: `${setNumberOf(dossier.setCode)}. ${set.name} (Quyết định số ${dossier.criteriaDecision})`,
        },
        criteriaTable(set, lines),
        { kind: 'field', label: 'Tổng điểm sơ bộ', value: `${points(score.total)}, ${score.stars} sao theo phiếu này` },
        { kind: 'field', label: 'Chưa đạt mức tối thiểu', value: score.weak.map(sayWeakPoint).join('; ') || 'không có' },
      ],
      signatures: [{ authority: ['TM. Tổ tư vấn', 'Người chấm'], name: report!.adviserName }],
      ...sampleMark(dossier.isSample),
      createdAt: report!.submittedAt!,
    }
  },
}

/** Báo cáo of the advisory group (Quyết định 26/2026/QĐ-TTg, Điều 7, step 4; Nghị định 30/2020/NĐ-CP, mẫu 1.4). Parts that nobody wrote are left out. */
function advisoryReport({ dossier, preScore, prepared }: Reported, report: AdvisoryReport & { submittedAt: Date }): OfficialDocument {
  const { province } = issuers
  const set = `${setNumberOf(dossier.setCode)}. ${dossier.setName}`
  return {
    superiorAgency: province.office.letterhead,
    issuingAgency: province.advisers.letterhead,
    symbol: province.advisers.reportSymbol,
    place: province.place,
    date: dateInVietnam(report.submittedAt),
    typeName: 'Báo cáo',
    subject: `Thẩm định hồ sơ sản phẩm ${dossier.product.name}`,
    addressees: ['Hội đồng đánh giá, phân hạng sản phẩm OCOP'],
    blocks: [
      { kind: 'heading', level: 1, text: 'I. THÔNG TIN CHUNG' },
      { kind: 'field', label: '1. Sản phẩm', value: dossier.product.name },
      { kind: 'field', label: '2. Chủ thể', value: `${dossier.producer.name}, ${dossier.commune.name}` },
      { kind: 'field', label: '3. Mã hồ sơ', value: dossier.code },
      { kind: 'field', label: '4. Bộ sản phẩm', value: set },
      { kind: 'field', label: '5. Ngày khảo sát thực địa', value: report.fieldVisitOn ? formatDate(report.fieldVisitOn) : undefined },
      ...numbered([
        ['KẾT QUẢ THẨM ĐỊNH', report.findings],
        ['KHẢO SÁT THỰC ĐỊA', linesOf(prepared.visits.map(visitLine))],
        ['KIỂM NGHIỆM BỔ SUNG', linesOf([report.extraTests, ...prepared.tests.map(testLine)])],
        ['CHỖ CÒN YẾU, TIÊU CHÍ CẦN HỘI ĐỒNG LƯU Ý', linesOf([report.weaknesses, ...(preScore?.score.weak ?? []).map(weakLine)])],
        ['KIẾN NGHỊ', recommended(report.recommendedStars)],
      ]),
    ],
    signatures: [{ authority: ['TM. Tổ tư vấn', 'Người báo cáo'], name: report.adviserName }],
    recipients: ['Như trên;', `${province.office.name};`, 'Lưu: TTV.'],
    ...sampleMark(dossier.isSample),
    createdAt: report.submittedAt,
  }
}

const linesOf = (lines: readonly string[]): string => lines.filter(Boolean).join('\n')

const visitLine = ({ visitedOn, place, visitors, findings, photos }: FieldVisit): string =>
  `Ngày ${formatDate(visitedOn!)}, tại ${place}; thành phần: ${visitors}; ${photos.length} ảnh. ${findings}`

const testLine = ({ indicator, criterion, answer }: LaboratoryTestView): string => {
  const what = preparationPage.test(indicator, criterion)
  return answer ? `${what}: ${answer.result} (${answer.laboratory}, ngày ${formatDate(answer.testedOn)}).` : `${what}: chưa có kết quả.`
}

const weakLine = (point: WeakPoint): string => `${sayWeakPoint(point)}${point.comment ? `. ${point.comment}` : ''}`

function recommended(stars: number | null): string {
  if (stars === null) return ''
  return stars < 3
    ? 'Tổ tư vấn kiến nghị Hội đồng xem xét: sản phẩm chưa đạt hạng 3 sao./.'
    : `Tổ tư vấn kiến nghị Hội đồng xem xét, đánh giá sản phẩm ở hạng ${stars} sao${stars === 5 ? ' (tiềm năng)' : ''}./.`
}

const romans = ['II', 'III', 'IV', 'V', 'VI'] as const

function numbered(parts: readonly (readonly [string, string])[]): Block[] {
  return parts
    .filter(([, text]) => text.trim() !== '')
    .flatMap(([title, text], index): Block[] => [
      { kind: 'heading', level: 1, text: `${romans[index]}. ${title}` },
      ...text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): Block => ({ kind: 'paragraph', text: line.trim() })),
    ])
}
