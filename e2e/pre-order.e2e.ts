import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

test.use({ viewport: { width: 360, height: 640 } })

const product = 'Kẹo dừa sáp (mẫu)'

/** So many days from today, as a field of a day takes it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

// A product of its own: from then on this pack is not sold from the shelf.
test(
  'a seller takes orders for a season, a buyer knows the day before ordering, and goods go to the order once they are there',
  { tag: '@no-js' },
  async ({ browser, javaScriptEnabled }) => {
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
      await seller.goto('/van-phong/ban-hang/dat-truoc')
      await ready(seller)
      const season = seller.locator('form', { hasText: 'Nhận đặt trước cho một mùa' })
      const pack = await season.locator('select[name="listingId"] option', { hasText: product }).first().getAttribute('value')
      await season.locator('select[name="listingId"]').selectOption(pack)
      await season.getByLabel('Mùa vụ').fill('Tết Đinh Mùi')
      await season.getByLabel('Nhận tất cả').fill('20')
      await season.getByLabel('Giao từ ngày').fill(inDays(40))
      await season.getByLabel('Nhận đặt đến hết ngày').fill(inDays(45))
      await season.getByRole('button').click()
      await expect(seller.getByRole('alert')).toContainText('Ngày giao đầu tiên không được trước ngày cuối nhận đặt')
      await expect(season.getByLabel('Mùa vụ')).toHaveValue('Tết Đinh Mùi')
      await season.getByLabel('Nhận đặt đến hết ngày').fill(inDays(30))
      await accessible(seller)
      await season.getByRole('button').click()
      await expect(seller.getByText('đã hứa 0 / 20')).toBeVisible()

      await buyer.goto('/san-pham?q=keo+dua+sap')
      await buyer.getByRole('link', { name: product }).first().click()
      await expect(buyer.getByText('Đặt trước: Tết Đinh Mùi.')).toBeVisible()
      await buyer.getByLabel('Số lượng').fill('3')
      await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
      await expect(buyer.getByText('Hàng đặt trước, hẹn có ngày')).toBeVisible()
      await accessible(buyer)
      await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
      await expect(buyer.getByText('Quá ngày hẹn mà chưa có hàng')).toBeVisible()
      await buyer.getByLabel('Họ và tên').fill('Lê Thị Xa')
      await buyer.getByLabel('Số điện thoại').fill('0912 345 678')
      await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
      await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
      await expect(buyer.getByText('Bạn đặt trước; hàng chưa có.')).toBeVisible()
      await expect(buyer.getByRole('img', { name: /Mã VietQR/ })).toBeVisible()
      await accessible(buyer)

      await seller.goto('/van-phong/ban-hang/dat-truoc')
      await ready(seller)
      await expect(seller.getByText('đã hứa 3 / 20')).toBeVisible()
      await seller.getByRole('link', { name: /^DS/ }).click()
      await ready(seller)
      await seller.getByRole('button', { name: 'Xác nhận đã nhận tiền' }).click()
      await expect(seller.getByText('Đặt trước, chờ có hàng').first()).toBeVisible()
      // What lies on the shelf is for whoever ordered ahead.
      await seller.goto('/van-phong/ban-hang/dat-truoc')
      await ready(seller)
      await accessible(seller)
      await seller.getByRole('button', { name: 'Chia hàng có trên kệ' }).click()
      await expect(seller.getByText('Đã chia 1 đơn, còn 0 đơn chờ hàng.')).toBeVisible()

      await buyer.getByRole('link', { name: 'Xem tình trạng mới nhất' }).click()
      await expect(buyer.getByText('Người bán đã nhận đủ tiền và đang chuẩn bị giao hàng.')).toBeVisible()
    } finally {
      await fresh.remove()
    }
  },
)
