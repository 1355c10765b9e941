import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { asFileName, keptBy, listed } from '../../papers/words.ts'
import { requestedOf } from '../rules.ts'
import type { Addressee, DossierContent, SupplementRequest } from '../rules.ts'
import { lowerFirst, sayTarget } from '../words.ts'
import { keptByCommune } from './commune-report.ts'
import { placeName, printed, producerAddress, sampleMark } from './paper-words.ts'

/** One for each request to somebody; what the province asks of the commune about its own report is no letter to the producer. */
const requestPaper = (of: Addressee) =>
  ({
    formats: ['pdf', 'docx'],
    items: ({ requests }) => requests.filter((request) => requestedOf(request) === of).map(({ id }) => id),
    about: ({ id }) => ({ type: 'dossier', id }),
    title: () => 'Phiếu yêu cầu bổ sung',
    says: () => '',
    fileName: (dossier, item) => `yeu-cau-bo-sung-${asFileName(dossier.code)}-${dateInVietnam(requestOf(dossier, item).requestedAt)}`,
    draw: (_, dossier, { item }) => supplementRequest(dossier, requestOf(dossier, item)),
  }) as const satisfies Partial<Paper<DossierContent>>

const requestOf = ({ requests }: DossierContent, id: string) => requests.find((request) => request.id === id)!

/** Whoever reads the dossier may have what was asked of its producer; what was asked of the commune is between the two offices. */
export const requestPapers = {
  'supplement-request': { ...requestPaper('producer'), address: 'yeu-cau-bo-sung' },
  'commune-request': {
    ...requestPaper('commune'),
    address: 'yeu-cau-xa-bo-sung',
    by: { 'commune-officer': 'own-commune', 'provincial-officer': 'any' },
  },
} as const satisfies Record<string, Paper<DossierContent>>

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: what is missing, item by item with its place, as it was asked. */
function supplementRequest(dossier: DossierContent, request: SupplementRequest): OfficialDocument {
  const { commune } = dossier
  const { province } = issuers
  const isCommunes = request.move === 'return'
  const toCommune = requestedOf(request) === 'commune'
  const own = (name: 'organisationName' | 'phone') => printed(dossier.answers, 'producer', name)
  const producer = own('organisationName') ?? dossier.producer.name
  return {
    ...(isCommunes
      ? { issuingAgency: `Ủy ban nhân dân\n${commune.name}`, place: placeName(commune.name) }
      : { superiorAgency: province.letterhead, issuingAgency: province.office.letterhead, place: province.place }),
    symbol: isCommunes
      ? `${issuers.supplementSymbol.text}-UBND`
      : `${issuers.supplementSymbol.text}-${symbolOf(province.office.noticeSymbol)}`,
    date: dateInVietnam(request.requestedAt),
    typeName: 'Phiếu yêu cầu bổ sung',
    subject: `Hồ sơ sản phẩm ${printed(dossier.answers, 'registration', 'productName') ?? dossier.product.name}`,
    addressees: [toCommune ? `Ủy ban nhân dân ${lowerFirst(commune.name)}` : producer],
    blocks: [
      {
        kind: 'field',
        label: 'Hồ sơ',
        value: `${dossier.code}, nộp ngày ${dossier.submittedAt ? formatDate(dateInVietnam(dossier.submittedAt)) : ''}`,
      },
      { kind: 'field', label: 'Chủ thể', value: producer },
      { kind: 'field', label: 'Địa chỉ', value: producerAddress(dossier) },
      { kind: 'field', label: 'Điện thoại', value: own('phone') },
      { kind: 'paragraph', text: 'Sau khi kiểm tra, đề nghị bổ sung, hoàn thiện những nội dung sau:' },
      {
        kind: 'list',
        marker: 'number',
        items: listed(request.items.map((item) => `${sayTarget(item)}: ${item.text.trim().replace(/[.;]+$/u, '')}`)),
      },
      {
        kind: 'paragraph',
        text: `Sau khi bổ sung, đề nghị nộp lại hồ sơ qua nền tảng; chỉ những nội dung nêu trên phải làm lại. Cần hỏi thêm, liên hệ ${request.requestedByName}, ${isCommunes ? `Ủy ban nhân dân ${lowerFirst(commune.name)}` : province.office.name}./.`,
      },
    ],
    signatures: [{ authority: ['Người yêu cầu'], name: request.requestedByName }],
    recipients: ['Như trên;', isCommunes ? keptByCommune(dossier) : keptBy(province.office.draftingUnit)],
    ...sampleMark(dossier),
    createdAt: request.requestedAt,
  }
}

/** "SNNMT" out of "TB-SNNMT". */
const symbolOf = (noticeSymbol: string) => noticeSymbol.split('-').at(-1)!
