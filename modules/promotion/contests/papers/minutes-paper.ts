import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, dong, formatDate, formatDong, formatMoment } from '@dacsan/vietnam'
import { issuers } from '../../../papers/index.ts'
import type { Paper } from '../../../papers/index.ts'
import { sampleMark } from '../../../papers/words.ts'
import type { ContestMinutes } from '../read-minutes.ts'
import { averageOf } from '../rules/ranking.ts'

const { province } = issuers
const money = (amount: number) => formatDong(dong(amount))

/** Biên bản chấm thi: the jury, the criteria, the table, the votes, for their signatures. No law gives a form of it. A draft until it is published. */
export const minutesPaper: Paper<ContestMinutes> = {
  address: 'bien-ban-cham-thi',
  formats: ['docx', 'pdf'],
  by: { 'trade-department': 'any' },
  absent: ({ lines }) => (lines.length === 0 ? 'Có khi mọi giám khảo đã nộp phiếu.' : null),
  about: ({ contest }) => ({ type: 'contest', id: contest.id }),
  title: () => 'Biên bản chấm thi',
  says: ({ contest }) => (contest.isPublished ? 'Để ký' : 'Bản nháp, tính đến lúc này'),
  fileName: ({ contest }) => `bien-ban-${contest.slug}`,
  draw: (_, minutes) => minutesDocument(minutes),
  kept: ({ contest }) => contest.isPublished,
}

function minutesDocument(minutes: ContestMinutes): OfficialDocument {
  const { contest, criteria, prizes, jury, lines, votes, withdrawn } = minutes
  const at = contest.publishedAt ?? contest.judgingAt ?? contest.createdAt
  const prizeOf = (rank: number | null) => prizes.find((one) => one.rank === rank)?.says ?? ''
  const out = minutes.entries.filter(({ isEntered }) => !isEntered).map(({ number }) => number)
  return {
    issuingAgency: contest.organiser,
    symbol: 'BB-CT',
    place: province.place,
    // The day is for whoever signs it.
    date: dateInVietnam(at).slice(0, 7),
    typeName: 'Biên bản',
    subject: `Chấm thi\n${contest.name}`,
    blocks: [
      { kind: 'heading', level: 1, text: 'I. Cuộc thi' },
      { kind: 'field', label: '1. Căn cứ', value: `${contest.letterNumber} ngày ${formatDate(contest.letterOn)}` },
      { kind: 'field', label: '2. Nhận bài', value: `từ ${formatMoment(contest.opensAt)} đến ${formatMoment(contest.closesAt)}` },
      { kind: 'field', label: '3. Bài dự thi', value: `${minutes.entries.length} bài, chấm ${lines.length} bài${out.length > 0 ? `; không chấm bài số ${out.join(', ')}` : ''}` }, // prettier-ignore
      { kind: 'heading', level: 1, text: 'II. Ban giám khảo' },
      {
        kind: 'list',
        marker: 'number',
        items: jury.map(({ name, handedInAt }) =>
          handedInAt ? `${name}, nộp phiếu ${formatMoment(handedInAt)}` : `${name}, chưa nộp phiếu`,
        ),
      },
      { kind: 'heading', level: 1, text: 'III. Tiêu chí' },
      { kind: 'list', marker: 'number', items: criteria.map(({ says, points }) => `${says}: ${points} điểm`) },
      { kind: 'heading', level: 1, text: 'IV. Kết quả' },
      ...resultBlocks(lines, prizeOf),
      ...votes.map(({ numbers, words, byName }): Block => ({
        kind: 'paragraph',
        text: `Biểu quyết giữa các bài bằng điểm, theo thứ tự số ${numbers.join(', ')}: ${words} (${byName} ghi).`,
      })),
      ...withdrawn.map(({ number, at: when, decision, words }): Block => ({
        kind: 'paragraph',
        text: `Giải của bài số ${number} bị thu hồi ngày ${formatDate(dateInVietnam(when))} theo ${decision}: ${words}.`,
      })),
      { kind: 'heading', level: 1, text: 'V. Cơ cấu giải' },
      { kind: 'list', marker: 'dash', items: prizes.map(({ says, places, valueVnd }) => `${says}: ${places} giải, mỗi giải ${money(valueVnd)}`) }, // prettier-ignore
    ],
    signatures: [
      { authority: ['Thư ký'], hint: '(Ký, ghi rõ họ tên)' },
      { authority: ['TM. Ban giám khảo'], hint: '(Các giám khảo ký, ghi rõ họ tên)' },
    ],
    ...sampleMark(contest.isSample),
    createdAt: at,
  }
}

function resultBlocks(lines: ContestMinutes['lines'], prizeOf: (rank: number | null) => string): Block[] {
  return [
    {
      kind: 'table',
      fontSize: 11,
      columns: [
        { header: 'Hạng', width: 9, align: 'right' },
        { header: 'Số bài', width: 10, align: 'right' },
        { header: 'Tên bài', width: 37 },
        { header: 'Số phiếu', width: 10, align: 'right' },
        { header: 'Điểm trung bình', width: 14, align: 'right' },
        { header: 'Giải', width: 20 },
      ],
      rows: lines.map((line) => ({
        cells: [String(line.place), String(line.number), line.title, String(line.sheets), averageOf(line), prizeOf(line.prize)],
      })),
    },
  ]
}
