import { dateLine, timeLine } from '@dacsan/papers'
import type { Appendix, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { counted, listed, sampleMark, within } from '../../papers/words.ts'
import type { SeatedMember, Session, SessionDossier } from '../sessions/session.store.ts'
import { seatWords } from '../words.ts'
import { by } from './cited-rule.ts'

/** What is known of a session as soon as it is called. */
export type CalledSession = { session: Session; seats: readonly SeatedMember[]; dossiers: readonly SessionDossier[] }

/** The invitation, for those who sit there and the office that calls them. */
export const invitation: Paper<CalledSession> = {
  address: 'giay-moi',
  formats: ['pdf', 'docx'],
  applies: ({ session }) => session.manner === 'meeting',
  about: ({ session }) => ({ type: 'session', id: session.id }),
  title: () => 'Giấy mời họp',
  says: () => 'Chương trình và danh sách hồ sơ',
  fileName: ({ session }) => `giay-moi-${session.heldOn}`,
  draw: async ({ db }, called) => sessionInvitation(called, await ruleOn(db, 'council.papers-lead-working-days', called.session.heldOn)),
}

/** Giấy mời (Nghị định 30/2020/NĐ-CP, mẫu 1.7). The day of its own date is the pen's: the platform knows when the session was opened, not when the paper was signed. */
export function sessionInvitation(
  { session, seats, dossiers }: CalledSession,
  lead: Rule<'council.papers-lead-working-days'>,
): OfficialDocument {
  const calledOn = dateInVietnam(session.calledAt)
  const at = session.calledFor === null ? null : new Date(`${session.heldOn}T${session.calledFor}:00+07:00`)
  const chair = seats.find(({ seat }) => seat === 'chair')
  const person = ({ name, agency }: SeatedMember) => `Ông/Bà ${[name, agency].filter(Boolean).join(', ')}`
  return {
    superiorAgency: issuers.province.letterhead,
    issuingAgency: session.councilName,
    symbol: issuers.province.council.invitationSymbol,
    place: issuers.province.place,
    date: calledOn.slice(0, 7),
    typeName: 'Giấy mời',
    subject: `Họp đánh giá, phân hạng sản phẩm OCOP ${within(session.roundName)}`,
    blocks: [
      { kind: 'paragraph', text: `${session.councilName} trân trọng kính mời:` },
      { kind: 'list', marker: 'dash', items: listed(seats.map((seat) => `${person(seat)}: ${seatWords[seat.seat]}`)) },
      {
        kind: 'paragraph',
        text: `Tới dự cuộc họp đánh giá, phân hạng ${counted(dossiers.length)} sản phẩm (danh sách tại Phụ lục).`,
      },
      ...(chair ? [{ kind: 'paragraph' as const, text: `Chủ trì: ${person(chair)}, ${within(seatWords.chair)}.` }] : []),
      { kind: 'paragraph', text: `Thời gian: ${timeLine(at)}, ${dateLine(session.heldOn)}.` },
      { kind: 'paragraph', text: `Địa điểm: ${session.place}.` },
      { kind: 'paragraph', text: 'Chương trình:' },
      {
        kind: 'list',
        marker: 'number',
        items: listed([
          'Thư ký báo cáo thành phần dự họp và số thành viên chấm điểm có mặt',
          'Tổ tư vấn báo cáo về từng sản phẩm',
          'Thành viên chấm điểm độc lập từng sản phẩm theo bộ tiêu chí',
          `Thảo luận những sản phẩm mà các phiếu lệch nhau quá ${session.rules.deviationPoints.value} điểm`,
          'Công bố kết quả, thông qua biên bản',
        ]),
      },
      {
        kind: 'paragraph',
        text: `Hồ sơ và báo cáo của Tổ tư vấn được mở trên nền tảng để thành viên đọc từ ${dateLine(calledOn)}; tài liệu phải đến thành viên ít nhất ${counted(lead.value)} ngày làm việc trước cuộc họp${by(lead)}. Thành viên có liên quan đến sản phẩm nào thì khai trước khi chấm và không chấm sản phẩm đó.`,
      },
      { kind: 'paragraph', text: 'Đề nghị các ông, bà sắp xếp thời gian đến dự họp đầy đủ, đúng giờ./.' },
    ],
    signatures: [{ authority: ['TM. Hội đồng', 'Chủ tịch'], name: chair?.name }],
    recipients: ['Như trên;', 'Lưu: HĐ.'],
    appendices: [dossiersCalled(dossiers, 'Danh sách hồ sơ đưa ra Hội đồng')],
    ...sampleMark(dossiers.some((dossier) => dossier.isSample)),
    createdAt: session.calledAt,
  }
}

/** The list behind a call: what is judged, in its order. */
export const dossiersCalled = (dossiers: CalledSession['dossiers'], title: string): Appendix => ({
  label: 'Phụ lục',
  title,
  note: '(Theo thứ tự chấm)',
  blocks: [
    {
      kind: 'table',
      fontSize: 12,
      columns: [
        { header: 'STT', width: 1, align: 'center' },
        { header: 'Tên sản phẩm', width: 5 },
        { header: 'Chủ thể', width: 5 },
        { header: 'Nơi làm', width: 4 },
        { header: 'Mã hồ sơ', width: 4, align: 'center' },
      ],
      rows: dossiers.map(({ productName, producerName, communeName, code }, index) => ({
        cells: [String(index + 1), productName, producerName, communeName, code],
      })),
    },
  ],
})
