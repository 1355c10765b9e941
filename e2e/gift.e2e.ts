import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

test.use({ viewport: { width: 360, height: 640 } })

const sweets = 'Kẹo dừa sáp (mẫu)'
const nectar = 'Mật hoa dừa (mẫu)'

// A product of its own: from the table on, every order of this seller asks for its way.
test(
  'goods of two sellers are divided between two people from one form, each gets a parcel and an order, and no paper in a gift says a price',
  { tag: '@no-js' },
  async ({ browser, javaScriptEnabled }) => {
    test.setTimeout(300_000)
    const fresh = await aFreshProduct('demo')
    await fresh.start()
    const options = { baseURL: fresh.url, javaScriptEnabled, viewport: { width: 360, height: 640 } }
    const open = async () => (await browser.newContext(options)).newPage()
    const [seller, buyer] = await Promise.all([open(), open()])
    const ready = (page: Page) => (javaScriptEnabled === false ? Promise.resolve() : byScript(page))
    const accessible = async (page: Page) => {
      if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    }
    const picture = async (page: Page, name: string) => {
      if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/${name}.png`, fullPage: true })
    }
    try {
      await test.step('where no seller brings goods the division is read too, and ends at an order for each', async () => {
        const early = await open()
        await early.goto('/san-pham?q=keo+dua+sap')
        await early.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
        await early.getByLabel('Số lượng').fill('3')
        await early.getByRole('button', { name: 'Thêm vào giỏ' }).click()
        await early.goto('/dat-hang')
        await early.getByText('Gửi tặng, hoặc chia cho nhiều người?').click()
        await early.getByLabel('Gửi hàng cho').selectOption('Chia cho 2 người')
        await early.getByRole('button', { name: 'Đổi người nhận' }).click()
        await expect(early.getByRole('button', { name: 'Đặt hàng', exact: true })).toBeHidden()
        await expect(early.getByText('rồi bấm “Xem đơn của từng người”.')).toBeVisible()
        await early.getByLabel('Họ và tên').first().fill('Lê Thị Xa')
        await early.getByLabel('Số điện thoại').first().fill('0912 345 679')
        for (const [at, quantity] of ['2', '1'].entries()) {
          const one = early.getByRole('group', { name: `Người nhận ${at + 1}` })
          await one.getByLabel('Họ và tên').fill(`Người ${at + 1}`)
          await one.getByLabel('Số điện thoại').fill('0987 654 321')
          await one.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
          await one.getByLabel(/Kẹo dừa sáp/).fill(quantity)
        }
        await early.getByRole('button', { name: 'Xem đơn của từng người' }).click()
        await expect(early.getByText('Gửi Người 2')).toBeVisible()
        await expect(early.getByRole('button', { name: 'Đặt hàng', exact: true })).toBeVisible()
        await early.context().close()
      })

      await test.step('the seller brings goods', async () => {
        await seller.goto('/dang-nhap')
        await seller.locator('input[name="email"]').fill(accounts.producer)
        await seller.locator('input[name="password"]').fill('dacsan-demo')
        await seller.locator('input[name="password"]').press('Enter')
        await seller.waitForURL((url) => url.pathname !== '/dang-nhap')
        await seller.goto('/van-phong/ban-hang/giao-hang')
        await seller.getByRole('link', { name: 'Điền thử theo ví dụ' }).click()
        await expect(seller.getByText('Đây là số ví dụ, chưa lưu.')).toBeVisible()
        await ready(seller)
        await seller.getByRole('button', { name: 'Lưu bảng phí' }).click()
        await expect(seller.getByRole('button', { name: 'Bỏ bảng phí' })).toBeVisible()
      })

      await test.step('the buyer names two receivers, and nothing typed is lost', async () => {
        for (const [typed, product] of [
          ['keo dua sap', sweets],
          ['mat hoa dua', nectar],
        ] as const) {
          await buyer.goto(`/san-pham?q=${encodeURIComponent(typed)}`)
          await buyer
            .getByRole('link', { name: new RegExp(product.replace(/[()]/g, '.')) })
            .first()
            .click()
          await buyer.getByLabel('Số lượng').fill('3')
          await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
        }
        await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
        await buyer.getByLabel('Họ và tên').fill('Lê Thị Xa')
        await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp 5')
        await buyer.getByText('Gửi tặng, hoặc chia cho nhiều người?').click()
        await buyer.getByLabel('Gửi hàng cho').selectOption('Chia cho 2 người')
        await buyer.getByRole('button', { name: 'Đổi người nhận' }).click()
        await expect(buyer.getByLabel('Họ và tên').first()).toHaveValue('Lê Thị Xa')
        await buyer.getByLabel('Số điện thoại').first().fill('0912 345 678')
        await accessible(buyer)
        const [first, second] = [buyer.getByRole('group', { name: 'Người nhận 1' }), buyer.getByRole('group', { name: 'Người nhận 2' })]
        await first.getByLabel('Họ và tên').fill('Bà Ngoại')
        await first.getByLabel('Số điện thoại').fill('0987 654 321')
        await first.getByLabel('Địa chỉ nhận hàng').fill('Ấp 3, xã Kim Hòa, huyện Cầu Ngang, Trà Vinh')
        await first.getByLabel('Lời chúc in kèm').fill('Chúc bà năm mới khỏe. Cháu Xa')
        await second.getByLabel('Họ và tên').fill('Chú Ba')
        await second.getByLabel('Số điện thoại').fill('0977 111 222')
        await second.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
        await second.getByLabel(new RegExp(sweets.replace(/[()]/g, '.'))).fill('1')
        await buyer.getByRole('button', { name: 'Xem phí giao hàng' }).click()
        await expect(buyer.getByText(/giỏ có 3, bạn đã chia 4/).first()).toBeVisible()
        await expect(first.getByLabel('Lời chúc in kèm')).toHaveValue('Chúc bà năm mới khỏe. Cháu Xa')
        await first.getByLabel(new RegExp(sweets.replace(/[()]/g, '.'))).fill('2')
        await buyer.getByRole('button', { name: 'Tính lại phí giao hàng' }).click()
        await expect(buyer.getByText('Giao đến:').first()).toBeVisible()
        await expect(buyer.getByText(/^Gửi Chú Ba$|Gửi Chú Ba/).first()).toBeVisible()
        await accessible(buyer)
        expect(await buyer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
        await picture(buyer, 'gift-checkout')
        await buyer.getByRole('button', { name: 'Đặt hàng', exact: true }).click()
        await buyer.waitForURL(/\/don-hang\/DS[A-Z2-9]{8}\?k=/)
      })

      await test.step('one page shows each order with its receiver and its QR', async () => {
        const orders = buyer.getByRole('region', { name: 'Các đơn cùng lần đặt' })
        await expect(orders.getByText('Còn 3 trên 3 đơn phải chuyển khoản.')).toBeVisible()
        await expect(orders.getByText('Gửi Bà Ngoại')).toHaveCount(2)
        await expect(orders.getByText('Gửi Chú Ba')).toHaveCount(1)
        await expect(orders.getByRole('img', { name: /^Mã VietQR/ })).toHaveCount(3)
        await accessible(buyer)
        expect(await buyer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
        await picture(buyer, 'gift-orders')
        await buyer.setViewportSize({ width: 1280, height: 800 })
        await picture(buyer, 'gift-orders-wide')
      })

      await test.step('the seller reads whom it is for, and that nobody there is asked for money', async () => {
        await seller.goto('/van-phong/ban-hang')
        await seller
          .getByRole('link', { name: /^DS[A-Z2-9]{8}$/ })
          .first()
          .click()
        await expect(seller.getByText('Người mua', { exact: true }).first()).toBeVisible()
        await expect(seller.getByText('không thu tiền của người nhận').first()).toBeVisible()
        await picture(seller, 'gift-seller')
      })
    } finally {
      await fresh.remove()
    }
  },
)
