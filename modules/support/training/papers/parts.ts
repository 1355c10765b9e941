import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, dong, formatDate, formatDong, formatMoment } from '@dacsan/vietnam'
import { issuers } from '../../../papers/index.ts'
import { sampleMark } from '../../../papers/words.ts'
import type { Acceptance } from '../accept-class.ts'

const { province } = issuers
export const money = (amount: number): string => formatDong(dong(amount))

/** Every paper of a class begins with whose it is; the day is for whoever signs it. */
export const paperOf = (
  { held }: Pick<Acceptance, 'held'>,
  given: Pick<OfficialDocument, 'typeName' | 'subject' | 'blocks' | 'signatures'> & Partial<OfficialDocument>,
): OfficialDocument => ({
  issuingAgency: held.organiser,
  place: province.place,
  date: dateInVietnam(held.heldAt ?? held.createdAt).slice(0, 7),
  ...sampleMark(held.isSample),
  createdAt: held.heldAt ?? held.createdAt,
  ...given,
})

export const classFields = ({ held, sessions }: Pick<Acceptance, 'held' | 'sessions'>): Block[] => [
  { kind: 'field', label: 'Lớp', value: held.name },
  { kind: 'field', label: 'Khóa', value: `${held.courseName}, ${held.hours} giờ` },
  { kind: 'field', label: 'Căn cứ', value: `${held.planNumber} ngày ${formatDate(held.planOn)}` },
  { kind: 'field', label: 'Thời gian', value: `từ ${formatMoment(sessions[0]!.beginsAt)} đến ${formatMoment(sessions.at(-1)!.endsAt)}, ${sessions.length} buổi` }, // prettier-ignore
  { kind: 'field', label: 'Địa điểm', value: held.venue },
  { kind: 'field', label: 'Giảng viên', value: held.lecturer },
  { kind: 'field', label: 'Nguồn kinh phí', value: held.budgetSource },
]

export const signers = (left: string, right: string) => [
  { authority: [left], hint: '(Ký, ghi rõ họ tên)' },
  { authority: [right], hint: '(Ký, ghi rõ họ tên)' },
]
