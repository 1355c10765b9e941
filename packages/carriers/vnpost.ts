import { done } from '@dacsan/decisions'
import type { Answer, Carrier, Credentials, ParcelToSend, ReadDetail, Reading } from './carrier.ts'
import { centimetres, codeIn, fieldsOf, fileOf, given, isFields, jsonOf, post, refusedBy, textIn, unreadable, wholeIn } from './reading.ts'
import type { Fields } from './reading.ts'
import { parcelStateOf } from './states.ts'

const base = '/customer-partner'
const headers = (credentials: Credentials) => ({ token: given(credentials, 'token') })
/** The service of one-level goods, and the one that collects money. */
const [service, collecting] = ['CTN007', 'GTG021']
/** Since the districts are gone it asks for this in their place. */
const district = 'VNPOST'

function said(answer: Answer): Reading<Fields> {
  const read = fieldsOf(answer)
  if (!read.ok) return read
  if (answer.status >= 400 || read.value['success'] === false) return refusedBy(textIn(read.value, 'message'))
  return done(read.value)
}

const party = (who: 'sender' | 'receiver', { name, phone, address, commune, province }: ParcelToSend['to']) => ({
  [`${who}Name`]: name,
  [`${who}Phone`]: phone,
  [`${who}Address`]: address,
  [`${who}CommuneName`]: commune,
  [`${who}DistrictCode`]: district,
  [`${who}ProvinceName`]: province,
})

const information = (parcel: ParcelToSend) => ({
  ...party('sender', parcel.from),
  ...party('receiver', parcel.to),
  serviceCode: service,
  weight: parcel.grams,
  length: centimetres(parcel.lengthMillimetres),
  width: centimetres(parcel.widthMillimetres),
  height: centimetres(parcel.heightMillimetres),
  addonService: parcel.codVnd > 0 ? [{ code: collecting, propValue: `PROP0018:${parcel.codVnd}` }] : [],
})

function detail(answer: Answer): Reading<ReadDetail> {
  const read = said(answer)
  if (!read.ok) return read
  const [carrierCode, status] = [codeIn(read.value, 'itemCode'), textIn(read.value, 'status')]
  if (carrierCode === '' || status === '') return unreadable
  return done({
    carrierCode,
    status,
    clientCode: textIn(read.value, 'saleOrderCode') || null,
    statusText: textIn(read.value, 'statusName') || null,
    state: parcelStateOf('vnpost', status),
    codVnd: wholeIn(read.value, 'codAmount'),
    feeVnd: wholeIn(read.value, 'totalFee'),
    grams: wholeIn(read.value, 'weight'),
  })
}

/** Bưu điện Việt Nam (MyVNPost): it signs in; which addresses may be told of statuses is written down at the post by hand. */
export const vnpost: Carrier = {
  name: 'vnpost',
  hosts: { api: 'https://connect-my.vnpost.vn', label: 'https://connect-my.vnpost.vn' },
  credentialFields: ['username', 'password', 'customerCode'],
  signIn: {
    write: (credentials) => {
      const { username, password, customerCode } = { username: '', password: '', customerCode: '', ...credentials }
      return post(`${base}/GetAccessToken`, { username, password, customerCode }, {})
    },
    read(answer) {
      const read = said(answer)
      if (!read.ok) return read
      const token = textIn(read.value, 'token')
      return token === '' ? unreadable : done({ token })
    },
  },
  fee: {
    write: (credentials, parcel) => post(`${base}/ServicesCharge`, { scope: 1, ...information(parcel) }, headers(credentials)),
    read(answer) {
      const read = said(answer)
      if (!read.ok) return read
      const feeVnd = wholeIn(read.value, 'totalFee')
      return feeVnd === null ? unreadable : done({ feeVnd })
    },
  },
  create: {
    write: (credentials, parcel) => {
      const informationOrder = {
        ...information(parcel),
        saleOrderCode: parcel.clientCode,
        contentNote: parcel.items
          .map(({ name, quantity }) => `${name} x${quantity}`)
          .join(', ')
          .slice(0, 500),
        deliveryInstruction: parcel.note,
      }
      const customerCode = given(credentials, 'customerCode')
      return post(`${base}/CreateOrder`, { orderCreationStatus: 1, type: 'GUI', customerCode, informationOrder }, headers(credentials))
    },
    read(answer) {
      const read = said(answer)
      if (!read.ok) return read
      const carrierCode = codeIn(read.value, 'itemCode')
      return carrierCode === '' ? unreadable : done({ carrierCode, feeVnd: wholeIn(read.value, 'totalFee') })
    },
  },
  cancel: {
    write: (credentials, { carrierCode }) => post(`${base}/orderCancel`, { itemCode: carrierCode }, headers(credentials)),
    read(answer) {
      const read = said(answer)
      return read.ok ? done(null) : read
    },
  },
  label: {
    write: (credentials, { carrierCode }) => post(`${base}/printOrder`, { itemCode: carrierCode }, headers(credentials)),
    read: fileOf,
  },
  detail: {
    write: (credentials, { carrierCode }) => post(`${base}/getOrder`, { itemCode: carrierCode }, headers(credentials)),
    read: detail,
  },
  find: {
    write: (credentials, { clientCode }) => post(`${base}/getOrder`, { saleOrderCode: clientCode }, headers(credentials)),
    read: detail,
  },
  readPush(body) {
    const fields = jsonOf(body)
    const told = isFields(fields) && Array.isArray(fields['data']) ? fields['data'].slice(0, 500).filter(isFields) : []
    const pushes = told.flatMap((one) => {
      const [carrierCode, status] = [codeIn(one, 'itemCode'), textIn(one, 'status')]
      if (carrierCode === '' || status === '') return []
      const at = textIn(one, 'updatedDate') || null
      return [{ carrierCode, status, at, clientCode: null, statusText: null, state: parcelStateOf('vnpost', status), token: null }]
    })
    return pushes.length === 0 ? unreadable : done(pushes)
  },
}
