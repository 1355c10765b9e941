import { formatDate } from '@dacsan/vietnam'
import type { Paper } from '../../../papers/index.ts'
import type { Acceptance } from '../accept-class.ts'
import { costKindWords, shareKeyWords } from '../words/names.ts'
import { paperTitles } from '../words/papers.ts'
import { classFields, money, paperOf, signers } from './parts.ts'

const by = { 'provincial-officer': 'any' } as const
const about = ({ held }: Acceptance) => ({ type: 'training-class', id: held.id })
const kept = ({ held }: Acceptance) => held.acceptedOn !== null

/** Bảng kết quả: sessions attended, points, who earned a certificate and by which rule; opinions as figures, without names. */
export const resultPaper: Paper<Acceptance> = {
  address: 'bang-ket-qua',
  formats: ['pdf', 'docx'],
  by,
  absent: ({ lines }) => (lines.length === 0 ? 'Có khi đã điểm danh.' : null),
  about,
  title: () => paperTitles.results,
  says: ({ learners }) => `${learners.filter((one) => one.earns).length} người đủ điều kiện`,
  fileName: ({ held }) => `bang-ket-qua-${held.slug}`,
  kept,
  draw: (_, view) => {
    const scores = view.learners.flatMap(({ score }) => (score === null ? [] : [score]))
    const mean = scores.length === 0 ? null : (scores.reduce((sum, score) => sum + score, 0) / scores.length).toLocaleString('vi-VN', { maximumFractionDigits: 1 }) // prettier-ignore
    return paperOf(view, {
      typeName: 'Bảng kết quả',
      subject: 'Lớp tập huấn',
      blocks: [
        ...classFields(view),
        { kind: 'field', label: 'Điều kiện cấp giấy', value: `${view.law.said} (${view.law.instrument})` },
        {
          kind: 'table',
          fontSize: 12,
          columns: [
            { header: 'TT', width: 7, align: 'right' },
            { header: 'Họ tên', width: 33 },
            { header: 'Số buổi dự', width: 16, align: 'right' },
            { header: 'Điểm kiểm tra', width: 20, align: 'right' },
            { header: 'Giấy chứng nhận', width: 24 },
          ],
          rows: view.learners.map((one, at) => ({
            cells: [
              String(at + 1),
              one.name,
              `${one.attended}/${view.sessions.length}`,
              one.test ? `${one.test.points}/${one.test.most}` : '',
              one.earns ? 'đủ điều kiện' : 'không',
            ],
          })),
        },
        {
          kind: 'field',
          label: 'Mức hài lòng',
          value: mean === null ? 'chưa ai nhận xét' : `trung bình ${mean}/5, ${scores.length} người nhận xét`,
        },
      ],
      signatures: signers('Giảng viên', 'Đơn vị tổ chức'),
    })
  },
}

/** Quyết định cấp giấy chứng nhận with its list: the certificates of the class, by the decision that was entered. */
export const certificateDecision: Paper<Acceptance> = {
  address: 'quyet-dinh-cap-giay',
  formats: ['pdf', 'docx'],
  by,
  absent: ({ certificates }) => (certificates.length === 0 ? 'Có khi đã cấp giấy chứng nhận.' : null),
  about,
  title: () => paperTitles.decision,
  says: ({ certificates }) => `${certificates.length} giấy`,
  fileName: ({ held }) => `quyet-dinh-cap-giay-${held.slug}`,
  kept,
  draw: (_, view) => {
    const { held, certificates } = view
    const first = certificates[0]!
    return paperOf(view, {
      date: first.decisionOn,
      typeName: 'Quyết định',
      subject: `Cấp giấy chứng nhận hoàn thành lớp ${held.name}`,
      legalBases: [`Căn cứ ${held.planNumber} ngày ${formatDate(held.planOn)}`, 'Căn cứ bảng điểm danh và bảng kết quả của lớp'],
      enactingWords: 'QUYẾT ĐỊNH:',
      blocks: [
        { kind: 'article', number: 1, text: `Cấp giấy chứng nhận cho ${certificates.length} học viên hoàn thành khóa “${held.courseName}”, ${held.hours} giờ, có danh sách kèm theo.` }, // prettier-ignore
        { kind: 'article', number: 2, text: 'Đơn vị tổ chức và các học viên có tên chịu trách nhiệm thi hành quyết định này.' },
      ],
      signatures: [{ authority: ['Thủ trưởng đơn vị'], hint: '(Ký, đóng dấu)' }],
      appendices: [
        {
          title: 'Danh sách học viên được cấp giấy chứng nhận',
          note: `(Kèm theo Quyết định số ${first.decisionNumber} ngày ${formatDate(first.decisionOn)})`,
          blocks: [
            {
              kind: 'table',
              columns: [
                { header: 'Số giấy', width: 14, align: 'right' },
                { header: 'Họ tên', width: 46 },
                { header: 'Số giờ', width: 14, align: 'right' },
                { header: 'Mã tra cứu', width: 26 },
              ],
              rows: certificates.map(({ number, name, hours, code }) => ({ cells: [String(number), name, String(hours), code] })),
            },
          ],
        },
      ],
    })
  },
}

/** Bảng kê chi phí: each line with its norm and the paper that says it; of shared costs the whole, the key and the part. */
export const costPaper: Paper<Acceptance> = {
  address: 'bang-ke-chi-phi',
  formats: ['pdf', 'docx'],
  by,
  absent: ({ costs }) => (costs.length === 0 ? 'Có khi đã ghi chi phí.' : null),
  about,
  title: () => paperTitles.costs,
  says: ({ costs }) => money(costs.reduce((sum, { amountVnd }) => sum + amountVnd, 0)),
  fileName: ({ held }) => `bang-ke-chi-phi-${held.slug}`,
  kept,
  draw: (_, view) =>
    paperOf(view, {
      typeName: 'Bảng kê',
      subject: 'Chi phí lớp tập huấn',
      blocks: [
        ...classFields(view),
        {
          kind: 'table',
          fontSize: 11,
          columns: [
            { header: 'TT', width: 6, align: 'right' },
            { header: 'Nội dung', width: 32 },
            { header: 'Số lượng', width: 11, align: 'right' },
            { header: 'Đơn giá', width: 15, align: 'right' },
            { header: 'Thành tiền', width: 16, align: 'right' },
            { header: 'Định mức, chứng từ', width: 20 },
          ],
          rows: [
            ...view.costs.map((one, at) => ({
              cells: [
                String(at + 1),
                `${costKindWords[one.kind]}: ${one.says}`,
                one.sharedBy ? '' : one.quantity.toLocaleString('vi-VN'),
                one.sharedBy ? '' : money(one.unitVnd),
                money(one.amountVnd),
                [
                  one.normVnd === null ? null : `≤ ${money(one.normVnd)} (${one.normInstrument})`,
                  one.sharedBy && one.sharedVnd !== null ? `phần của ${money(one.sharedVnd)}, ${shareKeyWords[one.sharedBy]}` : null,
                  one.paper,
                ]
                  .filter(Boolean)
                  .join('; '),
              ],
            })),
            {
              cells: ['', 'Cộng', '', '', money(view.costs.reduce((sum, { amountVnd }) => sum + amountVnd, 0)), ''],
              emphasis: 'total' as const,
            },
          ],
        },
      ],
      signatures: signers('Kế toán', 'Thủ trưởng đơn vị'),
    }),
}
