import { counterpartCredentials, startCounterpart } from '@dacsan/carriers/counterpart'
import type { Counterpart } from '@dacsan/carriers/counterpart'
import type { Browser, Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

const cakes = 'Bánh tét ba màu (mẫu)'

/** Goods go by a carrier, and the money that it collected comes back: with a counterpart, for the carriers themselves cannot be reached. */
test.describe('a parcel', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 400_000 })

  let counterpart: Counterpart
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(400_000)
    counterpart = await startCounterpart()
    product = await aFreshProduct('demo', 'vinh-long', { CARRIERS_URL: counterpart.url })
    await product.start()
  })
  test.afterAll(async () => {
    await product?.remove()
    await counterpart?.stop()
  })

  const isByScript = () => test.info().project.use.javaScriptEnabled !== false
  const ready = async (page: Page) => {
    if (isByScript()) await byScript(page)
  }
  /** The same page on a telephone and on a desk. */
  const picture = async (page: Page, name: string) => {
    for (const [width, height] of [
      [1280, 800],
      [360, 640],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width}`).toBeLessThanOrEqual(width)
    }
  }

  const seller = async (browser: Browser): Promise<Page> => {
    const { javaScriptEnabled } = test.info().project.use
    const context = await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 640 }, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto('/dang-nhap')
    await page.locator('input[name="email"]').fill(accounts.otherProducer)
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    return page
  }

  const ordered = async (browser: Browser): Promise<{ code: string; url: string }> => {
    const page = await (await browser.newContext({ baseURL: product.url, javaScriptEnabled: false })).newPage()
    await page.goto('/san-pham?q=banh+tet+ba+mau')
    await page.getByRole('link', { name: cakes }).first().click()
    await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await page.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
    await page.getByLabel('Họ và tên').fill('Nguyễn Thị Mua')
    await page.getByLabel('Số điện thoại').fill('0912345678')
    await page.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè')
    await page.getByRole('button', { name: 'Đặt hàng' }).click()
    await expect(page).toHaveURL(/\/don-hang\/DS/)
    const url = page.url()
    await page.context().close()
    return { url, code: /DS[A-Z2-9]{8}/.exec(url)![0] }
  }

  test('goes by a carrier of the seller, is seen by the buyer, and its money is reconciled', async ({ browser }) => {
    const order = await ordered(browser)
    const page = await seller(browser)

    await page.goto('/van-phong/van-chuyen/ket-noi')
    await ready(page)
    await page.getByText('Kết nối Giao Hàng Nhanh (GHN)').click()
    const form = page.locator('form', { has: page.locator('input[name="carrier"][value="ghn"]') })
    const fill = async (token: string) => {
      await form.getByLabel('Tên người gửi').fill('Cơ sở bánh tét')
      await form.getByLabel('Điện thoại').fill('0912 345 678')
      await form.getByLabel('Số nhà, đường, ấp').fill('Số 5, ấp Chợ')
      await form.getByLabel('Xã, phường').fill('Xã Cầu Kè')
      await form.getByLabel('Tỉnh, thành phố').fill('Vĩnh Long')
      await form.getByLabel('Token').fill(token)
      await form.getByLabel('ShopId').fill(counterpartCredentials.ghn.shopId)
      await form.getByRole('button', { name: 'Kết nối' }).click()
    }
    await fill('sai')
    await expect(page.getByText('Hãng không nhận mã truy cập').first()).toBeVisible()
    // What was typed is still there, but for the secret.
    await expect(form.getByLabel('Tên người gửi')).toHaveValue('Cơ sở bánh tét')
    await expect(form.getByLabel('Token')).toHaveValue('')
    await fill(counterpartCredentials.ghn.token)
    await expect(page.getByText('Đã lưu.')).toBeVisible()
    const address = (await page.locator('code').first().textContent())!
    expect(address).toMatch(/\/webhooks\/ghn\?hash=/)
    counterpart.pushTo.ghn = address
    await picture(page, 'connections')

    await page.goto(`/van-phong/ban-hang?q=${order.code}`)
    await page.getByRole('link', { name: order.code }).first().click()
    await page.getByRole('link', { name: 'Tạo vận đơn' }).click()
    await ready(page)
    await page.getByLabel('Xã, phường').fill('Xã Cầu Kè')
    await page.getByLabel('Tỉnh, thành phố').fill('Vĩnh Long')
    await page.getByLabel('Khối lượng cả bao bì').fill('1.200')
    for (const [side, centimetres] of [
      ['Dài', '30'],
      ['Rộng', '20'],
      ['Cao', '10'],
    ] as const)
      await page.getByLabel(side).fill(centimetres)
    await page.getByLabel('Tiền thu hộ (COD)').fill('70.000')
    await page.getByRole('button', { name: 'Xem cước' }).click()
    await expect(page.getByText('cước 25.000')).toBeVisible()
    await picture(page, 'fees')
    await page.getByRole('button', { name: 'Tạo vận đơn Giao Hàng Nhanh (GHN)' }).click()
    await expect(page.getByText('Hãng đã nhận vận đơn.')).toBeVisible()
    await expect(page.getByText('Chờ lấy hàng').first()).toBeVisible()
    const held = counterpart.parcels.at(-1)!
    expect(held).toMatchObject({ carrier: 'ghn', clientCode: `${order.code}-1`, codVnd: 70_000, grams: 1200 })
    await picture(page, 'parcel')
    const label = await page.request.get(`${page.url().split('?')[0]}/nhan`)
    expect([label.status(), label.headers()['content-disposition']]).toEqual([200, expect.stringContaining('attachment')])

    // The carrier tells; it is asked again, and the buyer sees it.
    expect(await counterpart.move(held.code, 'delivering')).toBe(200)
    const buyer = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })).newPage()
    await expect(async () => {
      await buyer.goto(order.url)
      await expect(buyer.getByText('Đang giao')).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 90_000 })
    await picture(buyer, 'buyer')
    await buyer.context().close()
    await counterpart.move(held.code, 'delivered')
    await page.getByRole('button', { name: 'Hỏi hãng ngay' }).click()
    await expect(page.getByText('Đã giao').first()).toBeVisible()

    // Delivered is not paid: the money comes with the carrier's file.
    await page.goto('/van-phong/van-chuyen/doi-soat')
    await ready(page)
    await expect(page.getByText('Đã giao, chưa có tiền')).toBeVisible()
    const file = `Mã vận đơn;Tiền thu hộ;Cước phí;Thực nhận\n${held.code};70000;25000;45000\nLA-7;30000;0;30000\n`
    await page.getByLabel('Tệp đối soát').setInputFiles({ name: 'doi-soat.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await expect(page.getByText('1 dòng khớp, ghi cho đơn ngay')).toBeVisible()
    await expect(page.getByText('1 dòng không rõ vận đơn, chờ bạn')).toBeVisible()
    await picture(page, 'payout')
    await page.getByLabel('Số tiền về').fill('74.000')
    await page.getByRole('button', { name: 'Ghi 2 dòng vào sổ' }).click()
    await expect(page.getByText('Nếu đúng là như vậy, ghi lý do').first()).toBeVisible()
    await page.getByLabel('Ghi chú').fill('Hãng trừ phí chuyển 1.000')
    await page.getByRole('button', { name: 'Ghi 2 dòng vào sổ' }).click()
    await expect(page.getByText('Đã ghi vào sổ.')).toBeVisible()

    await page.goto('/van-phong/van-chuyen/doi-soat')
    await ready(page)
    await picture(page, 'queue')
    const waits = page.getByRole('listitem').filter({ hasText: 'LA-7' })
    await waits.getByRole('button', { name: 'Không phải tiền của vận đơn nào' }).click()
    await expect(page.getByText('Ghi lý do, để sau này còn nhớ.').first()).toBeVisible()
    await waits.getByLabel('Lý do').fill('Của cửa hàng khác')
    await waits.getByRole('button', { name: 'Không phải tiền của vận đơn nào' }).click()
    await expect(page.getByText('Không có dòng nào chờ bạn.')).toBeVisible()

    await page.goto('/van-phong/van-chuyen')
    await expect(page.getByText('Cộng 1 vận đơn')).toBeVisible()
    await picture(page, 'list')
    await page.goto(`/van-phong/ban-hang?q=${order.code}`)
    await page.getByRole('link', { name: order.code }).first().click()
    await expect(page.getByText('Đã nhận').first()).toBeVisible()
    await picture(page, 'order')
    await page.context().close()
  })
})
