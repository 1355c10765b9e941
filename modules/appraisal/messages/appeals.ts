import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { peopleWith } from '../../identity/index.ts'
import { tellOf } from '../../message.ts'
import type { Asking, Telling } from '../../message.ts'
import { appealActs } from '../acts.ts'
import type { AppealMoved } from '../acts.ts'
import { selectAppeal } from '../appeals/appeal.store.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const appealSample = { product: 'Mật hoa dừa', code: 'VL-29242-2026-0007', producer: 'HTX Dừa sáp Cầu Kè', day: '12/01/2027' }

async function aboutAppeal({ appealId }: AppealMoved, { db }: Pick<Asking, 'db'>) {
  const appeal = await selectAppeal(db, appealId)
  if (!appeal) return null
  const day = appeal.answerDueOn ?? appeal.acceptDueOn
  const values = { product: appeal.productName, code: appeal.dossierCode, producer: appeal.producerName, day: formatDate(day) }
  return { appeal, values, object: ['dossier', appeal.dossierId] as const }
}

/** To the producer that complained. */
const toComplainant = async ({ payload }: { payload: AppealMoved }, asking: Asking) => {
  const found = await aboutAppeal(payload, asking)
  if (!found) return []
  const to = await peopleOfProducer(asking, found.appeal.producerId)
  return [{ to, path: `/van-phong/ho-so/${found.appeal.dossierId}/khieu-nai`, object: found.object, values: found.values }]
}

/** Of a complaint: the office hears that it came, the producer what became of it. */
export const appealMessages: readonly Telling[] = [
  tellOf(appealActs.file, {
    ...work,
    name: 'appeal.filed',
    says: 'Chủ thể gửi khiếu nại (gửi tỉnh)',
    sample: appealSample,
    words: {
      vi: {
        subject: 'Khiếu nại về “{product}”',
        text: '{producer} khiếu nại về hồ sơ {code}. Thụ lý chậm nhất ngày {day}.',
        short: 'Khieu nai ve ho so {code} ({product}), thu ly truoc {day}.',
      },
    },
    tell: async ({ payload }, asking) => {
      const found = await aboutAppeal(payload, asking)
      if (!found) return []
      const to = await peopleWith(asking.db, ['provincial-officer'], { today: dateInVietnam(asking.now) })
      return [{ to, path: `/van-phong/khieu-nai/${payload.appealId}`, object: found.object, values: found.values }]
    },
  }),
  tellOf(appealActs.accept, {
    ...work,
    name: 'appeal.accepted',
    says: 'Khiếu nại được thụ lý (gửi chủ thể)',
    sample: appealSample,
    words: {
      vi: {
        subject: 'Khiếu nại về “{product}” đã được thụ lý',
        text: 'Tỉnh đang giải quyết khiếu nại về hồ sơ {code} và trả lời chậm nhất ngày {day}. Bạn chưa phải làm gì.',
        short: 'Khieu nai ve ho so {code} da duoc thu ly, tra loi truoc {day}.',
      },
      en: {
        subject: 'Your complaint about “{product}” was taken up',
        text: 'The province is looking into your complaint about dossier {code} and answers by {day}. You need not do anything.',
        short: 'Complaint about dossier {code} taken up, answer by {day}.',
      },
      km: {
        subject: 'បណ្តឹងអំពី “{product}” ត្រូវបានទទួល',
        text: 'ខេត្តកំពុងដោះស្រាយបណ្តឹងអំពីឯកសារ {code} ហើយឆ្លើយយ៉ាងយូរនៅថ្ងៃទី {day}។ អ្នកមិនទាន់ត្រូវធ្វើអ្វីទេ។',
        short: 'Khieu nai ve ho so {code} da duoc thu ly, tra loi truoc {day}.',
      },
    },
    tell: toComplainant,
  }),
  tellOf(appealActs.grant, {
    ...work,
    name: 'appeal.granted',
    says: 'Khiếu nại được chấp nhận (gửi chủ thể)',
    sample: appealSample,
    words: {
      vi: {
        subject: 'Khiếu nại về “{product}” được chấp nhận',
        text: 'Hồ sơ {code} được xem xét lại. Xem trả lời và việc tiếp theo ở trang Khiếu nại.',
        short: 'Khieu nai ve ho so {code} duoc chap nhan, ho so duoc xem lai.',
      },
      en: {
        subject: 'Your complaint about “{product}” was granted',
        text: 'Dossier {code} is looked at again. Read the answer and what comes next on the page of the complaint.',
        short: 'Complaint about dossier {code} granted: it is looked at again.',
      },
      km: {
        subject: 'បណ្តឹងអំពី “{product}” ត្រូវបានយល់ព្រម',
        text: 'ឯកសារ {code} ត្រូវបានពិនិត្យឡើងវិញ។ សូមអានចម្លើយនៅទំព័របណ្តឹង។',
        short: 'Khieu nai ve ho so {code} duoc chap nhan, ho so duoc xem lai.',
      },
    },
    tell: toComplainant,
  }),
  tellOf(appealActs.reject, {
    ...work,
    name: 'appeal.rejected',
    says: 'Khiếu nại không được chấp nhận (gửi chủ thể)',
    sample: appealSample,
    words: {
      vi: {
        subject: 'Trả lời khiếu nại về “{product}”',
        text: 'Khiếu nại về hồ sơ {code} không được chấp nhận. Xem lý do ở trang Khiếu nại; không đồng ý thì khiếu nại lần hai hoặc khởi kiện theo Luật Khiếu nại.',
        short: 'Khieu nai ve ho so {code} khong duoc chap nhan, xem ly do tren trang.',
      },
      en: {
        subject: 'Answer to your complaint about “{product}”',
        text: 'Your complaint about dossier {code} was not granted. Read why on its page; you may complain a second time or go to court by the Law on Complaints.',
        short: 'Complaint about dossier {code} not granted, see the page for why.',
      },
      km: {
        subject: 'ចម្លើយបណ្តឹងអំពី “{product}”',
        text: 'បណ្តឹងអំពីឯកសារ {code} មិនត្រូវបានយល់ព្រមទេ។ សូមអានមូលហេតុនៅទំព័របណ្តឹង អ្នកអាចប្តឹងលើកទីពីរ ឬប្តឹងទៅតុលាការតាមច្បាប់។',
        short: 'Khieu nai ve ho so {code} khong duoc chap nhan, xem ly do tren trang.',
      },
    },
    tell: toComplainant,
  }),
]
