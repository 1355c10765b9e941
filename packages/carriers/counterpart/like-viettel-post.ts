import { counterpartCredentials, feeOf, json, numberOf, textOf } from './book.ts'
import type { Handler, HeldParcel } from './book.ts'
import { printedPage } from './printed.ts'

const no = (message: string) => json({ status: 204, error: true, message, data: null })
const yes = (data: unknown, message = 'OK') => json({ status: 200, error: false, message, data })
const token = 'viettel-token'

/** As Viettel Post answers: HTTP 200 with `error`; nobody asks it where a parcel is. */
export const likeViettelPost: Handler = ({ path, query, headers, body }, book) => {
  if (path === '/DigitalizePrint/report.do') {
    const parcel = book.byCode('viettelpost', (query.get('bill') ?? '').replace(/^print-/, ''))
    return parcel ? printedPage(parcel) : no('Không tìm thấy đơn hàng')
  }
  if (!path.startsWith('/v2/')) return null
  const { username, password } = counterpartCredentials.viettelpost
  if (path === '/v2/user/Login')
    return body['USERNAME'] === username && body['PASSWORD'] === password
      ? yes({ userId: 1, token })
      : no('Token: sai tài khoản hoặc mật khẩu')
  if (headers['token'] !== token) return no('Token invalid')
  const code = textOf(body['ORDER_NUMBER'])
  switch (path) {
    case '/v2/order/getPriceAllNlp':
      return json([{ MA_DV_CHINH: 'LCOD', TEN_DICHVU: 'Tiêu chuẩn', GIA_CUOC: feeOf(numberOf(body['PRODUCT_WEIGHT'])) }])
    case '/v2/order/createOrderNlp': {
      if (textOf(body['RECEIVER_FULLNAME']) === '') return no('Thiếu người nhận')
      const parcel = book.add({
        carrier: 'viettelpost',
        clientCode: code,
        codVnd: numberOf(body['MONEY_COLLECTION']),
        grams: numberOf(body['PRODUCT_WEIGHT']),
        toName: textOf(body['RECEIVER_FULLNAME']),
      })
      return yes({ ORDER_NUMBER: parcel.code, MONEY_COLLECTION: parcel.codVnd, MONEY_TOTAL: parcel.feeVnd })
    }
    case '/v2/order/UpdateOrder': {
      const done = body['TYPE'] === 4 ? book.cancel('viettelpost', code) : 'missing'
      if (done === 'done') return yes(null)
      return no(done === 'missing' ? 'Không tìm thấy đơn hàng' : 'Đơn hàng đã nhận, không thể hủy')
    }
    case '/v2/order/printing-code': {
      const first = Array.isArray(body['ORDER_ARRAY']) ? textOf(body['ORDER_ARRAY'][0]) : ''
      return book.byCode('viettelpost', first) ? yes(null, `print-${first}`) : no('Không tìm thấy đơn hàng')
    }
    default:
      return no('not found')
  }
}

export const viettelPostPush = ({ code, clientCode, status, codVnd, feeVnd }: HeldParcel, at: Date, secret: string) => {
  const [date = '', time = ''] = new Date(at.getTime() + 7 * 3600_000).toISOString().slice(0, 19).split('T')
  const data = {
    ORDER_NUMBER: code,
    ORDER_REFERENCE: clientCode,
    ORDER_STATUS: Number(status),
    STATUS_NAME: '',
    ORDER_STATUSDATE: `${date.split('-').toReversed().join('/')} ${time}`,
    LOCALION_CURRENTLY: 'VLG',
    MONEY_COLLECTION: codVnd,
    MONEY_FEECOD: 0,
    MONEY_TOTAL: feeVnd,
    IS_RETURNING: false,
  }
  return { mediaType: 'application/json', body: JSON.stringify({ DATA: data, TOKEN: secret }) }
}
