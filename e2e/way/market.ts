import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

/** Opens a lot of the product as the form proposes it; gives its address in the office. */
export async function openLot(page: Page, product: string, quantity: number): Promise<string> {
  await page.goto('/van-phong/lo/moi')
  await page.getByText('Sản phẩm khác').click()
  await page.getByRole('navigation', { name: 'Sản phẩm của lô' }).getByRole('link', { name: product }).click()
  await expect(page.locator('p.lead')).toHaveText(product)
  await page.getByLabel('Làm được bao nhiêu?').fill(String(quantity))
  await page.getByLabel('Đơn vị').selectOption('hộp')
  const sixMonths = page.getByRole('button', { name: '6 tháng' })
  if (await sixMonths.isVisible()) await sixMonths.click()
  await page.getByLabel(/^Số lô/).fill(`KD-${Date.now().toString(36)}`)
  await page.getByRole('button', { name: 'Mở lô' }).click()
  await page.waitForURL(/\/van-phong\/lo\/lot_/)
  return new URL(page.url()).pathname
}

/** Tells on the product's own page what must stand on its label. */
export async function sayNetContent(page: Page, product: string, netContent: string): Promise<void> {
  await page.goto('/van-phong/san-pham')
  await page.getByRole('link', { name: product }).click()
  await page.getByLabel(/^Quy cách/).fill(netContent)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã lưu. Trang công khai đã đổi theo.')).toBeVisible()
}

/** The PDF of a sheet of labels, as the form of the page asks for it. */
export async function printLabels(page: Page, lot: string, count: number): Promise<Uint8Array> {
  await page.goto(`${lot}/tem`)
  const answer = await page.request.post(`${lot}/tem`, {
    headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
    form: { count: String(count), layout: 'a4-3x8', skip: '0', requestKey: await page.locator('input[name="requestKey"]').inputValue() },
  })
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  return new Uint8Array(await answer.body())
}

/** Names a price, puts goods of the open lot on the shelf and hands in what it posts; the office reads it and opens the sale. */
export async function putOnSale(
  page: Page,
  office: Page,
  product: string,
  { price, stock }: { price: string; stock: number },
): Promise<void> {
  await page.goto('/van-phong/ban-hang/ke')
  await page.getByRole('link', { name: product }).click()
  await page.getByLabel('Giá một đơn vị').fill(price)
  await page.getByLabel('Đơn vị bán').fill('hộp')
  await page.getByRole('button', { name: 'Lưu giá' }).click()
  await expect(page.getByRole('button', { name: 'Gửi duyệt' })).toBeVisible()
  await page.getByLabel('Số lượng nhập').fill(String(stock))
  await page.getByRole('button', { name: 'Nhập kệ' }).click()
  await expect(
    page
      .getByRole('row', { name: /^KD-/ })
      .getByRole('cell', { name: String(stock), exact: true })
      .first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Gửi duyệt' }).click()
  await expect(page.getByText('Đang chờ cơ quan cấp tỉnh')).toBeVisible()
  await office.goto('/van-phong/duyet-hang')
  const posted = office.getByRole('listitem').filter({ hasText: product })
  await posted.getByRole('button', { name: 'Duyệt, đưa lên kệ' }).click()
  await expect(office.getByRole('link', { name: product })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Tạm ngừng bán' })).toBeVisible()
}

/** Finds a product by what somebody types without accents and puts it into the cart. */
export async function intoCart(page: Page, typed: string, product: string): Promise<void> {
  await page.goto(`/san-pham?q=${encodeURIComponent(typed)}`)
  await page.getByRole('link', { name: product }).first().click()
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
  await expect(page).toHaveURL(/\/gio-hang$/)
}

/** Orders what is in the cart, as somebody new each time: one number may leave five orders unpaid. Gives the address that follows the first order. */
export async function order(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
  await page.getByLabel('Họ và tên').fill('Lê Thị Mua')
  await page.getByLabel('Số điện thoại').fill(`0912 ${100_000 + Math.floor(Math.random() * 900_000)}`)
  await page.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
  await page.getByRole('button', { name: 'Đặt hàng' }).click()
  await page.waitForURL(/\/don-hang\/DS[A-Z2-9]{8}\?k=/)
  return page.url()
}
