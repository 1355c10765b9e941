import type { OfficialDocument } from '@dacsan/papers'
import { setNumberOf } from '@dacsan/scorecard'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { citedCriteria, draftingUnit } from '../review/commune-letters.ts'
import { communeItems, emptyReview } from '../rules.ts'
import type { DossierContent } from '../rules.ts'
import { keptBy } from '../../papers/words.ts'
import { communeItemWords, lowerFirst } from '../words.ts'
import { placeName, printed, producerAddress, sampleMark } from './paper-words.ts'

/** As it filed, whatever it calls itself since. */
const producer = (dossier: DossierContent) => printed(dossier.answers, 'producer', 'organisationName') ?? dossier.producer.name

/** When the commune proposed; before that, when its copy was last saved. */
const madeOn = (dossier: DossierContent) => dossier.history.findLast((line) => line.move === 'propose')?.at ?? dossier.updatedAt

/** A people's committee stands alone at the head of its papers: it has no superior agency (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.2; as offices write it). */
const agencies = (dossier: DossierContent) => ({
  issuingAgency: `ỦY BAN NHÂN DÂN\n${dossier.commune.name.toLocaleUpperCase('vi')}`,
  place: placeName(dossier.commune.name),
  date: dateInVietnam(madeOn(dossier)),
  createdAt: madeOn(dossier),
  ...sampleMark(dossier),
})

const product = (dossier: DossierContent) => printed(dossier.answers, 'registration', 'productName') ?? dossier.product.name

/** The last words of a paper, with the sign that closes it. */
const ended = (text: string) => `${text.trim().replace(/[./]+$/u, '')}./.`

/** The register, and the unit that drafts for this commune where its name is on file. */
export function keptByCommune({ commune }: Pick<DossierContent, 'commune'>): string {
  const unit = draftingUnit(commune.name)
  return unit === null ? 'Lưu: VT.' : keptBy(unit)
}

const signature = { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] }

/** Mẫu số 03, the commune's report on the four items (Quyết định 26/2026/QĐ-TTg, Phụ lục III). */
export function communeReport(dossier: DossierContent): OfficialDocument {
  const review = dossier.review ?? emptyReview
  return {
    ...agencies(dossier),
    formLabel: 'Mẫu số 03',
    symbol: 'BC-UBND',
    typeName: 'BÁO CÁO',
    subject: `Đánh giá các nội dung tại địa phương đối với sản phẩm ${product(dossier)}`,
    blocks: [
      { kind: 'heading', level: 1, text: 'I. THÔNG TIN CHUNG' },
      { kind: 'field', label: '1. Tên sản phẩm', value: product(dossier) },
      { kind: 'field', label: '2. Chủ thể', value: printed(dossier.answers, 'producer', 'organisationName') ?? dossier.producer.name },
      { kind: 'field', label: '3. Địa chỉ', value: producerAddress(dossier) },
      { kind: 'field', label: '4. Mã hồ sơ', value: dossier.submittedAt ? dossier.code : undefined },
      { kind: 'heading', level: 1, text: 'II. KIỂM TRA HỒ SƠ VÀ HỌP LẤY Ý KIẾN' },
      {
        kind: 'paragraph',
        text: `Ủy ban nhân dân ${lowerFirst(dossier.commune.name)} đã kiểm tra thể thức, thành phần hồ sơ và ${
          review.meetingOn ? `họp lấy ý kiến ngày ${formatDate(review.meetingOn)}` : 'họp lấy ý kiến'
        }. Thành phần: ${review.participants || '…'}`,
      },
      { kind: 'heading', level: 1, text: 'III. ĐÁNH GIÁ CÁC NỘI DUNG TẠI ĐỊA PHƯƠNG' },
      ...communeItems.flatMap((item, index) => [
        { kind: 'heading' as const, level: 2 as const, text: `${index + 1}. ${communeItemWords[item].name}` },
        { kind: 'paragraph' as const, text: review[item] || '…' },
      ]),
      { kind: 'heading', level: 1, text: 'IV. KẾT LUẬN' },
      { kind: 'paragraph', text: ended(review.conclusion || '…') },
    ],
    signatures: [signature],
    recipients: ['Cơ quan tham mưu OCOP cấp tỉnh;', 'Chủ thể;', keptByCommune(dossier)],
  }
}

/** The covering letter (công văn) with which the commune sends the dossier on. */
export function proposalLetter(dossier: DossierContent): OfficialDocument {
  const unit = draftingUnit(dossier.commune.name)
  return {
    ...agencies(dossier),
    symbol: unit === null ? 'UBND' : `UBND-${unit}`,
    subject: `đề nghị đánh giá, phân hạng sản phẩm OCOP`,
    addressees: [`Ủy ban nhân dân ${lowerFirst(dossier.commune.provinceName)}`],
    blocks: [
      {
        kind: 'paragraph',
        text: `Căn cứ ${citedCriteria(dossier.criteriaDecision)}, Ủy ban nhân dân ${lowerFirst(dossier.commune.name)} đã kiểm tra hồ sơ ${dossier.code} của ${producer(dossier)} và lập báo cáo theo Mẫu số 03.`,
      },
      {
        kind: 'paragraph',
        text: `Ủy ban nhân dân ${lowerFirst(dossier.commune.name)} đề nghị tổ chức đánh giá, phân hạng đối với sản phẩm ${product(dossier)} (bộ sản phẩm ${setNumberOf(dossier.setCode)}: ${dossier.setName}).`,
      },
      { kind: 'paragraph', text: 'Hồ sơ gửi kèm gồm:' },
      {
        kind: 'list',
        marker: 'number',
        items: [
          'Phiếu đăng ký (Mẫu số 01).',
          'Báo cáo tự đánh giá (Mẫu số 02).',
          'Báo cáo của xã (Mẫu số 03).',
          'Minh chứng và mẫu sản phẩm theo danh mục.',
        ],
      },
      { kind: 'paragraph', text: `Kính đề nghị Ủy ban nhân dân ${lowerFirst(dossier.commune.provinceName)} xem xét./.` },
    ],
    signatures: [signature],
    recipients: ['Như trên;', 'Cơ quan tham mưu OCOP cấp tỉnh;', keptByCommune(dossier)],
  }
}
