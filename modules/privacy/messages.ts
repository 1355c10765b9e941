import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { peopleWith } from '../identity/index.ts'
import { tellOf } from '../message.ts'
import type { Asking, Telling } from '../message.ts'
import { requestActs } from './acts.ts'
import type { RequestMoved } from './acts.ts'
import { selectRequest } from './request.store.ts'
import { requestKindNames } from './words.ts'

const sample = { code: 'DL-7K2M9', kind: 'Cung cấp bản sao dữ liệu', due: '21/12/2026' }
/** The law wants an answer within days of its own (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP). */
const ofLaw = { kind: 'law', pace: 'at-once', sample } as const

const about =
  (side: 'asker' | 'officer') =>
  async ({ payload: { requestId } }: { payload: RequestMoved }, { db, now }: Asking) => {
    const request = await selectRequest(db, requestId)
    if (!request) return []
    const { code, kind, userId, groupId } = request
    const asker = [userId ?? groupId].filter((id) => id !== null)
    return [
      {
        to: side === 'asker' ? asker : await peopleWith(db, ['administrator'], { today: dateInVietnam(now) }),
        // A buyer without an account finds the answer by the link of the purchase, which is in nobody's list.
        path:
          side === 'officer' ? `/van-phong/quan-tri/du-lieu/${requestId}` : userId === null ? '/don-hang' : '/van-phong/tai-khoan/du-lieu',
        object: ['data-request', requestId] as const,
        values: { code, kind: requestKindNames[kind], due: formatDate(request.dueOn) },
      },
    ]
  }

const answered = {
  ...ofLaw,
  words: {
    vi: {
      subject: 'Đã trả lời yêu cầu dữ liệu {code}',
      text: 'Yêu cầu “{kind}” của bạn đã có trả lời. Mở trang để đọc và tải phiếu trả lời.',
      short: 'Yeu cau du lieu {code} cua ban da co tra loi.',
    },
    en: {
      subject: 'Your request {code} about your data was answered',
      text: 'Your request {code} was answered. Open the page to read the answer.',
      short: 'Your request {code} about your data was answered.',
    },
    km: {
      subject: 'បានឆ្លើយសំណើទិន្នន័យ {code}',
      text: 'សំណើ “{kind}” របស់អ្នកមានចម្លើយហើយ។ សូមបើកទំព័រដើម្បីអាន និងទាញយកលិខិតឆ្លើយ។',
      short: 'Yeu cau du lieu {code} cua ban da co tra loi.',
    },
  },
  tell: about('asker'),
}

export const privacyMessages: readonly Telling[] = [
  tellOf(requestActs.ask, {
    ...ofLaw,
    name: 'data-request.to-answer',
    says: 'Có yêu cầu về dữ liệu cá nhân (gửi quản trị)',
    words: {
      vi: {
        subject: 'Yêu cầu mới về dữ liệu cá nhân: {kind}',
        text: 'Yêu cầu {code} (“{kind}”) vừa tới. Hạn thực hiện: {due}. Hãy xác nhận đã nhận trong thời hạn của pháp luật.',
        short: 'Yeu cau du lieu {code} can tra loi truoc {due}.',
      },
    },
    tell: about('officer'),
  }),
  tellOf(requestActs.acknowledge, {
    ...ofLaw,
    name: 'data-request.acknowledged',
    says: 'Đã nhận yêu cầu dữ liệu (gửi người yêu cầu)',
    words: {
      vi: {
        subject: 'Đã nhận yêu cầu dữ liệu {code}',
        text: 'Yêu cầu “{kind}” của bạn đã được tiếp nhận. Hạn thực hiện: {due}.',
        short: 'Da nhan yeu cau du lieu {code}. Han thuc hien: {due}.',
      },
      en: {
        subject: 'Your data request {code} was received',
        text: 'Your request “{kind}” was received. It is answered by {due}.',
        short: 'Data request {code} received. Answer by {due}.',
      },
      km: {
        subject: 'បានទទួលសំណើទិន្នន័យ {code}',
        text: 'សំណើ “{kind}” របស់អ្នកត្រូវបានទទួល។ ថ្ងៃកំណត់អនុវត្ត៖ {due}។',
        short: 'Da nhan yeu cau du lieu {code}. Han thuc hien: {due}.',
      },
    },
    tell: about('asker'),
  }),
  tellOf(requestActs.extend, {
    ...ofLaw,
    name: 'data-request.extended',
    says: 'Gia hạn yêu cầu dữ liệu (gửi người yêu cầu)',
    words: {
      vi: {
        subject: 'Yêu cầu dữ liệu {code} được gia hạn',
        text: 'Yêu cầu “{kind}” của bạn cần thêm thời gian; hạn mới là {due}. Mở trang để đọc lý do.',
        short: 'Yeu cau du lieu {code} duoc gia han den {due}.',
      },
      en: {
        subject: 'Your data request {code} takes longer',
        text: 'Your request “{kind}” needs more time; the new date is {due}. Open the page to read why.',
        short: 'Data request {code} takes until {due}.',
      },
      km: {
        subject: 'សំណើទិន្នន័យ {code} ត្រូវពន្យារពេល',
        text: 'សំណើ “{kind}” របស់អ្នកត្រូវការពេលបន្ថែម ថ្ងៃកំណត់ថ្មីគឺ {due}។ សូមបើកទំព័រដើម្បីអានមូលហេតុ។',
        short: 'Yeu cau du lieu {code} duoc gia han den {due}.',
      },
    },
    tell: about('asker'),
  }),
  tellOf(requestActs.fulfil, { ...answered, name: 'data-request.fulfilled', says: 'Đã thực hiện yêu cầu dữ liệu (gửi người yêu cầu)' }),
  tellOf(requestActs['fulfil-in-part'], {
    ...answered,
    name: 'data-request.fulfilled-in-part',
    says: 'Đã thực hiện một phần yêu cầu dữ liệu (gửi người yêu cầu)',
  }),
  tellOf(requestActs.refuse, { ...answered, name: 'data-request.refused', says: 'Từ chối yêu cầu dữ liệu (gửi người yêu cầu)' }),
]
