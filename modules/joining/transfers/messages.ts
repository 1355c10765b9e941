import { dateInVietnam } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import { peopleWith } from '../../identity/index.ts'
import type { UserId } from '../../identity/rules.ts'
import { tellOf } from '../../message.ts'
import type { Asking, MessageText, Telling, Told } from '../../message.ts'
import { productTransferActs } from '../acts.ts'
import type { TransferMoved } from '../acts.ts'
import { selectTransfer } from './transfer.store.ts'
import type { StoredTransfer } from './transfer.store.ts'

const deskOf = (id: string) => `/van-phong/chu-the-xin-vao/chuyen/${id}`
const ownOf = (id: string) => `/van-phong/san-pham/chuyen/${id}`

type Moved = { payload: TransferMoved; actorId: string | null }
type Values = { code: string; product: string; from: string; to: string }

const sample: Values = { code: 'CT-7K2MP-9QX4R', product: 'Mật hoa dừa', from: 'Hộ Thạch Thị Sáu', to: 'HTX Dừa sáp Cầu Kè' }
const valuesOf = ({ code, productName, fromName, toName }: StoredTransfer): Values => ({
  code,
  product: productName,
  from: fromName,
  to: toName,
})

/** Whom it is to be told, each where they work on it; nobody hears of what they did themselves. */
const telling =
  (choose: (transfer: StoredTransfer, asking: Asking) => Promise<{ to: UserId[]; path: string }[]>) =>
  async ({ payload, actorId }: Moved, asking: Asking): Promise<Told<keyof Values>[]> => {
    const transfer = await selectTransfer(asking.db, 'id', payload.transferId)
    if (!transfer) return []
    const chosen = await choose(transfer, asking)
    const object = ['product-transfer', transfer.id] as const
    return chosen
      .map(({ to, path }) => ({ to: to.filter((id) => id !== actorId), path, object, values: valuesOf(transfer) }))
      .filter(({ to }) => to.length > 0)
  }

const side = async (asking: Asking, producerId: ProducerId, transfer: StoredTransfer) => ({
  to: await peopleOfProducer(asking, producerId),
  path: ownOf(transfer.id),
})
const asker = ({ askedBy, fromId, toId }: StoredTransfer) => (askedBy === 'from' ? fromId : toId)
const other = ({ askedBy, fromId, toId }: StoredTransfer) => (askedBy === 'from' ? toId : fromId)

const communeOf = async ({ db, now }: Asking, { deskCommuneCode }: StoredTransfer): Promise<UserId[]> =>
  deskCommuneCode === null ? [] : peopleWith(db, ['commune-officer'], { today: dateInVietnam(now), communeCode: deskCommuneCode })
const officeOf = ({ db, now }: Asking) => peopleWith(db, ['provincial-officer'], { today: dateInVietnam(now) })
/** The commune, or the office where nobody of it is there. */
const checkers = async (asking: Asking, transfer: StoredTransfer): Promise<UserId[]> => {
  const commune = await communeOf(asking, transfer)
  return commune.length > 0 ? commune : officeOf(asking)
}
const forDesk = (choose: (asking: Asking, transfer: StoredTransfer) => Promise<UserId[]>) =>
  telling(async (transfer, asking) => [{ to: await choose(asking, transfer), path: deskOf(transfer.id) }])
const forAsker = telling(async (transfer, asking) => [await side(asking, asker(transfer), transfer)])
const forOther = telling(async (transfer, asking) => [await side(asking, other(transfer), transfer)])
const forBoth = telling(async (transfer, asking) => [
  await side(asking, transfer.fromId, transfer),
  await side(asking, transfer.toId, transfer),
])

type Three = { vi: MessageText; en: MessageText; km: MessageText }
const toPeople = (words: Three) => ({ kind: 'law', pace: 'at-once', sample, words }) as const
const toDesk = (vi: MessageText) => ({ kind: 'work', pace: 'at-once', sample, words: { vi } }) as const

