import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { qrsOfPdf } from '../packages/papers/test-reading.ts'
import { expect, test } from './fixtures.ts'

async function withoutFaults(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

test(
  'labels with numbers of their own are printed, put on goods and scanned; a copied and a guessed number reach the office',
  { tag: '@no-js' },
  async ({ page, login, context, playwright }) => {
    await login('producer')
    await page.goto('/van-phong/lo/moi')
    await page.getByLabel('Làm được bao nhiêu?').fill('12')
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await page.waitForURL(/\/van-phong\/lo\/lot_/)
    const lot = new URL(page.url()).pathname

    // Numbers are the default of the form; more labels than goods are refused with the way out.
    await page.goto(`${lot}/tem`)
    await expect(page.getByLabel('Mỗi tem một số riêng')).toBeChecked()
    await withoutFaults(page)
    await page.getByLabel('In bao nhiêu tem?').fill('13')
    await page.getByRole('button', { name: 'Tạo tệp PDF để in' }).click()
    await expect(page.getByRole('alert')).toContainText('chỉ in thêm được 12 tem')
    await expect(page.getByLabel('In bao nhiêu tem?')).toHaveValue('13')
    const { origin } = new URL(page.url())
    const printed = await page.request.post(`${lot}/tem`, {
      headers: { origin, accept: 'text/html' },
      form: {
        count: '12',
        layout: 'a4-3x8',
        skip: '0',
        serials: 'on',
        requestKey: await page.locator('input[name="requestKey"]').inputValue(),
      },
    })
    expect(printed.headers()['content-type']).toBe('application/pdf')
    const symbols = await qrsOfPdf(await printed.body())
    expect(new Set(symbols).size).toBe(12)
    const [jar, spare] = symbols.map((symbol) => new URL(symbol).pathname) as [string, string]

    await page.goto(lot)
    await expect(page.locator('#tem')).toContainText('Mỗi tem một số riêng, đơn vị 1 đến 12')
    await page.getByRole('button', { name: 'Đã dán xong tem này' }).click()
    await expect(page.locator('#tem')).toContainText('Đã dán')
    await page.getByText('Tem hỏng, thừa đã hủy').click()
    await page.getByLabel('Bao nhiêu tem hỏng?').fill('2')
    await page.getByRole('button', { name: 'Ghi tem hỏng' }).click()
    await expect(page.locator('#tem')).toContainText('2 tem hỏng, đã hủy')
    await withoutFaults(page)

    // A buyer scans a jar twice with the same telephone.
    await context.clearCookies()
    const answer = await page.goto(jar)
    expect((await answer!.body()).length).toBeLessThan(60_000)
    await expect(page.locator('#so-rieng')).toContainText('Bạn là người đầu tiên quét tem này')
    await withoutFaults(page)
    await page.goto(jar)
    await expect(page.locator('#so-rieng')).toContainText('Bạn là người đầu tiên quét tem này')

    // Its label was copied: eight more telephones scan the same number.
    for (let phone = 1; phone <= 8; phone += 1) {
      const other = await playwright.request.newContext({ userAgent: `Telephone ${phone}`, baseURL: origin })
      expect((await other.get(jar, { headers: { accept: 'text/html' } })).status()).toBe(200)
      await other.dispose()
    }
    await expect(async () => {
      await page.goto(jar)
      await expect(page.locator('#so-rieng')).toContainText('tem này có thể bị chép hoặc làm giả', { timeout: 500 })
    }).toPass()
    await withoutFaults(page)
    for (const lang of ['/en', '/km']) {
      await page.goto(lang + jar)
      await withoutFaults(page)
    }
    await page.goto(spare)
    await expect(page.locator('#so-rieng')).toContainText('Bạn là người đầu tiên')

    // Numbers are tried: each is refused with a warning.
    for (let n = 0; n < 5; n += 1) {
      const guessed = jar.slice(0, -5) + `ZZZZ${n}`
      expect((await page.goto(guessed))?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cảnh báo: mã không có trong hệ thống')
    }

    const code = jar.split('/')[2]!
    await login('science')
    await expect(async () => {
      await page.goto('/van-phong/phan-anh')
      await expect(
        page
          .getByRole('row')
          .filter({ hasText: 'quá nhiều máy quét' })
          .filter({ hasText: jar.split('/')[3]! }),
      ).toHaveCount(1, {
        timeout: 500,
      })
    }).toPass()
    await page
      .getByRole('row')
      .filter({ hasText: jar.split('/')[3]! })
      .getByRole('link')
      .click()
    await expect(page.getByText(`/t/${code}/`).first()).toBeVisible()
    await expect(page.getByText(/Nền tảng tự mở từ lượt quét/).first()).toBeVisible()
  },
)
