import { addDays, dateInVietnam, formatDate } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { rulesOn } from '../../law/index.ts'
import { remindOf, tellOf } from '../../message.ts'
import type { Asking, Reminder, Telling } from '../../message.ts'
import { sayDong } from '../../say.ts'
import { billActs } from '../acts.ts'
import { selectBill, selectUnpaidBills } from '../bills/bill.store.ts'
import type { Bill } from '../bills/bill.store.ts'
import { daysOverdue, reminderDue } from '../rules/bill.ts'
import type { BillId } from '../rules/ids.ts'
import '../topics.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const sample = { code: 'DS7K2M9XQ4', producer: 'HTX Dừa sáp Cầu Kè', buyer: 'Bếp ăn Trường Cầu Kè', open: '1.200.000 đ', due: '15/12/2026' }

const valuesOf = ({ code, producerName, buyerName, openVnd, dueOn, language }: Bill) => ({
  code,
  producer: producerName,
  buyer: buyerName,
  open: sayDong(language, openVnd),
  due: formatDate(dueOn),
})

/** Where the buyer reads its bill: an address with a secret, made when the message is opened. */
const toBuyer = (bill: Bill) => ({
  to: [bill.buyerId],
  language: bill.language,
  path: `bill:${bill.id}`,
  object: ['buyer-bill', bill.id] as const,
  values: valuesOf(bill),
})

/** What its buyer is told of a bill. */
export const aboutBill = async (billId: BillId, { db }: Asking) => {
  const bill = await selectBill(db, { id: billId })
  return bill ? [toBuyer(bill)] : []
}

export const billMessages: readonly Telling[] = [
  tellOf(billActs.make, {
    ...work,
    name: 'buyer-bill.made',
    says: 'Bảng kê tháng (gửi khách thỏa thuận)',
    sample,
    words: {
      vi: {
        subject: 'Bảng kê {code} của {producer}: {open}',
        text: '{producer} gửi bảng kê {code}: {open}, trả trước ngày {due}. Chuyển khoản một lần với nội dung {code}. Có chỗ chưa đúng thì báo trên trang bảng kê.',
        short: 'Bang ke {code} cua {producer}: {open}, han tra {due}. Noi dung chuyen khoan: {code}.',
      },
      en: {
        subject: 'Bill {code} of {producer}: {open}',
        text: '{producer} sends you bill {code}: {open}, due on {due}. One transfer with the content {code} pays all of it. If something is wrong, say so on the page of the bill.',
        short: 'Bill {code} of {producer}: {open}, due {due}. Transfer content: {code}.',
      },
      km: {
        subject: 'វិក្កយបត្រ {code} របស់ {producer}៖ {open}',
        text: '{producer} ផ្ញើវិក្កយបត្រ {code}៖ {open} កំណត់បង់ថ្ងៃ {due}។ ផ្ទេរប្រាក់ម្តងជាមួយខ្លឹមសារ {code}។ បើមានអ្វីមិនត្រឹមត្រូវ សូមប្រាប់នៅទំព័រវិក្កយបត្រ។',
        short: 'Bang ke {code} cua {producer}: {open}, han tra {due}. Noi dung chuyen khoan: {code}.',
      },
    },
    tell: ({ payload }, asking) => aboutBill(payload.billId, asking),
  }),
  tellOf(billActs.dispute, {
    ...work,
    name: 'buyer-bill.disputed',
    says: 'Khách báo bảng kê chưa đúng (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: '{buyer} báo bảng kê {code} chưa đúng',
        text: '{buyer} báo bảng kê {code} có chỗ chưa đúng. Hãy xem và trả lời; trong lúc chờ, hệ thống không nhắc hạn khách.',
        short: '{buyer} bao bang ke {code} chua dung. Hay tra loi.',
      },
      en: {
        subject: '{buyer} says that bill {code} is wrong',
        text: '{buyer} says that something in bill {code} is wrong. Please read it and answer; until then the buyer is not reminded.',
        short: '{buyer} says that bill {code} is wrong. Please answer.',
      },
      km: {
        subject: '{buyer} ប្រាប់ថាវិក្កយបត្រ {code} មិនត្រឹមត្រូវ',
        text: '{buyer} ប្រាប់ថាវិក្កយបត្រ {code} មានអ្វីមិនត្រឹមត្រូវ។ សូមមើល ហើយឆ្លើយ ក្នុងពេលរង់ចាំ អ្នកទិញមិនត្រូវបានរំលឹកទេ។',
        short: '{buyer} bao bang ke {code} chua dung. Hay tra loi.',
      },
    },
    tell: async ({ payload }, asking) => {
      const bill = await selectBill(asking.db, { id: payload.billId })
      if (!bill) return []
      const path = `/van-phong/ban-hang/cong-no/${bill.id}`
      return [{ ...toBuyer(bill), to: await peopleOfProducer(asking, bill.producerId), path }]
    },
  }),
  tellOf(billActs.answer, {
    ...work,
    name: 'buyer-bill.answered',
    says: 'Người bán trả lời về bảng kê (gửi khách thỏa thuận)',
    sample,
    words: {
      vi: {
        subject: '{producer} trả lời về bảng kê {code}',
        text: '{producer} đã trả lời chỗ bạn báo trong bảng kê {code}. Hãy mở trang bảng kê để xem. Còn phải trả {open}, hạn {due}.',
        short: '{producer} da tra loi ve bang ke {code}. Con phai tra {open}.',
      },
      en: {
        subject: '{producer} answered about bill {code}',
        text: '{producer} answered what you said of bill {code}. Open the page of the bill to read it. {open} is still to pay, due on {due}.',
        short: '{producer} answered about bill {code}. {open} is to pay.',
      },
      km: {
        subject: '{producer} បានឆ្លើយអំពីវិក្កយបត្រ {code}',
        text: '{producer} បានឆ្លើយអ្វីដែលអ្នកប្រាប់អំពីវិក្កយបត្រ {code}។ សូមបើកទំព័រវិក្កយបត្រ។ នៅត្រូវបង់ {open} កំណត់ថ្ងៃ {due}។',
        short: '{producer} da tra loi ve bang ke {code}. Con phai tra {open}.',
      },
    },
    tell: ({ payload }, asking) => aboutBill(payload.billId, asking),
  }),
]

