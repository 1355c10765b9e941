import type { OfficialDocument } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import { issuers, legalBasesOn } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { counted, keptBy, signatureOf } from '../../papers/words.ts'
import { isNothing, newProductsOf, shareKinds } from '../rules.ts'
import { shareWords } from '../words.ts'
import type { YearPlanView } from '../year-plan/read-plan.ts'

const { province } = issuers

/** Kế hoạch năm (Nghị định 30/2020/NĐ-CP, mẫu 1.4): the rounds, what each commune is to bring, and who sees to it. */
export const yearPlanPaper: Paper<YearPlanView> = {
  address: 'ke-hoach-nam',
  formats: ['pdf', 'docx'],
  by: { 'provincial-officer': 'any', leader: 'any' },
  absent: ({ plan, lines }) => (plan === null || lines.every(({ wanted }) => isNothing(wanted)) ? 'Kế hoạch chưa có chỉ tiêu' : null),
  about: ({ plan }) => ({ type: 'year-plan', id: plan?.id ?? '' }),
  title: () => 'Kế hoạch năm',
  says: () => 'Các đợt, chỉ tiêu từng xã, phường',
  fileName: ({ year, plan }) => `ke-hoach-ocop-${year}${plan && plan.version > 1 ? `-lan-${plan.version}` : ''}`,
  draw: (_, view) => yearPlanDocument(view),
  // What is still being written is drawn and not kept.
  kept: ({ plan }) => plan?.status === 'issued',
}

export function yearPlanDocument({ year, plan, former, rounds, lines, wanted }: YearPlanView): OfficialDocument {
  const inPlan = lines.filter((line) => !isNothing(line.wanted))
  const [number, ...symbol] = plan?.number?.split('/') ?? []
  const replaced = former[0]
  const paragraphs = (text: string | null | undefined) => (text ?? '').split('\n').flatMap((line) => line.trim() || [])
  return {
    superiorAgency: province.letterhead,
    issuingAgency: province.office.letterhead,
    number,
    // A draft leaves the number to the pen.
    symbol: symbol.join('/') || province.office.proposalSymbol.replace(/^[^-]+/, 'KH'),
    place: province.place,
    date: plan?.issuedOn ?? String(year),
    typeName: 'Kế hoạch',
    subject: `Triển khai Chương trình mỗi xã một sản phẩm năm ${year}${replaced ? ' (điều chỉnh)' : ''}`,
    legalBases: legalBasesOn(plan?.issuedOn ?? `${year}-12-31`),
    blocks: [
      ...(replaced?.number && replaced.issuedOn
        ? [
            {
              kind: 'paragraph' as const,
              text: `Kế hoạch này thay Kế hoạch số ${replaced.number} ngày ${formatDate(replaced.issuedOn)}.`,
            },
          ]
        : []),
      { kind: 'heading', level: 1, text: 'I. Mục tiêu' },
      {
        kind: 'list',
        marker: 'number',
        items: [
          `Có ${counted(newProductsOf(wanted))} sản phẩm mới được công nhận, trong đó ${counted(wanted.three)} sản phẩm 3 sao, ${counted(wanted.four)} sản phẩm 4 sao, ${counted(wanted.five)} sản phẩm 5 sao;`,
          `Đánh giá lại ${counted(wanted.renewals)} sản phẩm đã được công nhận;`,
          `Chỉ tiêu giao cho ${counted(inPlan.length)} xã, phường tại Phụ lục.`,
        ],
      },
      { kind: 'heading', level: 1, text: 'II. Các đợt đánh giá, phân hạng' },
      {
        kind: 'table',
        columns: [
          { header: 'Đợt', width: 12, align: 'center' },
          { header: 'Xã, phường đề nghị trước ngày', width: 22, align: 'center' },
          { header: 'Tỉnh hoàn thành trước ngày', width: 22, align: 'center' },
          { header: 'Gửi Bộ (5 sao) trước ngày', width: 22, align: 'center' },
          { header: 'Bộ hoàn thành trước ngày', width: 22, align: 'center' },
        ],
        rows: rounds.map((round) => ({
          cells: [
            String(round.number),
            formatDate(round.communeBefore),
            formatDate(round.provinceBefore),
            formatDate(round.toMinistryBefore),
            formatDate(round.ministryBefore),
          ],
        })),
      },
      { kind: 'heading', level: 1, text: 'III. Kinh phí' },
      ...(paragraphs(plan?.budget).length > 0
        ? paragraphs(plan?.budget).map((text) => ({ kind: 'paragraph' as const, text }))
        : [{ kind: 'paragraph' as const, text: 'Thực hiện theo quy định hiện hành về ngân sách nhà nước và các nguồn hợp pháp khác.' }]),
      { kind: 'heading', level: 1, text: 'IV. Tổ chức thực hiện' },
      ...(plan?.responsible
        ? [{ kind: 'paragraph' as const, text: `Chịu trách nhiệm: ${plan.responsible.replace(/\s*\n\s*/g, '; ')}.` }]
        : []),
      {
        kind: 'list',
        marker: 'number',
        items: [
          `${province.office.name} hướng dẫn, tiếp nhận hồ sơ, theo dõi chỉ tiêu của từng xã, phường;`,
          'Ủy ban nhân dân các xã, phường vận động, hướng dẫn chủ thể lập hồ sơ, kiểm và đề nghị đúng hạn từng đợt;',
          'Chủ thể có giấy chứng nhận hết hạn trong năm nộp hồ sơ đánh giá lại trong thời gian quy định.',
        ],
      },
      ...paragraphs(plan?.note).map((text) => ({ kind: 'paragraph' as const, text })),
    ],
    signatures: [signatureOf(null, plan?.signer ?? null, province.office.head)],
    recipients: [`${province.authority};`, 'Ủy ban nhân dân các xã, phường;', keptBy(province.office.draftingUnit)],
    appendices: [
      {
        label: 'Phụ lục',
        title: `Chỉ tiêu giao các xã, phường năm ${year}`,
        blocks: [
          {
            kind: 'table',
            columns: [
              { header: 'STT', width: 8, align: 'center' },
              { header: 'Xã, phường', width: 36 },
              ...shareKinds.map((kind) => ({ header: shareWords[kind], width: 14, align: 'center' as const })),
            ],
            rows: [
              ...inPlan.map(({ commune, wanted: share }, index) => ({
                cells: [String(index + 1), commune, ...shareKinds.map((kind) => String(share[kind]))],
              })),
              { cells: ['', 'Cộng', ...shareKinds.map((kind) => String(wanted[kind]))], emphasis: 'total' as const },
            ],
          },
        ],
      },
    ],
    createdAt: plan?.issuedAt ?? plan?.madeAt ?? new Date(`${year}-01-01T00:00:00+07:00`),
  }
}
