import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { peopleOfProducer } from '../catalogue/index.ts'
import { peopleWith } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { tellOf } from '../message.ts'
import type { Asking, MessageText, Telling, Told } from '../message.ts'
import { findingActs, inspectionActs } from './acts.ts'
import type { InspectionMoved } from './acts.ts'
import { selectFindings } from './findings/finding.store.ts'
import type { StoredFinding } from './findings/finding.store.ts'
import { selectInspection } from './visits/visit.store.ts'
import type { StoredInspection } from './visits/visit.store.ts'

const deskOf = (id: string) => `/van-phong/hau-kiem/${id}`

type Values = { code: string; product: string; findings: string; due: string }
const sample: Values = { code: 'HK-2026-001', product: 'Mật hoa dừa', findings: '2', due: '20/12/2026' }
type Moved = { payload: InspectionMoved; actorId: string | null }
type Choose = (asking: Asking, found: { inspection: StoredInspection; open: StoredFinding[] }) => Promise<UserId[]>

/** Whom it is to be told; nobody hears of what they did themselves. */
const telling =
  (choose: Choose) =>
  async ({ payload, actorId }: Moved, asking: Asking): Promise<Told<keyof Values>[]> => {
    const inspection = await selectInspection(asking.db, payload.inspectionId)
    if (!inspection) return []
    const open = (await selectFindings(asking.db, inspection.id)).filter(({ status }) => status !== 'accepted')
    const to = (await choose(asking, { inspection, open })).filter((id) => id !== actorId)
    if (to.length === 0) return []
    const first = open.map(({ dueOn }) => dueOn).toSorted()[0]
    const values = {
      code: inspection.code,
      product: inspection.productName,
      findings: String(open.length),
      due: first === undefined ? '' : formatDate(first),
    }
    return [{ to, path: deskOf(inspection.id), object: ['inspection', inspection.id], values }]
  }

const toProducer: Choose = (asking, { inspection }) => peopleOfProducer(asking, inspection.producerId)
const withFindings: Choose = async (asking, found) => (found.open.length > 0 ? toProducer(asking, found) : [])
const withoutFindings: Choose = async (asking, found) => (found.open.length === 0 ? toProducer(asking, found) : [])
/** Whoever inspected, or the office where it was given to nobody. */
const toInspector: Choose = async ({ db, now }, { inspection }) =>
  inspection.inspectorId === null ? peopleWith(db, ['provincial-officer'], { today: dateInVietnam(now) }) : [inspection.inspectorId]

type Three = { vi: MessageText; en: MessageText; km: MessageText }
const toPeople = (words: Three) => ({ kind: 'law', pace: 'at-once', sample, words }) as const
const toDesk = (vi: MessageText) => ({ kind: 'work', pace: 'at-once', sample, words: { vi } }) as const

