import { expect, test } from 'vitest'
import { slipsPdf } from './slips.ts'
import type { Slip } from './slip-model.ts'
import { pagesOfPdf, qrsOfPdf } from './test-reading.ts'

const address = (n: number) => `https://ocop.example.vn/loi-moi/L_gf3Dq5ZAY2ONisp-RaKO3BBrwrqKfaGGfV9C16mB${n}`
const slip = (n: number): Slip => ({
  issuer: 'Nền tảng Đặc Sản',
  title: 'Phiếu mời dùng hệ thống',
  facts: [
    { term: 'Người nhận', value: `Nguyễn Thị Số ${n}` },
    { term: 'Đăng nhập bằng', value: `nguyen.thi.thuy.duong.phuong.anh.${n}@phongnongnghiepvamoitruong.vinhlong.gov.vn` },
    { term: 'Vai trò', value: 'Cán bộ xã, UBND xã Cầu Kè' },
  ],
  address: address(n),
  addressTitle: 'Quét mã, hoặc gõ đúng địa chỉ này:',
  steps: ['Mở camera điện thoại.', 'Tự đặt mật khẩu.'],
  foot: 'Phiếu dùng một lần.',
})
const createdAt = new Date('2026-11-29T03:00:00Z')

test('three slips stand on a sheet, the fourth on the next, each with its words whole', async () => {
  const pages = await pagesOfPdf(slipsPdf({ slips: [1, 2, 3, 4].map(slip), createdAt }))
  expect(pages).toHaveLength(2)
  for (const n of [1, 2, 3]) expect(pages[0]).toContain(`Nguyễn Thị Số ${n}`)
  expect(pages[1]).toContain('Nguyễn Thị Số 4')
  expect(pages[1]!.replaceAll(/[\s\u200b]/g, '')).toContain(address(4))
})

test('the symbol of a slip is read back as its whole address', async () => {
  expect(await qrsOfPdf(slipsPdf({ slips: [1, 2, 3].map(slip), createdAt }))).toEqual([1, 2, 3].map(address))
})

test('no slip, no sheet', () => {
  expect(() => slipsPdf({ slips: [], createdAt })).toThrow(RangeError)
})
