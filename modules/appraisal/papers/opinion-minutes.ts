import { dateLine } from '@dacsan/papers'
import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Rule } from '../../law/index.ts'
import type { Ranks } from '../../law/rules.ts'
import { issuers } from '../../papers/index.ts'
import { listed, sampleMark, within } from '../../papers/words.ts'
import { scores } from '../rules.ts'
import type { SessionForMinutes } from '../sessions/session-for-minutes.ts'
import { seatWords } from '../words.ts'
import { aboutDossier } from './about-dossier.ts'
import { articleOf, by } from './cited-rule.ts'
import { minutesAppendices } from './minutes-appendices.ts'
import { resultTable } from './result-tables.ts'

/** Biên bản tổng hợp ý kiến bằng văn bản: who was asked and who answered, what could be concluded, and over what the council meets. */
export function opinionMinutes(
  { session, startedAt, seats, attendance, dossiers }: SessionForMinutes,
  ranks: Ranks,
  finish: Rule<'renewal.finish-days'>,
): OfficialDocument {
  const { rules, heldOn, closedAt, answerUntil } = session
  const chair = seats.find(({ seat }) => seat === 'chair')
  const secretary = seats.find(({ seat }) => seat === 'secretary')
  const asked = seats.filter(({ seat }) => scores(seat))
  const line = ({ name, agency, seat }: (typeof seats)[number]) => `Ông/Bà ${[name, agency].filter(Boolean).join(', ')}: ${seatWords[seat]}`
  const [answered, silent] = [asked.filter(({ present }) => present), asked.filter(({ present }) => !present)]
  const people = (text: string, members: typeof seats): Block[] =>
    members.length === 0
      ? []
      : [
          { kind: 'paragraph', text },
          { kind: 'list', marker: 'dash', items: listed(members.map(line)) },
        ]
  return {
    superiorAgency: issuers.province.letterhead,
    issuingAgency: session.councilName,
    symbol: issuers.province.council.minutesSymbol,
    place: issuers.province.place,
    date: heldOn,
    undated: true,
    typeName: 'Biên bản',
    subject: `Tổng hợp ý kiến bằng văn bản về đánh giá lại sản phẩm OCOP ${within(session.roundName)}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `Thời gian lấy ý kiến: từ ${dateLine(dateInVietnam(startedAt ?? session.calledAt))} đến hết ${dateLine(answerUntil ?? heldOn)}. Tổng hợp ${dateLine(heldOn)}.`,
      },
      { kind: 'heading', level: 1, text: 'I. THÀNH PHẦN' },
      ...people('Thành viên đã trả lời:', answered),
      ...people('Thành viên không trả lời:', silent),
      ...(secretary ? [{ kind: 'paragraph' as const, text: `Tổng hợp: ${line(secretary)}.` }] : []),
      {
        kind: 'paragraph',
        text: `Có ý kiến của ${attendance.present}/${attendance.seats} thành viên chấm điểm, cần ít nhất ${attendance.required} (${rules.quorumPercent.value}%${by(rules.quorumPercent)}).`,
      },
      { kind: 'heading', level: 1, text: 'II. NỘI DUNG' },
      {
        kind: 'paragraph',
        text: `Hội đồng lấy ý kiến bằng văn bản${articleOf(finish)}. Các thành viên chấm điểm độc lập theo bộ tiêu chí và cho biết có cần họp không. Hội đồng họp về sản phẩm mà các phiếu lệch nhau quá ${rules.deviationPoints.value} điểm${by(rules.deviationPoints)}, khác hạng sao, hoặc có thành viên đề nghị họp; khi họp, các thành viên chấm lại từ đầu.`,
      },
      ...dossiers.flatMap((dossier, index) => aboutDossier(dossier, index, ranks)),
      { kind: 'heading', level: 1, text: 'III. KẾT QUẢ' },
      resultTable(dossiers, ranks),
      ...(session.minutesNote ? [{ kind: 'paragraph' as const, text: session.minutesNote }] : []),
      { kind: 'paragraph', text: `Biên bản được lập ${dateLine(heldOn)}./.` },
    ],
    signatures: [
      { authority: ['Thư ký'], name: secretary?.name },
      { authority: ['Chủ tịch Hội đồng'], name: chair?.name },
    ],
    recipients: ['Thành viên Hội đồng;', 'Cơ quan tham mưu OCOP tỉnh;', 'Lưu: HĐ.'],
    appendices: minutesAppendices({ seats, dossiers }),
    ...sampleMark(dossiers.some((dossier) => dossier.isSample)),
    createdAt: closedAt ?? new Date(`${heldOn}T00:00:00+07:00`),
  }
}
