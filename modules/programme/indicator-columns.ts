import type { Column } from './rules.ts'
import { columnHeads as heads } from './words.ts'

const text = (key: string, header: string): Column => ({ key, header, kind: 'text' })
const date = (key: string, header: string): Column => ({ key, header, kind: 'date' })
const number = (key: string, header: string): Column => ({ key, header, kind: 'integer' })
const money = (key: string, header: string): Column => ({ key, header, kind: 'money' })

export const productColumns = [
  text('productName', heads.product),
  text('producerName', heads.producer),
  number('stars', heads.stars),
  text('communeName', heads.commune),
  text('formerDistrict', heads.formerDistrict),
  text('setCode', heads.set),
  date('certifiedUntil', heads.certifiedUntil),
  text('certificateCode', heads.certificate),
]
export const producerColumns = [
  text('producerName', heads.producer),
  text('producerKind', heads.producerKind),
  text('communeName', heads.commune),
  number('products', heads.products),
]
export const certificateColumns = [
  text('productName', heads.product),
  text('producerName', heads.producer),
  number('stars', heads.stars),
  date('issuedOn', heads.issuedOn),
  number('year', heads.year),
  text('decisionNumber', heads.decision),
  text('code', heads.certificate),
]
export const dossierColumns = [
  text('productName', heads.product),
  text('code', heads.dossier),
  text('communeName', heads.commune),
  text('status', heads.status),
  date('submittedOn', heads.submittedOn),
  date('dueOn', heads.communeDueOn),
]
export const renewalColumns = [
  text('productName', heads.product),
  text('producerName', heads.producer),
  number('stars', heads.stars),
  date('validUntil', heads.validUntil),
  date('windowFrom', heads.fileFrom),
  date('windowTo', heads.fileUntil),
  text('code', heads.certificate),
]
export const lotColumns = [
  text('productName', heads.product),
  text('number', heads.lot),
  date('madeOn', heads.madeOn),
  number('quantity', heads.quantity),
  text('unit', heads.unit),
  number('labels', heads.labels),
]
export const labelColumns = [text('productName', heads.product), text('number', heads.lot), number('labels', heads.labels)]
export const scanColumns = [
  text('productName', heads.product),
  text('code', heads.code),
  date('day', heads.day),
  number('count', heads.scans),
]
export const doubtColumns = [
  text('caseCode', heads.doubtCase),
  text('productName', heads.product),
  text('code', heads.labelCode),
  date('on', heads.day),
]
export const saleColumns = [
  text('code', heads.order),
  text('producerName', heads.seller),
  date('on', heads.orderedOn),
  money('totalVnd', heads.orderTotal),
  money('receivedVnd', heads.received),
]
