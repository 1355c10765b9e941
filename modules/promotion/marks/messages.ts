import { addMonths, dateInVietnam, formatDate } from '@dacsan/vietnam'
import { peopleWith } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { remindOf } from '../../message.ts'
import type { Reminder } from '../../message.ts'
import { selectEndingMarks } from './mark.store.ts'

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
      const today = dateInVietnam(now)
      const { value: months } = await ruleOn(db, 'mark.remind-months', today)
      const ending = await selectEndingMarks(db, addMonths(today, months))
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
]
