import { tellOf } from '../../../message.ts'
import type { Telling } from '../../../message.ts'
import { enquiryActs, relationActs } from '../acts.ts'
import { selectRelationsOf, selectSteps } from '../relation.store.ts'
import { buyerSide, ofEnquiry, ofRelation, officeSide, producerSide, work } from './about-buyers.ts'

export const buyerMessages: readonly Telling[] = [
  tellOf(enquiryActs.ask, {
    ...work,
    name: 'buyers.asked',
    says: 'Nhu cầu mua mới (gửi cơ quan)',
    words: {
      vi: {
        subject: 'Nhu cầu mua mới: {buyer}',
        text: '{buyer} cần mua {goods} (mã {code}). Mở ra để giới thiệu chủ thể.',
        short: '{buyer} can mua {goods}, ma {code}.',
      },
    },
    tell: ({ payload }, asking) => ofEnquiry(payload, asking, async (enquiry) => [await officeSide(enquiry, asking)]),
  }),
  tellOf(enquiryActs.ask, {
    ...work,
    name: 'buyers.received',
    says: 'Đã nhận nhu cầu mua (gửi bên mua)',
    words: {
      vi: {
        subject: 'Đã nhận nhu cầu mua {code}',
        text: 'Đã nhận nhu cầu mua {goods} của {buyer}. Mã {code}: giữ mã này để xem chủ thể được giới thiệu, giá chào và giấy tờ.',
        short: 'Da nhan nhu cau mua, ma {code}. Giu ma de xem tra loi.',
      },
      en: {
        subject: 'Your enquiry {code} has arrived',
        text: 'The enquiry of {buyer} for {goods} has arrived. Keep the code {code}: with it you see the producers, their offers and their papers.',
        short: 'Your enquiry has arrived, code {code}. Keep it.',
      },
      km: {
        subject: 'បានទទួលតម្រូវការទិញ {code}',
        text: 'បានទទួលតម្រូវការទិញ {goods} របស់ {buyer}។ សូមរក្សាលេខកូដ {code} ដើម្បីមើលអ្នកផលិត តម្លៃ និងឯកសារ។',
        short: 'Da nhan nhu cau mua, ma {code}. Giu ma de xem tra loi.',
      },
    },
    tell: ({ payload }, asking) => ofEnquiry(payload, asking, async (enquiry) => [await buyerSide(enquiry, asking)]),
  }),
  tellOf(enquiryActs.introduce, {
    ...work,
    name: 'buyers.introduced',
    says: 'Đã giới thiệu chủ thể (gửi bên mua)',
    words: {
      vi: {
        subject: 'Đã có chủ thể cho nhu cầu {code}',
        text: 'Đã giới thiệu chủ thể cho nhu cầu mua {goods} (mã {code}). Mở trang để xem là ai; họ sẽ gọi và chào giá.',
        short: 'Da gioi thieu chu the cho nhu cau {code}.',
      },
      en: {
        subject: 'Producers for your enquiry {code}',
        text: 'Producers were named for your enquiry for {goods} (code {code}). Open the page to see who they are; they will call and make an offer.',
        short: 'Producers were named for your enquiry {code}.',
      },
      km: {
        subject: 'មានអ្នកផលិតសម្រាប់តម្រូវការ {code}',
        text: 'បានណែនាំអ្នកផលិតសម្រាប់តម្រូវការទិញ {goods} (លេខកូដ {code})។ សូមបើកទំព័រមើលថាជានរណា ពួកគេនឹងហៅ និងឱ្យតម្លៃ។',
        short: 'Da gioi thieu chu the cho nhu cau {code}.',
      },
    },
    tell: ({ payload }, asking) => ofEnquiry(payload, asking, async (enquiry) => [await buyerSide(enquiry, asking)]),
  }),
  tellOf(enquiryActs.introduce, {
    ...work,
    name: 'buyers.named',
    says: 'Được giới thiệu với bên mua (gửi chủ thể)',
    words: {
      vi: {
        subject: '{buyer} cần mua {goods}',
        text: 'Sở Công Thương giới thiệu anh chị với {buyer}, cần mua {goods}. Mở trang để xem số lượng, cách liên hệ và chào giá.',
        short: '{buyer} can mua {goods}. Mo trang de chao gia.',
      },
      en: {
        subject: '{buyer} looks for {goods}',
        text: 'The Department of Industry and Trade named you to {buyer}, who looks for {goods}. Open the page for how much, whom to call, and to make an offer.',
        short: '{buyer} looks for {goods}. Open the page to make an offer.',
      },
      km: {
        subject: '{buyer} ត្រូវការទិញ {goods}',
        text: 'មន្ទីរឧស្សាហកម្ម និងពាណិជ្ជកម្មបានណែនាំអ្នកដល់ {buyer} ដែលត្រូវការទិញ {goods}។ សូមបើកទំព័រមើលបរិមាណ របៀបទាក់ទង និងឱ្យតម្លៃ។',
        short: '{buyer} can mua {goods}. Mo trang de chao gia.',
      },
    },
    // Those who were named before were told then: only what began with this event is new.
    tell: ({ payload, at }, asking) =>
      ofEnquiry(payload, asking, async (enquiry) => {
        const relations = (await selectRelationsOf(asking.db, enquiry.id)).filter(({ createdAt }) => createdAt.getTime() === at.getTime())
        const told = await Promise.all(relations.map((relation) => producerSide(relation, enquiry, asking)))
        return told.filter(({ to }) => to.length > 0)
      }),
  }),
  tellOf(relationActs.offer, {
    ...work,
    name: 'buyers.offered',
    says: 'Chủ thể đã chào hàng (gửi bên mua)',
    words: {
      vi: {
        subject: '{producer} đã chào hàng',
        text: '{producer} đã chào giá cho nhu cầu {code}. Mở trang để xem giá, số lượng ít nhất, thời gian chuẩn bị và hạn dùng.',
        short: '{producer} da chao gia cho nhu cau {code}.',
      },
      en: {
        subject: 'An offer from {producer}',
        text: '{producer} made an offer for your enquiry {code}. Open the page for the price, the least number, the lead time and the shelf life.',
        short: '{producer} made an offer for your enquiry {code}.',
      },
      km: {
        subject: '{producer} បានឱ្យតម្លៃ',
        text: '{producer} បានឱ្យតម្លៃសម្រាប់តម្រូវការ {code}។ សូមបើកទំព័រមើលតម្លៃ បរិមាណអប្បបរមា រយៈពេលរៀបចំ និងអាយុកាលប្រើប្រាស់។',
        short: '{producer} da chao gia cho nhu cau {code}.',
      },
    },
    tell: ({ payload }, asking) =>
      ofRelation(payload, asking, async (relation, enquiry) => [await buyerSide(enquiry, asking, relation.producerName, relation.id)]),
  }),
  tellOf(relationActs['share-papers'], {
    ...work,
    name: 'buyers.papers-shared',
    says: 'Chủ thể đã gửi bộ giấy tờ (gửi bên mua)',
    words: {
      vi: {
        subject: 'Bộ giấy tờ của {producer}',
        text: '{producer} đã gửi bảng giá, giấy chứng nhận, phiếu kiểm nghiệm cho nhu cầu {code}. Mở trang để tải; trang ghi mở được đến ngày nào.',
        short: '{producer} da gui bo giay to cho nhu cau {code}.',
      },
      en: {
        subject: 'The papers of {producer}',
        text: '{producer} shared its price list, certificates and test reports for your enquiry {code}. Open the page to load them; it says until which day.',
        short: '{producer} shared its papers for your enquiry {code}.',
      },
      km: {
        subject: 'ឯកសាររបស់ {producer}',
        text: '{producer} បានផ្ញើតារាងតម្លៃ វិញ្ញាបនបត្រ និងលទ្ធផលវិភាគសម្រាប់តម្រូវការ {code}។ សូមបើកទំព័រទាញយក ទំព័រប្រាប់ថាបើកបានដល់ថ្ងៃណា។',
        short: '{producer} da gui bo giay to cho nhu cau {code}.',
      },
    },
    tell: ({ payload }, asking) =>
      ofRelation(payload, asking, async (relation, enquiry) => [await buyerSide(enquiry, asking, relation.producerName, relation.id)]),
  }),
  tellOf(relationActs.advance, {
    ...work,
    name: 'buyers.advanced',
    says: 'Bên kia ghi một bước kết nối (gửi bên còn lại)',
    words: {
      vi: {
        subject: 'Xác nhận bước kết nối: {buyer} – {producer}',
        text: 'Có bước mới trong kết nối {buyer} – {producer} (mã {code}). Mở trang để xem và xác nhận; chưa xác nhận thì ghi là một bên tự khai.',
        short: 'Buoc moi: {buyer} - {producer}. Mo trang de xac nhan.',
      },
      en: {
        subject: 'Is it so? {buyer} and {producer}',
        text: 'Something new was written down between {buyer} and {producer} (code {code}). Open the page to confirm it; until then it counts as said by one side.',
        short: 'New step: {buyer} and {producer}. Open the page to confirm.',
      },
      km: {
        subject: 'សូមបញ្ជាក់៖ {buyer} និង {producer}',
        text: 'មានជំហានថ្មីរវាង {buyer} និង {producer} (លេខកូដ {code})។ សូមបើកទំព័រមើល និងបញ្ជាក់ បើមិនទាន់បញ្ជាក់ នឹងកត់ថាម្ខាងប្រកាសខ្លួនឯង។',
        short: 'Buoc moi: {buyer} - {producer}. Mo trang de xac nhan.',
      },
    },
    tell: ({ payload }, asking) =>
      ofRelation(payload, asking, async (relation, enquiry) => {
        const side = (await selectSteps(asking.db, [relation.id])).at(-1)?.side
        const [buyer, producer] = [
          await buyerSide(enquiry, asking, relation.producerName, relation.id),
          await producerSide(relation, enquiry, asking),
        ]
        return [...(side === 'buyer' ? [] : [buyer]), ...(side === 'producer' || producer.to.length === 0 ? [] : [producer])]
      }),
  }),
  tellOf(enquiryActs.close, {
    ...work,
    name: 'buyers.closed',
    says: 'Nhu cầu mua đã đóng (gửi bên mua)',
    words: {
      vi: {
        subject: 'Nhu cầu mua {code} đã đóng',
        text: 'Nhu cầu mua {goods} (mã {code}) đã đóng. Mở trang để xem lý do.',
        short: 'Nhu cau mua {code} da dong. Mo trang de xem ly do.',
      },
      en: {
        subject: 'Your enquiry {code} is closed',
        text: 'Your enquiry for {goods} (code {code}) is closed. Open the page to see why.',
        short: 'Your enquiry {code} is closed. The page says why.',
      },
      km: {
        subject: 'តម្រូវការទិញ {code} ត្រូវបានបិទ',
        text: 'តម្រូវការទិញ {goods} (លេខកូដ {code}) ត្រូវបានបិទ។ សូមបើកទំព័រមើលមូលហេតុ។',
        short: 'Nhu cau mua {code} da dong. Mo trang de xem ly do.',
      },
    },
    tell: ({ payload }, asking) => ofEnquiry(payload, asking, async (enquiry) => [await buyerSide(enquiry, asking)]),
  }),
]
