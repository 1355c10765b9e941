import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../../identity/rules.ts'
import { photoUploadRefusals, uploadRefusals } from '../../upload-refusals.ts'
import type { MarkId, MisuseId } from './rules/ids.ts'

export const misuseStatuses = ['open', 'examining', 'closed'] as const
export type MisuseStatus = (typeof misuseStatuses)[number]
export const misuseFindings = ['misuse', 'allowed', 'unproven'] as const
export type MisuseFinding = (typeof misuseFindings)[number]

export type MarkMoved = { markId: MarkId; slug: string }
const moved = carries<MarkMoved>()
const reported = carries<{ misuseId: MisuseId; caseCode: string }>()
const office = { 'provincial-officer': 'any' } as const
const desk = { 'provincial-officer': 'any', 'trade-department': 'any' } as const
const steps = ['step-not-next', 'step-before-last', 'step-in-future'] as const

export const markActs = nameActs('mark', {
  register: {
    by: office,
    event: 'mark.registered',
    payload: moved,
    says: 'Ghi nhãn hiệu vào sổ',
    refusals: ['request-key-reused', 'owner-unknown', ...steps],
  },
  'record-step': { by: office, event: 'mark.step-recorded', payload: moved, says: 'Ghi bước của nhãn hiệu', refusals: steps },
  'keep-paper': {
    by: office,
    event: 'mark.paper-kept',
    payload: moved,
    says: 'Lưu giấy của nhãn hiệu',
    refusals: ['paper-missing', 'paper-twice', 'paper-in-future', ...uploadRefusals],
  },
  admit: {
    by: office,
    event: 'mark.use-admitted',
    payload: moved,
    says: 'Ghi quyền dùng nhãn hiệu',
    refusals: ['product-unknown', 'already-admitted', 'ocop-by-certificate', 'until-before-from', 'regulation-missing'],
  },
  'end-use': {
    by: office,
    event: 'mark.use-ended',
    payload: moved,
    says: 'Chấm dứt quyền dùng nhãn hiệu',
    refusals: ['use-ended-before'],
    final: true,
  },
} as const satisfies ActRows)
export type MarkAct = keyof typeof markActs

export const misuseActs = nameActs('mark-misuse', {
  report: {
    by: { anyone: 'any' },
    event: 'mark-misuse.reported',
    payload: reported,
    says: 'Báo dùng sai nhãn hiệu',
    refusals: ['too-many-reports', 'mark-unknown', 'contact-consent-missing', ...photoUploadRefusals],
  },
  examine: {
    from: ['open'],
    to: 'examining',
    by: desk,
    event: 'mark-misuse.taken-up',
    payload: reported,
    says: 'Nhận xử lý tin báo nhãn hiệu',
    closed: 'misuse-closed',
  },
  note: {
    from: ['examining'],
    by: desk,
    event: 'mark-misuse.noted',
    payload: reported,
    says: 'Ghi việc đã làm với tin báo nhãn hiệu',
    closed: 'misuse-closed',
  },
  answer: {
    from: ['examining'],
    to: 'closed',
    by: desk,
    event: 'mark-misuse.answered',
    payload: reported,
    says: 'Kết luận tin báo nhãn hiệu',
    closed: 'misuse-closed',
    final: true,
  },
} as const satisfies ActRows<MisuseStatus>)
export type MisuseAct = keyof typeof misuseActs

export const markActTables = [
  { says: 'Nhãn hiệu', statuses: [], acts: markActs },
  { says: 'Tin báo dùng sai nhãn hiệu', statuses: misuseStatuses, acts: misuseActs },
] as const
