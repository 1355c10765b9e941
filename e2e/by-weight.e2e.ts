import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'

test.use({ viewport: { width: 360, height: 640 } })

const nectar = 'Mật hoa dừa (mẫu)'

// A jug of 1,8 to 2,2 kg at 240.000 đ a kilogram: at most 528.000 đ, and 468.000 đ once it lay on the scale.
test('a buyer agrees to the highest sum, the seller types the weight when packing, and the buyer’s page shows the last sum and what is owed back @no-js', async ({
  browser,
  javaScriptEnabled,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const options = { baseURL, javaScriptEnabled, viewport: { width: 360, height: 640 } }
  const [seller, buyer] = (await Promise.all([0, 1].map(async () => (await browser.newContext(options)).newPage()))) as [Page, Page]
  const ready = (page: Page) => (javaScriptEnabled === false ? Promise.resolve() : byScript(page))
  const accessible = async (page: Page) => {
    if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
  const look = async (page: Page, name: string) => {
    const folder = process.env['LOOK']
    if (!folder || javaScriptEnabled === false) return
    await page.screenshot({ path: `${folder}/${name}-360.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.screenshot({ path: `${folder}/${name}-1280.png`, fullPage: true })
    await page.setViewportSize({ width: 360, height: 640 })
  }

  await buyer.goto('/san-pham?q=mat+hoa+dua')
  await buyer.getByRole('link', { name: nectar }).first().click()
  await expect(buyer.getByText('mỗi bình nặng 1,8–2,2 kg')).toBeVisible()
  await expect(buyer.getByText(/bạn trả theo cân thực, mỗi bình nhiều nhất 528\.000/)).toBeVisible()
  await accessible(buyer)
  await look(buyer, 'can-thuc-san-pham')
  await buyer.getByRole('radio', { name: /Bình chiết/ }).check()
  await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
  await expect(buyer.getByText(/Tính theo cân thực khi đóng gói, nhiều nhất 528\.000/)).toBeVisible()
  await accessible(buyer)
  await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
  await expect(buyer.getByText('Tổng tiền ở đây là mức cao nhất.').first()).toBeVisible()
  await buyer.getByLabel('Họ và tên').fill('Lê Thị Cân')
  await buyer.getByLabel('Số điện thoại').fill('0912 345 677')
  await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
  await accessible(buyer)
  await look(buyer, 'can-thuc-dat-hang')
  await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
  await expect(buyer.getByText('Chưa cân.')).toBeVisible()
  await expect(buyer.getByRole('img', { name: /Mã VietQR: chuyển 528\.000/ })).toBeVisible()
  const code = /DS[A-Z2-9]{8}/.exec(await buyer.getByRole('heading', { level: 1 }).innerText())![0]

  await seller.goto('/dang-nhap')
  await seller.locator('input[name="email"]').fill('chuthe3@demo.vn')
  await seller.locator('input[name="password"]').fill('dacsan-demo')
  await seller.locator('input[name="password"]').press('Enter')
  await seller.waitForURL((url) => url.pathname !== '/dang-nhap')
  await seller.goto('/van-phong/ban-hang')
  await seller.getByRole('link', { name: code }).first().click()
  await ready(seller)
  await seller.getByRole('button', { name: 'Xác nhận đã nhận tiền' }).click()
  await expect(seller.getByText('Chưa cân: tổng tiền là mức cao nhất.')).toBeVisible()

  await seller.goto('/van-phong/ban-hang/dong-goi')
  await ready(seller)
  const order = seller.locator('article', { has: seller.getByText(code, { exact: true }) })
  await expect(order.getByText('Chưa cân: chưa đóng gói được')).toBeVisible()
  await expect(order.getByRole('button', { name: 'Đã đóng gói', exact: true })).toHaveCount(0)
  const weight = order.getByLabel(/bình 1\/1/)
  await weight.fill('gần hai ký')
  await order.getByRole('button', { name: 'Ghi cân' }).click()
  await expect(seller.getByRole('alert')).toContainText('Ghi cân bằng số gam')
  await expect(weight).toHaveValue('gần hai ký')
  await ready(seller)
  await weight.fill('1950')
  await weight.press('Enter')
  await expect(order.getByText(/Tổng đơn theo cân thực: 468\.000/)).toBeVisible()
  await expect(order.getByText(/Phải hoàn cho khách: 60\.000/)).toBeVisible()
  await accessible(seller)
  await look(seller, 'can-thuc-dong-goi')
  await ready(seller)
  await order.getByRole('button', { name: 'Đã đóng gói', exact: true }).click()
  await expect(order.getByText(/^Đã đóng gói/).first()).toBeVisible()

  await buyer.getByRole('link', { name: 'Xem tình trạng mới nhất' }).click()
  await expect(buyer.getByText('1,95 kg × 240.000')).toBeVisible()
  await expect(buyer.locator('.total strong')).toContainText('468.000')
  await expect(buyer.getByText('Người bán phải hoàn cho bạn')).toBeVisible()
  await accessible(buyer)
  await look(buyer, 'can-thuc-don-hang')

  await seller.goto('/van-phong/ban-hang')
  await seller.getByRole('link', { name: code }).first().click()
  await ready(seller)
  await expect(seller.getByLabel('Số tiền đã hoàn')).toHaveValue('60000')
  await accessible(seller)
  await look(seller, 'can-thuc-nguoi-ban')
  await seller.getByRole('button', { name: 'Ghi nhận đã hoàn' }).click()
  await expect(seller.getByText('Đã nhận đủ tiền').first()).toBeVisible()
  await buyer.getByRole('link', { name: 'Xem tình trạng mới nhất' }).click()
  await expect(buyer.getByText('Người bán phải hoàn cho bạn')).toHaveCount(0)
})
