import { counterpartCredentials, feeOf, fieldsOf, json, numberOf, textOf } from './book.ts'
import type { Handler, HeldParcel } from './book.ts'
import { printedPage } from './printed.ts'

const base = '/shiip/public-api/v2'
/** A province to which nobody brings anything, to see a refusal. */
const unserved = 'Ngoài vùng'
const no = (message: string, status = 400) => json({ code: status, message, data: null }, status)
const yes = (data: unknown) => json({ code: 200, message: 'Success', data })
const shown = ({ code, clientCode, status, codVnd, feeVnd, grams }: HeldParcel) => ({
  order_code: code,
  client_order_code: clientCode,
  status,
  cod_amount: codVnd,
  total_fee: feeVnd,
  converted_weight: grams,
})

/** As GHN answers: HTTP 400 with `code`, one parcel a client code. */
export const likeGhn: Handler = ({ path, query, headers, body }, book) => {
  if (path === '/a5/public-api/printA5') {
    const parcel = book.byCode('ghn', (query.get('token') ?? '').replace(/^print-/, ''))
    return parcel ? printedPage(parcel) : no('token not found', 404)
  }
  if (!path.startsWith(base)) return null
  const { token, shopId } = counterpartCredentials.ghn
  if (headers['token'] !== token || headers['shopid'] !== shopId) return no('Token is not valid!', 401)
  const parcelOf = (code: unknown) => book.byCode('ghn', textOf(code))
  const first = Array.isArray(body['order_codes']) ? textOf(body['order_codes'][0]) : ''
  switch (path.slice(base.length)) {
    case '/shipping-order/fee':
      return numberOf(body['weight']) > 50_000 ? no('Khối lượng vượt quá 50kg') : yes({ total: feeOf(numberOf(body['weight'])) })
    case '/shipping-order/create': {
      const clientCode = textOf(body['client_order_code'])
      if (textOf(body['to_province_name']) === unserved) return no('Khu vực không được phục vụ')
      if (textOf(body['to_name']) === '' || textOf(body['to_phone']) === '') return no('Thiếu người nhận')
      const parcel =
        book.byClientCode('ghn', clientCode) ??
        book.add({
          carrier: 'ghn',
          clientCode,
          codVnd: numberOf(body['cod_amount']),
          grams: numberOf(body['weight']),
          toName: textOf(body['to_name']),
        })
      return yes({ ...shown(parcel), sort_code: '1-A-01', expected_delivery_time: null })
    }
    case '/switch-status/cancel': {
      const done = book.cancel('ghn', first)
      return done === 'missing'
        ? no('Đơn hàng không tồn tại')
        : yes([{ order_code: first, result: done === 'done', message: done === 'done' ? 'OK' : 'Đơn hàng đã được lấy, không thể hủy' }])
    }
    case '/a5/gen-token':
      return parcelOf(first) ? yes({ token: `print-${first}` }) : no('Đơn hàng không tồn tại')
    case '/shipping-order/detail': {
      const parcel = parcelOf(body['order_code'])
      return parcel ? yes(shown(parcel)) : no('Đơn hàng không tồn tại')
    }
    case '/shipping-order/detail-by-client-code': {
      const parcel = book.byClientCode('ghn', textOf(fieldsOf(body)['client_order_code']))
      return parcel ? yes(shown(parcel)) : no('Đơn hàng không tồn tại')
    }
    default:
      return no('not found', 404)
  }
}

export const ghnPush = ({ code, clientCode, status, codVnd, feeVnd, grams }: HeldParcel, at: Date) => ({
  mediaType: 'application/json',
  body: JSON.stringify({
    Type: 'switch_status',
    OrderCode: code,
    ClientOrderCode: clientCode,
    Status: status,
    Time: at.toISOString(),
    CODAmount: codVnd,
    TotalFee: feeVnd,
    Weight: grams,
  }),
})
