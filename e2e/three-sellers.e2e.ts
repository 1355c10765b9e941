import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

test.use({ viewport: { width: 360, height: 640 } })

const sweets = 'Kẹo dừa sáp (mẫu)'
const cakes = 'Bánh tét ba màu (mẫu)'
const nectar = 'Mật hoa dừa (mẫu)'
/** An old telephone on a slow line (Lighthouse's slow 4G). */
const slow4g = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }

// A product of its own: from the table on, every order of this seller asks for its way.
test(
  'goods of three sellers in one cart: one is paid at the door with a code, two by their QR, ordered within three minutes on a slow telephone, and one page says whom to pay and how',
  { tag: '@no-js' },
  async ({ browser, javaScriptEnabled }) => {
    test.setTimeout(600_000)
    const fresh = await aFreshProduct('demo')
    await fresh.start()
    const options = { baseURL: fresh.url, javaScriptEnabled, viewport: { width: 360, height: 640 } }
    const open = async () => (await browser.newContext(options)).newPage()
    const [seller, third, buyer] = await Promise.all([open(), open(), open()])
    const ready = (page: Page) => (javaScriptEnabled === false ? Promise.resolve() : byScript(page))
    const accessible = async (page: Page) => {
      if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    }
    const signIn = async (page: Page, account: string) => {
      await page.goto('/dang-nhap')
      await page.locator('input[name="email"]').fill(account)
      await page.locator('input[name="password"]').fill('dacsan-demo')
      await page.locator('input[name="password"]').press('Enter')
      await page.waitForURL((url) => url.pathname !== '/dang-nhap')
    }
    const bringsByExample = async (page: Page) => {
      await page.getByRole('link', { name: 'Điền thử theo ví dụ' }).click()
      await expect(page.getByText('Đây là số ví dụ, chưa lưu.')).toBeVisible()
      await ready(page)
      await page.getByRole('button', { name: 'Lưu bảng phí' }).click()
      await expect(page.getByRole('button', { name: 'Bỏ bảng phí' })).toBeVisible()
      await ready(page)
    }
    let taps = 0
    const tap = async (role: 'button' | 'link' | 'radio', name: string | RegExp) => {
      taps++
      await buyer
        .getByRole(role, { name, exact: typeof name === 'string' })
        .first()
        .click()
    }
    const fill = async (label: string, text: string) => {
      taps++
      await buyer.getByLabel(label).fill(text)
    }
    try {
      await test.step('the seller takes cash in its province up to a sum, and makes a code', async () => {
        await signIn(seller, accounts.producer)
        await seller.goto('/van-phong/ban-hang/giao-hang')
        await expect(seller.getByText('Chỉ bật được khi đã có bảng phí giao hàng ở trên.')).toBeVisible()
        await bringsByExample(seller)
        await seller.getByLabel('Thu nhiều nhất mỗi đơn').fill('500.000')
        await seller.getByRole('button', { name: 'Lưu cách thu tiền' }).click()
        await expect(seller.getByText('Chọn ít nhất một vùng.').first()).toBeVisible()
        await expect(seller.getByLabel('Thu nhiều nhất mỗi đơn')).toHaveValue('500.000')
        await seller.getByRole('checkbox', { name: 'Cùng xã, phường' }).check()
        await seller.getByRole('checkbox', { name: 'Trong tỉnh' }).check()
        await seller.getByRole('button', { name: 'Lưu cách thu tiền' }).click()
        await expect(seller.getByRole('button', { name: 'Ngừng thu tiền khi giao' })).toBeVisible()
        await accessible(seller)

        await seller.goto('/van-phong/ban-hang/ma-giam-gia')
        await ready(seller)
        await seller.getByLabel('Mã', { exact: true }).fill('tet 2027')
        await seller.getByLabel('Giảm phần trăm').fill('10')
        await seller.getByLabel('Cho tiền hàng từ').fill('50000')
        await seller.getByLabel('Đến hết ngày').fill('2099-12-31')
        await seller.getByLabel('Số lượt').fill('10')
        await seller.getByRole('button', { name: 'Tạo mã' }).click()
        await expect(seller.getByText('TET2027', { exact: true })).toBeVisible()
        await expect(seller.getByText('đã dùng 0 / 10 lượt')).toBeVisible()
        await accessible(seller)
      })

      await test.step('another brings too, and takes no cash', async () => {
        await signIn(third, 'chuthe3@demo.vn')
        await third.goto('/van-phong/ban-hang/giao-hang')
        await bringsByExample(third)
      })

      const telephone = await buyer.context().newCDPSession(buyer)
      await telephone.send('Network.enable')
      await telephone.send('Network.emulateNetworkConditions', slow4g)
      await telephone.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      const begun = Date.now()
      await test.step('the buyer orders of all three', async () => {
        for (const [typed, product] of [
          ['keo dua sap', sweets],
          ['banh tet ba mau', cakes],
          ['mat hoa dua', nectar],
        ] as const) {
          await buyer.goto(`/san-pham?q=${encodeURIComponent(typed)}`)
          await tap('link', new RegExp(product.replace(/[()]/g, '.')))
          await tap('button', 'Thêm vào giỏ')
        }
        await tap('link', 'Đặt hàng')
        await fill('Họ và tên', 'Lê Thị Xa')
        await fill('Số điện thoại', '0912 345 678')
        await fill('Địa chỉ nhận hàng', 'Ấp 3, xã Kim Hòa, huyện Cầu Ngang, Trà Vinh')
        await buyer.getByText('Có mã giảm giá?').first().click()
        await buyer.locator('input[name^="voucher-"]').first().fill('TET2O27')
        await tap('button', 'Dùng mã')
        await expect(buyer.getByText('người bán này không có mã này').first()).toBeVisible()
        await expect(buyer.getByLabel('Họ và tên')).toHaveValue('Lê Thị Xa')
        // Whichever seller stands first: the code is that of the one who brings.
        const brings = buyer.locator('input[type="radio"][name^="pay-"][value="cod"]')
        const id = (await brings.getAttribute('name'))!.slice('pay-'.length)
        for (const field of await buyer.locator('input[name^="voucher-"]').all())
          await field.evaluate((node) => ((node as HTMLInputElement).value = ''))
        const own = buyer.locator(`input[name="voucher-${id}"]`)
        if (!(await own.isVisible())) await buyer.locator('details', { has: own }).locator('summary').click()
        await own.fill('tet2027')
        taps += 3
        await brings.check()
        await tap('button', 'Tính lại phí giao hàng')
        await expect(buyer.getByText('Giảm theo mã TET2027')).toBeVisible()
        await expect(buyer.getByText(/^Trả 96\.500\s. khi nhận hàng\./)).toBeVisible()
        await accessible(buyer)
        await tap('button', 'Đặt hàng')
        await buyer.waitForURL(/\/don-hang\/DS[A-Z2-9]{8}\?k=/)
      })
      const seconds = (Date.now() - begun) / 1000
      console.log(`Buyer of three sellers on a slow telephone: ${taps} taps and fields, ${seconds.toFixed(1)} s`)
      expect(seconds).toBeLessThan(180)

      const orders = buyer.getByRole('region', { name: 'Các đơn cùng lần đặt' })
      await expect(orders.getByText('Còn 2 trên 3 đơn phải chuyển khoản.')).toBeVisible()
      await expect(orders.getByRole('img', { name: /^Mã VietQR/ })).toHaveCount(2)
      await expect(orders.getByText(/^Trả 96\.500\s. khi nhận hàng$/)).toBeVisible()
      await expect(orders.getByRole('link', { name: /^Gọi / })).toHaveCount(3)
      await accessible(buyer)
      expect(await buyer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      if (process.env['PICTURES']) await buyer.screenshot({ path: `${process.env['PICTURES']}/group.png`, fullPage: true })
      const page = buyer.url()

      await test.step('the seller takes the order, hands it over, and writes down the cash', async () => {
        await seller.goto('/van-phong/ban-hang?queue=to-confirm')
        await seller.getByRole('link', { name: /^DS[A-Z2-9]{8}$/ }).click()
        await ready(seller)
        await seller.getByRole('button', { name: 'Nhận đơn' }).click()
        await seller.getByRole('button', { name: 'Đã giao hàng' }).click()
        await expect(seller.getByRole('button', { name: 'Đã nhận được tiền' })).toBeVisible()
        await accessible(seller)
        if (process.env['PICTURES']) await seller.screenshot({ path: `${process.env['PICTURES']}/seller.png`, fullPage: true })
        await seller.getByLabel('Số tiền đã thu').fill('90.000')
        await seller.getByRole('button', { name: 'Đã nhận được tiền' }).click()
        await expect(seller.getByText('Hãy ghi lý do.').first()).toBeVisible()
        await seller.getByLabel('Số tiền đã thu').fill('96.500')
        await seller.getByRole('button', { name: 'Đã nhận được tiền' }).click()
        await expect(seller.getByText('Nhận đủ tiền', { exact: true })).toBeVisible()
      })
      await buyer.goto(page)
      await expect(orders.getByText('Người bán đã nhận đủ tiền và đã giao hàng.')).toBeVisible()
    } finally {
      await fresh.remove()
    }
  },
)
