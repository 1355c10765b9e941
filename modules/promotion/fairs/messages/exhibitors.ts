import { tellOf } from '../../../message.ts'
import type { Telling } from '../../../message.ts'
import { fairActs, fairApplicationActs } from '../acts.ts'
import { allOf, departmentOf, everyProducer, ofApplication, work } from './about-fair.ts'

const appealWords = {
  'grant-appeal': {
    vi: {
      subject: 'Khiếu nại về {fair} được chấp nhận',
      text: 'Khiếu nại của anh chị về phân gian {fair} được chấp nhận: anh chị đứng đầu danh sách chờ.',
      short: 'Khieu nai ve {fair} duoc chap nhan: dung dau danh sach cho.',
    },
    en: {
      subject: 'Your complaint about {fair} was granted',
      text: 'Your complaint about the stands of {fair} was granted: you stand first on the waiting list.',
      short: 'Complaint about {fair} granted: first on the waiting list.',
    },
    km: {
      subject: 'បណ្ដឹងអំពី {fair} ត្រូវបានទទួល',
      text: 'បណ្ដឹងរបស់អ្នកអំពីការចែកតូបនៅ {fair} ត្រូវបានទទួល៖ អ្នកឈរលំដាប់ទីមួយក្នុងបញ្ជីរង់ចាំ។',
      short: 'Khieu nai ve {fair} duoc chap nhan: dung dau danh sach cho.',
    },
  },
  'reject-appeal': {
    vi: {
      subject: 'Khiếu nại về {fair} không được chấp nhận',
      text: 'Khiếu nại của anh chị về phân gian {fair} không được chấp nhận. Lý do ghi trên trang đăng ký.',
      short: 'Khieu nai ve {fair} khong duoc chap nhan, xem ly do tren trang.',
    },
    en: {
      subject: 'Your complaint about {fair} was not granted',
      text: 'Your complaint about the stands of {fair} was not granted. The page of your application says why.',
      short: 'Complaint about {fair} not granted; the page says why.',
    },
    km: {
      subject: 'បណ្ដឹងអំពី {fair} មិនត្រូវបានទទួល',
      text: 'បណ្ដឹងរបស់អ្នកអំពីការចែកតូបនៅ {fair} មិនត្រូវបានទទួលទេ។ មូលហេតុមានលើទំព័រចុះឈ្មោះ។',
      short: 'Khieu nai ve {fair} khong duoc chap nhan, xem ly do tren trang.',
    },
  },
} as const

const asked = ['open', 'allotted', 'waiting', 'confirmed'] as const

