import type { BrowserContext, Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

/** The pages that a browser keeps, by their path. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const requests = (await caches.has('dacsan-desk-pages')) ? await (await caches.open('dacsan-desk-pages')).keys() : []
    return requests.map(({ url }) => new URL(url).pathname + new URL(url).search)
  })
const keeps = (page: Page, path: string) => expect.poll(() => keptPaths(page), { timeout: 20_000 }).toContain(path)
const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname))

/** No network for the page and none for its worker. */
const loseSignal = (context: BrowserContext, lost = true) => context.setOffline(lost)

async function aLot(page: Page): Promise<string> {
  await page.goto('/van-phong/lo/moi')
  await page.getByRole('button', { name: 'Mở lô' }).click()
  await page.waitForURL(/\/van-phong\/lo\/lot_/)
  return new URL(page.url()).pathname
}

test.describe('the desk of a producer without a signal', () => {
  test('pages open as they were last seen and say of when, what is sent waits, and leaves by itself when the signal is back', async ({
    page,
    login,
    context,
  }) => {
    await login('producer')
    const lot = await aLot(page)
    for (const path of [lot, '/van-phong', '/van-phong/lo', '/van-phong/ban-hang', '/van-phong/khong-mang']) await keeps(page, path)
    await loseSignal(context)

    // A telephone is switched off and on again in the garden.
    await page.goto('/van-phong')
    await expect(page.getByText(/^Chưa có tín hiệu\. Đây là trang như lúc/)).toBeVisible()
    await page.getByRole('navigation', { name: 'Các bàn' }).getByRole('link', { name: 'Lô hàng và tem' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lô hàng và tem')
    await page.goto(lot)
    await byScript(page)
    await page.getByLabel('Ghi thêm').first().fill('Bón phân hữu cơ ở vườn xa')
    await page.getByRole('button', { name: 'Thu hoạch' }).click()
    await expect(page.getByText('Chưa gửi: 1')).toBeVisible()
    // Another page shows what waits too.
    await page.goto('/van-phong/ban-hang')
    await expect(page.getByText('Chưa gửi: 1')).toBeVisible()
    // A page that was never seen says which ones are there.
    await page.goto('/van-phong/minh-chung/evi_0')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Khi không có mạng')
    await expect(page.getByRole('main').getByRole('link', { name: 'Lô hàng và tem' })).toBeVisible()

    await loseSignal(context, false)
    // The page that is left may send it while the next one is on its way: then it is there with the one after.
    await expect(async () => {
      await page.goto(lot)
      await expect(page.locator('.timeline').getByText('Bón phân hữu cơ ở vườn xa')).toHaveCount(1, { timeout: 10_000 })
    }).toPass({ timeout: 40_000 })
    await expect(page.getByText(/^Chưa có tín hiệu/)).toHaveCount(0)
  })

  test('C53: after signing out nothing of the desk is left on the device, and nobody sees it without a signal', async ({
    page,
    login,
    context,
  }) => {
    await login('producer')
    await page.goto('/van-phong/lo')
    await keeps(page, '/van-phong/lo')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/van-phong'))
    await expect.poll(() => keptPaths(page)).toEqual([])
    await loseSignal(context)
    expect(await page.goto('/van-phong/lo').catch(() => null)).toBeNull()
  })

  test('C53: whoever comes after another producer without their signing out finds none of the pages of that one', async ({
    page,
    login,
  }) => {
    await login('producer')
    const lot = await aLot(page)
    await keeps(page, lot)
    // The cookie is gone, the device is the same.
    await login('otherProducer')
    await keeps(page, '/van-phong')
    await expect.poll(() => keptPaths(page)).not.toContain(lot)
  })

  test('the pages of one’s own account, with codes and devices, are kept nowhere', async ({ page, login }) => {
    await login('producer')
    await page.goto('/van-phong/tai-khoan/hai-lop')
    await page.goto('/van-phong/tai-khoan')
    await page.goto('/van-phong/lo')
    await keeps(page, '/van-phong/lo')
    expect((await keptPaths(page)).filter((path) => path.startsWith('/van-phong/tai-khoan'))).toEqual([])
  })

  test('the computer of an office keeps no page, and takes away what a producer left there', async ({ page, login }) => {
    await login('producer')
    await page.goto('/van-phong')
    await keeps(page, '/van-phong')
    await login('communeOfficer')
    await page.goto('/van-phong/xa')
    await expect.poll(() => keptPaths(page)).toEqual([])
    await expect.poll(() => workers(page)).not.toContain('/van-phong')
  })

  test('the desk can be put beside the apps of a telephone', async ({ page, login }) => {
    await login('producer')
    await page.goto('/van-phong')
    const line = await page.context().newCDPSession(page)
    const { errors } = await line.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const { installabilityErrors } = await line.send('Page.getInstallabilityErrors')
    // A window of a test is a private one.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== 'in-incognito')).toEqual([])
  })

  test('C54: where the office switches it off, one visit takes the worker and all that it kept away', async ({ browser }) => {
    test.setTimeout(240_000)
    const product = await aFreshProduct('demo')
    try {
      const running = await product.start()
      const page = await (await browser.newContext({ baseURL: product.url })).newPage()
      await page.goto('/dang-nhap')
      await page.locator('input[name="email"]').fill('chuthe@demo.vn')
      await page.locator('input[name="password"]').fill('dacsan-demo')
      await page.locator('input[name="password"]').press('Enter')
      await page.waitForURL(/\/van-phong/)
      await keeps(page, '/van-phong/lo')
      running.kill('SIGTERM')
      await new Promise((resolve) => running.once('exit', resolve))
      // While it is away the desk is there.
      await page.goto('/van-phong/lo')
      await expect(page.getByText(/^Chưa có tín hiệu/)).toBeVisible()
      const again = product.spawn({ OFFLINE_DESK: 'off' })
      await expect
        .poll(
          () =>
            fetch(`${product.url}/health/ready`).then(
              ({ ok }) => ok,
              () => false,
            ),
          { timeout: 60_000 },
        )
        .toBe(true)
      await page.goto('/van-phong/lo')
      await expect.poll(() => keptPaths(page)).toEqual([])
      await expect.poll(() => workers(page)).toEqual([])
      again.kill('SIGTERM')
      await page.context().close()
    } finally {
      await product.remove()
    }
  })
})
