import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import type { LotId } from '../traceability/rules.ts'
import { uploadRefusals } from '../upload-refusals.ts'
import type { RecallId, RecallPartnerId } from './rules/ids.ts'

export const recallStatuses = ['open', 'closed'] as const
export type RecallStatus = (typeof recallStatuses)[number]

export const recallOrigins = ['voluntary', 'ordered'] as const
export type RecallOrigin = (typeof recallOrigins)[number]

/** The four ways in which recalled goods are handled (Thông tư 17/2021/TT-BNNPTNT). */
export const handlings = ['correct', 'change-use', 're-export', 'destroy'] as const
export type Handling = (typeof handlings)[number]

/** What whoever has the goods at home is asked to do with them. */
export const buyersDo = ['return', 'destroy'] as const
export type BuyersDo = (typeof buyersDo)[number]

export const tallyKinds = ['found', 'sold-elsewhere', 'returned', 'sampled', 'destroyed', 'handled'] as const
export type TallyKind = (typeof tallyKinds)[number]

/** Which of them may order a recall is a dated rule (`recall.authorities`). */
export const authorities = ['provincial-officer', 'science-department', 'trade-department'] as const
export type RecallAuthority = (typeof authorities)[number]

const authority = { 'provincial-officer': 'any', 'science-department': 'any', 'trade-department': 'any' } as const
const both = { producer: 'owner', ...authority } as const

/** What subscribers hear of a case. Of a drill nobody is told. */
export type RecallMoved = { recallId: RecallId; code: string; producerId: ProducerId; lotIds: LotId[]; isDrill: boolean }
const moved = carries<RecallMoved>()

export const recallActs = nameActs('recall', {
  start: {
    by: both,
    event: 'recall.started',
    final: true,
    payload: moved,
    says: 'Thu hồi hàng hóa',
    refusals: ['nothing-chosen', 'lot-recalled-before', 'not-the-authority'],
  },
  rehearse: {
    by: both,
    event: 'recall.rehearsed',
    payload: moved,
    says: 'Diễn tập thu hồi',
    refusals: ['nothing-chosen', 'not-the-authority'],
  },
  decide: {
    from: ['open'],
    by: authority,
    event: 'recall.decided',
    payload: moved,
    says: 'Cơ quan quyết định về thu hồi',
    closed: 'recall-closed',
    refusals: ['not-the-authority', 'decided-before', 'decided-in-future', ...uploadRefusals],
  },
  'tell-partner': {
    from: ['open'],
    by: both,
    event: 'recall.partner-told',
    payload: carries<RecallMoved & { partnerId: RecallPartnerId }>(),
    says: 'Báo thu hồi cho điểm bán',
    closed: 'recall-closed',
  },
  acknowledge: {
    from: ['open'],
    by: { anyone: 'link' },
    event: 'recall.acknowledged',
    payload: carries<RecallMoved & { partnerId: RecallPartnerId }>(),
    says: 'Điểm bán xác nhận đã ngừng bán',
    closed: 'recall-closed',
  },
  count: {
    from: ['open'],
    by: both,
    event: 'recall.counted',
    says: 'Ghi sổ hàng thu hồi',
    closed: 'recall-closed',
    refusals: [
      'lot-of-other-recall',
      'note-missing',
      'packs-are-whole',
      'proof-missing',
      'less-than-nothing',
      'more-than-books',
      'more-than-loose',
      'more-than-made',
      'more-than-sold',
      'more-than-found',
      ...uploadRefusals,
    ],
  },
  close: {
    from: ['open'],
    to: 'closed',
    by: both,
    event: 'recall.closed',
    final: true,
    payload: moved,
    says: 'Kết thúc thu hồi',
    closed: 'recall-closed',
    refusals: ['ordered-by-authority', 'not-decided', 'remainder-unexplained'],
  },
} as const satisfies ActRows<RecallStatus>)
export type RecallAct = keyof typeof recallActs

export const recallActTables = [{ says: 'Thu hồi', statuses: recallStatuses, acts: recallActs }] as const

/** A case belongs to the organisation of the maker of its lots. */
export const tiesOfRecall = ({ organisationId }: { organisationId: OrganisationId | null }): Ties => ({ owner: organisationId })
