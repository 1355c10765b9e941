import { counterpartKeys, startCounterpart } from '@dacsan/marketplaces/counterpart'
import type { Counterpart } from '@dacsan/marketplaces/counterpart'
import type { Browser, Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

const channels = [
  ['shopee', 'Shopee'],
  ['tiktok-shop', 'TikTok Shop'],
  ['lazada', 'Lazada'],
] as const

/** One product on three channels with one stock: with a counterpart, for the marketplaces themselves cannot be reached. */
test.describe('a product on three channels', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 400_000 })

  let counterpart: Counterpart
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(400_000)
    counterpart = await startCounterpart()
    product = await aFreshProduct('demo', 'vinh-long', { MARKETPLACES_URL: counterpart.url })
    await product.start()
  })
  test.afterAll(async () => {
    await product?.remove()
    await counterpart?.stop()
  })

  const ready = async (page: Page) => {
    if (test.info().project.use.javaScriptEnabled !== false) await byScript(page)
  }
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
  const stocks = (sku: string) => channels.map(([channel]) => counterpart.stockOf(channel, sku))

  test('has one stock: what is sold on one goes down on the others', async ({ browser }) => {
    const page = await seller(browser)
    await page.goto('/van-phong/ban-hang/ke')
    await page
      .getByRole('link', { name: /Bánh tét ba màu/ })
      .first()
      .click()
    await ready(page)
    await expect(page.getByRole('heading', { name: 'Bán trên sàn còn lại bao nhiêu' })).toBeVisible()
    await page.getByLabel('Cân nặng cả bao bì').fill('450')
    await page.getByRole('button', { name: 'Lưu giá' }).click()
    await expect(page.getByLabel('Cân nặng cả bao bì')).toHaveValue('450')
    await picture(page, 'net-price')

    for (const [channel, name] of channels) {
      await page.goto('/van-phong/kenh-ban/gian-hang')
      await ready(page)
      await page.getByLabel('Sàn', { exact: true }).selectOption(channel)
      await page.getByLabel('Tên gian hàng trên sàn').fill('Bánh tét')
      await page.getByRole('button', { name: 'Thêm', exact: true }).click()
      const shop = page.getByRole('region', { name: `${name}, Bánh tét` })
      const fill = async (more: Readonly<Record<string, string>> = {}) => {
        if (!(await shop.getByLabel('Refresh token').isVisible())) await shop.locator('summary').first().click()
        for (const [key, value] of Object.entries({ ...counterpartKeys[channel], ...more }))
          await shop.locator(`input[name="${key === 'shopId' ? 'remoteShopId' : key}"]`).fill(value)
        await shop.getByRole('button', { name: 'Bật kết nối' }).click()
      }
      if (channel === 'shopee') {
        await fill({ partnerKey: 'sai' })
        await expect(page.getByText('Sàn trả lời').first()).toBeVisible()
        await expect(shop.locator('input[name="partnerKey"]')).toHaveValue('')
      }
      await fill()
      await expect(shop.getByText('Đang kết nối')).toBeVisible()
      counterpart.pushTo[channel] = (await shop.locator('code').textContent())!
      await shop.locator('summary').first().click()
      await shop.getByLabel('Quy cách', { exact: true }).selectOption({ index: 1 })
      await shop.getByLabel('Mã ngành hàng của sàn').fill('100629')
      await shop.getByRole('button', { name: 'Gửi bản nháp' }).click()
      await expect(shop.getByText('Hàng đang có trên sàn')).toBeVisible()
    }
    await picture(page, 'three-shops')
    const { sku, stock } = counterpart.shops.shopee.items[0]!
    expect(stock).toBeGreaterThan(3)
    await expect.poll(() => stocks(sku), { timeout: 120_000 }).toEqual([stock, stock, stock])

    // Sold on one: its push is heard, the order is asked for, and the others are told.
    for (const [at, [channel]] of channels.entries()) {
      expect((await counterpart.order(channel, sku, 1)).told).toBe(200)
      const left = stock - at - 1
      await expect.poll(() => stocks(sku), { timeout: 120_000 }).toEqual([left, left, left])
    }
    await page.goto('/van-phong/kenh-ban')
    await expect(page.getByText('Cộng 3 đơn')).toBeVisible()
    await picture(page, 'orders')

    // Switched off it is told nothing any more.
    await page.goto('/van-phong/kenh-ban/gian-hang')
    const shopee = page.getByRole('region', { name: 'Shopee, Bánh tét' })
    await shopee.getByRole('button', { name: 'Tắt kết nối' }).click()
    await expect(shopee.getByText('Chỉ dùng tệp')).toBeVisible()
    await page.context().close()
  })
})
