import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { returnActs } from '../acts.ts'
import { bothSides, buyer, law, work } from './about-return.ts'

export const buyerMessages: readonly Telling[] = [
  tellOf(returnActs.acknowledge, {
    ...work,
    name: 'return.acknowledged',
    says: 'Người bán đã nhận khiếu nại (gửi người mua)',
    words: {
      vi: {
        subject: 'Người bán đã nhận khiếu nại {code}',
        text: '{producer} đã nhận khiếu nại {code} của bạn về đơn {order} và sẽ trả lời đúng hạn.',
        short: '{producer} da nhan khieu nai {code} ve don {order}.',
      },
      en: {
        subject: 'The seller has your complaint {code}',
        text: '{producer} has your complaint {code} about order {order} and will answer in time.',
        short: '{producer} has your complaint {code} about order {order}.',
      },
      km: {
        subject: 'អ្នកលក់បានទទួលបណ្ដឹង {code}',
        text: '{producer} បានទទួលបណ្ដឹង {code} របស់អ្នកអំពីការបញ្ជាទិញ {order} ហើយនឹងឆ្លើយឱ្យទាន់ពេល។',
        short: '{producer} da nhan khieu nai {code} ve don {order}.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload, asking),
  }),
  tellOf(returnActs.accept, {
    ...law,
    name: 'return.accepted',
    says: 'Người bán đồng ý giải quyết khiếu nại (gửi người mua)',
    words: {
      vi: {
        subject: 'Người bán đồng ý giải quyết khiếu nại {code}',
        text: '{producer} đồng ý giải quyết khiếu nại {code} về đơn {order}. Mở trang đơn hàng để xem đã thỏa thuận gì.',
        short: '{producer} dong y giai quyet khieu nai {code}, don {order}.',
      },
      en: {
        subject: 'The seller accepts complaint {code}',
        text: '{producer} accepts complaint {code} about order {order}. Open the page of the order to see what was agreed.',
        short: '{producer} accepts complaint {code}, order {order}.',
      },
      km: {
        subject: 'អ្នកលក់យល់ព្រមតាមបណ្ដឹង {code}',
        text: '{producer} យល់ព្រមតាមបណ្ដឹង {code} អំពីការបញ្ជាទិញ {order}។ សូមបើកទំព័រការបញ្ជាទិញ ដើម្បីមើលអ្វីដែលបានព្រមព្រៀង។',
        short: '{producer} dong y giai quyet khieu nai {code}, don {order}.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload, asking),
  }),
  tellOf(returnActs.refuse, {
    ...law,
    name: 'return.refused',
    says: 'Người bán từ chối khiếu nại (gửi người mua)',
    words: {
      vi: {
        subject: 'Người bán từ chối khiếu nại {code}',
        text: '{producer} từ chối khiếu nại {code} về đơn {order}. Mở trang đơn hàng để đọc lý do; bạn đưa được lên cơ quan từ trang đó.',
        short: '{producer} tu choi khieu nai {code}. Ban dua len co quan duoc tu trang don hang.',
      },
      en: {
        subject: 'The seller refuses complaint {code}',
        text: '{producer} refuses complaint {code} about order {order}. Open the page of the order to read why; there you can call the office.',
        short: '{producer} refuses complaint {code}. You can call the office on the page of the order.',
      },
      km: {
        subject: 'អ្នកលក់បដិសេធបណ្ដឹង {code}',
        text: '{producer} បដិសេធបណ្ដឹង {code} អំពីការបញ្ជាទិញ {order}។ សូមបើកទំព័រការបញ្ជាទិញ ដើម្បីអានមូលហេតុ ហើយអ្នកអាចហៅការិយាល័យពីទីនោះ។',
        short: '{producer} tu choi khieu nai {code}. Ban dua len co quan duoc tu trang don hang.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload, asking),
  }),
  tellOf(returnActs.send, {
    ...work,
    name: 'return.sent',
    says: 'Người bán đã gửi hàng đổi (gửi người mua)',
    words: {
      vi: {
        subject: 'Hàng đổi đã gửi, khiếu nại {code}',
        text: '{producer} đã gửi hàng đổi, hàng bù theo khiếu nại {code} về đơn {order}.',
        short: '{producer} da gui hang doi, khieu nai {code}.',
      },
      en: {
        subject: 'Other goods were sent, complaint {code}',
        text: '{producer} sent other goods for complaint {code} about order {order}.',
        short: '{producer} sent other goods, complaint {code}.',
      },
      km: {
        subject: 'ទំនិញជំនួសត្រូវបានផ្ញើ បណ្ដឹង {code}',
        text: '{producer} បានផ្ញើទំនិញជំនួសតាមបណ្ដឹង {code} អំពីការបញ្ជាទិញ {order}។',
        short: '{producer} da gui hang doi, khieu nai {code}.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload, asking),
  }),
  tellOf(returnActs.settle, {
    ...work,
    name: 'return.settled',
    says: 'Khiếu nại đã xong (gửi người mua)',
    words: {
      vi: {
        subject: 'Khiếu nại {code} đã xong',
        text: 'Khiếu nại {code} về đơn {order} của {producer} đã giải quyết xong.',
        short: 'Khieu nai {code} ve don {order} da xong.',
      },
      en: {
        subject: 'Complaint {code} is settled',
        text: 'Complaint {code} about order {order} of {producer} is settled.',
        short: 'Complaint {code} about order {order} is settled.',
      },
      km: {
        subject: 'បណ្ដឹង {code} បានដោះស្រាយរួច',
        text: 'បណ្ដឹង {code} អំពីការបញ្ជាទិញ {order} របស់ {producer} បានដោះស្រាយរួច។',
        short: 'Khieu nai {code} ve don {order} da xong.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload, asking),
  }),
  tellOf(returnActs['call-office'], {
    ...law,
    name: 'return.disputed',
    says: 'Khiếu nại được đưa lên cơ quan (gửi người mua, người bán)',
    words: {
      vi: {
        subject: 'Khiếu nại {code} đã lên cơ quan',
        text: 'Khiếu nại {code} về đơn {order} của {producer} đã được đưa lên cơ quan để hòa giải. Hai bên viết ý kiến của mình trên trang khiếu nại.',
        short: 'Khieu nai {code} ve don {order} da len co quan de hoa giai.',
      },
      en: {
        subject: 'Complaint {code} is with the office',
        text: 'Complaint {code} about order {order} of {producer} is with the office, which mediates. Both sides write their say on its page.',
        short: 'Complaint {code} about order {order} is with the office.',
      },
      km: {
        subject: 'បណ្ដឹង {code} បានដល់ការិយាល័យ',
        text: 'បណ្ដឹង {code} អំពីការបញ្ជាទិញ {order} របស់ {producer} បានដល់ការិយាល័យដើម្បីសម្របសម្រួល។ ភាគីទាំងពីរសរសេរយោបល់នៅទំព័រនោះ។',
        short: 'Khieu nai {code} ve don {order} da len co quan de hoa giai.',
      },
    },
    tell: ({ payload }, asking) => bothSides(payload, asking),
  }),
  tellOf(returnActs.mediate, {
    ...work,
    name: 'return.mediated',
    says: 'Cơ quan có ý kiến về khiếu nại (gửi người mua, người bán)',
    words: {
      vi: {
        subject: 'Cơ quan có ý kiến về khiếu nại {code}',
        text: 'Cơ quan đã viết ý kiến, đề nghị trong khiếu nại {code} về đơn {order} của {producer}.',
        short: 'Co quan co y kien ve khieu nai {code}, don {order}.',
      },
      en: {
        subject: 'The office wrote about complaint {code}',
        text: 'The office wrote its opinion and proposal in complaint {code} about order {order} of {producer}.',
        short: 'The office wrote about complaint {code}, order {order}.',
      },
      km: {
        subject: 'ការិយាល័យមានយោបល់អំពីបណ្ដឹង {code}',
        text: 'ការិយាល័យបានសរសេរយោបល់ និងសំណើក្នុងបណ្ដឹង {code} អំពីការបញ្ជាទិញ {order} របស់ {producer}។',
        short: 'Co quan co y kien ve khieu nai {code}, don {order}.',
      },
    },
    tell: ({ payload }, asking) => bothSides(payload, asking),
  }),
  ...(['decide-for', 'decide-against'] as const).map((act) =>
    tellOf(returnActs[act], {
      ...law,
      name: act === 'decide-for' ? 'return.decided-for' : 'return.decided-against',
      says: `Cơ quan đã kết luận về khiếu nại${act === 'decide-for' ? '' : ': không trả hàng'} (gửi người mua, người bán)`,
      words: {
        vi: {
          subject: 'Cơ quan đã kết luận khiếu nại {code}',
          text: 'Cơ quan đã kết luận khiếu nại {code} về đơn {order} của {producer}. Mở trang khiếu nại để đọc.',
          short: 'Co quan da ket luan khieu nai {code}, don {order}.',
        },
        en: {
          subject: 'The office decided about complaint {code}',
          text: 'The office decided about complaint {code}, order {order} of {producer}. Open its page to read the decision.',
          short: 'The office decided about complaint {code}, order {order}.',
        },
        km: {
          subject: 'ការិយាល័យបានសន្និដ្ឋានអំពីបណ្ដឹង {code}',
          text: 'ការិយាល័យបានសន្និដ្ឋានអំពីបណ្ដឹង {code} ការបញ្ជាទិញ {order} របស់ {producer}។ សូមបើកទំព័រដើម្បីអាន។',
          short: 'Co quan da ket luan khieu nai {code}, don {order}.',
        },
      },
      tell: ({ payload }, asking) => bothSides(payload, asking),
    }),
  ),
]
