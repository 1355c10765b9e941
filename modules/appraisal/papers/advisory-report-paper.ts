import type { Block, OfficialDocument } from '@dacsan/papers'
import { setNumberOf } from '@dacsan/scorecard'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { asFileName, sampleMark } from '../../papers/words.ts'
import type { Appraisal } from '../intake/find-appraisal.ts'
import type { AdvisoryReport } from '../intake/intake.store.ts'

type Reported = Pick<Appraisal, 'dossier' | 'report'>

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
  draw: (_, { dossier, report }) => advisoryReport(dossier, { ...report!, submittedAt: report!.submittedAt! }),
}

/** Báo cáo of the advisory group (Quyết định 26/2026/QĐ-TTg, Điều 7, step 4; Nghị định 30/2020/NĐ-CP, mẫu 1.4). Parts that nobody wrote are left out. */
function advisoryReport(dossier: Appraisal['dossier'], report: AdvisoryReport & { submittedAt: Date }): OfficialDocument {
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
        ['KIỂM NGHIỆM BỔ SUNG', report.extraTests],
        ['CHỖ CÒN YẾU, TIÊU CHÍ CẦN HỘI ĐỒNG LƯU Ý', report.weaknesses],
        ['KIẾN NGHỊ', recommended(report.recommendedStars)],
      ]),
    ],
    signatures: [{ authority: ['TM. Tổ tư vấn', 'Người báo cáo'], name: report.adviserName }],
    recipients: ['Như trên;', `${province.office.name};`, 'Lưu: TTV.'],
    ...sampleMark(dossier.isSample),
    createdAt: report.submittedAt,
  }
}

function recommended(stars: number | null): string {
  if (stars === null) return ''
  return stars < 3
    ? 'Tổ tư vấn kiến nghị Hội đồng xem xét: sản phẩm chưa đạt hạng 3 sao./.'
    : `Tổ tư vấn kiến nghị Hội đồng xem xét, đánh giá sản phẩm ở hạng ${stars} sao${stars === 5 ? ' (tiềm năng)' : ''}./.`
}

const romans = ['II', 'III', 'IV', 'V'] as const

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