export const transferMessages: readonly Telling[] = [
  tellOf(productTransferActs.file, {
    ...toPeople({
      vi: {
        subject: 'Cần bạn trả lời: chuyển {product}',
        text: 'Có đề nghị {code} chuyển {product} từ {from} sang {to}. Mở ra đọc giấy rồi chọn đồng ý hay không.',
        short: 'De nghi {code}: chuyen {product} sang {to}. Vao trang cua ban de tra loi.',
      },
      en: {
        subject: 'Your answer is needed: transfer of {product}',
        text: 'Request {code} asks that {product} go from {from} to {to}. Open it, read the paper, and say whether you agree.',
        short: 'Request {code}: {product} to go to {to}. Open your desk to answer.',
      },
      km: {
        subject: 'ត្រូវការចម្លើយរបស់អ្នក៖ ផ្ទេរ {product}',
        text: 'មានសំណើ {code} សុំផ្ទេរ {product} ពី {from} ទៅ {to}។ សូមបើកអានឯកសារ រួចជ្រើសថាយល់ព្រម ឬមិនយល់ព្រម។',
        short: 'De nghi {code}: chuyen {product} sang {to}. Vao trang cua ban de tra loi.',
      },
    }),
    name: 'product-transfer.filed',
    says: 'Đề nghị chuyển sản phẩm (gửi bên kia)',
    tell: forOther,
  }),
  tellOf(productTransferActs.file, {
    ...toDesk({
      subject: 'Đề nghị chuyển sản phẩm: {product}',
      text: 'Đề nghị {code}: {product} từ {from} sang {to}, đang chờ bên kia đồng ý. Bên kia chưa có tài khoản thì xã ghi nhận bằng giấy.',
      short: 'De nghi {code}: chuyen {product} tu {from} sang {to}.',
    }),
    name: 'product-transfer.filed-desk',
    says: 'Đề nghị chuyển sản phẩm (gửi xã)',
    tell: forDesk(checkers),
  }),
  tellOf(productTransferActs.agree, {
    ...toDesk({
      subject: 'Chờ kiểm: chuyển {product}',
      text: 'Hai bên đã đồng ý đề nghị {code}: {product} từ {from} sang {to}. Mở ra đọc giấy, kiểm rồi chuyển tỉnh.',
      short: 'De nghi {code}: hai ben dong y chuyen {product}, cho kiem.',
    }),
    name: 'product-transfer.agreed-desk',
    says: 'Chuyển sản phẩm: chờ kiểm (gửi xã)',
    tell: forDesk(checkers),
  }),
  ...[productTransferActs.agree, productTransferActs['agree-on-paper']].map((act) =>
    tellOf(act, {
      ...toPeople({
        vi: {
          subject: 'Bên kia đã đồng ý chuyển {product}',
          text: 'Đề nghị {code}: bên kia đã đồng ý chuyển {product} từ {from} sang {to}. Xã kiểm giấy rồi tỉnh xác nhận.',
          short: 'De nghi {code}: ben kia da dong y chuyen {product}.',
        },
        en: {
          subject: 'The other side agreed: transfer of {product}',
          text: 'Request {code}: the other side agreed that {product} go from {from} to {to}. The commune checks the paper, then the province confirms.',
          short: 'Request {code}: the other side agreed to the transfer of {product}.',
        },
        km: {
          subject: 'ភាគីម្ខាងទៀតបានយល់ព្រមផ្ទេរ {product}',
          text: 'សំណើ {code}៖ ភាគីម្ខាងទៀតបានយល់ព្រមផ្ទេរ {product} ពី {from} ទៅ {to}។ ឃុំពិនិត្យឯកសារ រួចខេត្តបញ្ជាក់។',
          short: 'De nghi {code}: ben kia da dong y chuyen {product}.',
        },
      }),
      name: act.event,
      says:
        act.name === 'agree' ? 'Bên kia đồng ý chuyển sản phẩm (gửi bên đề nghị)' : 'Đồng ý chuyển sản phẩm bằng giấy (gửi bên đề nghị)',
      tell: forAsker,
    }),
  ),
  tellOf(productTransferActs.decline, {
    ...toPeople({
      vi: {
        subject: 'Bên kia không đồng ý chuyển {product}',
        text: 'Đề nghị {code} chuyển {product} từ {from} sang {to} không được bên kia đồng ý. Mở ra đọc lý do.',
        short: 'De nghi {code}: ben kia khong dong y chuyen {product}.',
      },
      en: {
        subject: 'The other side declined: transfer of {product}',
        text: 'Request {code}: the other side does not agree that {product} go from {from} to {to}. Open it to read why.',
        short: 'Request {code}: the other side declined the transfer of {product}.',
      },
      km: {
        subject: 'ភាគីម្ខាងទៀតមិនយល់ព្រមផ្ទេរ {product}',
        text: 'សំណើ {code} ផ្ទេរ {product} ពី {from} ទៅ {to} មិនត្រូវបានភាគីម្ខាងទៀតយល់ព្រមទេ។ សូមបើកអានមូលហេតុ។',
        short: 'De nghi {code}: ben kia khong dong y chuyen {product}.',
      },
    }),
    name: 'product-transfer.declined',
    says: 'Bên kia không đồng ý chuyển sản phẩm (gửi bên đề nghị)',
    tell: forAsker,
  }),
  tellOf(productTransferActs.ask, {
    ...toPeople({
      vi: {
        subject: 'Đề nghị chuyển {product} cần bổ sung',
        text: 'Nơi nhận đã xem đề nghị {code} chuyển {product} từ {from} sang {to} và cần thêm. Mở ra đọc cần gì rồi bổ sung.',
        short: 'De nghi {code} chuyen {product} can bo sung.',
      },
      en: {
        subject: 'The transfer of {product} needs more',
        text: 'Request {code}, {product} from {from} to {to}, was read and needs more. Open it to see what, and send it.',
        short: 'Request {code}, transfer of {product}, needs more.',
      },
      km: {
        subject: 'សំណើផ្ទេរ {product} ត្រូវបំពេញបន្ថែម',
        text: 'សំណើ {code} ផ្ទេរ {product} ពី {from} ទៅ {to} ត្រូវបានពិនិត្យ ហើយត្រូវបំពេញបន្ថែម។ សូមបើកអានថាត្រូវការអ្វី រួចផ្ញើបន្ថែម។',
        short: 'De nghi {code} chuyen {product} can bo sung.',
      },
    }),
    name: 'product-transfer.more-asked',
    says: 'Chuyển sản phẩm cần bổ sung (gửi bên đề nghị)',
    tell: forAsker,
  }),
  tellOf(productTransferActs.supplement, {
    ...toDesk({
      subject: 'Đã bổ sung: chuyển {product}',
      text: 'Đề nghị {code} chuyển {product} từ {from} sang {to} đã được bổ sung, chờ kiểm lại.',
      short: 'De nghi {code} chuyen {product} da bo sung.',
    }),
    name: 'product-transfer.supplemented',
    says: 'Chuyển sản phẩm đã bổ sung (gửi xã)',
    tell: forDesk(checkers),
  }),
  tellOf(productTransferActs.check, {
    ...toDesk({
      subject: 'Chờ xác nhận: chuyển {product}',
      text: 'Đề nghị {code} đã được kiểm: {product} từ {from} sang {to}. Mở ra đọc giấy, xem đổi gì rồi xác nhận.',
      short: 'De nghi {code} chuyen {product} cho tinh xac nhan.',
    }),
    name: 'product-transfer.checked',
    says: 'Chuyển sản phẩm: chờ xác nhận (gửi tỉnh)',
    tell: forDesk(officeOf),
  }),
  tellOf(productTransferActs.confirm, {
    ...toPeople({
      vi: {
        subject: '{product} đã chuyển sang {to}',
        text: 'Đề nghị {code} đã được xác nhận: từ hôm nay {product} là của {to}. Lô đã mở và tem đã in vẫn là của {from}.',
        short: 'Tu hom nay {product} la cua {to} (de nghi {code}).',
      },
      en: {
        subject: '{product} now belongs to {to}',
        text: 'Request {code} was confirmed: from today {product} belongs to {to}. Lots already opened and labels already printed stay with {from}.',
        short: 'From today {product} belongs to {to} (request {code}).',
      },
      km: {
        subject: '{product} បានផ្ទេរទៅ {to}',
        text: 'សំណើ {code} ត្រូវបានបញ្ជាក់៖ ចាប់ពីថ្ងៃនេះ {product} ជារបស់ {to}។ ឡូតិ៍ដែលបានបើក និងស្លាកដែលបានបោះពុម្ព នៅតែជារបស់ {from}។',
        short: 'Tu hom nay {product} la cua {to} (de nghi {code}).',
      },
    }),
    name: 'product-transfer.confirmed',
    says: 'Sản phẩm đã chuyển (gửi hai bên)',
    tell: forBoth,
  }),
  tellOf(productTransferActs.confirm, {
    ...toDesk({
      subject: '{product} đã chuyển sang {to}',
      text: 'Tỉnh đã xác nhận đề nghị {code}: {product} từ {from} sang {to}.',
      short: '{product} da chuyen sang {to} (de nghi {code}).',
    }),
    name: 'product-transfer.confirmed-desk',
    says: 'Sản phẩm đã chuyển (gửi xã)',
    tell: forDesk(communeOf),
  }),
  tellOf(productTransferActs.refuse, {
    ...toPeople({
      vi: {
        subject: 'Không nhận việc chuyển {product}',
        text: 'Đề nghị {code} chuyển {product} từ {from} sang {to} không được nhận. Mở ra đọc lý do.',
        short: 'De nghi {code} chuyen {product} khong duoc nhan.',
      },
      en: {
        subject: 'The transfer of {product} was refused',
        text: 'Request {code}, {product} from {from} to {to}, was refused. Open it to read why.',
        short: 'Request {code}, transfer of {product}, was refused.',
      },
      km: {
        subject: 'ការផ្ទេរ {product} មិនត្រូវបានទទួល',
        text: 'សំណើ {code} ផ្ទេរ {product} ពី {from} ទៅ {to} មិនត្រូវបានទទួលទេ។ សូមបើកអានមូលហេតុ។',
        short: 'De nghi {code} chuyen {product} khong duoc nhan.',
      },
    }),
    name: 'product-transfer.refused',
    says: 'Không nhận việc chuyển sản phẩm (gửi hai bên)',
    tell: forBoth,
  }),
  tellOf(productTransferActs.withdraw, {
    ...toPeople({
      vi: {
        subject: 'Đã rút đề nghị chuyển {product}',
        text: 'Bên đề nghị đã rút đề nghị {code} chuyển {product} từ {from} sang {to}. Bạn không phải làm gì.',
        short: 'De nghi {code} chuyen {product} da duoc rut.',
      },
      en: {
        subject: 'The request to transfer {product} was withdrawn',
        text: 'Request {code}, {product} from {from} to {to}, was withdrawn by whoever asked. You need to do nothing.',
        short: 'Request {code}, transfer of {product}, was withdrawn.',
      },
      km: {
        subject: 'សំណើផ្ទេរ {product} ត្រូវបានដកវិញ',
        text: 'ភាគីស្នើបានដកសំណើ {code} ផ្ទេរ {product} ពី {from} ទៅ {to} វិញហើយ។ អ្នកមិនចាំបាច់ធ្វើអ្វីទេ។',
        short: 'De nghi {code} chuyen {product} da duoc rut.',
      },
    }),
    name: 'product-transfer.withdrawn',
    says: 'Đã rút đề nghị chuyển sản phẩm (gửi bên kia)',
    tell: forOther,
  }),
]
