import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { RecognitionOutcome } from '../../law/rules.ts'
import { sayJudgedOn } from '../../appraisal/words.ts'

/** The desk of decisions; its title leads back to it from the pages below. */
export const decisionsPage = {
  title: 'Quyết định và giấy chứng nhận',
  lead: 'Từ phiên họp đã kết thúc: biên bản, tờ trình, quyết định, giấy chứng nhận. Sổ sản phẩm đổi theo ngay khi quyết định được nhập.',
  follow: 'Theo dõi',
  awaitingMinistry: (count: number) => `Chờ Bộ: ${count}`,
  awaitingMinistryAbout: 'Sản phẩm tiềm năng 5 sao',
  expiries: 'Thời hạn giấy',
  expiriesAbout: 'Đến kỳ đánh giá lại, quá hạn',
  withdrawals: 'Thu hồi giấy',
  withdrawalsAbout: 'Đề nghị, hạn quyết định',
  lookUp: 'Tra giấy chứng nhận',
  lookUpAbout: 'Như người dân thấy',
  undecided: (count: number) => `Phiên họp chờ quyết định (${count})`,
  session: sayJudgedOn,
  aboutSession: ({ roundName, dossierCount, councilName }: { roundName: string; dossierCount: number; councilName: string }) =>
    `${roundName} · ${dossierCount} hồ sơ · ${councilName}`,
  draft: 'Lập dự thảo quyết định',
  noneUndecided: 'Không có phiên họp nào chờ',
  noneUndecidedAbout: 'Khi Chủ tịch Hội đồng kết thúc phiên, phiên họp hiện ở đây.',
  decisions: 'Các quyết định',
  columns: {
    number: 'Số',
    signedOn: 'Ngày ký',
    kind: 'Loại',
    status: 'Tình trạng',
    products: 'Số sản phẩm',
    certificates: 'Số giấy',
    authority: 'Nơi ban hành',
    signer: 'Người ký',
  },
  anyStatus: 'Mọi tình trạng',
  anyKind: 'Mọi loại',
  signedFrom: 'Ký từ ngày',
  signedTo: 'Ký đến ngày',
  draftFor: (products: number) => `Dự thảo cho ${products} sản phẩm`,
} as const

/** A decision by its number. */
export const decisionNumbered = (number: string): string => `Quyết định số ${number}`

/** What the page of one decision says. */
export const decisionPage = {
  draft: 'Dự thảo quyết định',
  place: 'Nơi làm',
  points: 'Điểm',
  outcome: 'Kết quả',
  papers: 'Giấy tờ',
  signer: 'Người ký',
  proposal: 'Tờ trình',
  proposalOf: (number: string, day: PlainDate) => `Số ${number}, ngày ${formatDate(day)}`,
  session: 'Hội đồng',
  heldIn: (session: Parameters<typeof sayJudgedOn>[0] & { roundName: string }) => `${sayJudgedOn(session)}, ${session.roundName}`,
  enterSigned: 'Nhập quyết định đã ký',
  record: 'Ban hành và cấp giấy chứng nhận',
  validity: (months: number) => `Giấy chứng nhận có giá trị ${months} tháng kể từ ngày ký.`,
  outcomes: 'Kết quả từng sản phẩm',
  certificate: 'Giấy chứng nhận',
} as const

/** What happens in the moment in which a signed decision is entered. */
export const recordingConsequences = (count: Record<RecognitionOutcome, number>, certificates: number): string =>
  `Khi lưu: cấp ${certificates} giấy chứng nhận, ${count['potential-five']} sản phẩm chuyển sang chờ Bộ, ${count['not-recognised']} sản phẩm nhận thông báo không đạt. Số và ngày không sửa lại được.`

export const unsignedNotice = { title: 'Chờ số và ngày ký', text: 'Cơ quan tham mưu OCOP tỉnh nhập khi quyết định được ký.' }

/** What the page of the products that wait for the ministry says. */
export const ministryPage = {
  pageTitle: 'Chờ Bộ',
  title: 'Sản phẩm chờ Bộ',
  lead: 'Hội đồng tỉnh đánh giá 5 sao. Trong lúc chờ, sản phẩm ghi là “tiềm năng 5 sao”; giấy đang có, kể cả giấy tỉnh cấp trong lúc chờ, vẫn dùng đến hết hạn.',
  held: (stars: number) => `Tỉnh đã công nhận ${stars} sao trong lúc chờ`,
  toPackage: 'Chưa gửi: mở quyết định để tải hồ sơ và ghi ngày gửi',
  none: 'Không có sản phẩm nào chờ Bộ',
  noneAbout: 'Sản phẩm tiềm năng 5 sao hiện ở đây sau khi quyết định của tỉnh được ban hành.',
  aboutProduct: (item: { producerName: string; communeName: string; points: string; decisionNumber: string | null; signedOn: PlainDate }) =>
    `${item.producerName}, ${item.communeName} · ${item.points} điểm · Quyết định ${item.decisionNumber ?? ''}, ${formatDate(item.signedOn)}`,
  enter: 'Nhập kết quả',
  grant: 'Kết quả cho các sản phẩm đã chọn',
  eitherSymbol: ({ ministry, province }: { ministry: string; province: string }) => `${ministry} hoặc /${province}`,
  noteHint: 'Ví dụ số văn bản Bộ trả lời.',
  save: 'Lưu kết quả',
} as const

/** What the law has sent to the producer and its commune (Quyết định 26/2026/QĐ-TTg, Điều 7, step 9). */
export const sentPapers = { title: 'Văn bản gửi cho bạn' } as const
