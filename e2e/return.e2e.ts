import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { accounts, byScript, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

/** In a product of its own: what is bought and sent back here is counted on other journeys. */
test.describe('goods that go back', { tag: '@no-js' }, () => {
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
  const aPhoto = async () => ({
    name: 'keo-mop.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp({ create: { width: 600, height: 400, channels: 3, background: '#486' } })
      .jpeg()
      .toBuffer(),
  })

  /** An order of one pack that was paid for and handed over; with the page of its buyer. */
  const bought = async (browser: Browser, seller: Page): Promise<{ buyer: Page; code: string }> => {
    const buyer = await open(browser)
    await buyer.goto('/san-pham?q=keo+dua+sap')
    await buyer.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
    await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
    await buyer.getByLabel('Họ và tên').fill('Trần Thị Trả')
    await buyer.getByLabel('Số điện thoại').fill(`09${String(10_000_000 + Math.floor(Math.random() * 89_999_999))}`)
    await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè')
    await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
    await expect(buyer).toHaveURL(/\/don-hang\/DS/)
    const code = /DS[A-Z2-9]{8}/.exec(buyer.url())![0]
    await show(seller, `/van-phong/ban-hang?q=${code}`)
    await seller.getByRole('link', { name: code }).click()
    if (isByScript()) await byScript(seller)
    await seller.getByRole('button', { name: 'Xác nhận đã nhận tiền' }).click()
    await seller.getByRole('button', { name: 'Đã giao hàng' }).click()
    await expect(seller.getByRole('button', { name: 'Đã giao hàng' })).toBeHidden()
    await expect(seller.getByRole('listitem').filter({ hasText: 'Giao hàng' })).toBeVisible()
    await buyer.reload()
    return { buyer, code }
  }

  test('whoever bought asks with a photo, the seller takes the goods back, the money goes back, and the case ends', async ({ browser }) => {
    const seller = await enter(browser, 'producer')
    const { buyer } = await bought(browser, seller)
    await buyer.getByRole('link', { name: 'Hàng có vấn đề? Trả hàng, khiếu nại' }).click()
    // What is missing is told beside its field, and nothing typed is lost.
    await buyer.getByLabel('Kể lại chuyện gì đã xảy ra').fill('Hộp móp, kẹo chảy nước')
    await buyer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await expect(buyer.getByRole('link', { name: 'Chọn lý do.' })).toBeVisible()
    await expect(buyer.getByLabel('Kể lại chuyện gì đã xảy ra')).toHaveValue('Hộp móp, kẹo chảy nước')
    await buyer.getByLabel('Không đúng mô tả').check()
    await buyer.getByLabel('Trả hàng, nhận lại tiền').check()
    await buyer.getByLabel('Ảnh của hàng').setInputFiles(await aPhoto())
    await buyer.screenshot({ path: test.info().outputPath('ask.png'), fullPage: true })
    await buyer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await expect(buyer.getByRole('heading', { level: 1, name: /^Khiếu nại KN-/ })).toBeVisible()
    await expect(buyer.getByText('Người bán xác nhận trước')).toBeVisible()
    await buyer.screenshot({ path: test.info().outputPath('asked.png'), fullPage: true })

    await show(seller, '/van-phong/ban-hang/tra-hang')
    await seller.screenshot({ path: test.info().outputPath('list.png'), fullPage: true })
    await seller.getByRole('link', { name: /^KN-/ }).first().click()
    if (isByScript()) await byScript(seller)
    await seller.getByRole('button', { name: 'Nhận trả hàng' }).click()
    await expect(seller.getByText('Đã thỏa thuận: hoàn')).toBeVisible()
    await seller.screenshot({ path: test.info().outputPath('accepted.png'), fullPage: true })
    await seller.getByLabel('Làm gì với hàng').selectOption({ label: 'Tiêu hủy' })
    await seller.getByRole('button', { name: 'Ghi sổ' }).click()
    await expect(seller.getByRole('link', { name: 'Tiêu hủy hàng thì ghi rõ lý do.' })).toBeVisible()
    await seller.getByLabel('Ghi chú; tiêu hủy thì ghi lý do').fill('Kẹo chảy nước')
    await seller.getByRole('button', { name: 'Ghi sổ' }).click()
    await expect(seller.getByText('Nhận lại, tiêu hủy: 1').first()).toBeVisible()
    await seller.getByRole('button', { name: 'Ghi nhận hoàn tiền' }).click()
    await expect(seller.getByText('Xong: hàng, tiền, sổ khớp')).toBeVisible()
    await buyer.reload()
    await expect(buyer.getByText('Đã xong', { exact: true })).toBeVisible()
    await buyer.context().close()
    await seller.context().close()
  })

  test('the seller refuses, the buyer calls the office, and its decision is carried out', async ({ browser }) => {
    const seller = await enter(browser, 'producer')
    const { buyer } = await bought(browser, seller)
    await buyer.getByRole('link', { name: 'Hàng có vấn đề? Trả hàng, khiếu nại' }).click()
    await buyer.getByLabel('Không đúng mô tả').check()
    await buyer.getByLabel('Giữ hàng, nhận lại một phần tiền').check()
    await buyer.getByLabel('Kể lại chuyện gì đã xảy ra').fill('Thiếu nửa gói so với nhãn')
    await buyer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await expect(buyer.getByText('Đã gửi.')).toBeVisible()

    await show(seller, '/van-phong/ban-hang/tra-hang')
    await seller.getByRole('link', { name: /^KN-/ }).first().click()
    if (isByScript()) await byScript(seller)
    await seller.locator('summary', { hasText: 'Từ chối' }).click()
    // A blank says nothing: told under the form that was sent, and under no other.
    await seller.getByLabel('Lý do từ chối, người mua đọc được').fill(' ')
    await seller.getByRole('button', { name: 'Từ chối' }).click()
    await expect(seller.locator('textarea[aria-invalid="true"]')).toHaveCount(1)
    await expect(seller.locator('#f-refuse-words')).toHaveAttribute('aria-invalid', 'true')
    await seller.getByLabel('Lý do từ chối, người mua đọc được').fill('Hàng đủ khi gửi đi')
    await seller.getByRole('button', { name: 'Từ chối' }).click()
    await expect(seller.getByText('Người bán từ chối')).toBeVisible()

    await buyer.reload()
    await buyer.locator('summary', { hasText: 'Đưa lên cơ quan' }).click()
    await buyer.getByLabel('Vì sao cần cơ quan').fill('Tôi có ảnh cân')
    await buyer.getByRole('button', { name: 'Đưa lên cơ quan' }).click()
    await expect(buyer.getByText('Cơ quan đang hòa giải')).toBeVisible()

    const office = await enter(browser, 'trade')
    // The demonstration has a case at the office as well.
    const code = /KN-[A-Z0-9-]+/.exec(await buyer.getByRole('heading', { level: 1 }).innerText())![0]
    await show(office, '/van-phong/tranh-chap')
    await office.getByRole('link', { name: code }).first().click()
    if (isByScript()) await byScript(office)
    await expect(office.getByText('Tôi có ảnh cân')).toBeVisible()
    await expect(office.getByText('Trần Thị Trả')).toHaveCount(0)
    await office.locator('summary', { hasText: 'Người mua đúng' }).click()
    await office.getByLabel('Hoàn tiền (đồng)').fill('20000')
    await office.getByLabel('Người mua gửi hàng về').uncheck()
    await office.getByRole('button', { name: 'Kết luận' }).first().click()
    await expect(office.getByText('Đã thỏa thuận: hoàn 20.000')).toBeVisible()
    await office.screenshot({ path: test.info().outputPath('decided.png'), fullPage: true })

    await seller.reload()
    await seller.getByRole('button', { name: 'Ghi nhận hoàn tiền' }).click()
    await expect(seller.getByText('Xong: hàng, tiền, sổ khớp')).toBeVisible()
    await show(seller, '/van-phong/ban-hang/tra-hang/chinh-sach')
    await seller.screenshot({ path: test.info().outputPath('offer.png'), fullPage: true })
    for (const page of [buyer, seller, office]) await page.context().close()
  })

  test('goods that did not come: their money is asked for, nothing is sent back, and a complaint about service ends with an answer', async ({
    browser,
  }) => {
    const seller = await enter(browser, 'producer')
    const { buyer } = await bought(browser, seller)
    const orderPage = buyer.url()
    const ask = async (reason: string, wanted: string, words: string) => {
      await buyer.getByRole('link', { name: 'Hàng có vấn đề? Trả hàng, khiếu nại' }).click()
      await buyer.getByLabel(reason).check()
      await buyer.getByLabel('Kể lại chuyện gì đã xảy ra').fill(words)
      await buyer.getByLabel(wanted).check()
      await buyer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    }
    const openCase = async () => {
      await show(seller, '/van-phong/ban-hang/tra-hang')
      await seller.getByRole('link', { name: /^KN-/ }).first().click()
      if (isByScript()) await byScript(seller)
    }
    await ask('Giao thiếu', 'Trả hàng, nhận lại tiền', 'Thùng thiếu một hộp')
    // What does not go with the reason is named beside the field, and nothing typed is lost.
    await expect(buyer.getByRole('link', { name: /^Với lý do này, chọn một trong: Nhận lại tiền phần thiếu;/ })).toBeVisible()
    await expect(buyer.getByLabel('Kể lại chuyện gì đã xảy ra')).toHaveValue('Thùng thiếu một hộp')
    await buyer.getByLabel('Nhận lại tiền phần thiếu').check()
    await buyer.screenshot({ path: test.info().outputPath('ask-short.png'), fullPage: true })
    await buyer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await expect(buyer.getByRole('listitem').filter({ hasText: 'Giải quyết xong trước' })).toBeVisible()

    await openCase()
    await expect(seller.getByRole('listitem').filter({ hasText: 'Giải quyết xong trước' })).toBeVisible()
    await expect(seller.getByLabel('Người mua gửi hàng về')).toHaveCount(0)
    await seller.screenshot({ path: test.info().outputPath('short.png'), fullPage: true })
    await seller.getByRole('button', { name: 'Đồng ý giải quyết' }).click()
    await seller.getByRole('button', { name: 'Ghi nhận hoàn tiền' }).click()
    await expect(seller.getByText('Xong: hàng, tiền, sổ khớp')).toBeVisible()

    // Everything of the order is in a case: how somebody was treated may still be said.
    await buyer.goto(orderPage)
    await ask('Thái độ, cách phục vụ', 'Người bán trả lời, giải thích', 'Người giao hàng nói cộc lốc')
    await expect(buyer.getByText('Đã gửi.')).toBeVisible()
    await openCase()
    await seller.getByRole('button', { name: 'Đồng ý giải quyết' }).click()
    await expect(seller.getByRole('link', { name: 'Viết câu trả lời cho người mua.' })).toBeVisible()
    await seller.getByLabel('Trả lời người mua').fill('Chúng tôi xin lỗi và đã nhắc người giao')
    await seller.screenshot({ path: test.info().outputPath('answer.png'), fullPage: true })
    await seller.getByRole('button', { name: 'Đồng ý giải quyết' }).click()
    await expect(seller.getByText('Xong: hàng, tiền, sổ khớp')).toBeVisible()
    await buyer.reload()
    await expect(buyer.getByText('Chúng tôi xin lỗi và đã nhắc người giao')).toBeVisible()
    await buyer.screenshot({ path: test.info().outputPath('answered.png'), fullPage: true })
    await buyer.setViewportSize({ width: 1280, height: 900 })
    await buyer.screenshot({ path: test.info().outputPath('answered-wide.png'), fullPage: true })
    for (const page of [buyer, seller]) await page.context().close()
  })
})
