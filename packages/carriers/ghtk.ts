import { done, refuse } from '@dacsan/decisions'
import type { Answer, Carrier, Credentials, ReadDetail, Reading } from './carrier.ts'
import { codeIn, fieldsOf, fileOf, get, given, isFields, jsonOf, partIn, post, refusedBy, textIn, unreadable, wholeIn } from './reading.ts'
import type { Fields } from './reading.ts'
import { parcelStateOf } from './states.ts'

const base = '/services/shipment'
const headers = (credentials: Credentials) => ({
  Token: given(credentials, 'token'),
  'X-Client-Source': given(credentials, 'clientSource'),
})
const kilograms = (grams: number) => grams / 1000

function said(answer: Answer): Reading<Fields> {
  const read = fieldsOf(answer)
  if (!read.ok) return read
  const fields = read.value
  if (fields['success'] === true) return done(fields)
  const error = partIn(fields, 'error')
  if (textIn(error, 'code') === 'ORDER_ID_EXIST') return refuse('exists', { carrierCode: codeIn(error, 'ghtk_label') || null })
  return refusedBy(textIn(fields, 'message'))
}

function detail(answer: Answer): Reading<ReadDetail> {
  const read = said(answer)
  if (!read.ok) return read
  const order = partIn(read.value, 'order')
  const [carrierCode, status] = [codeIn(order, 'label_id'), textIn(order, 'status')]
  if (carrierCode === '' || status === '') return unreadable
  return done({
    carrierCode,
    status,
    clientCode: textIn(order, 'partner_id') || null,
    statusText: textIn(order, 'status_text') || null,
    state: parcelStateOf('ghtk', status),
    codVnd: wholeIn(order, 'pick_money'),
    feeVnd: wholeIn(order, 'ship_money'),
    grams: wholeIn(order, 'weight'),
  })
}

/** Giao Hàng Tiết Kiệm: kilograms, and pushes as a form. */
export const ghtk: Carrier = {
  name: 'ghtk',
  hosts: { api: 'https://services.giaohangtietkiem.vn', label: 'https://services.giaohangtietkiem.vn' },
  credentialFields: ['token', 'clientSource'],
  signIn: null,
  fee: {
    write: (credentials, { from, to, ...parcel }) => {
      const asked = new URLSearchParams({
        pick_province: from.province,
        pick_district: from.district,
        pick_ward: from.commune,
        province: to.province,
        district: to.district,
        ward: to.commune,
        address: to.address,
        weight: String(parcel.grams),
        value: String(parcel.valueVnd),
        transport: 'road',
      })
      return get(`${base}/fee?${asked}`, headers(credentials))
    },
    read(answer) {
      const read = said(answer)
      if (!read.ok) return read
      const fee = partIn(read.value, 'fee')
      // It answers with a fee and says beside it that it does not go there.
      if (fee['delivery'] === false) return refuse('refused', { says: textIn(fee, 'message') || 'delivery: false' })
      const feeVnd = wholeIn(fee, 'fee')
      return feeVnd === null ? unreadable : done({ feeVnd })
    },
  },
  create: {
    write: (credentials, parcel) => {
      const { from, to } = parcel
      const products = parcel.items.map(({ name, quantity, grams, priceVnd }) => ({
        name,
        quantity,
        weight: kilograms(grams),
        price: priceVnd,
      }))
      const order = {
        id: parcel.clientCode,
        pick_name: from.name,
        pick_tel: from.phone,
        pick_address: from.address,
        pick_province: from.province,
        pick_district: from.district,
        pick_ward: from.commune,
        name: to.name,
        tel: to.phone,
        address: to.address,
        province: to.province,
        district: to.district,
        ward: to.commune,
        hamlet: 'Khác',
        is_freeship: 1,
        pick_money: parcel.codVnd,
        value: parcel.valueVnd,
        total_weight: kilograms(parcel.grams),
        transport: 'road',
        note: parcel.note.slice(0, 120),
      }
      return post(`${base}/order/?ver=1.5`, { products, order }, headers(credentials))
    },
    read(answer) {
      const read = said(answer)
      if (!read.ok) return read
      const order = partIn(read.value, 'order')
      const carrierCode = codeIn(order, 'label', 'label_id')
      return carrierCode === '' ? unreadable : done({ carrierCode, feeVnd: wholeIn(order, 'fee') })
    },
  },
  cancel: {
    write: (credentials, { carrierCode }) => post(`${base}/cancel/${encodeURIComponent(carrierCode)}`, {}, headers(credentials)),
    read(answer) {
      const read = said(answer)
      return read.ok ? done(null) : read
    },
  },
  label: {
    write: (credentials, { carrierCode }) =>
      get(`/services/label/${encodeURIComponent(carrierCode)}?original=portrait&page_size=A6`, headers(credentials)),
    read: fileOf,
  },
  detail: {
    write: (credentials, { carrierCode }) => get(`${base}/v2/${encodeURIComponent(carrierCode)}`, headers(credentials)),
    read: detail,
  },
  find: {
    write: (credentials, { clientCode }) => get(`${base}/v2/partner_id:${encodeURIComponent(clientCode)}`, headers(credentials)),
    read: detail,
  },
  readPush(body) {
    // A form by contract; JSON by some accounts.
    const json = jsonOf(body)
    const fields = isFields(json) ? json : Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body.subarray(0, 20_000))))
    const [carrierCode, status] = [codeIn(fields, 'label_id'), textIn(fields, 'status_id')]
    if (carrierCode === '' || status === '') return unreadable
    return done([
      {
        carrierCode,
        status,
        clientCode: textIn(fields, 'partner_id') || null,
        statusText: textIn(fields, 'reason') || null,
        state: parcelStateOf('ghtk', status),
        at: textIn(fields, 'action_time') || null,
        token: null,
      },
    ])
  },
}
