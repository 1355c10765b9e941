import { done } from '@dacsan/decisions'
import type { Answer, Carrier, Credentials, ParcelToSend, ReadDetail, Reading } from './carrier.ts'
import {
  centimetres,
  codeIn,
  fieldsOf,
  fileOf,
  get,
  given,
  isFields,
  jsonOf,
  post,
  refusedBy,
  textIn,
  unreadable,
  wholeIn,
} from './reading.ts'
import type { Fields } from './reading.ts'
import { limitOn } from './limits.ts'
import { parcelStateOf } from './states.ts'

const base = '/shiip/public-api/v2'
const headers = (credentials: Credentials) => ({ token: given(credentials, 'token'), ShopId: given(credentials, 'shopId') })
/** From 20 kg on it is heavy goods (service_type_id 5). */
const heavyGrams = 20_000

const measures = (parcel: ParcelToSend) => ({
  service_type_id: parcel.grams >= heavyGrams ? 5 : 2,
  weight: parcel.grams,
  length: centimetres(parcel.lengthMillimetres),
  width: centimetres(parcel.widthMillimetres),
  height: centimetres(parcel.heightMillimetres),
  insurance_value: Math.min(parcel.valueVnd, limitOn('insuredVnd', 'ghn', '9999-12-31')),
  to_ward_name: parcel.to.commune,
  to_district_name: parcel.to.district,
  to_province_name: parcel.to.province,
})

function data(answer: Answer): Reading<Fields> {
  const read = fieldsOf(answer)
  if (!read.ok) return read
  const fields = read.value
  if (wholeIn(fields, 'code') !== 200) return refusedBy(textIn(fields, 'message', 'code_message_value'))
  const inside = fields['data']
  const first = Array.isArray(inside) ? (inside[0] as unknown) : inside
  return isFields(first) ? done(first) : unreadable
}

function detail(answer: Answer): Reading<ReadDetail> {
  const read = data(answer)
  if (!read.ok) return read
  const [carrierCode, status] = [codeIn(read.value, 'order_code'), textIn(read.value, 'status')]
  if (carrierCode === '' || status === '') return unreadable
  return done({
    carrierCode,
    status,
    clientCode: textIn(read.value, 'client_order_code') || null,
    statusText: null,
    state: parcelStateOf('ghn', status),
    codVnd: wholeIn(read.value, 'cod_amount'),
    feeVnd: wholeIn(read.value, 'total_fee'),
    grams: wholeIn(read.value, 'converted_weight', 'weight'),
  })
}

/** Giao Hàng Nhanh. The client code is its key: asked twice there is one parcel. Its pushes have no signature. */
export const ghn: Carrier = {
  name: 'ghn',
  hosts: { api: 'https://online-gateway.ghn.vn', label: 'https://online-gateway.ghn.vn' },
  credentialFields: ['token', 'shopId'],
  signIn: null,
  fee: {
    write: (credentials, parcel) =>
      post(`${base}/shipping-order/fee`, { ...measures(parcel), cod_value: parcel.codVnd }, headers(credentials)),
    read(answer) {
      const read = data(answer)
      if (!read.ok) return read
      const feeVnd = wholeIn(read.value, 'total')
      return feeVnd === null ? unreadable : done({ feeVnd })
    },
  },
  create: {
    write: (credentials, parcel) => {
      const { from, to } = parcel
      const body = {
        ...measures(parcel),
        payment_type_id: 1,
        required_note: 'CHOXEMHANGKHONGTHU',
        client_order_code: parcel.clientCode,
        from_name: from.name,
        from_phone: from.phone,
        from_address: from.address,
        from_ward_name: from.commune,
        from_district_name: from.district,
        from_province_name: from.province,
        to_name: to.name,
        to_phone: to.phone,
        to_address: to.address,
        cod_amount: parcel.codVnd,
        content: parcel.items
          .map(({ name, quantity }) => `${name} x${quantity}`)
          .join(', ')
          .slice(0, 2000),
        note: parcel.note,
        items: parcel.items.map(({ name, quantity, grams, priceVnd }) => ({ name, quantity, weight: grams, price: priceVnd })),
      }
      return post(`${base}/shipping-order/create`, body, headers(credentials))
    },
    read(answer) {
      const read = data(answer)
      if (!read.ok) return read
      const carrierCode = codeIn(read.value, 'order_code')
      return carrierCode === '' ? unreadable : done({ carrierCode, feeVnd: wholeIn(read.value, 'total_fee') })
    },
  },
  cancel: {
    write: (credentials, { carrierCode }) => post(`${base}/switch-status/cancel`, { order_codes: [carrierCode] }, headers(credentials)),
    read(answer) {
      const read = data(answer)
      if (!read.ok) return read
      return read.value['result'] === true ? done(null) : refusedBy(textIn(read.value, 'message'))
    },
  },
  label: {
    write: (credentials, { carrierCode }) => post(`${base}/a5/gen-token`, { order_codes: [carrierCode] }, headers(credentials)),
    read(answer) {
      const file = fileOf(answer)
      if (file.ok) return file
      const read = data(answer)
      if (!read.ok) return read
      const token = codeIn(read.value, 'token')
      return token === '' ? unreadable : done({ next: get(`/a5/public-api/printA5?token=${encodeURIComponent(token)}`, {}, 'label') })
    },
  },
  detail: {
    write: (credentials, { carrierCode }) => post(`${base}/shipping-order/detail`, { order_code: carrierCode }, headers(credentials)),
    read: detail,
  },
  find: {
    write: (credentials, { clientCode }) =>
      post(`${base}/shipping-order/detail-by-client-code`, { client_order_code: clientCode }, headers(credentials)),
    read: detail,
  },
  readPush(body) {
    const fields = jsonOf(body)
    if (!isFields(fields)) return unreadable
    const carrierCode = codeIn(fields, 'OrderCode')
    if (carrierCode === '') return unreadable
    const status = textIn(fields, 'Status')
    return done([
      {
        carrierCode,
        status,
        clientCode: textIn(fields, 'ClientOrderCode') || null,
        statusText: textIn(fields, 'Description') || null,
        state: parcelStateOf('ghn', status),
        at: textIn(fields, 'Time') || null,
        token: null,
      },
    ])
  },
}