/**
 * Bills of which something is open, each with the last day of reminding that has come. Whoever disputes a bill is not reminded of it, whoever has paid neither;
 * what was missed while nobody was told is not made up for: one message, not four.
 */
const toRemind = (which: (days: number) => boolean) => async (asking: Asking) => {
  const today = dateInVietnam(asking.now)
  const days = (await rulesOn(asking.db, ['bill.remind-days'], today))['bill.remind-days'].value
  const earliest = Math.min(...days)
  const bills = await selectUnpaidBills(asking.db, { dueUpTo: addDays(today, Math.max(0, -earliest)) })
  return bills.flatMap((bill) => {
    const day = bill.disputed ? null : reminderDue(bill.dueOn, today, days)
    const isTold = day !== null && which(day) && bill.buyerPhone !== ''
    return isTold ? [{ ...toBuyer(bill), fact: `${bill.id}:${day}`, days: daysOverdue(bill.dueOn, today) }] : []
  })
}

export const billReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'buyer-bill.due',
    says: 'Sắp đến hạn trả bảng kê (gửi khách thỏa thuận)',
    sample,
    words: {
      vi: {
        subject: 'Bảng kê {code} đến hạn ngày {due}',
        text: 'Nhắc bạn: bảng kê {code} của {producer} còn {open}, hạn trả {due}. Nội dung chuyển khoản: {code}. Nếu đã chuyển, bạn không cần làm gì.',
        short: 'Bang ke {code} cua {producer} con {open}, han tra {due}. Neu da chuyen, xin bo qua.',
      },
      en: {
        subject: 'Bill {code} is due on {due}',
        text: 'A reminder: {open} of bill {code} of {producer} is still to pay, due on {due}. Transfer content: {code}. If you have paid, you need do nothing.',
        short: 'Bill {code} of {producer}: {open} is due on {due}. If you have paid, never mind.',
      },
      km: {
        subject: 'វិក្កយបត្រ {code} ដល់កំណត់ថ្ងៃ {due}',
        text: 'សូមរំលឹក៖ វិក្កយបត្រ {code} របស់ {producer} នៅត្រូវបង់ {open} កំណត់ថ្ងៃ {due}។ ខ្លឹមសារផ្ទេរប្រាក់៖ {code}។ បើបានផ្ទេរហើយ មិនចាំបាច់ធ្វើអ្វីទេ។',
        short: 'Bang ke {code} cua {producer} con {open}, han tra {due}. Neu da chuyen, xin bo qua.',
      },
    },
    due: toRemind((day) => day <= 0),
  }),
  remindOf({
    ...work,
    name: 'buyer-bill.overdue',
    says: 'Bảng kê quá hạn (gửi khách thỏa thuận)',
    sample,
    words: {
      vi: {
        subject: 'Bảng kê {code} đã quá hạn',
        text: 'Bảng kê {code} của {producer} còn {open}, hạn trả là {due}. Xin chuyển khoản với nội dung {code}, hoặc báo người bán trên trang bảng kê nếu có chỗ chưa đúng.',
        short: 'Bang ke {code} cua {producer} con {open}, da qua han {due}. Noi dung chuyen khoan: {code}.',
      },
      en: {
        subject: 'Bill {code} is overdue',
        text: '{open} of bill {code} of {producer} is still to pay; it was due on {due}. Please transfer it with the content {code}, or tell the seller on the page of the bill if something is wrong.',
        short: 'Bill {code} of {producer}: {open} was due on {due}. Transfer content: {code}.',
      },
      km: {
        subject: 'វិក្កយបត្រ {code} ហួសកំណត់',
        text: 'វិក្កយបត្រ {code} របស់ {producer} នៅត្រូវបង់ {open} កំណត់ថ្ងៃ {due}។ សូមផ្ទេរប្រាក់ជាមួយខ្លឹមសារ {code} ឬប្រាប់អ្នកលក់នៅទំព័រវិក្កយបត្រ បើមានអ្វីមិនត្រឹមត្រូវ។',
        short: 'Bang ke {code} cua {producer} con {open}, da qua han {due}. Noi dung chuyen khoan: {code}.',
      },
    },
    due: toRemind((day) => day > 0),
  }),
]
