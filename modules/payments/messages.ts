import { dong, formatDong } from '@dacsan/vietnam'
import { tellOf } from '../message.ts'
import type { Asking, Telling } from '../message.ts'
import { aboutBill, aboutOrder, orderSample } from '../shop/index.ts'
import { bankLineActs } from './acts.ts'
import type { LineAnswered } from './acts.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const sample = { ...orderSample, amount: '100.000 đ', open: '80.000 đ' }

/** Whoever bought is told what came and what is open. */
async function aboutLine({ orderId, amountVnd, openVnd }: LineAnswered, asking: Asking) {
  const told = await aboutOrder.buyer(orderId, asking)
  const sums = { amount: formatDong(dong(amountVnd)), open: formatDong(dong(openVnd)) }
  return told.map(({ order: _order, values, ...rest }) => ({ ...rest, values: { ...values, ...sums } }))
}

export const paymentMessages: readonly Telling[] = [
  tellOf(bankLineActs['ask-rest'], {
    ...work,
    name: 'bank-line.rest-asked',
    says: 'Xin chuyển nốt tiền (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code} còn thiếu {open}',
        text: '{producer} đã nhận {amount} của đơn {code}, còn thiếu {open}. Hãy chuyển nốt, nội dung vẫn là mã đơn {code}.',
        short: 'Don {code}: da nhan {amount}, con thieu {open}. Noi dung chuyen khoan: {code}.',
      },
      en: {
        subject: 'Order {code}: {open} is missing',
        text: '{producer} has {amount} for order {code}; {open} is missing. Please transfer the rest with the same text: {code}.',
        short: 'Order {code}: {amount} came, {open} is missing. Transfer text: {code}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} នៅខ្វះ {open}',
        text: '{producer} បានទទួល {amount} សម្រាប់ការបញ្ជាទិញ {code} នៅខ្វះ {open}។ សូមផ្ទេរចំនួននៅសល់ ដោយសរសេរលេខកូដ {code}។',
        short: 'Don {code}: da nhan {amount}, con thieu {open}. Noi dung chuyen khoan: {code}.',
      },
    },
    tell: ({ payload }, asking) => (payload.billId ? Promise.resolve([]) : aboutLine(payload, asking)),
  }),
  tellOf(bankLineActs['ask-rest'], {
    ...work,
    name: 'bank-line.bill-rest-asked',
    says: 'Bảng kê còn thiếu tiền (gửi khách thỏa thuận)',
    sample: { code: orderSample.code, producer: orderSample.producer, amount: '100.000 đ', open: '80.000 đ' },
    words: {
      vi: {
        subject: 'Bảng kê {code} còn thiếu {open}',
        text: '{producer} đã nhận {amount} của bảng kê {code}, ghi cho đơn cũ trước; còn thiếu {open}. Hãy chuyển nốt, nội dung vẫn là {code}.',
        short: 'Bang ke {code}: da nhan {amount}, con thieu {open}. Noi dung chuyen khoan: {code}.',
      },
      en: {
        subject: 'Bill {code}: {open} is missing',
        text: '{producer} has {amount} for bill {code}, put to the oldest orders first; {open} is missing. Please transfer the rest with the same text: {code}.',
        short: 'Bill {code}: {amount} came, {open} is missing. Transfer text: {code}.',
      },
      km: {
        subject: 'វិក្កយបត្រ {code} នៅខ្វះ {open}',
        text: '{producer} បានទទួល {amount} សម្រាប់វិក្កយបត្រ {code} កត់សម្រាប់ការបញ្ជាទិញចាស់មុន នៅខ្វះ {open}។ សូមផ្ទេរចំនួននៅសល់ ដោយសរសេរ {code}។',
        short: 'Bang ke {code}: da nhan {amount}, con thieu {open}. Noi dung chuyen khoan: {code}.',
      },
    },
    tell: async ({ payload: { billId, amountVnd, openVnd } }, asking) => {
      const told = billId ? await aboutBill(billId, asking) : []
      const sums = { amount: formatDong(dong(amountVnd)), open: formatDong(dong(openVnd)) }
      return told.map(({ values: { code, producer }, ...rest }) => ({ ...rest, values: { code, producer, ...sums } }))
    },
  }),
  tellOf(bankLineActs['send-back'], {
    ...work,
    name: 'bank-line.to-refund',
    says: 'Sẽ hoàn tiền (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code}: sẽ hoàn {open}',
        text: '{producer} đã nhận {amount} của đơn {code} và sẽ chuyển lại {open} cho bạn. Nếu cần đổi tài khoản nhận, hãy gọi người bán.',
        short: 'Don {code}: {producer} se hoan lai {open}.',
      },
      en: {
        subject: 'Order {code}: {open} will be sent back',
        text: '{producer} has {amount} for order {code} and will send {open} back to you. Call the seller if it should go to another account.',
        short: 'Order {code}: {producer} will send {open} back.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code}៖ នឹងប្រគល់ {open} វិញ',
        text: '{producer} បានទទួល {amount} សម្រាប់ការបញ្ជាទិញ {code} ហើយនឹងផ្ទេរ {open} ត្រឡប់វិញ។ បើចង់ប្តូរគណនី សូមទូរស័ព្ទទៅអ្នកលក់។',
        short: 'Don {code}: {producer} se hoan lai {open}.',
      },
    },
    tell: ({ payload }, asking) => aboutLine(payload, asking),
  }),
]
