import { dateLine, timeLine } from '@dacsan/papers'
import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { ranksOn, ruleOn } from '../../law/index.ts'
import type { Ranks } from '../../law/rules.ts'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { listed, sampleMark, within } from '../../papers/words.ts'
import type { Session } from '../sessions/session.store.ts'
import type { SessionForMinutes } from '../sessions/session-for-minutes.ts'
import { seatWords } from '../words.ts'
import { by } from './cited-rule.ts'
import { minutesAppendices } from './minutes-appendices.ts'
import { aboutDossier } from './about-dossier.ts'
import { opinionMinutes } from './opinion-minutes.ts'
import { resultTable } from './result-tables.ts'

/** The minutes; `sessionForMinutes` has looked at who sat there, and finds nothing before the close. */
export const minutes: Paper<SessionForMinutes> = {
  address: 'bien-ban',
  formats: ['pdf', 'docx'],
  about: ({ session }) => ({ type: 'session', id: session.id }),
  title: ({ session }) => (session.manner === 'written' ? 'Biên bản tổng hợp ý kiến' : 'Biên bản họp'),
  says: () => 'Thành phần, điểm và kết luận của Hội đồng',
  fileName: ({ session }) => `bien-ban-${session.heldOn}`,
  draw: async ({ db }, read) => {
    const { manner, heldOn } = read.session
    const ranks = await ranksOn(db, heldOn)
    return manner === 'written' ? opinionMinutes(read, ranks, await ruleOn(db, 'renewal.finish-days', heldOn)) : sessionMinutes(read, ranks)
  },
}

/** Biên bản họp Hội đồng (Nghị định 30/2020/NĐ-CP, mẫu 1.9): who was there, what was said and found about each product, what was decided. */
export function sessionMinutes({ session, startedAt, seats, attendance, dossiers }: SessionForMinutes, ranks: Ranks): OfficialDocument {
  const { rules, heldOn, closedAt } = session
  const { began, ended } = hoursOf(session, startedAt)
  const chair = seats.find(({ seat }) => seat === 'chair')
  const secretary = seats.find(({ seat }) => seat === 'secretary')
  const line = (member: (typeof seats)[number]) =>
    `Ông/Bà ${[member.name, member.agency].filter(Boolean).join(', ')}: ${seatWords[member.seat]}`
  const leading = [chair, secretary].filter((seat) => seat?.present === true)
  const present = seats.filter((seat) => seat.present && !leading.includes(seat))
  const absent = seats.filter((seat) => !seat.present)
  const absentLine = (member: (typeof seats)[number]) => (member.absenceReason ? `${line(member)} (${member.absenceReason})` : line(member))
  return {
    superiorAgency: issuers.province.letterhead,
    issuingAgency: session.councilName,
    symbol: issuers.province.council.minutesSymbol,
    place: issuers.province.place,
    date: heldOn,
    undated: true,
    typeName: 'Biên bản',
    subject: `Họp đánh giá, phân hạng sản phẩm OCOP ${within(session.roundName)}`,
    blocks: [
      { kind: 'paragraph', text: `Thời gian bắt đầu: ${timeLine(began)}, ${dateLine(heldOn)}.` },
      { kind: 'paragraph', text: `Địa điểm: ${session.place}.` },
      { kind: 'heading', level: 1, text: 'I. THÀNH PHẦN' },
      ...(chair?.present ? [{ kind: 'paragraph' as const, text: `Chủ trì: ${line(chair)}.` }] : []),
      ...(secretary?.present ? [{ kind: 'paragraph' as const, text: `Thư ký: ${line(secretary)}.` }] : []),
      { kind: 'paragraph', text: 'Thành viên có mặt:' },
      { kind: 'list', marker: 'dash', items: listed(present.map(line)) },
      ...(absent.length > 0
        ? ([
            { kind: 'paragraph', text: 'Vắng mặt:' },
            { kind: 'list', marker: 'dash', items: listed(absent.map(absentLine)) },
          ] satisfies Block[])
        : []),
      {
        kind: 'paragraph',
        text: `Có mặt ${attendance.present}/${attendance.seats} thành viên chấm điểm, cần ít nhất ${attendance.required} (${rules.quorumPercent.value}%${by(rules.quorumPercent)}). Cuộc họp đủ điều kiện tiến hành.`,
      },
      { kind: 'heading', level: 1, text: 'II. NỘI DUNG' },
      {
        kind: 'paragraph',
        text: `Các thành viên chấm điểm độc lập theo bộ tiêu chí. Điểm của sản phẩm là trung bình cộng các phiếu hợp lệ; hạng sao xét cả điểm và tiêu chí tối thiểu. Khi các phiếu lệch nhau quá ${rules.deviationPoints.value} điểm, Hội đồng thảo luận trước khi kết luận${by(rules.deviationPoints)}.`,
      },
      ...dossiers.flatMap((dossier, index) => aboutDossier(dossier, index, ranks)),
      { kind: 'heading', level: 1, text: 'III. KẾT QUẢ' },
      resultTable(dossiers, ranks),
      ...(session.minutesNote ? [{ kind: 'paragraph' as const, text: session.minutesNote }] : []),
      {
        kind: 'paragraph',
        text: `Cuộc họp kết thúc vào hồi ${timeLine(ended)}, ${dateLine(ended ? dateInVietnam(ended) : heldOn)}. Biên bản được đọc lại cho những người dự họp cùng nghe, thống nhất và ký tên dưới đây./.`,
      },
    ],
    signatures: [
      { authority: ['Thư ký'], name: secretary?.name },
      { authority: ['Chủ tọa'], name: chair?.name },
    ],
    recipients: ['Thành viên Hội đồng;', 'Cơ quan tham mưu OCOP tỉnh;', 'Lưu: HĐ.'],
    appendices: minutesAppendices({ seats, dossiers }),
    ...sampleMark(dossiers.some((dossier) => dossier.isSample)),
    createdAt: closedAt ?? new Date(`${heldOn}T00:00:00+07:00`),
  }
}

/** What the secretary wrote goes before what the platform noted; what its clock says of another day is no time of this meeting, and the pen fills it in. */
function hoursOf({ heldOn, closedAt, beganAt, endedAt }: Session, startedAt: Date | null): { began: Date | null; ended: Date | null } {
  const written = (hour: string | null) => (hour === null ? null : new Date(`${heldOn}T${hour}:00+07:00`))
  const began = written(beganAt) ?? (startedAt && dateInVietnam(startedAt) === heldOn ? startedAt : null)
  const ended = written(endedAt) ?? (closedAt && (began !== null || dateInVietnam(closedAt) === heldOn) ? closedAt : null)
  return { began, ended }
}
