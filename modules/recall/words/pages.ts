import { unnamedPack } from '../../inventory/words.ts'
import { amountOf, looseWord } from './names.ts'

/** What the list of recalls says. */
export const recallsPage = {
  title: 'Thu hồi',
  lead: 'Hàng không an toàn được gọi về: ai giữ, ai đã mua, còn thiếu bao nhiêu.',
  start: 'Thu hồi hoặc diễn tập',
  code: 'Mã',
  product: 'Sản phẩm',
  lots: 'Lô',
  producer: 'Chủ thể',
  kind: 'Hình thức',
  status: 'Tình trạng',
  startedAt: 'Bắt đầu',
  decideBy: 'Hạn cơ quan quyết định',
  decidedAt: 'Đã quyết định',
  finishBy: 'Xong trước ngày',
  closedAt: 'Kết thúc',
  orders: 'Đơn hàng',
  reason: 'Lý do',
  any: 'Mọi tình trạng',
  anyKind: 'Mọi hình thức',
  from: 'Bắt đầu từ ngày',
  to: 'Bắt đầu đến ngày',
  none: 'Chưa có đợt thu hồi nào',
  noneAbout: 'Khi có hàng không an toàn, tìm lô rồi thu hồi. Nên diễn tập mỗi năm một lần: diễn tập không đổi lô nào, không báo cho ai.',
} as const

/** What the page says on which lots are found and a recall begins. */
export const startPage = {
  title: 'Thu hồi',
  lead: 'Tìm lô trước, xem hàng đã đi tới đâu, rồi mới thu hồi. Chỉ xem thì chưa có gì thay đổi.',
  find: 'Tìm lô',
  q: 'Mã truy vết hoặc số lô (nhiều mã thì cách nhau bằng dấu phẩy)',
  input: 'Mã lần mua nguyên liệu, mã số vùng trồng',
  inputHint: 'Tìm mọi lô đã dùng nguyên liệu đó.',
  place: 'Nơi hàng đã nằm (tên nơi hoặc mã GLN)',
  placeFrom: 'Nằm ở đó từ ngày',
  placeTo: 'Nằm ở đó đến ngày',
  more: 'Tìm theo nguyên liệu, nơi để hàng',
  positions: 'Trong kho',
  position: ({ packName, placeName, onHand }: { packName: string | null; placeName: string; onHand: number }) =>
    `${packName ?? unnamedPack}, ${placeName}: ${amountOf(onHand)}`,
  madeOf: 'Nguyên liệu',
  madeFrom: ({ material, code, boughtOn }: { material: string; code: string; boughtOn: string }) => `${material}, ${code}, mua ${boughtOn}`,
  related: 'Lô khác cùng nguyên liệu',
  relatedMeans: 'Nếu lỗi ở nguyên liệu, các lô này có thể cũng bị. Chưa chọn lô nào; chọn lô cần thu hồi cùng.',
  from: 'Sản xuất từ ngày',
  to: 'Sản xuất đến ngày',
  search: 'Tìm',
  nothing: 'Không có lô nào như vậy.',
  reach: ({ lots, orders, buyers, amount }: { lots: number; orders: number; buyers: number; amount: string }) =>
    `${lots} lô, ${orders} đơn hàng, ${buyers} người mua, ${amount}.`,
  chosen: 'Lô thu hồi',
  lot: (product: string, number: string) => `${product}, lô ${number}`,
  goods: ({
    made,
    unit,
    onHand,
    reserved,
    sold,
    orders,
  }: {
    made: number
    unit: string
    onHand: number
    reserved: number
    sold: number
    orders: number
  }) =>
    `Làm ra ${amountOf(made, unit)}; trong kho ${amountOf(onHand)}, đang giữ cho đơn ${amountOf(reserved)}, đã bán ${amountOf(sold)}; ${orders} đơn.`,
  made: (day: string, maker: string) => `Sản xuất ${day}, ${maker}`,
  recalledBefore: 'Đã thu hồi',
  why: 'Lý do và cách làm',
  risk: 'Mức rủi ro',
  reason: 'Lý do',
  reasonHint: 'Người quét tem và người đã mua đọc câu này.',
  buyersDo: 'Người đang giữ hàng cần làm gì',
  choose: 'Chọn',
  start: 'Thu hồi',
  startMeans:
    'Ngay khi thu hồi: trang quét báo “Đừng dùng”, gian hàng ngừng bán, đơn chưa giao bị hủy, người mua và cơ quan được báo. Không rút lại được.',
  rehearse: 'Diễn tập',
  rehearseMeans: 'Diễn tập chạy y như thật nhưng không đổi lô nào và không báo cho ai; đồng hồ tính từ lúc mở trang này.',
} as const

