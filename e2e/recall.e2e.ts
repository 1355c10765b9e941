import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { withoutFaults } from './first-day.ts'
import { accounts, byScript, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { confirmFinal } from './way/office.ts'

/** In a product of its own: what is recalled here is sold on other journeys. */
test.describe('unsafe goods', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 300_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const isByScript = () => test.info().project.use.javaScriptEnabled !== false
  const open = async (browser: Browser): Promise<Page> => {
    const { javaScriptEnabled } = test.info().project.use
    const context = await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 640 }, javaScriptEnabled })
    context.setDefaultTimeout(20_000)
    return context.newPage()
  }
  const enter = async (browser: Browser, account: Account): Promise<Page> => {
    const page = await open(browser)
    await page.goto('/dang-nhap')
    await page.locator('input[name="email"]').fill(accounts[account])
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    return page
  }
  const show = async (page: Page, path: string) => {
    await page.goto(path)
    if (isByScript() && path.startsWith('/van-phong')) await byScript(page)
  }
  const aPhoto = async (name: string) => {
    const image = sharp({ create: { width: 600, height: 400, channels: 3, background: '#486' } })
    return { name, mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() }
  }
  const order = async (browser: Browser, buyer: string): Promise<{ page: Page; code: string }> => {
    const page = await open(browser)
    await page.goto('/san-pham?q=keo+dua+sap')
    await page.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
    await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await page.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
    await page.getByLabel('Họ và tên').fill(buyer)
    await page
      .getByLabel('Số điện thoại')
      .fill(`09${String(10_000_000 + (Math.abs([...buyer].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7)) % 89_999_999))}`)
    await page.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè')
    await page.getByRole('button', { name: 'Đặt hàng' }).click()
    await expect(page).toHaveURL(/\/don-hang\/DS/)
    return { page, code: /DS[A-Z2-9]{8}/.exec(page.url())![0] }
  }
  /** The page of an order once the platform has given it up: the worker does so a moment after the recall. */
  const says = (page: Page, text: string) =>
    expect
      .poll(
        async () => {
          await page.reload()
          return page.getByRole('main').innerText()
        },
        { timeout: 60_000 },
      )
      .toContain(text)
  const startForm = async (page: Page, reason: string) => {
    await page.getByRole('textbox', { name: 'Lý do' }).fill(reason)
    await page.getByLabel('Mức rủi ro').selectOption({ label: 'Rủi ro cao' })
  }
  const count = async (
    page: Page,
    address: string,
    kind: string,
    quantity: number,
    proof?: { file: Awaited<ReturnType<typeof aPhoto>>; photo: Awaited<ReturnType<typeof aPhoto>>; witness: string },
  ) => {
    await show(page, address)
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: kind })
    await page.getByLabel('Số lượng').fill(String(quantity))
    if (proof) {
      await page.getByLabel(/^Người chứng kiến/).fill(proof.witness)
      await page.getByLabel(/^Ảnh hoặc biên bản/).setInputFiles(proof.file)
      await page.getByLabel(/^Thêm ảnh chụp tại chỗ/).setInputFiles(proof.photo)
    }
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await expect(page.locator('#so').getByText(`${kind}: ${quantity} (`)).toBeVisible()
  }

  test('a seller recalls a lot; buyers read what to do and get their money; the goods are counted, destroyed, and the case is closed', async ({
    browser,
  }) => {
    const unpaid = await order(browser, 'Lê Thị Chưa Trả')
    const paid = await order(browser, 'Trần Văn Đã Trả')
    const given = await order(browser, 'Phạm Thị Đã Nhận')
    await expect(unpaid.page.getByRole('img', { name: /^Mã VietQR/ })).toBeVisible()

    const seller = await enter(browser, 'producer')
    for (const { code } of [paid, given]) {
      await show(seller, '/van-phong/ban-hang')
      await seller.getByRole('link', { name: code }).click()
      await seller.getByRole('button', { name: 'Xác nhận đã nhận tiền' }).click()
      await expect(seller.getByText('Nhận đủ tiền', { exact: true })).toBeVisible()
    }
    await seller.getByRole('button', { name: 'Đã giao hàng' }).click()
    await expect(seller.getByRole('listitem').filter({ hasText: 'Giao hàng' })).toBeVisible()

    // The seller finds its lot, sees how far the goods went, and only then recalls.
    await show(seller, '/van-phong/lo')
    await seller.getByRole('main').getByRole('link', { name: /-01$/ }).first().click()
    await expect(seller.getByRole('heading', { level: 1, name: /^Lô / })).toBeVisible()
    await seller.getByRole('link', { name: 'Xem và thu hồi' }).click()
    await expect(seller.getByText('1 lô, 3 đơn hàng, 3 người mua', { exact: false })).toBeVisible()
    if (isByScript()) await byScript(seller)
    await withoutFaults(seller)
    await seller.getByRole('button', { name: 'Thu hồi', exact: true }).click()
    await expect(seller.getByRole('alert')).toContainText('Chọn mức rủi ro')
    await startForm(seller, 'Kiểm nghiệm không đạt')
    await seller.getByRole('button', { name: 'Thu hồi', exact: true }).click()
    await expect(seller.getByRole('listitem').filter({ hasText: 'hủy đơn chưa giao và báo 3 người mua của 3 đơn' })).toBeVisible()
    await confirmFinal(seller, 'Thu hồi hàng hóa')
    await expect(seller.getByRole('heading', { level: 1, name: /^Thu hồi TH-\d{4}-\d{3}$/ })).toBeVisible()
    const address = new URL(seller.url()).pathname
    await show(seller, address)
    await withoutFaults(seller)

    // Nobody is asked to pay any more; each buyer reads what to do.
    await unpaid.page.reload()
    await expect(unpaid.page.getByRole('img', { name: /^Mã VietQR/ })).toBeHidden()
    await says(unpaid.page, 'nên đơn bị hủy. Đừng chuyển khoản')
    await says(paid.page, 'Người bán phải hoàn tiền cho bạn')
    await given.page.reload()
    await expect(given.page.getByText('Hàng bạn đã nhận thuộc lô đã thu hồi.', { exact: false })).toBeVisible()
    await withoutFaults(given.page)

    // Money goes back also for what was handed over.
    for (const { code, page } of [paid, given]) {
      await show(seller, address)
      await seller.getByRole('link', { name: code }).click()
      await expect(seller.getByRole('heading', { level: 1, name: `Đơn ${code}` })).toBeVisible()
      await seller.getByRole('button', { name: 'Ghi nhận đã hoàn' }).click()
      await expect(seller.getByText(/^Hoàn toàn bộ tiền/)).toBeVisible()
      await says(page, 'Người bán đã hoàn tiền cho bạn')
    }

    // A point of sale answers by its link.
    await show(seller, address)
    await seller.getByLabel('Tên điểm bán, đối tác').fill('Quầy chợ Cầu Kè')
    await seller.getByRole('button', { name: 'Báo nơi này' }).click()
    const link = seller.locator('#diem-ban').getByRole('link', { name: /xac-nhan/ })
    await expect(link).toBeVisible()
    const partner = await open(browser)
    await partner.goto((await link.getAttribute('href'))!)
    await withoutFaults(partner)
    await partner.getByLabel('Tên người xác nhận').fill('Chị Hai')
    await partner.getByLabel(/^Số còn giữ/).fill('2')
    await partner.getByRole('button', { name: 'Tôi đã ngừng bán' }).click()
    await expect(partner.getByText('Chị Hai đã xác nhận, còn giữ 2.', { exact: false })).toBeVisible()

    // The authority decides within its day.
    const office = await enter(browser, 'provincialOfficer')
    await show(office, '/van-phong')
    await expect(office.getByText('1 đợt thu hồi chờ cơ quan quyết định')).toBeVisible()
    await show(office, address)
    await office.getByLabel('Số quyết định').fill('45/QĐ-SNNMT')
    await office.getByLabel('Cách xử lý hàng').selectOption({ label: 'Tiêu hủy' })
    await office.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(office.getByText(/^45\/QĐ-SNNMT, ngày/)).toBeVisible()

    // 60 were made, 1 was sold and came back: everything is destroyed.
    await count(seller, address, 'Tìm thấy, giữ riêng', 59)
    await count(seller, address, 'Người mua trả lại', 1)
    await count(seller, address, 'Đã tiêu hủy', 60, {
      file: await aPhoto('bien-ban.jpg'),
      photo: await aPhoto('tieu-huy.jpg'),
      witness: 'Cán bộ xã',
    })
    await expect(seller.getByText('Không còn gì chưa xong.')).toBeVisible()
    await show(seller, address)
    await seller.getByRole('button', { name: 'Kết thúc thu hồi' }).click()
    await confirmFinal(seller, 'Kết thúc thu hồi')
    await expect(seller.getByText('Đã kết thúc', { exact: true }).first()).toBeVisible()
    const report = await seller.request.get(`${product.url}${address}/giay/bao-cao-thu-hoi.docx`)
    expect(report.headers()['content-type']).toContain('wordprocessingml')

    // Everyone reads which lot it was, in each language, and nobody who bought it.
    const reader = await open(browser)
    for (const [path, title] of [
      ['/thu-hoi', 'Hàng hóa bị thu hồi'],
      ['/en/thu-hoi', 'Recalled goods'],
    ] as const) {
      await reader.goto(path)
      await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(reader.getByText('Kiểm nghiệm không đạt')).toBeVisible()
      await expect(reader.getByText('Chưa Trả')).toBeHidden()
      await withoutFaults(reader)
    }
    const csv = await (await reader.request.get('/api/v1/recalls?format=csv')).text()
    expect(csv).toContain('Kiểm nghiệm không đạt')
    expect(csv).not.toContain('Chưa Trả')
  })

  test('a producer rehearses a recall: no lot changes, nobody is told, and each step has its minute', async ({ browser }) => {
    const seller = await enter(browser, 'otherProducer')
    await show(seller, '/van-phong/thu-hoi')
    await seller.getByRole('link', { name: 'Thu hồi hoặc diễn tập' }).click()
    // By the place where the goods lie: its own workshop.
    await seller.getByText('Tìm theo nguyên liệu, nơi để hàng').click()
    await seller.getByLabel(/^Nơi hàng đã nằm/).fill('xuong')
    await seller.getByRole('button', { name: 'Tìm', exact: true }).click()
    await expect(seller.getByText(/^Làm ra 40 đòn/)).toBeVisible()
    if (isByScript()) await byScript(seller)
    await startForm(seller, 'Diễn tập hằng năm')
    await seller.getByRole('button', { name: 'Diễn tập', exact: true }).click()
    await expect(seller.getByRole('heading', { level: 1, name: /^Diễn tập thu hồi TH-/ })).toBeVisible()
    const address = new URL(seller.url()).pathname
    await count(seller, address, 'Tìm thấy, giữ riêng', 40)
    await count(seller, address, 'Đã tiêu hủy', 40)
    await show(seller, address)
    await seller.getByRole('button', { name: 'Kết thúc thu hồi' }).click()
    await confirmFinal(seller, 'Kết thúc thu hồi')
    await expect(seller.getByText(/phút sau khi bắt đầu tìm/).first()).toBeVisible()
    await withoutFaults(seller)
    const reader = await open(browser)
    await reader.goto('/thu-hoi')
    await expect(reader.getByText('Diễn tập hằng năm')).toBeHidden()
  })
})
