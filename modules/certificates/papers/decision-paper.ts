import { dateLine } from '@dacsan/papers'
import type { Appendix, Block, OfficialDocument } from '@dacsan/papers'
import { minutesOf } from '../../appraisal/words.ts'
import { issuers, legalBasesOn } from '../../papers/index.ts'
import { asFileName, counted, keptBy, sampleMark, signatureOf, within } from '../../papers/words.ts'
import { decisionNumber, isWrittenHere, recognisedBy } from '../rules.ts'
import type { DecisionItem, DecisionView } from '../rules.ts'
import { citedDecision, citedProposal } from './cited-decision.ts'
import { ofDecision } from './decision-ground.ts'
import type { DecidedSession, DecisionPaper } from './decision-ground.ts'
import { recognitionList } from './recognition-list.ts'

const { province } = issuers

/** A decision of the province with its lists, as a draft or as recorded: the draft is the paper that is laid before the chairman. */
export const decisionPaper: DecisionPaper = {
  ...ofDecision,
  address: 'quyet-dinh',
  formats: ['pdf', 'docx'],
  title: ({ decision }) => (decision.number ? 'Quyết định' : 'Dự thảo quyết định'),
  says: () => 'Kèm danh sách sản phẩm',
  absent: ({ decision }) => (isWrittenHere[decision.kind] ? null : 'Văn bản của Bộ'),
  fileName: ({ decision }) => (decision.number ? `quyet-dinh-${asFileName(decision.number)}` : 'du-thao-quyet-dinh'),
  draw: (_, { decision, minutes, validity }) =>
    decisionDocument(decision, { session: minutes?.session ?? null, validityMonths: validity.value }),
}

/** Quyết định with the lists of products (Nghị định 30/2020/NĐ-CP, mẫu 1.2 and Phụ lục). A draft leaves number and day open for the pen. */
export function decisionDocument(
  decision: DecisionView,
  { session, validityMonths }: { session: DecidedSession | null; validityMonths: number },
): OfficialDocument {
  const day = decision.signedOn ?? session?.heldOn ?? ''
  const year = day.slice(0, 4)
  const recognised = recognisedBy(decision.items)
  const potential = decision.items.filter(({ outcome }) => outcome === 'potential-five')
  const articles = articlesOf(recognised, potential, validityMonths)
  const cited = `(Kèm theo ${citedDecision(decision, year)} của ${province.authority})`
  const lists: Pick<Appendix, 'title' | 'blocks'>[] = [
    ...(recognised.length > 0
      ? [{ title: 'Danh sách sản phẩm được công nhận', blocks: [recognitionList(recognised, { codes: true })] }]
      : []),
    ...(potential.length > 0 ? [{ title: 'Danh sách sản phẩm tiềm năng 5 sao', blocks: [recognitionList(potential)] }] : []),
  ]
  return {
    issuingAgency: province.letterhead,
    number: decision.number?.split('/')[0],
    symbol: province.decisionSymbol,
    place: province.place,
    date: decision.signedOn ?? year,
    typeName: 'Quyết định',
    subject: `Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP${session ? `\n${within(session.roundName)}` : ''}`,
    decidingAuthority: province.authority,
    legalBases: [
      ...legalBasesOn(day),
      ...(session ? councilBasis(session) : []),
      ...(session ? [`Căn cứ ${minutesOf[session.manner]} ${dateLine(session.heldOn)}`] : []),
      `Theo đề nghị của ${province.office.head} ${province.office.name} tại ${citedProposal(decision, year)}`,
    ],
    enactingWords: 'Quyết định:',
    blocks: articles.map((text, index): Block => ({ kind: 'article', number: index + 1, text })),
    signatures: [signatureOf(decision.signerTitle, decision.signer)],
    recipients: [
      `Như Điều ${articles.length};`,
      `${issuers.ministry.agency} (để b/c);`,
      'TT. Tỉnh ủy, TT. HĐND tỉnh (để b/c);',
      keptBy(province.draftingUnit),
    ],
    appendices: lists.map((list, index) => ({
      label: lists.length > 1 ? `Phụ lục ${['I', 'II'][index]}` : 'Phụ lục',
      note: cited,
      orientation: 'landscape',
      ...list,
    })),
    ...sampleMark(decision.items.some((item) => item.isSample)),
    createdAt: decision.recordedAt ?? decision.createdAt,
  }
}

/** The decision that set the council up, as far as it is on file. */
function councilBasis({ councilName, councilDecisionNumber, councilDecisionDate }: DecidedSession): string[] {
  if (councilDecisionNumber === null) return []
  const number = decisionNumber(councilDecisionNumber, province.decisionSymbol) ?? councilDecisionNumber
  const day = councilDecisionDate === null ? '' : ` ${dateLine(councilDecisionDate)}`
  return [`Căn cứ Quyết định số ${number}${day} của ${province.authority} về việc thành lập ${councilName}`]
}

function articlesOf(recognised: readonly DecisionItem[], potential: readonly DecisionItem[], validityMonths: number): string[] {
  const producers = (items: readonly DecisionItem[]) => counted(new Set(items.map(({ producerName }) => producerName)).size)
  const both = recognised.length > 0 && potential.length > 0
  const meanwhile = potential.some(({ meanwhileStars }) => meanwhileStars !== null)
    ? ' Sản phẩm vừa có tên tại Phụ lục I vừa có tên tại Phụ lục II được dùng hạng sao ghi tại Phụ lục I đến khi có kết quả của Bộ.'
    : ''
  return [
    ...(recognised.length > 0
      ? [
          `Công nhận ${counted(recognised.length)} sản phẩm của ${producers(recognised)} chủ thể đạt hạng sao Chương trình mỗi xã một sản phẩm (danh sách tại Phụ lục${both ? ' I' : ''} kèm theo Quyết định này).`,
          `Giấy chứng nhận có giá trị ${validityMonths} tháng kể từ ngày ký Quyết định này. Chủ thể dùng dấu hiệu đúng hạng sao đã được công nhận và chỉ trong thời hạn của giấy chứng nhận.`,
        ]
      : []),
    ...(potential.length > 0
      ? [
          `Phê duyệt kết quả ${counted(potential.length)} sản phẩm của ${producers(potential)} chủ thể tiềm năng 5 sao (danh sách tại Phụ lục${both ? ' II' : ''}). Giao ${province.office.name} hoàn thiện hồ sơ, tham mưu Ủy ban nhân dân tỉnh trình ${issuers.ministry.agency} đánh giá, công nhận.${meanwhile}`,
        ]
      : []),
    ...(recognised.length + potential.length === 0 ? ['Phê duyệt kết quả đánh giá: không có sản phẩm đạt hạng được công nhận.'] : []),
    'Quyết định này có hiệu lực kể từ ngày ký.',
    `Chánh Văn phòng Ủy ban nhân dân tỉnh, ${province.office.head} ${province.office.name}, Chủ tịch Ủy ban nhân dân các xã, phường và các chủ thể có sản phẩm nêu trên chịu trách nhiệm thi hành Quyết định này./.`,
  ]
}
