import type { Column } from './rules.ts'

export const text = (key: string, header: string): Column => ({ key, header, kind: 'text' })
export const date = (key: string, header: string): Column => ({ key, header, kind: 'date' })
export const number = (key: string, header: string): Column => ({ key, header, kind: 'integer' })
export const money = (key: string, header: string): Column => ({ key, header, kind: 'money' })

export const productColumns = [
  text('productName', 'Sản phẩm'),
  text('producerName', 'Chủ thể'),
  number('stars', 'Sao'),
  text('communeName', 'Xã, phường'),
  text('formerDistrict', 'Huyện cũ'),
  text('setCode', 'Bộ'),
  date('certifiedUntil', 'Hiệu lực đến'),
  text('certificateCode', 'Giấy chứng nhận'),
]
export const certificateColumns = [
  text('productName', 'Sản phẩm'),
  text('producerName', 'Chủ thể'),
  number('stars', 'Sao'),
  date('issuedOn', 'Ngày cấp'),
  number('year', 'Năm'),
  text('decisionNumber', 'Quyết định'),
  text('code', 'Giấy chứng nhận'),
]
export const dossierColumns = [
  text('productName', 'Sản phẩm'),
  text('code', 'Mã hồ sơ'),
  text('communeName', 'Xã, phường'),
  text('status', 'Trạng thái'),
  date('submittedOn', 'Nộp ngày'),
  date('dueOn', 'Hạn của xã'),
]
export const renewalColumns = [
  text('productName', 'Sản phẩm'),
  text('producerName', 'Chủ thể'),
  number('stars', 'Sao'),
  date('validUntil', 'Hết hạn'),
  date('windowFrom', 'Nộp từ'),
  date('windowTo', 'Nộp đến'),
  text('code', 'Giấy chứng nhận'),
]
