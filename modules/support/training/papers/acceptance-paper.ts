import { formatDate } from '@dacsan/vietnam'
import type { Paper } from '../../../papers/index.ts'
import type { Acceptance } from '../accept-class.ts'
import { filePartWords } from '../words/names.ts'
import { paperTitles } from '../words/papers.ts'
import { classFields, money, paperOf, signers } from './parts.ts'

/** Biên bản nghiệm thu: the figures of the class as its books have them, and what its file lacks. A draft until it is accepted. */
export const acceptancePaper: Paper<Acceptance> = {
  address: 'bien-ban-nghiem-thu',
  formats: ['pdf', 'docx'],
  by: { 'provincial-officer': 'any' },
  absent: ({ held }) => (held.heldAt === null ? 'Có khi lớp đã học xong.' : null),
  about: ({ held }) => ({ type: 'training-class', id: held.id }),
  title: () => paperTitles.acceptance,
  says: ({ held }) => (held.acceptedOn ? 'Để ký, lưu' : 'Bản nháp, tính đến lúc này'),
  fileName: ({ held }) => `bien-ban-nghiem-thu-${held.slug}`,
  kept: ({ held }) => held.acceptedOn !== null,
  draw: (_, view) => {
    const { held, learners, sessions, certificates, costs, sheets, lacks } = view
    const present = sessions.reduce((sum, one) => sum + one.present, 0)
    return paperOf(view, {
      ...(held.acceptedNumber && { number: held.acceptedNumber.split('/')[0]! }),
      typeName: 'Biên bản',
      subject: 'Nghiệm thu lớp tập huấn',
      blocks: [
        ...classFields(view),
        { kind: 'heading', level: 1, text: 'I. Kết quả' },
        {
          kind: 'list',
          marker: 'dash',
          items: [
            `Học viên trong danh sách: ${learners.length}${learners.length < held.least ? ` (dưới mức ít nhất ${held.least})` : ''}`,
            `Lượt có mặt: ${present}/${learners.length * sessions.length}; ảnh bảng ký: ${sheets.length}`,
            `Giấy chứng nhận: ${certificates.length}${certificates[0] ? ` theo quyết định ${certificates[0].decisionNumber} ngày ${formatDate(certificates[0].decisionOn)}` : ''}`,
            `Chi phí: ${money(costs.reduce((sum, { amountVnd }) => sum + amountVnd, 0))}`,
          ],
        },
        { kind: 'heading', level: 1, text: 'II. Hồ sơ' },
        {
          kind: 'paragraph',
          text:
            lacks.length === 0
              ? 'Hồ sơ đủ: danh sách, bảng điểm danh và ảnh bảng ký từng buổi, biên bản vắng mặt, bảng kết quả, quyết định cấp giấy, bảng kê chi phí.'
              : `Còn thiếu: ${lacks.map(({ part, sessions: numbers }) => filePartWords[part](numbers)).join('; ')}.`,
        },
        { kind: 'heading', level: 1, text: 'III. Kết luận' },
        {
          kind: 'paragraph',
          text: held.acceptedOn ? `Nghiệm thu theo ${held.acceptedNumber} ngày ${formatDate(held.acceptedOn)}.` : 'Chưa nghiệm thu.',
        },
      ],
      signatures: signers('Đơn vị tổ chức', 'Đơn vị nghiệm thu'),
    })
  },
}
