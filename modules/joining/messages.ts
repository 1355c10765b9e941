import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import { peopleWith } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { tellOf } from '../message.ts'
import type { Asking, Contact, MessageText, Telling } from '../message.ts'
import { producerRequestActs } from './acts.ts'
import type { RequestMoved } from './acts.ts'
import { transferMessages } from './transfers/messages.ts'
import { selectRequest } from './request.store.ts'
import type { StoredRequest } from './request.store.ts'
import type { ProducerRequestId } from './rules/ids.ts'
import { receiptPath } from './secret.ts'
import { requestKindWords } from './words/names.ts'

const deskOf = (id: string) => `/van-phong/chu-the-xin-vao/${id}`
const ownProducer = '/van-phong/ho-so/co-so'

type Moved = { payload: RequestMoved; actorId: string | null }

const basic = { code: 'CT-7K2MP-9QX4R', name: 'HTX Dừa sáp Cầu Kè' }
const valuesOf = ({ code, name }: StoredRequest) => ({ code, name })

/** Who decides it: the officers of its commune but whoever filed it, who does not confirm it; the office of the province where nobody else is there. */
async function decidersOf({ db, now }: Asking, { deskCommuneCode: communeCode, filedById }: StoredRequest): Promise<UserId[]> {
  const today = dateInVietnam(now)
  const officers = (await peopleWith(db, ['commune-officer'], { today, communeCode })).filter((id) => id !== filedById)
  return officers.length > 0 ? officers : (await peopleWith(db, ['provincial-officer'], { today })).filter((id) => id !== filedById)
}

const toDecide = async ({ payload }: Moved, asking: Asking) => {
  const request = await selectRequest(asking.db, 'id', payload.requestId)
  if (!request) return []
  const values = { ...valuesOf(request), kind: requestKindWords[request.kind], due: formatDate(request.dueOn) }
  const object = ['producer-request', request.id] as const
  return [{ to: await decidersOf(asking, request), path: deskOf(request.id), object, values }]
}

const ofDesk = {
  kind: 'work',
  pace: 'at-once',
  sample: { ...basic, kind: 'Nhận cơ sở trong sổ', due: '07/12/2026' },
  words: {
    vi: {
      subject: '{kind}: {name}',
      text: 'Đề nghị {code} của {name} đang chờ trả lời, hạn {due}. Mở ra để so lời khai, giấy gửi kèm với sổ.',
      short: 'De nghi {code} cua {name} cho tra loi truoc {due}.',
    },
  },
  tell: toDecide,
} as const

/**
 * Who asked: the account that filed it or that it opened, otherwise whoever left an address or a number with it; and the officer who filed it for
 * somebody, unless it is this officer who moved it.
 */
const toAsker = async ({ payload, actorId }: Moved, { db }: Asking) => {
  const request = await selectRequest(db, 'id', payload.requestId)
  if (!request) return []
  const { id, kind, onBehalf, filedById, userId, phone, email } = request
  const told = { object: ['producer-request', id] as const, values: valuesOf(request) }
  const account = userId ?? (onBehalf ? null : filedById)
  const hasCome = kind === 'change' || userId !== null
  const reached = phone !== null || email !== null
  return [
    ...(account ? [{ ...told, to: [account], path: hasCome ? ownProducer : '/dang-ky' }] : []),
    ...(!account && reached ? [{ ...told, to: [id], path: `producer-request:${id}`, byMail: email !== null }] : []),
    ...(onBehalf && filedById && filedById !== actorId ? [{ ...told, to: [filedById], path: deskOf(id) }] : []),
  ]
}

const answered = (words: { vi: MessageText; en: MessageText; km: MessageText }) =>
  ({ kind: 'law', pace: 'at-once', sample: basic, words, tell: toAsker }) as const