type Shelf = { packName: string | null; placeName: string; onHand: number }
type Line = { quantity: number; packId: string | null; packName: string | null; placeName: string | null }

/** What the page of one recall says. */
export const recallPage = {
  heading: (code: string, isDrill: boolean) => (isDrill ? `Diễn tập thu hồi ${code}` : `Thu hồi ${code}`),
  drill: 'Đây là diễn tập',
  drillMeans: (minutes: number) => `Không lô nào bị thu hồi, không ai được báo. Nên xong trong ${minutes} phút.`,
  undecided: (until: string) => `Cơ quan quyết định trước ${until}`,
  late: (until: string) => `Quá hạn cơ quan quyết định (${until})`,
  clock: 'Theo quy định, cơ quan phải quyết định trong thời hạn này kể từ lúc bắt đầu thu hồi.',
  facts: 'Đợt thu hồi',
  producer: 'Chủ thể',
  reason: 'Lý do',
  risk: 'Mức rủi ro',
  started: 'Bắt đầu',
  by: (moment: string, who: string) => `${moment}, ${who}`,
  buyersDo: 'Người đang giữ hàng',
  decision: 'Quyết định',
  decisionOf: (number: string, day: string) => `${number}, ngày ${day}`,
  decisionPaper: 'Xem văn bản quyết định',
  handling: 'Cách xử lý hàng',
  finishBy: 'Xong trước ngày',
  closed: 'Kết thúc',
  remainder: 'Lý do còn thiếu',
  gaps: 'Còn phải làm',
  noGaps: 'Không còn gì chưa xong.',
  goods: 'Hàng',
  goodsOfLots: 'Hàng theo lô',
  made: 'Làm ra',
  notReturned: 'Đã bán, chưa trả lại',
  used: 'Lấy mẫu, hỏng',
  destroyed: 'Đã tiêu hủy',
  handled: 'Đã xử lý cách khác',
  inHand: 'Còn giữ, chưa xử lý',
  missing: 'Chưa rõ ở đâu',
  lot: 'Lô',
  /** Over the columns of the table: as short as they can be. */
  heads: {
    made: 'Làm ra',
    sold: 'Đã bán',
    returned: 'Trả lại',
    found: 'Tìm thấy',
    used: 'Mẫu, hỏng',
    destroyed: 'Tiêu hủy',
    handled: 'Xử lý khác',
    inHand: 'Còn giữ',
    missing: 'Chưa rõ',
  },
  onShelf: (quantity: number, unit: string) => `sổ kho còn ${amountOf(quantity, unit)}`,
  which: 'Hàng nào',
  /** The lot is named where a case has several. */
  packed: ({ packName, placeName, onHand }: Shelf, lot: string) =>
    [`${packName ?? unnamedPack}, ${placeName}, còn ${amountOf(onHand, 'gói')}`, lot].filter(Boolean).join(' · '),
  loose: (unit: string, lot: string) => [`Chưa đóng gói, tính bằng ${unit}`, lot].filter(Boolean).join(' · '),
  lotNamed: (product: string, number: string) => `${product}, ${number}`,
  count: 'Ghi sổ hàng',
  countMeans:
    'Mỗi lần tìm thấy, nhận lại, lấy mẫu, tiêu hủy ghi một dòng; hàng đã đóng gói ghi vào sổ kho luôn. Đã ghi không sửa được; ghi nhầm thì thêm một dòng số âm.',
  kind: 'Việc',
  quantity: 'Số lượng',
  place: 'Ở đâu',
  witness: 'Người chứng kiến',
  witnessHint: 'Bắt buộc khi tiêu hủy, lấy mẫu.',
  note: 'Ghi chú',
  proof: 'Ảnh hoặc biên bản',
  photo: 'Thêm ảnh chụp tại chỗ',
  photoHint: 'Ảnh trước và khi tiêu hủy, nếu đã gửi biên bản ở trên.',
  send: 'Ghi',
  tally: 'Sổ hàng thu hồi',
  tallyEmpty: 'Chưa ghi dòng nào.',
  line: (kind: string, { quantity, packName, placeName, packId }: Line, { number, unit }: { number: string; unit: string }) =>
    `${kind}: ${amountOf(quantity)} (lô ${number}, ${packId ? `${packName ?? unnamedPack}, ${placeName}` : `${unit}, ${looseWord}`})`,
  seeProof: (name: string) => `Xem ${name}`,
  orders: 'Đơn hàng và người mua',
  noOrders: 'Không đơn nào có hàng của các lô này.',
  order: 'Đơn',
  buyer: 'Người mua',
  amount: 'Tiền hàng',
  refundDue: 'Còn phải hoàn',
  state: 'Tình trạng',
  told: 'Đã báo',
  toldWords: { reached: 'đã tới', waiting: 'đang gửi', 'not-reached': 'chưa tới' },
  toldSum: ({
    people,
    reached,
    waiting,
    'not-reached': not,
  }: {
    people: number
    reached: number
    waiting: number
    'not-reached': number
  }) =>
    `Đã báo ${people} người: ${reached} người đã nhận, ${waiting} đang gửi, ${not} chưa tới được. Người mua còn thấy ngay trên trang đơn hàng.`,
  toldNobody: 'Diễn tập: không báo cho ai.',
  partners: 'Điểm bán, đối tác',
  partnersMeans:
    'Nơi nào có thể còn hàng thì ghi vào đây. Có thư điện tử thì hệ thống gửi đường dẫn riêng để họ xác nhận; chỉ có số điện thoại thì hệ thống nhắn tin, đường dẫn phải tự gửi cho đúng nơi đó.',
  partnerName: 'Tên điểm bán, đối tác',
  partnerPlace: 'Địa chỉ',
  partnerPhone: 'Số điện thoại',
  partnerEmail: 'Thư điện tử',
  tellPartner: 'Báo nơi này',
  answered: (who: string, moment: string, held: number) => `${who} xác nhận ${moment}, còn giữ ${held}`,
  silent: 'Chưa xác nhận',
  link: 'Đường dẫn để xác nhận',
  decide: 'Quyết định của cơ quan',
  decisionNumber: 'Số quyết định',
  decidedOn: 'Ngày quyết định',
  choose: 'Chọn',
  decisionFile: 'Văn bản (ảnh hoặc PDF)',
  record: 'Ghi quyết định',
  close: 'Kết thúc thu hồi',
  closeMeans: 'Sau khi kết thúc không ghi thêm được. Lô đã thu hồi vẫn không bao giờ được bán lại.',
  remainderReason: 'Lý do còn hàng chưa rõ hoặc chưa xử lý',
  steps: 'Thời gian từng bước',
  minutes: (count: number) => `${count} phút sau khi bắt đầu tìm`,
  notYet: 'chưa làm',
  saved: 'Đã ghi.',
} as const

/** What a point of sale reads by its link. */
export const partnerPage = {
  title: 'Thu hồi: xác nhận của điểm bán',
  stop: 'Ngừng bán ngay và để riêng hàng còn lại',
  drill: 'Đây là diễn tập: hàng vẫn bán bình thường.',
  lead: (producer: string) => `${producer} báo cho nơi của bạn.`,
  for: 'Gửi',
  reason: 'Lý do',
  lots: 'Lô phải ngừng bán',
  lot: (product: string, number: string) => `${product}, lô ${number}`,
  madeOn: (day: string) => `sản xuất ${day}`,
  answer: 'Xác nhận',
  by: 'Tên người xác nhận',
  held: 'Số còn giữ (tất cả các lô trên)',
  words: 'Nhắn lại',
  send: 'Tôi đã ngừng bán',
  answered: (who: string, held: number) => `${who} đã xác nhận, còn giữ ${held}. Có thể gửi lại nếu số thay đổi.`,
  ended: 'Đợt thu hồi đã kết thúc. Hàng của các lô này vẫn không được bán.',
} as const
