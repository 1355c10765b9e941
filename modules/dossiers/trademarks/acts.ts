import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../../identity/rules.ts'
import { uploadRefusals } from '../../upload-refusals.ts'
import type { TrademarkId } from '../rules/ids.ts'

/** The way of an application for a trademark, in its order (Luật Sở hữu trí tuệ, Điều 109, 110, 114, 117, 118; Điều 116: withdrawn). */
export const trademarkStatuses = ['filed', 'form-accepted', 'published', 'granted', 'refused', 'withdrawn'] as const
export type TrademarkStatus = (typeof trademarkStatuses)[number]

/** While the office of intellectual property has it in hand. */
export const openTrademarkStatuses = ['filed', 'form-accepted', 'published'] as const satisfies readonly TrademarkStatus[]

/** The producer, or an officer of its commune who does it for the producer, with both names in the record. */
const producerOrCommune = { producer: 'owner', 'commune-officer': 'own-commune' } as const
export type TrademarkEntered = { trademarkId: TrademarkId; byOfficer: boolean }
const entered = carries<TrademarkEntered>()
const faults = ['happened-in-future', 'happened-before', ...uploadRefusals] as const
const step = { by: producerOrCommune, closed: 'trademark-ended', refusals: faults } as const

/** A step may be entered without those before it: the office's letters do not all reach the producer. */
export const trademarkActs = nameActs('trademark', {
  enter: {
    to: 'filed',
    by: producerOrCommune,
    event: 'trademark.entered',
    payload: entered,
    says: 'Ghi đơn đăng ký nhãn hiệu',
    refusals: [...faults, 'number-known'],
  },
  'accept-form': {
    ...step,
    from: ['filed'],
    to: 'form-accepted',
    event: 'trademark.form-accepted',
    says: 'Ghi đơn nhãn hiệu được chấp nhận hợp lệ',
  },
  publish: {
    ...step,
    from: ['filed', 'form-accepted'],
    to: 'published',
    event: 'trademark.published',
    says: 'Ghi đơn nhãn hiệu được công bố',
  },
  grant: {
    ...step,
    from: openTrademarkStatuses,
    to: 'granted',
    event: 'trademark.granted',
    says: 'Ghi nhãn hiệu được cấp văn bằng',
  },
  refuse: { ...step, from: openTrademarkStatuses, to: 'refused', event: 'trademark.refused', says: 'Ghi đơn nhãn hiệu bị từ chối' },
  withdraw: { ...step, from: openTrademarkStatuses, to: 'withdrawn', event: 'trademark.withdrawn', says: 'Ghi đã rút đơn nhãn hiệu' },
  /** The last step was entered by mistake: it stays in the history, struck. */
  strike: {
    from: ['form-accepted', 'published', 'granted', 'refused', 'withdrawn'],
    by: producerOrCommune,
    event: 'trademark.step-struck',
    says: 'Gạch bước ghi nhầm của đơn nhãn hiệu',
    closed: 'nothing-to-strike',
    refusals: ['changed-elsewhere'],
  },
  correct: {
    by: producerOrCommune,
    event: 'trademark.corrected',
    says: 'Đính chính đơn nhãn hiệu',
    refusals: ['happened-in-future', 'filed-after-step', 'number-known', 'nothing-changed'],
  },
} as const satisfies ActRows<TrademarkStatus>)

export type TrademarkAct = keyof typeof trademarkActs
/** The acts by which an application goes on. */
export const trademarkSteps = ['accept-form', 'publish', 'grant', 'refuse', 'withdraw'] as const satisfies readonly TrademarkAct[]
export type TrademarkStep = (typeof trademarkSteps)[number]

export const trademarkActTable = { says: 'Đơn đăng ký nhãn hiệu', statuses: trademarkStatuses, acts: trademarkActs } as const
