import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../../identity/rules.ts'
import { photoUploadRefusals } from '../../upload-refusals.ts'
import type { PointId } from './rules/ids.ts'

export const pointStatuses = ['draft', 'recognised', 'withdrawn'] as const
export type PointStatus = (typeof pointStatuses)[number]

export type PointMoved = { pointId: PointId; name: string }
const point = carries<PointMoved>()
const office = { 'trade-department': 'any' } as const
const closed = 'point-closed'

export const pointActs = nameActs('point-of-sale', {
  register: {
    by: office,
    event: 'point-of-sale.registered',
    payload: point,
    says: 'Ghi điểm bán',
    refusals: ['request-key-reused', 'commune-unknown', 'operator-unknown'],
  },
  change: {
    from: ['draft', 'recognised'],
    by: office,
    event: 'point-of-sale.changed',
    payload: point,
    says: 'Sửa thông tin điểm bán',
    closed,
    refusals: ['commune-unknown', 'operator-unknown'],
  },
  inspect: {
    from: ['draft', 'recognised'],
    by: office,
    event: 'point-of-sale.inspected',
    payload: point,
    says: 'Kiểm tra điểm bán',
    closed,
    refusals: ['visit-in-future', 'criteria-changed'],
  },
  photograph: {
    from: ['draft', 'recognised'],
    by: office,
    event: 'point-of-sale.photographed',
    payload: point,
    says: 'Thêm ảnh điểm bán',
    closed,
    refusals: ['photo-missing', ...photoUploadRefusals],
  },
  recognise: {
    from: ['draft'],
    to: 'recognised',
    by: office,
    event: 'point-of-sale.recognised',
    payload: point,
    says: 'Công nhận điểm bán',
    closed,
    refusals: ['inspection-missing', 'inspection-failed'],
  },
  withdraw: {
    from: ['recognised'],
    to: 'withdrawn',
    by: office,
    event: 'point-of-sale.withdrawn',
    payload: point,
    says: 'Thu hồi công nhận điểm bán',
    closed,
  },
} as const satisfies ActRows<PointStatus>)
export type PointAct = keyof typeof pointActs
export const pointActTables = [{ says: 'Điểm bán', statuses: pointStatuses, acts: pointActs }] as const
