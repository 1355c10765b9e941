import { counterpartCredentials, feeOf, fieldsOf, json, numberOf, textOf } from './book.ts'
import type { Handler, HeldParcel } from './book.ts'
import { printedPdf } from './printed.ts'

const no = (message: string, more: object = {}) => json({ success: false, message, ...more })
const shown = ({ code, clientCode, status, codVnd, feeVnd, grams }: HeldParcel) => ({
  success: true,
  message: '',
  order: { label_id: code, partner_id: clientCode, status, pick_money: codVnd, ship_money: feeVnd, weight: grams },
})

/** As GHTK answers: HTTP 200 with `success`; a second order under one id is refused with the label of the first. */
export const likeGhtk: Handler = ({ method, path, query, headers, body }, book) => {
  if (!path.startsWith('/services/')) return null
  const { token, clientSource } = counterpartCredentials.ghtk
  if (headers['token'] !== token || headers['x-client-source'] !== clientSource)
    return json({ success: false, message: 'Token không hợp lệ' }, 401)
  if (path === '/services/shipment/fee')
    return json({ success: true, fee: { name: 'area1', fee: feeOf(numberOf(query.get('weight'))), delivery: true } })
  if (path === '/services/shipment/order/' && method === 'POST') {
    const order = fieldsOf(body['order'])
    const clientCode = textOf(order['id'])
    if (textOf(order['name']) === '' || textOf(order['tel']) === '') return no('Thiếu thông tin người nhận')
    const known = book.byClientCode('ghtk', clientCode)
    if (known) return no('Mã đơn hàng đã tồn tại', { error: { code: 'ORDER_ID_EXIST', partner_id: clientCode, ghtk_label: known.code } })
    const parcel = book.add({
      carrier: 'ghtk',
      clientCode,
      codVnd: numberOf(order['pick_money']),
      grams: numberOf(Number(order['total_weight']) * 1000),
      toName: textOf(order['name']),
    })
    return json({ success: true, message: '', order: { label: parcel.code, partner_id: clientCode, fee: parcel.feeVnd, status_id: 2 } })
  }
  const [, kind, asked = ''] = /^\/services\/(shipment\/cancel|shipment\/v2|label)\/(.+)$/.exec(path) ?? []
  const code = decodeURIComponent(asked)
  if (kind === 'shipment/cancel') {
    const done = book.cancel('ghtk', code)
    if (done === 'done') return json({ success: true, message: 'Đã hủy' })
    return no(done === 'missing' ? 'Không tìm thấy đơn hàng' : 'Đơn hàng đã được lấy, không thể hủy')
  }
  const parcel = code.startsWith('partner_id:') ? book.byClientCode('ghtk', code.slice(11)) : book.byCode('ghtk', code)
  if (!parcel) return no('Không tìm thấy đơn hàng')
  return kind === 'label' ? printedPdf(parcel) : json(shown(parcel))
}

export const ghtkPush = ({ code, clientCode, status, codVnd, feeVnd, grams }: HeldParcel, at: Date) => ({
  mediaType: 'application/x-www-form-urlencoded',
  body: new URLSearchParams({
    label_id: code,
    partner_id: clientCode,
    status_id: status,
    action_time: at.toISOString(),
    reason_code: '',
    reason: '',
    weight: String(grams / 1000),
    fee: String(feeVnd),
    pick_money: String(codVnd),
    return_part_package: '0',
  }).toString(),
})
