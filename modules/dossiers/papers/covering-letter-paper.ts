import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Paper, Papers } from '../../papers/index.ts'
import { asFileName, counted, keptBy } from '../../papers/words.ts'
import type { StoredLetter } from '../letters/letter.store.ts'
import { draftingUnit } from '../review/commune-letters.ts'
import { lowerFirst } from '../words.ts'
import { placeName, sampleMark } from './paper-words.ts'

/** Công văn of a commune for several dossiers (Nghị định 30/2020/NĐ-CP, mẫu 1.5), with their list as its appendix. */
const coveringLetter: Paper<StoredLetter> = {
  address: 'cong-van-de-nghi',
  formats: ['pdf', 'docx'],
  by: { 'commune-officer': 'own-commune', 'provincial-officer': 'any' },
  about: ({ id }) => ({ type: 'covering-letter', id }),
  title: () => 'Công văn đề nghị',
  says: () => 'Một công văn cho nhiều hồ sơ',
  fileName: ({ madeAt, number }) => `cong-van-de-nghi-${number ? asFileName(number) : dateInVietnam(madeAt)}`,
  draw: (_, letter) => letterDocument(letter),
  kept: ({ status }) => status === 'sent',
}

export const coveringLetterPapers = { letter: coveringLetter } as const satisfies Papers<StoredLetter>

function letterDocument({ commune, provinceName, lines, number, signedOn, signer, madeAt, isSample }: StoredLetter): OfficialDocument {
  const unit = draftingUnit(commune)
  const own = `Ủy ban nhân dân ${lowerFirst(commune)}`
  const [digits, ...symbol] = number?.split('/') ?? []
  return {
    issuingAgency: `ỦY BAN NHÂN DÂN\n${commune.toLocaleUpperCase('vi')}`,
    place: placeName(commune),
    number: digits,
    symbol: symbol.join('/') || (unit === null ? 'UBND' : `UBND-${unit}`),
    // Until it is signed, the day is the pen's.
    date: signedOn ?? dateInVietnam(madeAt).slice(0, 7),
    subject: `đề nghị đánh giá, phân hạng ${counted(lines.length)} sản phẩm OCOP`,
    addressees: [`Ủy ban nhân dân ${lowerFirst(provinceName)}`],
    blocks: [
      {
        kind: 'paragraph',
        text: `${own} đã kiểm tra ${counted(lines.length)} hồ sơ tại danh sách kèm theo và lập báo cáo theo Mẫu số 03 của từng hồ sơ.`,
      },
      { kind: 'paragraph', text: `${own} đề nghị tổ chức đánh giá, phân hạng đối với các sản phẩm trong danh sách.` },
      { kind: 'paragraph', text: 'Hồ sơ gửi kèm của mỗi sản phẩm gồm:' },
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
      { kind: 'paragraph', text: `Kính đề nghị Ủy ban nhân dân ${lowerFirst(provinceName)} xem xét./.` },
    ],
    signatures: [{ authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: signer ?? undefined }],
    recipients: ['Như trên;', 'Cơ quan tham mưu OCOP cấp tỉnh;', unit === null ? 'Lưu: VT.' : keptBy(unit)],
    appendices: [
      {
        label: 'Phụ lục',
        title: 'Danh sách sản phẩm đề nghị đánh giá, phân hạng',
        blocks: [
          {
            kind: 'table',
            columns: [
              { header: 'STT', width: 8, align: 'center' },
              { header: 'Mã hồ sơ', width: 24 },
              { header: 'Sản phẩm', width: 28 },
              { header: 'Chủ thể', width: 28 },
              { header: 'Hạng sao tự đánh giá', width: 12, align: 'center' },
            ],
            rows: lines.map(({ code, product, producer, stars }, index) => ({
              cells: [String(index + 1), code, product, producer, `${stars} sao`],
            })),
          },
        ],
      },
    ],
    createdAt: madeAt,
    ...sampleMark({ isSample }),
  }
}
