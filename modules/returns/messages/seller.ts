import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { returnActs } from '../acts.ts'
import { law, office, otherSide, seller, work } from './about-return.ts'

export const sellerMessages: readonly Telling[] = [
  tellOf(returnActs.ask, {
    ...law,
    name: 'return.asked',
    says: 'Người mua khiếu nại, xin trả hàng (gửi người bán)',
    words: {
      vi: {
        subject: 'Khiếu nại {code} về đơn {order}',
        text: 'Người mua gửi khiếu nại {code} về đơn {order}. Hãy xác nhận và trả lời đúng hạn; quá hạn sẽ tự lên cơ quan.',
        short: 'Khieu nai {code} ve don {order}: hay tra loi dung han.',
      },
      en: {
        subject: 'Complaint {code} about order {order}',
        text: 'The buyer sent complaint {code} about order {order}. Acknowledge and answer in time; otherwise it goes to the office by itself.',
        short: 'Complaint {code} about order {order}: answer in time.',
      },
      km: {
        subject: 'បណ្ដឹង {code} អំពីការបញ្ជាទិញ {order}',
        text: 'អ្នកទិញបានផ្ញើបណ្ដឹង {code} អំពីការបញ្ជាទិញ {order}។ សូមបញ្ជាក់ និងឆ្លើយឱ្យទាន់ពេល បើហួសពេលនឹងទៅដល់ការិយាល័យដោយខ្លួនឯង។',
        short: 'Khieu nai {code} ve don {order}: hay tra loi dung han.',
      },
    },
    tell: ({ payload }, asking) => seller(payload, asking),
  }),
  tellOf(returnActs['mark-late'], {
    ...law,
    name: 'return.late',
    says: 'Quá hạn trả lời khiếu nại (gửi người bán)',
    words: {
      vi: {
        subject: 'Quá hạn trả lời khiếu nại {code}',
        text: 'Khiếu nại {code} về đơn {order} đã quá hạn trả lời. Hết hạn giải quyết thì hồ sơ tự lên cơ quan.',
        short: 'Khieu nai {code} da qua han tra loi. Het han giai quyet se tu len co quan.',
      },
      en: {
        subject: 'Complaint {code} was not answered in time',
        text: 'Complaint {code} about order {order} was not answered in time. When the whole term ends it goes to the office by itself.',
        short: 'Complaint {code} was not answered in time; it will go to the office.',
      },
      km: {
        subject: 'ហួសពេលឆ្លើយបណ្ដឹង {code}',
        text: 'បណ្ដឹង {code} អំពីការបញ្ជាទិញ {order} ហួសពេលឆ្លើយហើយ។ ពេលផុតកំណត់ដោះស្រាយ វានឹងទៅដល់ការិយាល័យដោយខ្លួនឯង។',
        short: 'Khieu nai {code} da qua han tra loi. Het han giai quyet se tu len co quan.',
      },
    },
    tell: ({ payload }, asking) => seller(payload, asking),
  }),
  tellOf(returnActs.withdraw, {
    ...work,
    name: 'return.withdrawn',
    says: 'Người mua rút khiếu nại (gửi người bán)',
    words: {
      vi: {
        subject: 'Khiếu nại {code} đã rút',
        text: 'Người mua đã rút khiếu nại {code} về đơn {order}.',
        short: 'Khieu nai {code} ve don {order} da rut.',
      },
      en: {
        subject: 'Complaint {code} was withdrawn',
        text: 'The buyer withdrew complaint {code} about order {order}.',
        short: 'Complaint {code} about order {order} was withdrawn.',
      },
      km: {
        subject: 'បណ្ដឹង {code} ត្រូវបានដកវិញ',
        text: 'អ្នកទិញបានដកបណ្ដឹង {code} អំពីការបញ្ជាទិញ {order}។',
        short: 'Khieu nai {code} ve don {order} da rut.',
      },
    },
    tell: ({ payload }, asking) => seller(payload, asking),
  }),
  tellOf(returnActs.say, {
    ...work,
    name: 'return.said',
    says: 'Có lời nhắn trong khiếu nại (gửi bên kia)',
    words: {
      vi: {
        subject: 'Lời nhắn trong khiếu nại {code}',
        text: 'Có lời nhắn mới trong khiếu nại {code} về đơn {order} của {producer}. Mở trang khiếu nại để đọc.',
        short: 'Co loi nhan moi trong khieu nai {code}, don {order}.',
      },
      en: {
        subject: 'A message in complaint {code}',
        text: 'There is a new message in complaint {code} about order {order} of {producer}. Open its page to read it.',
        short: 'New message in complaint {code}, order {order}.',
      },
      km: {
        subject: 'សារក្នុងបណ្ដឹង {code}',
        text: 'មានសារថ្មីក្នុងបណ្ដឹង {code} អំពីការបញ្ជាទិញ {order} របស់ {producer}។ សូមបើកទំព័រដើម្បីអាន។',
        short: 'Co loi nhan moi trong khieu nai {code}, don {order}.',
      },
    },
    tell: ({ payload }, asking) => otherSide(payload, asking),
  }),
  tellOf(returnActs['call-office'], {
    ...law,
    name: 'return.disputed-office',
    says: 'Khiếu nại mua bán lên cơ quan (gửi cơ quan)',
    words: {
      vi: {
        subject: 'Khiếu nại {code} chờ hòa giải',
        text: 'Khiếu nại {code} về đơn {order} của {producer} được đưa lên cơ quan. Đọc ý kiến hai bên và hòa giải.',
        short: 'Khieu nai {code} ({producer}) cho hoa giai.',
      },
    },
    tell: ({ payload }, asking) => office(payload, asking),
  }),
  tellOf(returnActs.escalate, {
    ...law,
    name: 'return.escalated-office',
    says: 'Trả hàng chưa xong, quá hạn (gửi cơ quan)',
    words: {
      vi: {
        subject: 'Trả hàng {code} quá hạn',
        text: 'Người bán {producer} đã nhận trả hàng theo khiếu nại {code} (đơn {order}) nhưng quá hạn chưa làm xong.',
        short: 'Tra hang {code} ({producer}) qua han chua xong.',
      },
    },
    tell: ({ payload }, asking) => office(payload, asking),
  }),
]