export const inspectionMessages: readonly Telling[] = [
  tellOf(inspectionActs.assign, {
    ...toDesk({
      subject: 'Bạn được giao hậu kiểm: {product}',
      text: 'Cuộc hậu kiểm {code} của {product} được giao cho bạn. Mở phiếu trên điện thoại khi đến nơi.',
      short: 'Ban duoc giao hau kiem {code}: {product}.',
    }),
    name: 'inspection.assigned',
    says: 'Giao hậu kiểm (gửi người được phân công)',
    tell: telling(toInspector),
  }),
  tellOf(inspectionActs.finish, {
    ...toPeople({
      vi: {
        subject: 'Hậu kiểm {product}: có {findings} lỗi phải khắc phục',
        text: 'Biên bản hậu kiểm {code} của {product} có {findings} lỗi, hạn sớm nhất {due}. Mở ra xem từng lỗi, khắc phục rồi gửi ảnh hoặc giấy.',
        short: 'Hau kiem {code} {product}: {findings} loi, han {due}. Vao trang cua ban de xem.',
      },
      en: {
        subject: 'Inspection of {product}: {findings} things to mend',
        text: 'The minutes {code} of the inspection of {product} name {findings} things to mend, the first by {due}. Open them, mend, and send a photo or a paper.',
        short: 'Inspection {code} of {product}: {findings} things to mend, first by {due}.',
      },
      km: {
        subject: 'ការត្រួតពិនិត្យ {product}៖ មាន {findings} ចំណុចត្រូវកែ',
        text: 'កំណត់ហេតុ {code} នៃការត្រួតពិនិត្យ {product} មាន {findings} ចំណុចត្រូវកែ ថ្ងៃផុតកំណត់ដំបូង {due}។ សូមបើកមើល កែតម្រូវ រួចផ្ញើរូបថត ឬឯកសារ។',
        short: 'Hau kiem {code} {product}: {findings} loi, han {due}. Vao trang cua ban de xem.',
      },
    }),
    name: 'inspection.finished',
    says: 'Kết quả hậu kiểm có lỗi (gửi chủ thể)',
    tell: telling(withFindings),
  }),
  tellOf(inspectionActs.finish, {
    ...toPeople({
      vi: {
        subject: 'Hậu kiểm {product}: không có lỗi phải khắc phục',
        text: 'Biên bản hậu kiểm {code} của {product} không ghi lỗi nào. Bạn không phải làm gì; biên bản ở trang của bạn.',
        short: 'Hau kiem {code} {product}: khong co loi.',
      },
      en: {
        subject: 'Inspection of {product}: nothing to mend',
        text: 'The minutes {code} of the inspection of {product} name nothing to mend. You need to do nothing; the minutes are at your desk.',
        short: 'Inspection {code} of {product}: nothing to mend.',
      },
      km: {
        subject: 'ការត្រួតពិនិត្យ {product}៖ គ្មានចំណុចត្រូវកែ',
        text: 'កំណត់ហេតុ {code} នៃការត្រួតពិនិត្យ {product} មិនមានកំហុសទេ។ អ្នកមិនចាំបាច់ធ្វើអ្វីទេ កំណត់ហេតុនៅទំព័ររបស់អ្នក។',
        short: 'Hau kiem {code} {product}: khong co loi.',
      },
    }),
    name: 'inspection.finished-clean',
    says: 'Kết quả hậu kiểm không có lỗi (gửi chủ thể)',
    tell: telling(withoutFindings),
  }),
  tellOf(findingActs.mend, {
    ...toDesk({
      subject: 'Đã báo khắc phục: {product}',
      text: 'Chủ thể của {product} báo đã khắc phục một lỗi của cuộc hậu kiểm {code}. Mở ra xem ảnh, giấy rồi chấp nhận hoặc yêu cầu làm lại.',
      short: 'Hau kiem {code} {product}: chu the bao da khac phuc.',
    }),
    name: 'inspection-finding.mended',
    says: 'Chủ thể báo khắc phục (gửi người được phân công)',
    tell: telling(toInspector),
  }),
  tellOf(findingActs.accept, {
    ...toPeople({
      vi: {
        subject: 'Khắc phục được chấp nhận: {product}',
        text: 'Một lỗi của cuộc hậu kiểm {code} ({product}) đã được chấp nhận khắc phục. Còn {findings} lỗi chưa xong.',
        short: 'Hau kiem {code}: khac phuc duoc chap nhan, con {findings} loi.',
      },
      en: {
        subject: 'Accepted as mended: {product}',
        text: 'One finding of the inspection {code} ({product}) was accepted as mended. {findings} are still open.',
        short: 'Inspection {code}: accepted as mended, {findings} still open.',
      },
      km: {
        subject: 'ការកែតម្រូវត្រូវបានទទួលយក៖ {product}',
        text: 'កំហុសមួយនៃការត្រួតពិនិត្យ {code} ({product}) ត្រូវបានទទួលយកថាបានកែ។ នៅសល់ {findings} ចំណុច។',
        short: 'Hau kiem {code}: khac phuc duoc chap nhan, con {findings} loi.',
      },
    }),
    name: 'inspection-finding.accepted',
    says: 'Chấp nhận khắc phục (gửi chủ thể)',
    tell: telling(toProducer),
  }),
  tellOf(findingActs['send-back'], {
    ...toPeople({
      vi: {
        subject: 'Cần khắc phục lại: {product}',
        text: 'Một lỗi của cuộc hậu kiểm {code} ({product}) chưa được chấp nhận khắc phục. Mở ra đọc lý do và hạn mới; hạn sớm nhất là {due}.',
        short: 'Hau kiem {code} {product}: can khac phuc lai, han {due}.',
      },
      en: {
        subject: 'To be mended again: {product}',
        text: 'One finding of the inspection {code} ({product}) was not accepted as mended. Open it to read why and by when; the first day is {due}.',
        short: 'Inspection {code} of {product}: mend again by {due}.',
      },
      km: {
        subject: 'ត្រូវកែតម្រូវម្តងទៀត៖ {product}',
        text: 'កំហុសមួយនៃការត្រួតពិនិត្យ {code} ({product}) មិនទាន់ត្រូវបានទទួលយកទេ។ សូមបើកអានមូលហេតុ និងថ្ងៃកំណត់ថ្មី ដំបូងគឺ {due}។',
        short: 'Hau kiem {code} {product}: can khac phuc lai, han {due}.',
      },
    }),
    name: 'inspection-finding.sent-back',
    says: 'Yêu cầu khắc phục lại (gửi chủ thể)',
    tell: telling(toProducer),
  }),
]
