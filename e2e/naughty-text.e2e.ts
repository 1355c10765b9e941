import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** What breaks carelessly written pages, queries, papers and spreadsheets; on a page it is text like any other. */
const naughty = [
  `<script>window.hit=1</script><img src=x onerror="window.hit=1">`,
  `'; drop table product; -- \\" \\u0000 %s {{7*7}} \${7*7}`,
  `=cmd|'/c calc'!A1 ＇ª◌́ Đặc biệt ½ ₫ 🥥👩🏽‍🌾 អង្ករ 椰子 العربية`,
].join(' ')

async function isHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
}

test('C38: whatever a producer writes about a product is kept and shown as it was written, in every language and on the scan', async ({
  page,
  login,
}) => {
  await login('producer')
  await page.goto('/van-phong/san-pham')
  await page.getByRole('link', { name: 'Mứt dừa sáp (mẫu)' }).click()
  const fields = ['description', 'story', 'ingredients', 'storage', 'usageNote'] as const
  for (const name of fields) await page.locator(`textarea[name="${name}"]`).fill(`${name} ${naughty}`)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('note')).toContainText('Đã lưu')
  for (const name of fields) await expect(page.locator(`textarea[name="${name}"]`)).toHaveValue(`${name} ${naughty}`)

  await page.goto('/san-pham?q=mut+dua+sap+mau')
  const product = await page.getByRole('link', { name: 'Mứt dừa sáp (mẫu)' }).first().getAttribute('href')
  for (const language of ['', '/en', '/km']) {
    await page.goto(language + product)
    for (const name of fields) await expect(page.getByText(`${name} ${naughty}`).first()).toBeVisible()
    await isHarmless(page)
  }
  await page.goto(product!)
  await page.locator('a[href^="/t/"]').first().click()
  await expect(page.getByText(`ingredients ${naughty}`)).toBeVisible()
  await isHarmless(page)
})

test('C38: whatever a stranger reports reaches the office as it was written', async ({ page, login }) => {
  const words = `Báo ${Date.now()} ${naughty}`
  await page.goto('/phan-anh')
  await page.getByLabel('Bạn thấy điều gì lạ?').fill(words)
  await page.getByLabel(/^Mua ở đâu/).fill(naughty.slice(0, 80))
  await page.getByRole('button', { name: 'Gửi phản ánh' }).click()
  await expect(page).toHaveURL(/\/phan-anh\/PA-/)
  await isHarmless(page)
  await login('provincialOfficer')
  await page.goto('/van-phong/phan-anh')
  await isHarmless(page)
  await page
    .getByRole('row')
    .filter({ hasText: words.slice(0, 18) })
    .getByRole('link')
    .click()
  await expect(page.getByText(words).first()).toBeVisible()
  await isHarmless(page)
})

test('C38: whatever a buyer writes on an order reaches the seller as it was written, on the page and in the table', async ({
  page,
  login,
}) => {
  const name = `Bà ${Date.now()} <script>window.hit=1</script>`
  await page.goto('/san-pham?q=keo+dua+sap+mau')
  await page.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
  await page.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
  await page.getByLabel('Họ và tên').fill(name)
  await page.getByLabel('Số điện thoại').fill('0912 000 777')
  await page.getByLabel('Địa chỉ nhận hàng').fill(naughty)
  await page.getByRole('button', { name: 'Đặt hàng' }).click()
  await expect(page.getByText(naughty)).toBeVisible()
  await isHarmless(page)
  const code = /DS[A-Z2-9]{8}/.exec(page.url())![0]
  await login('producer')
  await page.goto('/van-phong/ban-hang')
  await page.getByRole('link', { name: code }).click()
  await expect(page.getByText(name).first()).toBeVisible()
  await expect(page.getByText(naughty)).toBeVisible()
  await isHarmless(page)
  const table = await (await page.request.get('/van-phong/danh-sach/don-hang?dang=csv')).text()
  expect(table).toContain(name)
})
