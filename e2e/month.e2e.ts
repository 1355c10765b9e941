import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

test.use({ viewport: { width: 360, height: 640 } })

const product = 'Kẹo dừa sáp (mẫu)'
const named = new RegExp(product.replace(/[()]/g, '.'))

// A product of its own: how a seller sells is asked of every order from then on.
test(
  'a canteen orders in Khmer before it pays, gets the bill of the month, finds something wrong, is answered, and one transfer pays all of it',
  { tag: '@no-js' },
  async ({ browser, javaScriptEnabled }) => {
    test.setTimeout(300_000)
    const fresh = await aFreshProduct('demo')
    await fresh.start()
    const options = { baseURL: fresh.url, javaScriptEnabled, viewport: { width: 360, height: 640 } }
    const open = async () => (await browser.newContext(options)).newPage()
    const [seller, buyer] = await Promise.all([open(), open()])
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
      let billLink = ''
      await test.step('the seller agrees on a limit and a term', async () => {
        await seller.goto('/dang-nhap')
        await seller.locator('input[name="email"]').fill(accounts.producer)
        await seller.locator('input[name="password"]').fill('dacsan-demo')
        await seller.locator('input[name="password"]').press('Enter')
        await seller.waitForURL((url) => url.pathname !== '/dang-nhap')
        await seller.goto('/van-phong/ban-hang/khach-thoa-thuan')
        await ready(seller)
        await seller.getByLabel('Loại khách').selectOption('canteen')
        await seller.getByLabel('Tên khách').fill('Bếp ăn Chùa Âng')
        await seller.getByLabel('Số điện thoại').fill('0912 345 888')
        await seller.getByLabel('Nhắn khách bằng').selectOption('km')
        await seller.getByRole('button', { name: 'Thêm khách' }).click()
        await seller.waitForURL(/khach-thoa-thuan\/agb_/)
        await ready(seller)
        code = (await seller.locator('.code').textContent())!.trim()
        await seller.getByLabel('Đến hết ngày').first().fill('2099-12-31')
        await seller.getByLabel('Giảm mọi hàng').fill('10')
        await seller.getByLabel('Cho nợ nhiều nhất').fill('5.000.000')
        await seller.getByLabel('Hạn trả sau bảng kê').fill('15')
        await seller.getByText('Có bảng kê quá hạn thì ngừng bán trả sau').click()
        await seller.getByRole('button', { name: 'Lập bảng giá' }).click()
        await expect(seller.getByText('Ngừng bán trả sau khi có bảng kê quá hạn.')).toBeVisible()
      })

      await test.step('the canteen opens its shelf in Khmer and orders on account', async () => {
        await buyer.goto(`/km/gia-thoa-thuan?ma=${code}`)
        await buyer.locator('input[name="phone"]').fill('12')
        await buyer.getByRole('button', { name: 'មើលតម្លៃរបស់ខ្ញុំ' }).click()
        await expect(buyer.locator('input[name="code"]')).toHaveValue(code)
        await buyer.locator('input[name="phone"]').fill('0912 345 888')
        await buyer.getByRole('button', { name: 'មើលតម្លៃរបស់ខ្ញុំ' }).click()
        await expect(buyer.getByText('សម្រាប់ Bếp ăn Chùa Âng។')).toBeVisible()
        await fits(buyer, 'agreed-shelf-km')
        await buyer.getByRole('spinbutton', { name: named }).fill('2')
        await buyer.getByRole('button', { name: new RegExp(`^ដាក់ក្នុងកន្ត្រក៖ ${named.source}`) }).click()
        await buyer.waitForURL(/\/km\/gio-hang/)
        await buyer.goto('/km/dat-hang')
        await buyer.locator('input[name="buyerName"]').fill('Bếp ăn Chùa Âng')
        await buyer.locator('input[name="buyerPhone"]').fill('0912 345 888')
        await buyer.locator('input[name="buyerAddress"]').fill('Ấp 3, xã Cầu Kè, Vĩnh Long')
        await buyer.locator('input[value="account"]').check({ force: true })
        await buyer.locator('form[action*="order"] button, main form button').last().click()
        await buyer.waitForURL(/\/km\/don-hang\/DS[A-Z2-9]{8}\?k=/)
      })

      await test.step('another order comes by telephone, at the same price and on account', async () => {
        await seller.goto('/van-phong/ban-hang/don-moi')
        await ready(seller)
        await seller.getByLabel(named).first().fill('1')
        await seller.getByLabel('Khách thỏa thuận').selectOption({ index: 1 })
        await seller.getByLabel('Họ và tên').fill('Bếp ăn Chùa Âng')
        await seller.getByLabel('Số điện thoại').fill('0912345888')
        await seller.getByLabel('Địa chỉ nhận hàng').fill('Ấp 3, xã Cầu Kè, Vĩnh Long')
        await seller.getByRole('button', { name: 'Xem tổng tiền' }).click()
        await expect(seller.getByText(/76\.500/).first()).toBeVisible()
        await seller.getByLabel(/Trả theo bảng kê tháng/).check({ force: true })
        await seller.getByText(/Tôi đã nói với khách/).click()
        await fits(seller, 'order-by-telephone')
        await seller.getByRole('button', { name: 'Ghi đơn' }).click()
        await seller.waitForURL(/\/ban-hang\/don\/ord_/)
      })

      await test.step('the seller makes the bill', async () => {
        await seller.goto('/van-phong/ban-hang/khach-thoa-thuan')
        await seller.getByRole('link', { name: 'Bếp ăn Chùa Âng' }).click()
        await ready(seller)
        await seller.getByLabel('Gồm đơn đặt đến hết ngày').fill('2099-01-01')
        await seller.getByRole('button', { name: 'Lập bảng kê' }).click()
        await expect(seller.getByText('không thể sau hôm nay').first()).toBeVisible()
        await fits(seller, 'agreed-buyer-bills')
        const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
        await seller.getByLabel('Gồm đơn đặt đến hết ngày').fill(today)
        await seller.getByRole('button', { name: 'Lập bảng kê' }).click()
        await seller.waitForURL(/cong-no\/bil_/)
        await expect(seller.getByText(/229\.500/).first()).toBeVisible()
        await fits(seller, 'bill-of-seller')
        billLink = (await seller.getByRole('link', { name: /bang-ke-thang/ }).getAttribute('href'))!
        await seller.goto('/van-phong/ban-hang/cong-no')
        await expect(seller.getByText('Chưa đến hạn').first()).toBeVisible()
        await fits(seller, 'debts')
      })

      await test.step('the canteen reads it in Khmer, and says what is wrong', async () => {
        expect(billLink).toContain('/km/bang-ke-thang/DS')
        await buyer.goto(billLink)
        await expect(buyer.getByText(/229[.,]500/).first()).toBeVisible()
        await expect(buyer.getByRole('img', { name: /VietQR/ })).toBeVisible()
        await fits(buyer, 'bill-km')
        await buyer.getByRole('button', { name: 'ប្រាប់អ្នកលក់' }).click()
        await expect(buyer.getByText('សូមសរសេរអ្វីដែលមិនត្រឹមត្រូវ។').first()).toBeVisible()
        await buyer.locator('textarea[name="note"]').fill('Thiếu một hộp kẹo')
        await buyer.getByRole('button', { name: 'ប្រាប់អ្នកលក់' }).click()
        await expect(buyer.getByText('Thiếu một hộp kẹo')).toBeVisible()
        await seller.getByRole('link', { name: /Bảng kê số 1/ }).click()
        await ready(seller)
        await seller.getByLabel('Trả lời khách').fill('Đã giao bù sáng nay')
        await seller.getByRole('button', { name: 'Gửi trả lời' }).click()
        await expect(seller.getByText('Đã giao bù sáng nay')).toBeVisible()
      })

      await test.step('one transfer with its code pays all of it', async () => {
        const billCode = /DS[A-Z2-9]{8}/.exec(billLink)![0]
        const day = new Intl.DateTimeFormat('vi-VN', {
          timeZone: 'Asia/Ho_Chi_Minh',
          day: '2-digit',
          month: '2-digit',
          year: 'numeric',
        }).format(new Date())
        const text = `VietinBank eFAST\nNgày giao dịch;Số giao dịch;Mô tả giao dịch;Ghi nợ;Ghi có;Số dư TK\n${day};FT1;CT DEN ${billCode};;229500;229500\n`
        await seller.goto('/van-phong/tien-ve/sao-ke')
        await ready(seller)
        await seller.getByLabel('Tệp sao kê').setInputFiles({ name: 'vietinbank.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
        await seller.getByRole('button', { name: 'Xem trước' }).click()
        await expect(seller.getByText('1 khoản đúng đơn, ghi ngay')).toBeVisible()
        await seller.getByRole('button', { name: /Ghi 1 khoản/ }).click()
        await expect(seller.getByText(/1 khoản tự ghi cho đơn/)).toBeVisible()
        await buyer.goto(billLink)
        await expect(buyer.getByText('បានបង់អស់ហើយ។ សូមអរគុណ។')).toBeVisible()
        await expect(buyer.getByRole('img', { name: /VietQR/ })).toHaveCount(0)
        await fits(buyer, 'bill-paid-km')
      })
    } finally {
      await fresh.remove()
    }
  },
)
