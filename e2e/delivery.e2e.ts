import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

test.use({ viewport: { width: 360, height: 640 } })

const product = 'Kẹo dừa sáp (mẫu)'

// A product of its own: from the table on, every order of this seller asks for its way. The buyer's pages send no script to anybody, so that once is enough.
test('a seller writes what bringing goods costs, and a buyer knows fee and total before the order and finds them in it', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(240_000)
  const fresh = await aFreshProduct('demo')
  await fresh.start()
  const options = { baseURL: fresh.url, javaScriptEnabled, viewport: { width: 360, height: 640 } }
  const [seller, buyer] = (await Promise.all([0, 1].map(async () => (await browser.newContext(options)).newPage()))) as [Page, Page]
  const ready = (page: Page) => (javaScriptEnabled === false ? Promise.resolve() : byScript(page))
  const accessible = async (page: Page) => {
    if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
  try {
    await seller.goto('/dang-nhap')
    await seller.locator('input[name="email"]').fill(accounts.producer)
    await seller.locator('input[name="password"]').fill('dacsan-demo')
    await seller.locator('input[name="password"]').press('Enter')
    await seller.waitForURL((url) => url.pathname !== '/dang-nhap')
    await seller.goto('/van-phong/ban-hang/giao-hang')
    await seller.getByRole('link', { name: 'Điền thử theo ví dụ' }).click()
    await expect(seller.getByText('Đây là số ví dụ')).toBeVisible()
    await ready(seller)
    const fee = seller.locator('input[name="fee-province-2"]')
    await fee.fill('5.000')
    await seller.getByRole('button', { name: 'Lưu bảng phí' }).click()
    await expect(seller.getByRole('alert')).toContainText('gói nặng hơn không thể rẻ hơn')
    await expect(fee).toHaveValue('5.000')
    await fee.fill('25.000')
    await seller
      .getByRole('checkbox', { name: /Cơ sở|Xưởng|Nơi/ })
      .first()
      .check()
    await accessible(seller)
    await seller.getByRole('button', { name: 'Lưu bảng phí' }).click()
    await expect(seller.getByRole('button', { name: 'Bỏ bảng phí' })).toBeVisible()
    await seller.goto('/van-phong/ban-hang/giao-hang')
    await expect(seller.locator('input[name="fee-province-2"]')).toHaveValue('25000')

    await buyer.goto('/san-pham?q=keo+dua+sap')
    await buyer.getByRole('link', { name: product }).first().click()
    await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
    await expect(buyer.getByRole('button', { name: 'Đặt hàng' })).toHaveCount(0)
    await buyer.getByLabel('Họ và tên').fill('Lê Thị Xa')
    await buyer.getByLabel('Số điện thoại').fill('0912 345 678')
    await buyer.getByLabel('Địa chỉ nhận hàng').fill('Nhà sau bưu điện')
    await buyer.getByRole('button', { name: 'Xem phí giao hàng' }).click()
    await expect(buyer.getByText('địa chỉ chưa cho biết giao đến xã nào').first()).toBeVisible()
    await expect(buyer.getByLabel('Họ và tên')).toHaveValue('Lê Thị Xa')
    await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp 3, xã Kim Hòa, huyện Cầu Ngang, Trà Vinh')
    await buyer.getByRole('button', { name: 'Tính lại phí giao hàng' }).click()
    await expect(buyer.getByText('Giao đến: Xã Vinh Kim')).toBeVisible()
    await expect(buyer.getByRole('group', { name: /^Nhận hàng của/ })).toBeVisible()
    await accessible(buyer)
    const total = (await buyer.locator('.total strong').innerText()).trim()
    const number = (text: string) => Number(text.replaceAll(/\D/g, ''))
    expect(number(total)).toBe(85_000 + 20_000)
    await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
    await buyer.waitForURL(/\/don-hang\/DS[A-Z2-9]{8}\?k=/)
    await expect(buyer.locator('.total strong')).toHaveText(total)
    await expect(buyer.getByText(/^Giao đến Xã Vinh Kim/)).toBeVisible()
    await expect(buyer.getByRole('img', { name: /^Mã VietQR: chuyển 105\.000/ })).toBeVisible()
    await accessible(buyer)

    const code = /DS[A-Z2-9]{8}/.exec(buyer.url())![0]
    await seller.goto('/van-phong/ban-hang')
    await seller.getByRole('link', { name: code }).click()
    await expect(seller.getByText('Phí giao hàng, người mua đã thấy trước khi đặt')).toBeVisible()
    await expect(seller.getByText(/^Giao đến Xã Vinh Kim/)).toBeVisible()
  } finally {
    await fresh.remove()
  }
})
