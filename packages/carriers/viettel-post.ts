import { done } from '@dacsan/decisions'
import type { Answer, Carrier, Credentials, ParcelToSend, Reading } from './carrier.ts'
import {
  centimetres,
  codeIn,
  fieldsOf,
  fileOf,
  get,
  given,
  isFields,
  jsonOf,
  partIn,
  post,
  refusedBy,
  textIn,
  unreadable,
  wholeIn,
} from './reading.ts'
import type { Fields } from './reading.ts'
import { parcelStateOf } from './states.ts'

const headers = (credentials: Credentials) => ({ Token: given(credentials, 'token') })

/** A fault comes as HTTP 200 with `error: true`. */
function said(answer: Answer): Reading<Fields> {
  const read = fieldsOf(answer)
  if (!read.ok) return read
  const status = wholeIn(read.value, 'status')
  if (read.value['error'] === true || (status !== null && status !== 200)) return refusedBy(textIn(read.value, 'message'))
  return done(read.value)
}

const place = ({ address, commune, district, province }: ParcelToSend['to']) =>
  [address, commune, district, province].filter((part) => part !== '').join(', ')

const measures = (parcel: ParcelToSend) => ({
  SENDER_ADDRESS: place(parcel.from),
  RECEIVER_ADDRESS: place(parcel.to),
  PRODUCT_TYPE: 'HH',
  PRODUCT_PRICE: parcel.valueVnd,
  PRODUCT_WEIGHT: parcel.grams,
  PRODUCT_LENGTH: centimetres(parcel.lengthMillimetres),
  PRODUCT_WIDTH: centimetres(parcel.widthMillimetres),
  PRODUCT_HEIGHT: centimetres(parcel.heightMillimetres),
  MONEY_COLLECTION: parcel.codVnd,
})

/** Viettel Post: it signs in, and nobody can ask it where a parcel is. */
export const viettelPost: Carrier = {
  name: 'viettelpost',
  hosts: { api: 'https://partner.viettelpost.vn', label: 'https://digitalize.viettelpost.vn' },
  credentialFields: ['username', 'password'],
  signIn: {
    write: (credentials) =>
      post('/v2/user/Login', { USERNAME: given(credentials, 'username'), PASSWORD: given(credentials, 'password') }, {}),
    read(answer) {
      const read = said(answer)
      if (!read.ok) return read
      const token = textIn(partIn(read.value, 'data'), 'token')
      return token === '' ? unreadable : done({ token })
    },
  },
  fee: {
    write: (credentials, parcel) => post('/v2/order/getPriceAllNlp', { ...measures(parcel), TYPE: 1 }, headers(credentials)),
    read(answer) {
      const read = fieldsOrList(answer)
      if (!read.ok) return read
      const fees = read.value.map((service) => wholeIn(service, 'GIA_CUOC')).filter((fee) => fee !== null)
      return fees.length === 0 ? unreadable : done({ feeVnd: Math.min(...fees) })
    },
  },
  create: {
    write: (credentials, parcel) => {
      const { from, to } = parcel
      const body = {
        ...measures(parcel),
        ORDER_NUMBER: parcel.clientCode,
        SENDER_FULLNAME: from.name,
        SENDER_PHONE: from.phone,
        RECEIVER_FULLNAME: to.name,
        RECEIVER_PHONE: to.phone,
        PRODUCT_NAME: parcel.items
          .map(({ name }) => name)
          .join(', ')
          .slice(0, 150),
        PRODUCT_QUANTITY: parcel.items.reduce((sum, { quantity }) => sum + quantity, 0),
        // 1: nothing is collected; 3: the goods alone. 2 would ask the buyer for the carriage once more.
        ORDER_PAYMENT: parcel.codVnd > 0 ? 3 : 1,
        ORDER_SERVICE: 'LCOD',
        ORDER_NOTE: parcel.note,
        LIST_ITEM: parcel.items.map(({ name, quantity, grams, priceVnd }) => ({
          PRODUCT_NAME: name,
          PRODUCT_QUANTITY: quantity,
          PRODUCT_PRICE: priceVnd,
          PRODUCT_WEIGHT: grams,
        })),
      }
      return post('/v2/order/createOrderNlp', body, headers(credentials))
    },
    read(answer) {
      const read = said(answer)
      if (!read.ok) return read
      const data = partIn(read.value, 'data')
      const carrierCode = codeIn(data, 'ORDER_NUMBER')
      return carrierCode === '' ? unreadable : done({ carrierCode, feeVnd: wholeIn(data, 'MONEY_TOTAL') })
    },
  },
  cancel: {
    write: (credentials, { carrierCode }) =>
      post('/v2/order/UpdateOrder', { TYPE: 4, ORDER_NUMBER: carrierCode, NOTE: '' }, headers(credentials)),
    read(answer) {
      const read = said(answer)
      return read.ok ? done(null) : read
    },
  },
  label: {
    write: (credentials, { carrierCode }) =>
      post('/v2/order/printing-code', { ORDER_ARRAY: [carrierCode], EXPIRY_TIME: 0 }, headers(credentials)),
    read(answer) {
      const file = fileOf(answer)
      if (file.ok) return file
      const read = said(answer)
      if (!read.ok) return read
      const code = codeIn(read.value, 'message')
      const path = `/DigitalizePrint/report.do?type=1&bill=${encodeURIComponent(code)}&showPostage=1`
      return code === '' ? unreadable : done({ next: get(path, {}, 'label') })
    },
  },
  detail: null,
  find: null,
  readPush(body) {
    const fields = jsonOf(body)
    if (!isFields(fields)) return unreadable
    const data = partIn(fields, 'DATA')
    const carrierCode = codeIn(data, 'ORDER_NUMBER')
    if (carrierCode === '') return unreadable
    const [status, statusText] = [textIn(data, 'ORDER_STATUS'), textIn(data, 'STATUS_NAME') || null]
    return done([
      {
        carrierCode,
        status: status || (statusText ?? ''),
        statusText,
        clientCode: textIn(data, 'ORDER_REFERENCE') || null,
        state: parcelStateOf('viettelpost', status, statusText),
        at: textIn(data, 'ORDER_STATUSDATE') || null,
        token: textIn(fields, 'TOKEN') || null,
      },
    ])
  },
}

/** Services and their prices: a list by itself, or under `data`. */
function fieldsOrList(answer: Answer): Reading<Fields[]> {
  const json = answer.status === 200 ? jsonOf(answer.body) : undefined
  if (Array.isArray(json)) return done(json.filter(isFields))
  const read = said(answer)
  if (!read.ok) return read
  const { data } = read.value
  return Array.isArray(data) ? done(data.filter(isFields)) : unreadable
}
