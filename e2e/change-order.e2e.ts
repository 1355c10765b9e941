import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test.use({ viewport: { width: 360, height: 640 } })

const dongOf = (text: string | null) => Number((text ?? '').replaceAll(/\D/g, ''))

/** Something of the demo is ordered by a number of its own, so many of it; answers the address of its page. */
async function anOrder(page: Page, phone: string, quantity: string): Promise<string> {
  await page.goto('/san-pham?q=keo+dua+sap')
  await page.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
  await page.getByLabel('Số lượng').first().fill(quantity)
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
  await page.goto('/dat-hang')
  await page.getByLabel('Họ và tên').fill('Trần Thị Đổi')
  await page.getByLabel('Số điện thoại').fill(phone)
  await page.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
  const quote = page.getByRole('button', { name: 'Xem phí giao hàng' })
  if (await quote.isVisible()) await quote.click()
  await page.getByRole('button', { name: 'Đặt hàng', exact: true }).click()
  await expect(page).toHaveURL(/\/don-hang\/[A-Z0-9]{10}\?k=/)
  return page.url()
}

test('an order is changed, reduced and given up on its page until it is packed', { tag: '@no-js' }, async ({ page, javaScriptEnabled }) => {
  test.setTimeout(120_000)
  const address = await anOrder(page, javaScriptEnabled ? '0912 345 771' : '0912 345 772', '3')
  await page.getByRole('link', { name: 'Đổi, bớt, gộp hoặc hủy đơn' }).click()

  // Nothing typed is lost where something is wrong.
  await page.getByLabel('Họ và tên').fill('Lê Thị Nhận')
  await page.getByLabel('Số điện thoại').fill('123')
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await expect(page.getByText('Nhập số điện thoại gồm 10 số').first()).toBeVisible()
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Lê Thị Nhận')
  await page.getByLabel('Số điện thoại').fill('0987 654 321')
  await page.getByLabel('Muốn nhận hàng lúc nào').fill('Sau 17 giờ')
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await expect(page.getByText('Đã ghi thay đổi')).toBeVisible()

  await page.getByLabel(/còn lấy/).fill('1')
  await page.getByRole('button', { name: 'Bớt hàng' }).click()
  await expect(page.getByText('Đã ghi thay đổi')).toBeVisible()

  await page.goto(address)
  await expect(page.getByText('Lê Thị Nhận, 0987654321')).toBeVisible()
  await expect(page.getByText('Đã bớt 2, còn 1')).toBeVisible()
  const total = dongOf(await page.locator('.total strong').textContent())
  const owed = dongOf(await page.locator('p', { hasText: 'Còn tính cho đơn này' }).locator('b').textContent())
  expect(owed).toBeGreaterThan(0)
  expect(owed).toBeLessThan(total)
  await expect(page.getByText('Người mua đổi: tên người nhận, số điện thoại, giờ muốn nhận')).toBeVisible()

  await page.getByRole('link', { name: 'Đổi, bớt, gộp hoặc hủy đơn' }).click()
  await page.getByRole('button', { name: 'Hủy đơn' }).click()
  await expect(page.getByText('Đã hủy').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Đổi, bớt, gộp hoặc hủy đơn' })).toBeHidden()
})
