import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

test.use({ viewport: { width: 360, height: 640 } })

const product = 'Kẹo dừa sáp (mẫu)'

// A product of its own: how a seller sells is asked of every order from then on.
test(
  'a seller agrees on prices with a canteen, which opens them with its number and a code and orders at them; nobody else sees them',
  { tag: '@no-js' },
  async ({ browser, javaScriptEnabled }) => {
    test.setTimeout(300_000)
    const fresh = await aFreshProduct('demo')
    await fresh.start()
    const options = { baseURL: fresh.url, javaScriptEnabled, viewport: { width: 360, height: 640 } }
    const open = async () => (await browser.newContext(options)).newPage()
    const [seller, buyer, stranger] = await Promise.all([open(), open(), open()])
    const ready = (page: Page) => (javaScriptEnabled === false ? Promise.resolve() : byScript(page))
    const fits = async (page: Page, name: string) => {
      if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      const folder = process.env['PICTURES']
      if (!folder) return
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.screenshot({ path: `${folder}/${name}-wide.png`, fullPage: true })
      await page.setViewportSize({ width: 360, height: 640 })
    }
    try {
      let code = ''
      await test.step('the seller adds the canteen and a price list', async () => {
        await seller.goto('/dang-nhap')
        await seller.locator('input[name="email"]').fill(accounts.producer)
        await seller.locator('input[name="password"]').fill('dacsan-demo')
        await seller.locator('input[name="password"]').press('Enter')
        await seller.waitForURL((url) => url.pathname !== '/dang-nhap')
        await seller.goto('/van-phong/ban-hang/khach-thoa-thuan')
        await ready(seller)
        await seller.getByLabel('Loại khách').selectOption('canteen')
        await seller.getByLabel('Tên khách').fill('Bếp ăn Trường Cầu Kè')
        await seller.getByLabel('Số điện thoại').fill('12')
        await seller.getByRole('button', { name: 'Thêm khách' }).click()
        await expect(seller.getByText('Nhập số điện thoại gồm 10 số').first()).toBeVisible()
        await expect(seller.getByLabel('Tên khách')).toHaveValue('Bếp ăn Trường Cầu Kè')
        await seller.getByLabel('Số điện thoại').fill('0912 345 777')
        await seller.getByRole('button', { name: 'Thêm khách' }).click()
        await seller.waitForURL(/khach-thoa-thuan\/agb_/)
        await ready(seller)
        code = (await seller.locator('.code').textContent())!.trim()
        expect(code).toMatch(/^[A-Z2-9]{10}$/)
        await seller.getByLabel('Đến hết ngày').fill('2099-12-31')
        const pack = seller.getByRole('group', { name: new RegExp(product.replace(/[()]/g, '.')) })
        await pack.getByLabel('Giá thỏa thuận').fill('70.000')
        await pack.getByLabel('Mua ít nhất').fill('10')
        await pack.getByLabel('Theo bội số').fill('6')
        await seller.getByRole('button', { name: 'Lập bảng giá' }).click()
        await expect(seller.getByText('phải là bội số của 6').first()).toBeVisible()
        await expect(pack.getByLabel('Giá thỏa thuận')).toHaveValue('70.000')
        await pack.getByLabel('Mua ít nhất').fill('6')
        await seller.getByRole('button', { name: 'Lập bảng giá' }).click()
        await expect(seller.getByText('Bảng số 1')).toBeVisible()
        await expect(seller.getByText('Đang áp dụng')).toBeVisible()
        await fits(seller, 'agreed-buyer')
        await seller.goto('/van-phong/ban-hang/khach-thoa-thuan')
        await expect(seller.getByText(/giá riêng cho 1 quy cách/)).toBeVisible()
        await fits(seller, 'agreed-buyers')
      })

      await test.step('the canteen opens its prices and orders', async () => {
        await buyer.goto(`/gia-thoa-thuan?ma=${code}`)
        await buyer.getByLabel('Số điện thoại').fill('0912 345 778')
        await buyer.getByRole('button', { name: 'Xem giá của tôi' }).click()
        await expect(buyer.getByRole('alert')).toContainText('Không có giá thỏa thuận nào')
        await expect(buyer.getByLabel('Mã mở giá')).toHaveValue(code)
        await buyer.getByLabel('Số điện thoại').fill('0912 345 777')
        await buyer.getByRole('button', { name: 'Xem giá của tôi' }).click()
        await expect(buyer.getByText('Dành cho Bếp ăn Trường Cầu Kè.')).toBeVisible()
        await expect(buyer.getByText(/^70\.000/)).toBeVisible()
        await fits(buyer, 'agreed-shelf')
        await buyer.getByRole('spinbutton', { name: new RegExp(product.replace(/[()]/g, '.')) }).fill('12')
        await buyer.getByRole('button', { name: new RegExp(`^Thêm vào giỏ: ${product.replace(/[()]/g, '.')}`) }).click()
        await expect(buyer.getByText(/840\.000/).first()).toBeVisible()
        await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
        await buyer.getByLabel('Họ và tên').fill('Bếp ăn Trường Cầu Kè')
        await buyer.getByLabel('Số điện thoại').fill('0912 345 777')
        await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp 3, xã Cầu Kè, Vĩnh Long')
        await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
        await buyer.waitForURL(/\/don-hang\/DS[A-Z2-9]{8}\?k=/)
        await expect(buyer.getByText('Giá thỏa thuận, bảng số 1')).toBeVisible()
        await expect(buyer.getByText(/840\.000/).first()).toBeVisible()
      })

      await test.step('a stranger pays the price of the shelf', async () => {
        await stranger.goto('/san-pham?q=keo+dua+sap')
        await stranger.getByRole('link', { name: product }).first().click()
        await expect(stranger.getByText(/85\.000/).first()).toBeVisible()
        await expect(stranger.getByText(/70\.000/)).toHaveCount(0)
        await stranger.goto('/gia-thoa-thuan')
        await expect(stranger.getByText('Bếp ăn Trường Cầu Kè')).toHaveCount(0)
      })
    } finally {
      await fresh.remove()
    }
  },
)