export const exhibitorMessages: readonly Telling[] = [
  tellOf(fairActs.open, {
    ...work,
    pace: 'digest',
    name: 'fair.called',
    says: 'Mời đăng ký gian hội chợ (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Mời đăng ký gian: {fair}',
        text: 'Sở Công Thương mời đăng ký gian tại {fair}. Hạn đăng ký {until}. Mở trang để điền, khoảng năm phút trên điện thoại.',
        short: 'Moi dang ky gian tai {fair}, han {until}.',
      },
      en: {
        subject: 'Apply for a stand: {fair}',
        text: 'The Department of Industry and Trade invites you to apply for a stand at {fair} by {until}. It takes about five minutes on a telephone.',
        short: 'Apply for a stand at {fair} by {until}.',
      },
      km: {
        subject: 'សូមចុះឈ្មោះតូប៖ {fair}',
        text: 'មន្ទីរឧស្សាហកម្ម និងពាណិជ្ជកម្មអញ្ជើញអ្នកចុះឈ្មោះតូបនៅ {fair} មុន {until}។ ប្រើពេលប្រហែលប្រាំនាទីលើទូរស័ព្ទ។',
        short: 'Moi dang ky gian tai {fair}, han {until}.',
      },
    },
    tell: ({ payload }, asking) => everyProducer(payload, asking),
  }),
  tellOf(fairActs.change, {
    ...work,
    name: 'fair.changed',
    says: 'Hội chợ đổi thông tin (gửi người đã đăng ký)',
    words: {
      vi: {
        subject: '{fair}: thông tin đã đổi',
        text: 'Thông tin của {fair} vừa được sửa. Mở trang để xem lại ngày, địa điểm và hạn đăng ký.',
        short: '{fair}: thong tin da doi. Xem lai ngay, dia diem.',
      },
      en: {
        subject: '{fair}: something changed',
        text: 'The details of {fair} were changed. Open the page to read its days, its place and its deadline again.',
        short: '{fair}: details changed. Read its days and place again.',
      },
      km: {
        subject: '{fair}៖ ព័ត៌មានបានប្ដូរ',
        text: 'ព័ត៌មានរបស់ {fair} ទើបតែត្រូវបានកែ។ សូមបើកទំព័រ ដើម្បីមើលថ្ងៃ ទីកន្លែង និងថ្ងៃផុតកំណត់ម្ដងទៀត។',
        short: '{fair}: thong tin da doi. Xem lai ngay, dia diem.',
      },
    },
    tell: ({ payload }, asking) => allOf(payload, asking, asked),
  }),
  tellOf(fairActs.allot, {
    ...work,
    name: 'fair.stand-allotted',
    says: 'Được phân gian hội chợ (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Anh chị được phân gian tại {fair}',
        text: 'Anh chị được phân gian tại {fair}. Xác nhận trước {until}, quá hạn gian chuyển cho người chờ.',
        short: 'Duoc phan gian tai {fair}. Xac nhan truoc {until}.',
      },
      en: {
        subject: 'You have a stand at {fair}',
        text: 'You were given a stand at {fair}. Confirm it before {until}; after that it goes to whoever waits.',
        short: 'You have a stand at {fair}. Confirm before {until}.',
      },
      km: {
        subject: 'អ្នកបានទទួលតូបនៅ {fair}',
        text: 'អ្នកបានទទួលតូបនៅ {fair}។ សូមបញ្ជាក់មុន {until} បើហួសពេល តូបនឹងទៅឱ្យអ្នករង់ចាំ។',
        short: 'Duoc phan gian tai {fair}. Xac nhan truoc {until}.',
      },
    },
    tell: ({ payload }, asking) => allOf(payload, asking, ['allotted']),
  }),
  tellOf(fairActs.allot, {
    ...work,
    name: 'fair.stand-waiting',
    says: 'Vào danh sách chờ gian hội chợ (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Anh chị trong danh sách chờ của {fair}',
        text: 'Chưa đủ gian tại {fair}: anh chị trong danh sách chờ. Mở trang xem thứ tự, điểm; khiếu nại trước {until}.',
        short: 'Trong danh sach cho cua {fair}. Khieu nai truoc {until}.',
      },
      en: {
        subject: 'You are on the waiting list of {fair}',
        text: 'There were not enough stands at {fair}: you are on the waiting list. Open the page for your place and points; complaints before {until}.',
        short: 'On the waiting list of {fair}. Complaints before {until}.',
      },
      km: {
        subject: 'អ្នកស្ថិតក្នុងបញ្ជីរង់ចាំរបស់ {fair}',
        text: 'តូបនៅ {fair} មិនគ្រប់គ្រាន់៖ អ្នកស្ថិតក្នុងបញ្ជីរង់ចាំ។ សូមបើកទំព័រមើលលំដាប់ និងពិន្ទុ។ បណ្ដឹងត្រូវដាក់មុន {until}។',
        short: 'Trong danh sach cho cua {fair}. Khieu nai truoc {until}.',
      },
    },
    tell: ({ payload }, asking) => allOf(payload, asking, ['waiting']),
  }),
  tellOf(fairActs.allot, {
    ...work,
    name: 'fair.stand-refused',
    says: 'Không được phân gian hội chợ (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Đăng ký gian tại {fair} không được chọn',
        text: 'Đăng ký gian của anh chị tại {fair} không được chọn. Mở trang xem lý do; khiếu nại trước {until}.',
        short: 'Dang ky gian tai {fair} khong duoc chon. Khieu nai truoc {until}.',
      },
      en: {
        subject: 'Your application to {fair} was not chosen',
        text: 'Your application for a stand at {fair} was not chosen. Open the page to read why; complaints before {until}.',
        short: 'Not chosen for {fair}. Complaints before {until}.',
      },
      km: {
        subject: 'ការចុះឈ្មោះតូបនៅ {fair} មិនត្រូវបានជ្រើស',
        text: 'ការចុះឈ្មោះតូបរបស់អ្នកនៅ {fair} មិនត្រូវបានជ្រើសទេ។ សូមបើកទំព័រមើលមូលហេតុ។ បណ្ដឹងត្រូវដាក់មុន {until}។',
        short: 'Dang ky gian tai {fair} khong duoc chon. Khieu nai truoc {until}.',
      },
    },
    tell: ({ payload }, asking) => allOf(payload, asking, ['refused']),
  }),
  tellOf(fairApplicationActs.offer, {
    ...work,
    name: 'fair.stand-offered',
    says: 'Người chờ được mời vào gian (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Có gian trống cho anh chị tại {fair}',
        text: 'Một gian tại {fair} vừa trống và đến lượt anh chị. Xác nhận trước {until}.',
        short: 'Den luot anh chi: gian trong tai {fair}. Xac nhan truoc {until}.',
      },
      en: {
        subject: 'A stand at {fair} is free for you',
        text: 'A stand at {fair} became free and it is your turn. Confirm it before {until}.',
        short: 'Your turn: a stand at {fair}. Confirm before {until}.',
      },
      km: {
        subject: 'មានតូបទំនេរសម្រាប់អ្នកនៅ {fair}',
        text: 'តូបមួយនៅ {fair} ទើបតែទំនេរ ហើយដល់វេនអ្នក។ សូមបញ្ជាក់មុន {until}។',
        short: 'Den luot anh chi: gian trong tai {fair}. Xac nhan truoc {until}.',
      },
    },
    tell: ({ payload }, asking) => ofApplication(payload, asking),
  }),
  tellOf(fairApplicationActs.lapse, {
    ...work,
    name: 'fair.stand-lapsed',
    says: 'Quá hạn xác nhận gian (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Quá hạn xác nhận gian tại {fair}',
        text: 'Anh chị không xác nhận gian tại {fair} đúng hạn, gian đã chuyển cho người chờ.',
        short: 'Qua han xac nhan gian tai {fair}, gian da chuyen.',
      },
      en: {
        subject: 'The stand at {fair} was not confirmed in time',
        text: 'You did not confirm the stand at {fair} in time; it went to whoever waits.',
        short: 'Stand at {fair} not confirmed in time; it went on.',
      },
      km: {
        subject: 'ហួសពេលបញ្ជាក់តូបនៅ {fair}',
        text: 'អ្នកមិនបានបញ្ជាក់តូបនៅ {fair} ឱ្យទាន់ពេលទេ តូបបានទៅឱ្យអ្នករង់ចាំ។',
        short: 'Qua han xac nhan gian tai {fair}, gian da chuyen.',
      },
    },
    tell: ({ payload }, asking) => ofApplication(payload, asking),
  }),
  tellOf(fairApplicationActs.substitute, {
    ...work,
    name: 'fair.stand-substituted',
    says: 'Được vào thay gian vắng (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Mời anh chị vào gian {stand} tại {fair} ngay',
        text: 'Một gian tại {fair} vắng người: anh chị được vào thay, gian {stand}. Hội chợ đang diễn ra, mời anh chị đến ngay.',
        short: 'Moi anh chi vao thay gian {stand} tai {fair} ngay.',
      },
      en: {
        subject: 'Come to stand {stand} at {fair} now',
        text: 'Nobody came to a stand at {fair}: stand {stand} is yours. The fair is going on, please come at once.',
        short: 'Stand {stand} at {fair} is yours: come at once.',
      },
      km: {
        subject: 'សូមអញ្ជើញមកតូប {stand} នៅ {fair} ភ្លាម',
        text: 'តូបមួយនៅ {fair} គ្មានអ្នកមក៖ តូប {stand} ជារបស់អ្នក។ ពិព័រណ៍កំពុងបើក សូមមកភ្លាម។',
        short: 'Moi anh chi vao thay gian {stand} tai {fair} ngay.',
      },
    },
    tell: ({ payload }, asking) => ofApplication(payload, asking),
  }),
  tellOf(fairActs['print-plan'], {
    ...work,
    name: 'fair.stand-number',
    says: 'Số gian đã chốt (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Gian {stand} tại {fair}',
        text: 'Sơ đồ của {fair} đã in: gian của anh chị là {stand}. Trang công khai có mã QR để in treo tại gian.',
        short: 'Gian cua anh chi tai {fair}: {stand}.',
      },
      en: {
        subject: 'Stand {stand} at {fair}',
        text: 'The plan of {fair} is printed: yours is stand {stand}. The public page has its QR code to hang up.',
        short: 'Your stand at {fair}: {stand}.',
      },
      km: {
        subject: 'តូប {stand} នៅ {fair}',
        text: 'ប្លង់របស់ {fair} បានបោះពុម្ពហើយ៖ តូបរបស់អ្នកគឺ {stand}។ ទំព័រសាធារណៈមានកូដ QR សម្រាប់ព្យួរ។',
        short: 'Gian cua anh chi tai {fair}: {stand}.',
      },
    },
    tell: async ({ payload }, asking) => (await allOf(payload, asking, ['confirmed'])).filter(({ values }) => values.stand !== ''),
  }),
  tellOf(fairActs.cancel, {
    ...work,
    name: 'fair.cancelled',
    says: 'Hội chợ bị hủy (gửi người đã đăng ký)',
    words: {
      vi: {
        subject: '{fair} bị hủy',
        text: '{fair} bị hủy. Lý do ghi trên trang của hội chợ. Anh chị không phải làm gì thêm.',
        short: '{fair} bi huy. Ly do ghi tren trang hoi cho.',
      },
      en: {
        subject: '{fair} is cancelled',
        text: '{fair} is cancelled. Its page says why. There is nothing more for you to do.',
        short: '{fair} is cancelled. Its page says why.',
      },
      km: {
        subject: '{fair} ត្រូវបានលុបចោល',
        text: '{fair} ត្រូវបានលុបចោល។ មូលហេតុមានលើទំព័ររបស់ពិព័រណ៍។ អ្នកមិនចាំបាច់ធ្វើអ្វីទៀតទេ។',
        short: '{fair} bi huy. Ly do ghi tren trang hoi cho.',
      },
    },
    tell: ({ payload }, asking) => allOf(payload, asking, asked),
  }),
  ...(['grant-appeal', 'reject-appeal'] as const).map((act) =>
    tellOf(fairApplicationActs[act], {
      ...work,
      name: act === 'grant-appeal' ? 'fair.appeal-granted' : 'fair.appeal-rejected',
      says:
        act === 'grant-appeal'
          ? 'Khiếu nại phân gian được chấp nhận (gửi chủ thể)'
          : 'Khiếu nại phân gian không được chấp nhận (gửi chủ thể)',
      words: appealWords[act],
      tell: ({ payload }, asking) => ofApplication(payload, asking),
    }),
  ),
  tellOf(fairApplicationActs.appeal, {
    ...work,
    name: 'fair.appealed',
    says: 'Có khiếu nại phân gian (gửi cơ quan)',
    words: {
      vi: {
        subject: 'Khiếu nại phân gian: {fair}',
        text: 'Có khiếu nại kết quả phân gian của {fair}. Hạn khiếu nại là {until}; hãy đọc và trả lời.',
        short: 'Khieu nai phan gian {fair}: hay tra loi.',
      },
    },
    tell: ({ payload }, asking) => departmentOf(payload, asking),
  }),
]
