import type { Browser, Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { withoutFaults } from './first-day.ts'
import { aFreshProduct } from './start-product.ts'
import { confirmFinal, todayInVietnam } from './way/office.ts'

const seller = 'HTX Dừa sáp Cầu Kè (dữ liệu mẫu)'
const goods = 'Kẹo dừa sáp (mẫu)'
const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`)

/** In a product of its own: a seller whose goods are away is missed on other journeys. */
test.describe('the seller as the law sees it', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 300_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const isByScript = () => test.info().project.use.javaScriptEnabled !== false
  const enter = async (browser: Browser, account: Account | null): Promise<Page> => {
    const { javaScriptEnabled } = test.info().project.use
    const context = await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 640 }, javaScriptEnabled })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    if (account === null) return page
    await page.goto('/dang-nhap')
    await page.locator('input[name="email"]').fill(accounts[account])
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    return page
  }
  const show = async (page: Page, path: string) => {
    await page.goto(path)
    if (isByScript()) await byScript(page)
  }
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: test.info().outputPath(`${name}-360.png`), fullPage: true })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.screenshot({ path: test.info().outputPath(`${name}-1280.png`), fullPage: true })
    await page.setViewportSize({ width: 360, height: 640 })
  }
  const isOnSale = async (buyer: Page, sold: boolean) => {
    await buyer.goto('/san-pham?q=keo+dua+sap')
    await buyer.getByRole('link', { name: goods }).first().click()
    await expect(buyer.getByRole('heading', { level: 1, name: goods })).toBeVisible()
    const put = buyer.getByRole('button', { name: 'Thêm vào giỏ' })
    await (sold ? expect(put).toBeVisible() : expect(put).toBeHidden())
  }
  const openSeller = async (office: Page) => {
    await show(office, '/van-phong/nguoi-ban')
    await office.getByRole('link', { name: `Giấy tờ, xác minh, tạm ngừng: ${seller}` }).click()
    await expect(office.getByRole('heading', { level: 1, name: seller })).toBeVisible()
    if (isByScript()) await byScript(office)
  }

  test('a wrong paper takes the goods off the shelf, a right one brings them back, and its last day is that of the seller', async ({
    browser,
  }) => {
    const [own, office, buyer] = [await enter(browser, 'producer'), await enter(browser, 'trade'), await enter(browser, null)]
    await isOnSale(buyer, true)
    await openSeller(office)
    await withoutFaults(office)
    await picture(office, 'seller')
    const paper = (page: Page) => page.getByRole('region', { name: 'Giấy đăng ký của cơ sở' })
    await paper(office).getByText('Trả lại', { exact: true }).first().click()
    await paper(office).getByLabel('Vì sao trả lại').fill('Giấy của cơ sở khác')
    await paper(office).getByRole('button', { name: 'Trả lại' }).click()
    await expect(office.getByText('Đã ghi.')).toBeVisible()
    await expect(office.getByText('Chưa đủ giấy còn hạn')).toBeVisible()
    await isOnSale(buyer, false)

    await show(own, '/van-phong/ban-hang/giay-to')
    await expect(own.getByText('Bị trả lại: Giấy của cơ sở khác').first()).toBeVisible()
    // What is missing is told beside its field, and nothing typed is lost.
    await paper(own).getByLabel('Số', { exact: true }).fill('58A8000001')
    await paper(own).getByLabel('Nơi cấp').fill('UBND xã Cầu Kè')
    await paper(own).getByLabel('Ngày cấp').fill('2026-01-05')
    await paper(own).getByRole('button', { name: 'Nộp giấy' }).click()
    await expect(own.getByRole('link', { name: 'Ghi ngày hết hạn, hoặc đánh dấu giấy không ghi thời hạn.' })).toBeVisible()
    await expect(paper(own).getByLabel('Nơi cấp')).toHaveValue('UBND xã Cầu Kè')
    await withoutFaults(own)
    await picture(own, 'papers')
    await paper(own).getByLabel('Có hạn đến').fill(todayInVietnam())
    await paper(own).getByLabel('Ảnh hoặc PDF của giấy').setInputFiles({ name: 'dang-ky.pdf', mimeType: 'application/pdf', buffer: pdf })
    await paper(own).getByRole('button', { name: 'Nộp giấy' }).click()
    await expect(own.getByText('Đã nộp. Văn phòng sẽ xem')).toBeVisible()

    await openSeller(office)
    await paper(office)
      .getByRole('button', { name: /^Xác minh giấy này/ })
      .click()
    await expect(office.getByText('Đã ghi.')).toBeVisible()
    await office.getByLabel('Đã đối chiếu bằng cách nào').fill('Đối chiếu bản gốc tại văn phòng')
    await office.getByRole('button', { name: 'Xác minh', exact: true }).click()
    const [year, month, day] = todayInVietnam().split('-')
    await expect(office.getByText('Xác minh đến')).toBeVisible()
    await expect(office.getByText(`${day}/${month}/${year}`).first()).toBeVisible()
    await isOnSale(buyer, true)
    await show(own, '/van-phong/ban-hang/giay-to')
    await expect(own.getByText(`đến hết ngày ${day}/${month}/${year}`)).toBeVisible()
    for (const page of [own, office, buyer]) await page.context().close()
  })

  test('an authority orders it: the goods are away at once, the seller is heard, and the goods are back when it is lifted', async ({
    browser,
  }) => {
    const [own, office, buyer] = [await enter(browser, 'producer'), await enter(browser, 'trade'), await enter(browser, null)]
    await openSeller(office)
    await office.getByText('Yêu cầu của cơ quan: tạm ngừng ngay').click()
    await office.getByLabel('Cơ quan yêu cầu').fill('Chi cục Quản lý thị trường')
    await office.getByLabel('Văn bản số').fill('12/QĐ-QLTT')
    await office.getByLabel('Nhận lúc (ngày, giờ)').fill(`${todayInVietnam()}T00:00`)
    await office.getByRole('button', { name: 'Ghi yêu cầu' }).click()
    await expect(office.getByRole('link', { name: 'Ghi lý do.' })).toBeVisible()
    await expect(office.getByLabel('Văn bản số')).toHaveValue('12/QĐ-QLTT')
    await office.locator('form[action="?/receive"]').getByLabel('Lý do').fill('Hàng không rõ nguồn gốc')
    await office.getByLabel('Ảnh hoặc PDF của văn bản').setInputFiles({ name: 'qd.pdf', mimeType: 'application/pdf', buffer: pdf })
    await office.getByRole('button', { name: 'Ghi yêu cầu' }).click()
    await expect(office.getByText('Phải thực hiện trước')).toBeVisible()
    await isOnSale(buyer, true)
    await office.getByRole('button', { name: 'Tạm ngừng ngay', exact: true }).click()
    await expect(office.getByText('rời mọi trang công khai ngay')).toBeVisible()
    await picture(office, 'confirm')
    await confirmFinal(office, 'Tạm ngừng người bán ngay')
    await expect(office.getByText('Đang tạm ngừng').first()).toBeVisible()
    await isOnSale(buyer, false)

    await show(own, '/van-phong/ban-hang/ke')
    await own.getByRole('link', { name: 'Lý do và trả lời' }).click()
    await expect(own.getByText('12/QĐ-QLTT')).toBeVisible()
    if (isByScript()) await byScript(own)
    await withoutFaults(own)
    await own.getByLabel('Bạn muốn nói gì').fill('Hóa đơn mua nguyên liệu đã gửi kèm.')
    await own.getByRole('button', { name: 'Gửi trả lời' }).click()
    await expect(own.getByText('Hóa đơn mua nguyên liệu đã gửi kèm.')).toBeVisible()
    await picture(own, 'suspended')
    const file = await own.request.get('/van-phong/ban-hang/du-lieu')
    expect([file.status(), file.headers()['content-type']]).toEqual([200, expect.stringContaining('spreadsheet')])

    await openSeller(office)
    await expect(office.getByText('Hóa đơn mua nguyên liệu đã gửi kèm.')).toBeVisible()
    await office.getByText('Bỏ tạm ngừng', { exact: true }).first().click()
    await office.getByLabel('Vì sao cho bán lại').fill('Đã chứng minh nguồn gốc')
    await office.getByLabel('Theo văn bản số').fill('20/QĐ-QLTT')
    await office.getByRole('button', { name: 'Bỏ tạm ngừng' }).click()
    await expect(office.getByText('Văn bản số 20/QĐ-QLTT')).toBeVisible()
    await isOnSale(buyer, true)
    await picture(office, 'lifted')
    await show(own, '/van-phong/ban-hang/dieu-khoan')
    await withoutFaults(own)
    await expect(own.getByText('Mã băm SHA-256').first()).toBeVisible()
    await picture(own, 'terms')
    for (const page of [own, office, buyer]) await page.context().close()
  })
})
