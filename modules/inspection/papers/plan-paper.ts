import type { OfficialDocument } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import { issuers, legalBasesOn } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { counted, keptBy, sampleMark, signatureOf } from '../../papers/words.ts'
import type { PlanView } from '../plans/read-plan.ts'
import { sayGround } from '../words.ts'

const { province } = issuers

/** Kế hoạch hậu kiểm of a year (Nghị định 30/2020/NĐ-CP, mẫu 1.4): who is visited and why. */
export const planPaper: Paper<PlanView> = {
  address: 'ke-hoach-hau-kiem',
  formats: ['pdf', 'docx'],
  by: { 'provincial-officer': 'any' },
  absent: ({ plan, chosen }) => (plan === null || chosen.length === 0 ? 'Kế hoạch chưa lập' : null),
  about: ({ plan }) => ({ type: 'inspection-plan', id: plan?.id ?? '' }),
  title: () => 'Kế hoạch hậu kiểm',
  says: () => 'Danh sách sản phẩm hậu kiểm trong năm',
  fileName: ({ year }) => `ke-hoach-hau-kiem-${year}`,
  draw: (_, view) => planDocument(view),
  // What is still being chosen is drawn and not kept.
  kept: ({ plan }) => plan?.status === 'approved',
}

export function planDocument({ year, plan, chosen }: PlanView): OfficialDocument {
  const on = plan?.approvedOn ?? String(year)
  const communes = new Set(chosen.flatMap(({ communeCode }) => communeCode ?? []))
  return {
    superiorAgency: province.letterhead,
    issuingAgency: province.office.letterhead,
    number: plan?.number?.split('/')[0],
    symbol: plan?.number?.split('/').slice(1).join('/') || undefined,
    place: province.place,
    date: on,
    typeName: 'Kế hoạch',
    subject: `Hậu kiểm sản phẩm OCOP năm ${year}`,
    legalBases: legalBasesOn(plan?.approvedOn ?? `${year}-12-31`),
    blocks: [
      { kind: 'heading', level: 1, text: 'I. Mục đích' },
      {
        kind: 'paragraph',
        text: 'Kiểm tra việc giữ các tiêu chí đã được công nhận, giấy tờ còn hạn, việc ghi nhãn và dùng dấu hiệu OCOP; hướng dẫn chủ thể khắc phục thiếu sót.',
      },
      { kind: 'heading', level: 1, text: 'II. Đối tượng, thời gian' },
      {
        kind: 'paragraph',
        text: `${counted(chosen.length)} sản phẩm tại ${counted(communes.size)} xã, phường (danh sách tại Phụ lục). Hoàn thành trước ngày 31 tháng 12 năm ${year}. Ngoài danh sách này, hậu kiểm đột xuất khi có phản ánh hoặc dấu hiệu vi phạm.`,
      },
      { kind: 'heading', level: 1, text: 'III. Tổ chức thực hiện' },
      {
        kind: 'list',
        marker: 'number',
        items: [
          `${province.office.name} cử người kiểm tra, lập biên bản từng cuộc, theo dõi việc khắc phục;`,
          'Ủy ban nhân dân xã, phường nơi có sản phẩm cử cán bộ cùng tham gia;',
          'Chủ thể cung cấp giấy tờ, tạo điều kiện kiểm tra, khắc phục đúng hạn.',
        ],
      },
    ],
    signatures: [signatureOf(null, plan?.signer ?? null, province.office.head)],
    recipients: [
      'Ủy ban nhân dân các xã, phường có tên trong danh sách;',
      'Các chủ thể có tên trong danh sách;',
      keptBy(province.draftingUnit),
    ],
    appendices: [
      {
        label: 'Phụ lục',
        title: `Danh sách sản phẩm hậu kiểm năm ${year}`,
        orientation: 'landscape',
        blocks: [
          {
            kind: 'table',
            fontSize: 11,
            columns: [
              { header: 'STT', width: 5, align: 'center' },
              { header: 'Sản phẩm', width: 24 },
              { header: 'Chủ thể', width: 24 },
              { header: 'Xã, phường', width: 14 },
              { header: 'Giấy đến ngày', width: 11, align: 'center' },
              { header: 'Vì sao kiểm tra', width: 22 },
            ],
            rows: chosen.map(({ productName, producerName, commune, certifiedUntil, grounds }, index) => ({
              cells: [
                String(index + 1),
                productName,
                producerName,
                commune ?? '',
                certifiedUntil ? formatDate(certifiedUntil) : '',
                grounds.map(sayGround).join('; '),
              ],
            })),
          },
        ],
      },
    ],
    ...sampleMark(chosen.some(({ isSample }) => isSample)),
    createdAt: plan?.approvedAt ?? plan?.madeAt ?? new Date(`${year}-01-01T00:00:00+07:00`),
  }
}
