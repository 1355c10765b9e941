import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { holidays } from '../../../law/index.ts'
import { remindOf } from '../../../message.ts'
import type { Asking, Reminder } from '../../../message.ts'
import type { StoredApplication } from '../application.store.ts'
import { selectFair } from '../fair.store.ts'
import type { StoredFair } from '../fair.store.ts'
import { clockOn } from '../manage-fair.ts'
import { datesOf } from '../rules/clocks.ts'
import { selectIncomplete, selectToConfirm, selectToReport, selectWithoutResult } from '../watch.store.ts'
import { department, exhibitor, sample, work } from './about-fair.ts'

const hour = 3_600_000
/** How long before the end of a call whoever has something missing is told, and before a stand goes on. */
const hoursBeforeCallEnds = 72
const hoursBeforeConfirmEnds = 24
/** How many days before a report is due. */
const daysBeforeReport = 7

const later = (now: Date, hours: number) => new Date(now.getTime() + hours * hour)

/** What is said of applications, each with its fair. */
async function saidOf(
  asking: Asking,
  found: readonly StoredApplication[],
  untilOf: (one: StoredApplication, fair: StoredFair) => Date | null,
  factOf: (one: StoredApplication) => string,
) {
  const fairs = new Map<string, StoredFair>()
  for (const { fairId } of found) if (!fairs.has(fairId)) fairs.set(fairId, (await selectFair(asking.db, fairId))!)
  return Promise.all(
    found.map(async (one) => {
      const fair = fairs.get(one.fairId)!
      return { ...(await exhibitor(fair, one, asking, untilOf(one, fair))), fact: factOf(one) }
    }),
  )
}

export const fairReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'fair.application-incomplete',
    says: 'Đăng ký gian còn thiếu, sắp hết hạn (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Đăng ký gian tại {fair} còn thiếu',
        text: 'Đăng ký gian tại {fair} còn thiếu thông tin. Bổ sung trước {until}, sau đó không sửa được nữa.',
        short: 'Dang ky gian tai {fair} con thieu. Bo sung truoc {until}.',
      },
      en: {
        subject: 'Your application to {fair} is not complete',
        text: 'Something is missing in your application to {fair}. Complete it before {until}; after that it cannot be changed.',
        short: 'Application to {fair} not complete. Complete it before {until}.',
      },
      km: {
        subject: 'ការចុះឈ្មោះតូបនៅ {fair} នៅខ្វះ',
        text: 'ការចុះឈ្មោះតូបនៅ {fair} នៅខ្វះព័ត៌មាន។ សូមបំពេញមុន {until} បន្ទាប់ពីនោះកែមិនបានទេ។',
        short: 'Dang ky gian tai {fair} con thieu. Bo sung truoc {until}.',
      },
    },
    due: async (asking) =>
      saidOf(
        asking,
        await selectIncomplete(asking.db, { now: asking.now, before: later(asking.now, hoursBeforeCallEnds) }),
        (_, { applyBy }) => applyBy,
        ({ id }) => id,
      ),
  }),
  remindOf({
    ...work,
    name: 'fair.confirm-due',
    says: 'Sắp hết hạn xác nhận gian (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Xác nhận gian tại {fair} trước {until}',
        text: 'Gian của anh chị tại {fair} chưa được xác nhận. Sau {until} gian chuyển cho người chờ.',
        short: 'Xac nhan gian tai {fair} truoc {until}.',
      },
      en: {
        subject: 'Confirm your stand at {fair} before {until}',
        text: 'You have not confirmed your stand at {fair}. After {until} it goes to whoever waits.',
        short: 'Confirm your stand at {fair} before {until}.',
      },
      km: {
        subject: 'សូមបញ្ជាក់តូបនៅ {fair} មុន {until}',
        text: 'តូបរបស់អ្នកនៅ {fair} មិនទាន់បានបញ្ជាក់ទេ។ បន្ទាប់ពី {until} តូបនឹងទៅឱ្យអ្នករង់ចាំ។',
        short: 'Xac nhan gian tai {fair} truoc {until}.',
      },
    },
    due: async (asking) =>
      saidOf(
        asking,
        await selectToConfirm(asking.db, { now: asking.now, before: later(asking.now, hoursBeforeConfirmEnds) }),
        ({ confirmBy }) => confirmBy,
        ({ id, confirmBy }) => `${id}:${confirmBy!.toISOString()}`,
      ),
  }),
  remindOf({
    ...work,
    sample: { ...sample, days: '90' },
    pace: 'digest',
    name: 'fair.result-due',
    says: 'Đến mốc ghi kết quả sau hội chợ (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Ghi kết quả {days} ngày sau {fair}',
        text: 'Đã {days} ngày sau {fair}: ghi hợp đồng, doanh số có được từ hội chợ. Không có gì thì ghi số không.',
        short: 'Da {days} ngay sau {fair}: ghi ket qua giup.',
      },
      en: {
        subject: 'What came of {fair} after {days} days',
        text: '{days} days have passed since {fair}: write down the contracts and sales that came of it. If there were none, write zero.',
        short: '{days} days after {fair}: write down what came of it.',
      },
      km: {
        subject: 'សូមកត់លទ្ធផល {days} ថ្ងៃក្រោយ {fair}',
        text: 'បាន {days} ថ្ងៃក្រោយ {fair}៖ សូមកត់កិច្ចសន្យា និងការលក់ដែលបានមកពីពិព័រណ៍។ បើគ្មាន សូមកត់សូន្យ។',
        short: 'Da {days} ngay sau {fair}: ghi ket qua giup.',
      },
    },
    due: async (asking) => {
      const found = await selectWithoutResult(asking.db, dateInVietnam(asking.now))
      const said = await saidOf(
        asking,
        found.map(({ one }) => one),
        () => null,
        ({ id }) => id,
      )
      return said.map(({ fact, values, ...told }, index) => {
        const days = String(found[index]!.days)
        return { ...told, fact: `${fact}:${days}`, values: { ...values, days } }
      })
    },
  }),
  remindOf({
    ...work,
    name: 'fair.report-due',
    says: 'Sắp hết hạn báo cáo hội chợ (gửi cơ quan)',
    words: {
      vi: {
        subject: 'Báo cáo kết quả {fair} trước {until}',
        text: '{fair} đã bế mạc, chưa báo cáo kết quả. Hạn báo cáo {until}.',
        short: 'Bao cao ket qua {fair} truoc {until}.',
      },
    },
    due: async (asking) => {
      const told = await Promise.all(
        (await selectToReport(asking.db)).map(async (fair) => {
          const { clock } = await clockOn(asking.db, dateInVietnam(fair.createdAt))
          const { reportBy } = datesOf({ ...fair, isExempt: fair.exemptNumber !== null }, clock, holidays())
          if (dateInVietnam(asking.now) < addDays(reportBy, -daysBeforeReport)) return []
          const until = new Date(`${reportBy}T23:59:59+07:00`)
          return [{ ...(await department(fair, asking, until, `/van-phong/hoi-cho/${fair.id}/bao-cao`)), fact: fair.id }]
        }),
      )
      return told.flat()
    },
  }),
]
