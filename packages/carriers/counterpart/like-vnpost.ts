import { counterpartCredentials, feeOf, fieldsOf, json, numberOf, textOf } from './book.ts'
import type { Handler, HeldParcel } from './book.ts'
import { printedPdf } from './printed.ts'

const base = '/customer-partner'
const token = 'vnpost-token'
const no = (message: string, status = 400) => json({ success: false, message }, status)
const shown = ({ code, clientCode, status, codVnd, feeVnd, grams }: HeldParcel) =>
  json({
    success: true,
    itemCode: code,
    saleOrderCode: clientCode,
    status: Number(status),
    codAmount: codVnd,
    totalFee: feeVnd,
    weight: grams,
  })

/** As MyVNPost is thought to answer (the shape of its answers is not known). */
export const likeVnpost: Handler = ({ path, headers, body }, book) => {
  if (!path.startsWith(base)) return null
  const { username, password, customerCode } = counterpartCredentials.vnpost
  if (path === `${base}/GetAccessToken`) {
    const isKnown = body['username'] === username && body['password'] === password && body['customerCode'] === customerCode
    return isKnown ? json({ success: true, token }) : no('Sai tài khoản', 401)
  }
  if (headers['token'] !== token) return no('Token invalid', 401)
  const code = textOf(body['itemCode'])
  switch (path.slice(base.length)) {
    case '/ServicesCharge':
      return json({ success: true, totalFee: feeOf(numberOf(body['weight'])) })
    case '/CreateOrder': {
      const order = fieldsOf(body['informationOrder'])
      const clientCode = textOf(order['saleOrderCode'])
      if (textOf(order['receiverName']) === '') return no('Thiếu người nhận')
      const addon = Array.isArray(order['addonService']) ? fieldsOf(order['addonService'][0]) : {}
      const codVnd = numberOf(/^PROP0018:(\d+)$/.exec(textOf(addon['propValue']))?.[1])
      const toName = textOf(order['receiverName'])
      return shown(
        book.byClientCode('vnpost', clientCode) ??
          book.add({ carrier: 'vnpost', clientCode, codVnd, grams: numberOf(order['weight']), toName }),
      )
    }
    case '/orderCancel': {
      const done = book.cancel('vnpost', code)
      if (done === 'done') return json({ success: true })
      return no(done === 'missing' ? 'Không tìm thấy đơn hàng' : 'Bưu gửi đã được nhận, không thể hủy')
    }
    case '/printOrder': {
      const parcel = book.byCode('vnpost', code)
      return parcel ? printedPdf(parcel) : no('Không tìm thấy đơn hàng')
    }
    case '/getOrder': {
      const parcel = code === '' ? book.byClientCode('vnpost', textOf(body['saleOrderCode'])) : book.byCode('vnpost', code)
      return parcel ? shown(parcel) : no('Không tìm thấy đơn hàng')
    }
    default:
      return no('not found', 404)
  }
}

/** Unsigned: nobody has the private key of the contract. */
export const vnpostPush = ({ code, status, feeVnd }: HeldParcel, at: Date) => ({
  mediaType: 'application/json',
  body: JSON.stringify({
    data: [{ itemCode: code, status: Number(status), totalFee: feeVnd, updatedDate: at.toISOString() }],
    sendDate: at.toISOString(),
    signature: '',
  }),
})
