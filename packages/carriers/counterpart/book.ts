import type { CarrierName } from '../carrier-names.ts'

/** What opens the accounts of the counterpart. */
export const counterpartCredentials = {
  ghn: { token: 'ghn-token', shopId: '1001' },
  ghtk: { token: 'ghtk-token', clientSource: 'S1001' },
  viettelpost: { username: '0900000001', password: 'viettel-mat-khau' },
  vnpost: { username: 'bc84', password: 'vnpost-mat-khau', customerCode: 'T000000001' },
} as const satisfies Record<CarrierName, Readonly<Record<string, string>>>

export type HeldParcel = {
  carrier: CarrierName
  code: string
  clientCode: string
  status: string
  codVnd: number
  feeVnd: number
  grams: number
  toName: string
}
/** What came, as a handler sees it. */
export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string | undefined>>
  body: Readonly<Record<string, unknown>>
}
export type Answered = { status: number; json: unknown } | { status: number; mediaType: string; body: Uint8Array }
export type Handler = (asked: Asked, book: Book) => Answered | null

export const json = (value: unknown, status = 200): Answered => ({ status, json: value })
export const numberOf = (value: unknown): number => (Number.isFinite(Number(value)) ? Math.round(Number(value)) : 0)
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

/** 15,000 đồng for the first half kilogram, 5,000 for each further one. */
export const feeOf = (grams: number): number => 15_000 + Math.max(0, Math.ceil(grams / 500) - 1) * 5000

const codeStarts: Readonly<Record<CarrierName, string>> = { ghn: 'GHN', ghtk: 'S1.A1.', viettelpost: 'PKE', vnpost: 'EB' }
const firstStatus: Readonly<Record<CarrierName, string>> = { ghn: 'ready_to_pick', ghtk: '2', viettelpost: '103', vnpost: '1' }
/** In these nobody has come yet, and a parcel can be cancelled. */
const beforePick: Readonly<Record<CarrierName, readonly string[]>> = {
  ghn: ['ready_to_pick', 'picking'],
  ghtk: ['1', '2', '12'],
  viettelpost: ['100', '102', '103', '104'],
  vnpost: ['0', '1', '4'],
}
export const cancelledStatus: Readonly<Record<CarrierName, string>> = { ghn: 'cancel', ghtk: '-1', viettelpost: '107', vnpost: '22' }

/** The parcels of the counterpart, in memory. */
export function openBook() {
  const parcels: HeldParcel[] = []
  let serial = 0
  const byCode = (carrier: CarrierName, code: string) => parcels.find((one) => one.carrier === carrier && one.code === code)
  const byClientCode = (carrier: CarrierName, code: string) =>
    parcels.find((one) => one.carrier === carrier && one.clientCode === code && one.status !== cancelledStatus[carrier])
  return {
    parcels,
    byCode,
    byClientCode,
    add(given: Omit<HeldParcel, 'code' | 'status' | 'feeVnd'>): HeldParcel {
      const code = `${codeStarts[given.carrier]}${String(1_000_000_000 + ++serial)}`
      const parcel = { ...given, code, status: firstStatus[given.carrier], feeVnd: feeOf(given.grams) }
      parcels.push(parcel)
      return parcel
    },
    /** Whether it was there, and could be cancelled. */
    cancel(carrier: CarrierName, code: string): 'done' | 'missing' | 'too-late' {
      const parcel = byCode(carrier, code)
      if (!parcel) return 'missing'
      if (!beforePick[carrier].includes(parcel.status)) return 'too-late'
      parcel.status = cancelledStatus[carrier]
      return 'done'
    },
  }
}
export type Book = ReturnType<typeof openBook>
