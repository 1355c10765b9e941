import { addMonths, dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { peopleWith } from '../../identity/index.ts'
import type { ReadDb } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { remindOf } from '../../message.ts'
import type { Reminder } from '../../message.ts'
import { selectEndingMarks } from './mark.store.ts'

/** Whoever speaks for an organisation: its head, or where it has none those who work for it. */
async function speakersOf(db: ReadDb, organisationId: OrganisationId, today: PlainDate) {
  const heads = await peopleWith(db, ['organisation-head'], { organisationId, today })
  return heads.length > 0 ? heads : peopleWith(db, speaking, { organisationId, today })
}
const speaking = ['producer', 'point-keeper', 'commune-officer', 'leader', 'trade-department', 'science-department'] as const

/** Marks of which the term ends within the months of the law. */
async function endingMarks({ db, now }: { db: ReadDb; now: Date }) {
  const today = dateInVietnam(now)
  const { value: months } = await ruleOn(db, 'mark.remind-months', today)
  return { today, ending: await selectEndingMarks(db, addMonths(today, months)) }
}

export const markReminders: readonly Reminder[] = [
  remindOf({
    kind: 'work',
    pace: 'digest',
    sample: { mark: 'Chè xanh Đồi Mẫu', until: '15/05/2027' },
    name: 'mark.term-ends',
    says: 'Nhãn hiệu sắp hết hạn bảo hộ (gửi cơ quan)',
    words: {
      vi: {
        subject: '{mark} hết hạn bảo hộ ngày {until}',
        text: '{mark} được bảo hộ đến hết {until}. Chủ nhãn hiệu nộp đơn gia hạn trước ngày đó; gia hạn xong thì ghi bước “gia hạn” vào sổ.',
        short: '{mark} het han bao ho {until}. Nop don gia han truoc ngay do.',
      },
    },
    due: async ({ db, now }) => {
      const { today, ending } = await endingMarks({ db, now })
      if (ending.length === 0) return []
      const to = await peopleWith(db, ['provincial-officer'], { today })
      return ending.map(({ id, name, until }) => ({
        to,
        path: `/van-phong/so-nhan-hieu/${id}`,
        object: ['mark', id] as const,
        values: { mark: name, until: formatDate(until) },
        // A renewed term is another fact.
        fact: `${id}:${until}`,
      }))
    },
  }),
  remindOf({
    kind: 'work',
    pace: 'digest',
    sample: { mark: 'Chè xanh Đồi Mẫu', until: '15/05/2027', number: '4-0390000' },
    name: 'mark.own-term-ends',
    says: 'Nhãn hiệu của mình sắp hết hạn bảo hộ (gửi chủ nhãn hiệu)',
    words: {
      vi: {
        subject: '{mark} của đơn vị hết hạn bảo hộ ngày {until}',
        text: 'Nhãn hiệu {mark}, số {number}, được bảo hộ đến hết {until}. Nộp đơn gia hạn cho Cục Sở hữu trí tuệ trước ngày đó, rồi báo cơ quan cấp tỉnh để ghi vào sổ: hết hạn mà chưa gia hạn thì không cơ sở nào được dùng nữa.',
        short: 'Nhan hieu {mark} het han {until}. Nop don gia han truoc ngay do.',
      },
      en: {
        subject: 'Your mark {mark} is protected until {until}',
        text: 'The mark {mark}, number {number}, is protected until {until}. Ask the Intellectual Property Office to renew it before that day and tell the provincial office, which writes it into the register: once the term is over and nothing is renewed nobody may use the mark.',
        short: 'The mark {mark} ends on {until}. Ask for its renewal before that day.',
      },
      km: {
        subject: 'ម៉ាក {mark} របស់អង្គភាពអ្នកផុតកំណត់ការពារថ្ងៃ {until}',
        text: 'ម៉ាក {mark} លេខ {number} ត្រូវបានការពារដល់ថ្ងៃ {until}។ សូមដាក់ពាក្យបន្តទៅការិយាល័យកម្មសិទ្ធិបញ្ញាមុនថ្ងៃនោះ រួចប្រាប់ការិយាល័យខេត្តដើម្បីកត់ក្នុងបញ្ជី៖ ផុតកំណត់ហើយមិនទាន់បន្ត គ្មានអ្នកណាប្រើម៉ាកនេះបានទៀតទេ។',
        short: 'Nhan hieu {mark} het han {until}. Nop don gia han truoc ngay do.',
      },
    },
    due: async ({ db, now }) => {
      const { today, ending } = await endingMarks({ db, now })
      return Promise.all(
        ending.map(async ({ id, slug, name, number, ownerId, until }) => ({
          to: await speakersOf(db, ownerId, today),
          path: `/nhan-hieu/${slug}`,
          object: ['mark', id] as const,
          values: { mark: name, number, until: formatDate(until) },
          fact: `own:${id}:${until}`,
        })),
      )
    },
  }),
]
