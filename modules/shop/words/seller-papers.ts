import type { SellerPaperStatus } from '../acts.ts'
import type { Tone } from './tones.ts'

export const paperTags = {
  waiting: { tone: 'water', words: 'Chờ xem' },
  verified: { tone: 'good', words: 'Đã xác minh' },
  returned: { tone: 'warn', words: 'Trả lại' },
  replaced: { tone: 'neutral', words: 'Đã nộp bản khác' },
} satisfies Record<SellerPaperStatus, { tone: Tone; words: string }>

export const paperWords = {
  waiting: paperTags.waiting.words,
  verified: paperTags.verified.words,
  returned: paperTags.returned.words,
  replaced: paperTags.replaced.words,
} satisfies Record<SellerPaperStatus, string>

/** What the seller's page of its papers says, and the office's beside it. */
export const sellerPapersPage = {
  tab: 'Giấy tờ',
  title: 'Giấy tờ · Bán hàng',
  lead: 'Giấy của cơ sở và của từng bộ sản phẩm. Đủ giấy còn hạn thì hàng mới được lên kệ.',
  asked: 'Giấy phải có',
  source: (from: string) => `Danh mục áp dụng từ ${from}.`,
  ofSet: (setCode: string) => `Bộ sản phẩm ${setCode}`,
  missing: 'Chưa có',
  endedOn: (day: string) => `Đã hết hạn ngày ${day}`,
  returned: (reason: string) => `Bị trả lại: ${reason}`,
  number: 'Số',
  issuedBy: 'Nơi cấp',
  issuedByHint: 'Bản tự công bố: ghi tên cơ sở.',
  issuedOn: 'Ngày cấp',
  validUntil: 'Có hạn đến',
  noEnd: 'Giấy không ghi thời hạn',
  noEndShort: 'không ghi thời hạn',
  file: 'Ảnh hoặc PDF của giấy',
  fileHint: 'Chụp rõ số và ngày. Đừng gửi ảnh căn cước: hệ thống không giữ.',
  openFile: 'Xem giấy',
  handIn: (title: string) => `Nộp ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  handInButton: 'Nộp giấy',
  renew: 'Nộp bản mới',
  saved: 'Đã nộp. Văn phòng sẽ xem và báo lại.',
  before: 'Giấy đã nộp trước đây',
  verifiedUntil: (day: string) => `Gian hàng được xác minh đến hết ngày ${day}, ngày giấy đầu tiên hết hạn.`,
  verifiedNoEnd: 'Gian hàng đã được xác minh. Giấy tờ không ghi thời hạn.',
  ranOut: 'Giấy tờ đã hết hạn',
  ranOutAbout: 'Hàng của bạn đã rời kệ. Hãy',
  ranOutLink: 'nộp giấy mới',
  ranOutAfter: '; được xác minh xong hàng lên kệ lại ngay.',
  nothingAsked: 'Hiện không phải nộp giấy nào.',
}

/** What the office's page of one seller says beside the list's words. */
export const sellerFilePage = {
  title: (name: string) => `${name} · Người bán`,
  lead: 'Xem từng giấy, rồi xác minh người bán. Xác minh có giá trị đến ngày giấy đầu tiên hết hạn.',
  open: 'Giấy tờ, xác minh, tạm ngừng',
  saved: 'Đã ghi.',
  papers: 'Giấy tờ',
  verifyPaper: 'Xác minh giấy này',
  returnPaper: 'Trả lại',
  returnReason: 'Vì sao trả lại',
  until: 'Xác minh đến',
  incomplete: 'Chưa đủ giấy còn hạn nên chưa xác minh được người bán.',
}

/** What is said of the versions that a seller agrees to. */
export const sellerTermsPage = {
  tab: 'Điều khoản',
  title: 'Điều khoản · Bán hàng',
  lead: 'Bạn đồng ý từng bản. Mặt hàng đã lên kệ vẫn bán; chưa đồng ý bản mới thì chưa đăng được mặt hàng mới.',
  version: (name: string, version: number) => `${name}, bản ${version}`,
  isOpen: 'Chưa đồng ý',
  isAccepted: 'Đã đồng ý',
  agree: 'Tôi đã đọc và đồng ý các bản đang áp dụng ở trên',
  agreeButton: 'Đồng ý',
  saved: 'Đã ghi nhận bạn đồng ý.',
  history: 'Đã đồng ý',
  line: (name: string, version: number, at: string, by: string) => `${name}, bản ${version}: ${at}, ${by}`,
  hash: (hash: string) => `Mã băm SHA-256: ${hash}`,
  none: 'Chưa có điều khoản nào được công bố.',
  ranking: 'Thứ tự sản phẩm trên trang theo một quy tắc chung, viết từ chính chương trình:',
  rankingLink: 'cách sắp xếp',
  openTitle: 'Có điều khoản bạn chưa đồng ý',
  openAbout: 'Chưa đồng ý thì chưa đăng được mặt hàng mới.',
  openLink: 'Đọc và đồng ý',
}