export const joiningMessages: readonly Telling[] = [
  ...transferMessages,
  tellOf(producerRequestActs.file, { ...ofDesk, name: 'producer-request.filed', says: 'Chủ thể xin vào (gửi xã)' }),
  tellOf(producerRequestActs['file-for'], { ...ofDesk, name: 'producer-request.filed-for', says: 'Chủ thể được nộp hộ (gửi xã)' }),
  tellOf(producerRequestActs['ask-change'], {
    ...ofDesk,
    name: 'producer-request.change-asked',
    says: 'Chủ thể xin đổi thông tin (gửi xã)',
  }),
  tellOf(producerRequestActs.supplement, {
    ...ofDesk,
    name: 'producer-request.supplemented',
    says: 'Chủ thể đã bổ sung đề nghị (gửi xã)',
    words: {
      vi: {
        subject: 'Đã bổ sung đề nghị: {name}',
        text: '{name} đã bổ sung đề nghị {code}. Hạn trả lời mới: {due}.',
        short: '{name} da bo sung de nghi {code}, han {due}.',
      },
    },
  }),
  tellOf(producerRequestActs.ask, {
    ...answered({
      vi: {
        subject: 'Đề nghị {code} cần bổ sung',
        text: 'Nơi nhận đã xem đề nghị {code} của {name} và cần thêm. Mở đề nghị để đọc cần gì, rồi gửi bổ sung.',
        short: 'De nghi {code} can bo sung. Xem o trang Chu the vao he thong voi ma nay.',
      },
      en: {
        subject: 'Your request {code} needs more',
        text: 'Your request {code} for {name} was read and needs more. Open it to see what, and send it.',
        short: 'Your request {code} needs more. Look it up with this code.',
      },
      km: {
        subject: 'សំណើ {code} ត្រូវបំពេញបន្ថែម',
        text: 'សំណើ {code} របស់ {name} ត្រូវបានពិនិត្យ ហើយត្រូវបំពេញបន្ថែម។ សូមបើកសំណើ អានថាត្រូវការអ្វី រួចផ្ញើបន្ថែម។',
        short: 'De nghi {code} can bo sung. Xem o trang Chu the vao he thong voi ma nay.',
      },
    }),
    name: 'producer-request.more-asked',
    says: 'Đề nghị cần bổ sung (gửi người đề nghị)',
  }),
  tellOf(producerRequestActs.confirm, {
    ...answered({
      vi: {
        subject: 'Đề nghị {code} đã được xác nhận',
        text: 'Đề nghị {code} của {name} đã được xác nhận. Chưa chọn mật khẩu thì dùng giấy mời hoặc thư mời; có rồi thì đăng nhập như thường lệ.',
        short: 'De nghi {code} cua {name} da duoc xac nhan.',
      },
      en: {
        subject: 'Your request {code} was confirmed',
        text: 'Your request {code} for {name} was confirmed. Choose a password with your invitation, or sign in as always.',
        short: 'Your request {code} was confirmed.',
      },
      km: {
        subject: 'សំណើ {code} ត្រូវបានបញ្ជាក់',
        text: 'សំណើ {code} របស់ {name} ត្រូវបានបញ្ជាក់។ សូមជ្រើសពាក្យសម្ងាត់ដោយលិខិតអញ្ជើញ ឬចូលគណនីដូចធម្មតា។',
        short: 'De nghi {code} cua {name} da duoc xac nhan.',
      },
    }),
    name: 'producer-request.confirmed',
    says: 'Đề nghị đã xác nhận (gửi người đề nghị)',
  }),
  tellOf(producerRequestActs.refuse, {
    ...answered({
      vi: {
        subject: 'Đề nghị {code} không được nhận',
        text: 'Đề nghị {code} của {name} không được nhận. Mở đề nghị để đọc lý do. Nếu bạn cho là nhầm, hãy mang giấy tờ đến Ủy ban nhân dân xã.',
        short: 'De nghi {code} khong duoc nhan. Xem ly do o trang Chu the vao he thong.',
      },
      en: {
        subject: 'Your request {code} was refused',
        text: 'Your request {code} for {name} was refused. Open it to read why. If you think it is a mistake, bring your papers to the commune.',
        short: 'Your request {code} was refused. Look up why with this code.',
      },
      km: {
        subject: 'សំណើ {code} មិនត្រូវបានទទួល',
        text: 'សំណើ {code} របស់ {name} មិនត្រូវបានទទួលទេ។ សូមបើកសំណើដើម្បីអានមូលហេតុ។ បើអ្នកគិតថាមានការភាន់ច្រឡំ សូមយកឯកសារទៅគណៈកម្មាធិការប្រជាជនឃុំ។',
        short: 'De nghi {code} khong duoc nhan. Xem ly do o trang Chu the vao he thong.',
      },
    }),
    name: 'producer-request.refused',
    says: 'Đề nghị không được nhận (gửi người đề nghị)',
  }),
  tellOf(producerRequestActs['take-back'], {
    ...answered({
      vi: {
        subject: 'Xác nhận đề nghị {code} đã được thu lại',
        text: 'Xác nhận đề nghị {code} của {name} đã được thu lại. Nếu bạn cho là nhầm, hãy mang giấy tờ đến Ủy ban nhân dân xã.',
        short: 'Xac nhan de nghi {code} cua {name} da duoc thu lai.',
      },
      en: {
        subject: 'The confirmation of your request {code} was taken back',
        text: 'The confirmation of your request {code} for {name} was taken back. If you think it is a mistake, bring your papers to the commune.',
        short: 'The confirmation of your request {code} was taken back.',
      },
      km: {
        subject: 'ការបញ្ជាក់សំណើ {code} ត្រូវបានដកវិញ',
        text: 'ការបញ្ជាក់សំណើ {code} របស់ {name} ត្រូវបានដកវិញ។ បើអ្នកគិតថាមានការភាន់ច្រឡំ សូមយកឯកសារទៅគណៈកម្មាធិការប្រជាជនឃុំ។',
        short: 'Xac nhan de nghi {code} cua {name} da duoc thu lai.',
      },
    }),
    name: 'producer-request.taken-back',
    says: 'Xác nhận đã thu lại (gửi người đề nghị)',
  }),
]

/** Whoever asked without an account left a number or an address; both are gone once the request is forgotten. */
export const joiningContacts = {
  jrq: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const request = await selectRequest(db, 'id', id)
    if (!request || (request.phone === null && request.email === null)) return null
    return { name: request.representative, phone: request.phone, email: request.email, language: 'vi' }
  },
}

/** The receipt with its key, for a mail alone. */
export const joiningSecretPaths = {
  'producer-request': async ({ db }: { db: ReadDb }, id: string): Promise<string | null> => {
    const request = await selectRequest(db, 'id', id as ProducerRequestId)
    return request ? receiptPath(request) : null
  },
}
