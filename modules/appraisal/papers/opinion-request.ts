import { dateLine } from '@dacsan/papers'
import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { counted, listed, sampleMark, within } from '../../papers/words.ts'
import { opinionWords, seatWords } from '../words.ts'
import { articleOf, by } from './cited-rule.ts'
import { dossiersCalled } from './invitation.ts'
import type { CalledSession } from './invitation.ts'

/** The letter that asks the members of a council for their opinions, in place of an invitation. */
export const opinionRequest: Paper<CalledSession> = {
  address: 'phieu-lay-y-kien',
  formats: ['pdf', 'docx'],
  applies: ({ session }) => session.manner === 'written',
  about: ({ session }) => ({ type: 'session', id: session.id }),
  title: () => 'Phiếu lấy ý kiến',
  says: () => 'Hạn trả lời và danh sách hồ sơ',
  fileName: ({ session }) => `phieu-lay-y-kien-${session.answerUntil}`,
  draw: async ({ db }, called) => opinionLetter(called, await ruleOn(db, 'renewal.finish-days', called.session.heldOn)),
}

/** No national form is known: it says what is asked, of whom, until when and about what. */
export function opinionLetter({ session, seats, dossiers }: CalledSession, finish: Rule<'renewal.finish-days'>): OfficialDocument {
  const asked = seats.filter(({ seat }) => seat !== 'secretary')
  const chair = seats.find(({ seat }) => seat === 'chair')
  return {
    superiorAgency: issuers.province.letterhead,
    issuingAgency: session.councilName,
    place: issuers.province.place,
    date: dateInVietnam(session.calledAt).slice(0, 7),
    typeName: 'Phiếu lấy ý kiến',
    subject: `Về kết quả đánh giá lại sản phẩm OCOP ${within(session.roundName)}`,
    blocks: [
      { kind: 'paragraph', text: `${session.councilName} lấy ý kiến bằng văn bản${articleOf(finish)} của các thành viên:` },
      {
        kind: 'list',
        marker: 'dash',
        items: listed(asked.map(({ name, agency, seat }) => `Ông/Bà ${[name, agency].filter(Boolean).join(', ')}: ${seatWords[seat]}`)),
      },
      { kind: 'paragraph', text: `Nội dung: kết quả đánh giá lại ${counted(dossiers.length)} sản phẩm (danh sách tại Phụ lục).` },
      { kind: 'paragraph', text: `Thời hạn trả lời: hết ${dateLine(session.answerUntil ?? session.heldOn)}.` },
      { kind: 'paragraph', text: 'Mỗi thành viên đọc hồ sơ và báo cáo của Tổ tư vấn trên nền tảng, rồi với từng sản phẩm:' },
      {
        kind: 'list',
        marker: 'number',
        items: listed([
          'Chấm điểm độc lập theo bộ tiêu chí trên phiếu của mình',
          `Chọn một ý kiến: “${opinionWords.conclude}” hoặc “${opinionWords.meet}”, kèm lý do khi đề nghị họp`,
          'Khai trước khi chấm nếu có liên quan đến chủ thể, và không chấm sản phẩm đó',
        ]),
      },
      {
        kind: 'paragraph',
        text: `Hội đồng chỉ họp về sản phẩm mà các phiếu lệch nhau quá ${session.rules.deviationPoints.value} điểm, khác hạng sao, hoặc có thành viên đề nghị họp. Cần ý kiến của ít nhất ${session.rules.quorumPercent.value}% thành viên chấm điểm${by(session.rules.quorumPercent)}.`,
      },
      {
        kind: 'paragraph',
        text: `Việc đánh giá lại xong trong ${counted(finish.value)} ngày kể từ khi hồ sơ đầy đủ${by(finish)}; đề nghị các ông, bà trả lời đúng hạn./.`,
      },
    ],
    signatures: [{ authority: ['TM. Hội đồng', 'Chủ tịch'], name: chair?.name }],
    recipients: ['Như trên;', 'Lưu: HĐ.'],
    appendices: [dossiersCalled(dossiers, 'Danh sách hồ sơ đánh giá lại')],
    ...sampleMark(dossiers.some((dossier) => dossier.isSample)),
    createdAt: session.calledAt,
  }
}
