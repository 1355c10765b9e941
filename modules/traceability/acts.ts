import { carries, nameActs } from '@dacsan/decisions'
import type { PackId, ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import { photoUploadRefusals } from '../upload-refusals.ts'
import { materialActs } from './materials/acts.ts'
import type { DiaryEntryId, LabelSheetId, LotId, MaterialLotId, PlaceId } from './rules/ids.ts'
import type { UnitFinding } from './rules/unit.ts'

export const lotStatuses = ['open', 'closed', 'recalled'] as const
export type LotStatus = (typeof lotStatuses)[number]

const maker = { producer: 'owner' } as const

/**
 * Everything that can be done to a lot. A recall has no way back: goods that turned out to be good are a new lot, so that no label ever says both.
 * People recall by a case of the room `recall`, which says first what will follow and recalls its lots in the same transaction.
 * Of a recalled lot nothing new is written, but what was written wrong can still be corrected.
 */
export const lotActs = nameActs('lot', {
  open: {
    by: maker,
    event: 'lot.opened',
    payload: carries<{ lotId: LotId; productId: ProductId; producerId: ProducerId; number: string; quantity: number }>(),
    says: 'Mở lô hàng',
    refusals: [
      'request-key-reused',
      'made-in-future',
      'made-too-long-ago',
      'expires-before-made',
      'number-taken',
      'more-than-bought',
      'yield-unexplained',
    ],
  },
  'use-materials': {
    from: ['open'],
    by: maker,
    event: 'lot.materials-used',
    payload: carries<{ lotId: LotId; used: { materialLotId: MaterialLotId; amount: number }[] }>(),
    says: 'Ghi dùng nguyên liệu',
    closed: 'lot-not-in-status',
    refusals: ['request-key-reused', 'more-than-bought', 'yield-unexplained'],
  },
  close: {
    from: ['open'],
    to: 'closed',
    by: maker,
    event: 'lot.closed',
    payload: carries<{ lotId: LotId }>(),
    says: 'Đóng lô hàng',
    closed: 'lot-not-in-status',
  },
  reopen: {
    from: ['closed'],
    to: 'open',
    by: maker,
    event: 'lot.reopened',
    payload: carries<{ lotId: LotId }>(),
    says: 'Mở lại lô hàng',
    closed: 'lot-not-in-status',
  },
  recall: {
    from: ['open', 'closed'],
    to: 'recalled',
    by: { producer: 'owner', 'provincial-officer': 'any', 'science-department': 'any', 'trade-department': 'any' },
    event: 'lot.recalled',
    payload: carries<{ lotId: LotId; productId: ProductId; producerId: ProducerId; reason: string; by: 'producer' | 'officer' }>(),
    says: 'Thu hồi lô hàng',
    closed: 'already-recalled',
  },
  'write-diary': {
    from: ['open', 'closed'],
    by: maker,
    event: 'diary.written',
    payload: carries<{ lotId: LotId; entryId: DiaryEntryId; kind: string }>(),
    says: 'Ghi nhật ký sản xuất',
    closed: 'lot-recalled',
    refusals: ['request-key-reused', 'entry-in-future', 'entry-too-old', 'voice-refused', ...photoUploadRefusals],
  },
  'correct-diary': {
    from: lotStatuses,
    by: maker,
    event: 'diary.corrected',
    payload: carries<{ lotId: LotId; entryId: DiaryEntryId; kind: string }>(),
    says: 'Đính chính nhật ký sản xuất',
    closed: 'lot-recalled',
    refusals: [
      'request-key-reused',
      'entry-in-future',
      'entry-too-old',
      'correction-without-words',
      'voice-refused',
      ...photoUploadRefusals,
    ],
  },
  'print-labels': {
    from: ['open'],
    by: maker,
    event: 'labels.printed',
    payload: carries<{ lotId: LotId; sheetId: LabelSheetId; packId: PackId; layout: string; count: number; firstUnit: number | null }>(),
    says: 'In tem',
    closed: 'lot-not-open',
    refusals: [
      'request-key-reused',
      'unknown-layout',
      'lot-expired',
      'label-facts-missing',
      'skip-outside-sheet',
      'no-room-for-till',
      'more-labels-than-goods',
      'pack-not-offered',
    ],
  },
  /** The labels are on goods: from now on a scan of one of their serials is that of a packed unit. */
  'apply-labels': {
    from: ['open', 'closed'],
    by: maker,
    event: 'labels.applied',
    payload: carries<{ lotId: LotId; sheetId: LabelSheetId; count: number; firstUnit: number | null }>(),
    says: 'Báo đã dán tem',
    closed: 'lot-recalled',
    refusals: ['labels-already-applied', 'labels-all-spoiled'],
  },
  /** Also of a recalled lot: what is destroyed is counted to the last. */
  'spoil-labels': {
    from: lotStatuses,
    by: maker,
    event: 'labels.spoiled',
    payload: carries<{ lotId: LotId; sheetId: LabelSheetId; count: number }>(),
    says: 'Ghi tem hỏng, đã hủy',
    closed: 'lot-recalled',
    refusals: ['request-key-reused', 'more-spoiled-than-printed'],
  },
} as const satisfies ActRows<LotStatus>)

/** A lot is tied to people by the organisation of its producer. */
export const tiesOfLot = (lot: { producer: { organisationId: OrganisationId | null } }): Ties => ({ owner: lot.producer.organisationId })

export const doubtStatuses = ['new', 'checking', 'closed'] as const
export type DoubtStatus = (typeof doubtStatuses)[number]

/** Why scans opened a case: what speaks most against a unit, or numbers that nobody gave out. */
export type CaseReason = UnitFinding | 'guessed'

const examiners = { 'provincial-officer': 'any', 'science-department': 'any' } as const

/** What a buyer doubts, from the report to the answer that its case code leads to. */
export const doubtActs = nameActs('doubt', {
  report: {
    by: { anyone: 'any' },
    event: 'doubt.reported',
    payload: carries<{ caseCode: string; lotId: LotId | null; productId: ProductId | null }>(),
    says: 'Người mua phản ánh',
    refusals: ['too-many-reports'],
  },
  /** Scans that speak against a label open a case by themselves, once for a thing and a reason. */
  notice: {
    by: { system: 'any' },
    event: 'doubt.noticed',
    payload: carries<{ caseCode: string; lotId: LotId; productId: ProductId; reason: CaseReason }>(),
    says: 'Tự mở hồ sơ nghi ngờ từ lượt quét',
  },
  'take-up': {
    from: ['new'],
    to: 'checking',
    by: examiners,
    event: 'doubt.taken-up',
    payload: carries<{ caseCode: string; lotId: LotId | null; productId: ProductId | null }>(),
    says: 'Nhận xử lý phản ánh',
    closed: 'doubt-not-in-status',
  },
  answer: {
    from: ['new', 'checking'],
    to: 'closed',
    by: examiners,
    event: 'doubt.answered',
    final: true,
    payload: carries<{ caseCode: string; lotId: LotId | null; productId: ProductId | null }>(),
    says: 'Trả lời phản ánh',
    closed: 'doubt-not-in-status',
  },
} as const satisfies ActRows<DoubtStatus>)

export const placeKinds = ['workshop', 'store', 'stall', 'point-of-sale', 'warehouse'] as const
export type PlaceKind = (typeof placeKinds)[number]

const onPlace = carries<{ placeId: PlaceId; producerId: ProducerId }>()

/** What a producer does with the places where its goods lie. */
export const placeActs = nameActs('place', {
  add: {
    by: { producer: 'any' },
    event: 'place.added',
    payload: onPlace,
    says: 'Thêm nơi để hàng',
    refusals: ['gln-taken', 'place-repeated', 'unknown-commune', 'position-without-consent', 'producer-missing'],
  },
  end: { by: maker, event: 'place.ended', payload: onPlace, says: 'Ngừng nơi để hàng', refusals: ['place-ended', 'place-is-default'] },
  sell: { by: maker, event: 'place.selling-changed', payload: onPlace, says: 'Cho bán từ nơi để hàng', refusals: ['place-ended'] },
} as const satisfies ActRows)

export const traceabilityActTables = [
  { says: 'Lô hàng', statuses: lotStatuses, acts: lotActs },
  { says: 'Phản ánh', statuses: doubtStatuses, acts: doubtActs },
  { says: 'Nơi để hàng', statuses: [], acts: placeActs },
  { says: 'Nguyên liệu', statuses: [], acts: materialActs },
] as const
