import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { accounts, byScript, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

/** In a product of its own: what is bought here is counted on other journeys. */
test.describe('what buyers say', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 300_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const isByScript = () => test.info().project.use.javaScriptEnabled !== false
  const open = async (browser: Browser, width = 360): Promise<Page> => {
    const { javaScriptEnabled } = test.info().project.use
    const context = await browser.newContext({
      baseURL: product.url,
      viewport: { width, height: width === 360 ? 640 : 900 },
      javaScriptEnabled,
    })
    context.setDefaultTimeout(20_000)
    return context.newPage()
  }
  const enter = async (browser: Browser, account: Account, width?: number): Promise<Page> => {
    const page = await open(browser, width)
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
  const take = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
  const toProduct = async (page: Page, prefix = '') => {
    await page.goto(`${prefix}/san-pham?q=keo+dua+sap`)
    await page.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
  }

  /** An order of one pack that was paid for and handed over; with the page of its buyer. */
  const bought = async (browser: Browser, seller: Page): Promise<Page> => {
    const buyer = await open(browser)
    await toProduct(buyer)
    await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
    await buyer.getByLabel('Họ và tên').fill('Trần Thị Khen')
    await buyer.getByLabel('Số điện thoại').fill(`09${String(10_000_000 + Math.floor(Math.random() * 89_999_999))}`)
    await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè')
    await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
    await expect(buyer).toHaveURL(/\/don-hang\/DS/)
    await expect(buyer.getByRole('link', { name: 'Đánh giá hàng đã nhận' })).toHaveCount(0)
    const code = /DS[A-Z2-9]{8}/.exec(buyer.url())![0]
    await show(seller, `/van-phong/ban-hang?q=${code}`)
    await seller.getByRole('link', { name: code }).click()
    if (isByScript()) await byScript(seller)
    await seller.getByRole('button', { name: 'Xác nhận đã nhận tiền' }).click()
    await seller.getByRole('button', { name: 'Đã giao hàng' }).click()
    await expect(seller.getByRole('listitem').filter({ hasText: 'Giao hàng' })).toBeVisible()
    await buyer.reload()
    return buyer
  }

  test('whoever bought writes with a photo, it is shown at once; the seller answers, the office reads, hides and shows again', async ({
    browser,
  }) => {
    const seller = await enter(browser, 'producer')
    const buyer = await bought(browser, seller)
    await buyer.getByRole('link', { name: 'Đánh giá hàng đã nhận' }).click()
    await take(buyer, 'lines')
    await buyer.getByRole('link', { name: 'Viết đánh giá' }).click()
    // What is wrong is told beside its field, and nothing typed is lost.
    await buyer.getByLabel('Hàng thế nào?').fill('Kẹo chảy nước, gọi tôi 0912 345 678')
    await buyer.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await expect(buyer.getByRole('link', { name: 'Chọn điểm từ 1 đến 5.' })).toBeVisible()
    await buyer.getByLabel('2 điểm').check()
    await buyer.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await expect(buyer.getByRole('link', { name: /Đừng ghi số điện thoại/ })).toBeVisible()
    await expect(buyer.getByLabel('2 điểm')).toBeChecked()
    await buyer.getByLabel('Hàng thế nào?').fill('Kẹo chảy nước khi tới nơi')
    await expect(buyer.getByLabel('Chữ cái đầu: T. T. K.')).toBeChecked()
    const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#486' } })
      .jpeg()
      .toBuffer()
    await buyer.getByLabel('Ảnh của hàng').setInputFiles({ name: 'keo.jpg', mimeType: 'image/jpeg', buffer: photo })
    await take(buyer, 'form')
    await buyer.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await expect(buyer.getByText('Cảm ơn bạn.')).toBeVisible()
    await buyer.getByLabel('Hàng thế nào?').fill('Kẹo chảy nước khi tới nơi, hộp móp')
    await buyer.getByRole('button', { name: 'Lưu' }).click()
    await expect(buyer.getByText('Đã ghi.')).toBeVisible()
    await take(buyer, 'written')

    const reader = await open(browser)
    await toProduct(reader)
    await expect(reader.getByText('Kẹo chảy nước khi tới nơi, hộp móp')).toBeVisible()
    await expect(reader.getByText('T. T. K.')).toBeVisible()
    await expect(reader.getByText('Trần Thị Khen')).toHaveCount(0)
    await expect(reader.getByAltText('Ảnh 1 của người mua').first()).toBeVisible()
    await take(reader, 'product-360')

    await show(seller, '/van-phong/ban-hang/danh-gia')
    await take(seller, 'seller-list')
    await seller.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
    if (isByScript()) await byScript(seller)
    await seller.getByLabel('Câu trả lời').fill('Xin lỗi bạn, chúng tôi gửi hộp khác.')
    await seller.getByRole('button', { name: 'Gửi duyệt' }).click()
    await expect(seller.getByText('Bản 1: Chờ duyệt')).toBeVisible()
    await seller.locator('summary', { hasText: 'Báo vi phạm' }).click()
    await seller.getByLabel('Lý do', { exact: true }).selectOption({ label: 'Quảng cáo' })
    await seller.getByRole('button', { name: 'Báo vi phạm' }).click()
    await expect(seller.getByText('Người bán báo vi phạm: Quảng cáo')).toBeVisible()
    await take(seller, 'seller-review')

    const office = await enter(browser, 'trade', 1280)
    await show(office, '/van-phong/danh-gia')
    await take(office, 'office-list')
    await office.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
    if (isByScript()) await byScript(office)
    await office.getByRole('button', { name: 'Duyệt, cho hiện' }).click()
    await expect(office.getByText('Bản 1: Đã duyệt')).toBeVisible()
    await office.locator('summary', { hasText: 'Ẩn đánh giá' }).click()
    await office.getByLabel('Lý do', { exact: true }).selectOption({ label: 'Quảng cáo' })
    await office.getByRole('button', { name: 'Ẩn đánh giá' }).click()
    await expect(office.getByText('Đã ẩn', { exact: true })).toBeVisible()
    await take(office, 'office-review')
    await reader.reload()
    await expect(reader.getByText('Kẹo chảy nước khi tới nơi, hộp móp')).toHaveCount(0)

    await buyer.reload()
    await expect(buyer.getByText('Lý do: Quảng cáo.')).toBeVisible()
    await buyer.locator('summary', { hasText: 'Phản đối' }).click()
    await buyer.getByLabel('Vì sao đánh giá này không vi phạm').fill('Tôi chỉ chê hàng, không quảng cáo gì')
    await buyer.getByRole('button', { name: 'Phản đối' }).click()
    await expect(buyer.getByText('Phản đối của bạn đang chờ xem lại.')).toBeVisible()
    await take(buyer, 'objected')

    await office.reload()
    if (isByScript()) await byScript(office)
    await office.locator('form[action="?/restore"] textarea').fill('Chê hàng không phải là quảng cáo')
    await office.getByRole('button', { name: 'Cho hiện lại' }).click()
    await expect(office.getByText('Đang hiện', { exact: true })).toBeVisible()
    await reader.reload()
    await expect(reader.getByText('Kẹo chảy nước khi tới nơi, hộp móp')).toBeVisible()
    await expect(reader.getByText('Xin lỗi bạn, chúng tôi gửi hộp khác.')).toBeVisible()
    for (const page of [buyer, seller, office, reader]) await page.context().close()
  })

  test('anybody asks the seller, in Khmer as well; the answer stands on the page once it was read, and a number nowhere', async ({
    browser,
  }) => {
    const guest = await open(browser)
    await toProduct(guest, '/km')
    await guest.getByRole('link', { name: 'សួរអ្នកលក់' }).click()
    await guest.getByRole('button', { name: 'ផ្ញើសំណួរ' }).click()
    await expect(guest.getByRole('link', { name: /សូមសរសេរពី/ })).toBeVisible()
    const words = `Có gói nhỏ cho trẻ em không? ${test.info().project.name}`
    await guest.locator('textarea[name="words"]').fill(words)
    await guest.locator('input[name="phone"]').fill('0912 345 670')
    await take(guest, 'ask')
    await guest.getByRole('button', { name: 'ផ្ញើសំណួរ' }).click()
    await expect(guest.getByText('បានផ្ញើសំណួរ។')).toBeVisible()

    const seller = await enter(browser, 'producer')
    await show(seller, '/van-phong/ban-hang/hoi-dap?tinh-trang=unanswered')
    await take(seller, 'questions')
    await seller.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
    if (isByScript()) await byScript(seller)
    await expect(seller.getByText(words)).toBeVisible()
    await expect(seller.getByText('345 670')).toHaveCount(0)
    await seller.getByLabel('Câu trả lời').fill('Có, gói 50 g từ tháng sau.')
    await seller.getByRole('button', { name: 'Gửi duyệt' }).click()
    await expect(seller.getByText('Bản 1: Chờ duyệt')).toBeVisible()

    const office = await enter(browser, 'trade', 1280)
    await show(office, '/van-phong/hoi-dap?tinh-trang=waiting')
    await office.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
    if (isByScript()) await byScript(office)
    await take(office, 'office-question')
    await office.getByRole('button', { name: 'Duyệt, cho hiện' }).click()
    await expect(office.getByText('Bản 1: Đã duyệt')).toBeVisible()
    await toProduct(guest)
    await expect(guest.getByText(words)).toBeVisible()
    await expect(guest.getByText('Có, gói 50 g từ tháng sau.')).toBeVisible()
    await guest.setViewportSize({ width: 1280, height: 900 })
    await take(guest, 'product-1280')
    await guest.goto(guest.url().replace(/\/?$/u, '/danh-gia'))
    await expect(guest.getByRole('heading', { name: 'Khi nào một đánh giá bị ẩn' })).toBeVisible()
    await take(guest, 'all')
    for (const page of [guest, seller, office]) await page.context().close()
  })
})
