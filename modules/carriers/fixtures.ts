import { randomBytes } from 'node:crypto'
import { counterpartCredentials } from '@dacsan/carriers/counterpart'
import type { CarrierName } from '@dacsan/carriers'
import type { CreateParcelInput } from './inputs.ts'
import type { OrderId } from '../shop/rules.ts'
import type { CarrierAccountId } from './rules/ids.ts'

const sender = {
  name: 'Hợp tác xã Dừa Sáp',
  phone: '0912345678',
  address: 'Số 5, ấp Chợ',
  commune: 'Xã Cầu Kè',
  district: '',
  province: 'Vĩnh Long',
}

/** What a seller types to connect the counterpart of a carrier. */
export const anAccountForm = (carrier: CarrierName, more: Readonly<Record<string, string>> = {}) => ({
  carrier,
  sender,
  secrets: {
    token: '',
    shopId: '',
    clientSource: '',
    username: '',
    password: '',
    customerCode: '',
    ...counterpartCredentials[carrier],
    ...more,
  },
})

export const aParcelForm = (orderId: OrderId, accountId: CarrierAccountId, more: Partial<CreateParcelInput> = {}): CreateParcelInput => ({
  orderId,
  accountId,
  requestKey: randomBytes(18).toString('base64url'),
  toCommune: 'Phường Trà Vinh',
  toDistrict: '',
  toProvince: 'Vĩnh Long',
  grams: 1200,
  lengthCentimetres: 30,
  widthCentimetres: 20,
  heightCentimetres: 10,
  codVnd: 170_000,
  needsCold: false,
  note: '',
  ...more,
})

export type PayoutFileRow = { code: string; cod: number; fee?: number; back?: number; reweigh?: number; net?: number }
/** A file as a carrier may give it out. */
export function payoutFile(rows: readonly PayoutFileRow[], name = 'doi-soat.csv') {
  const lines = rows.map(({ code, cod, fee = 0, back = 0, reweigh = 0, net = cod - fee - back - reweigh }) =>
    [code, cod, fee, back, reweigh, net].join(';'),
  )
  const text = ['Bảng đối soát COD', 'Mã vận đơn;Tiền thu hộ;Cước phí;Phí hoàn;Phí cân lại;Thực nhận', ...lines, 'Tổng cộng;;;;;'].join(
    '\n',
  )
  return { name, bytes: new TextEncoder().encode(text) }
}
