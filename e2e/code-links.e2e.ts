import { expect, test } from './fixtures.ts'

test(
  'a producer adds a link to the code of its product, a machine is led there, and the province takes it away',
  { tag: '@no-js' },
  async ({ page, login, request }) => {
    await login('producer')
    await page.goto('/van-phong/san-pham')
    await page.getByRole('table').locator('tbody').getByRole('link').first().click()
    await page.getByRole('link', { name: 'Liên kết của mã' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Liên kết của mã')
    const title = `Cách nấu chè ${Date.now()}`
    const href = `https://www.youtube.com/watch?v=${Date.now()}`
    await page.getByLabel('Dùng để làm gì').selectOption({ label: 'Bài hướng dẫn từng bước' })
    await page.getByLabel('Địa chỉ trang').fill('https://trang-la.example/nau-che')
    await page.getByLabel('Tên liên kết').fill(title)
    await page.getByLabel('Trang viết bằng').selectOption({ label: 'Tiếng Việt' })
    await page.getByRole('button', { name: 'Thêm liên kết' }).click()
    await expect(page.getByRole('alert')).toContainText('chưa dẫn tới trang-la.example')
    await expect(page.getByLabel('Tên liên kết')).toHaveValue(title)
    await expect(page.getByLabel('Dùng để làm gì')).toHaveValue('tutorial')
    await page.getByLabel('Địa chỉ trang').fill(href)
    await page.getByRole('button', { name: 'Thêm liên kết' }).click()
    await expect(page.getByRole('note')).toContainText('Đã lưu')
    await expect(page.getByRole('link', { name: href })).toBeVisible()

    const productPage = page.url().replace(/\/lien-ket.*/, '')
    await page.goto(productPage)
    const gtin = await page.getByLabel(/^Mã GTIN/).inputValue()
    const traceCode =
      (await page.getByText(/mã truy vết \w+/).count()) > 0
        ? (await page.getByText(/mã truy vết \w+/).innerText()).match(/truy vết (\w+)/)![1]
        : ''
    const code = gtin === '' ? `/t/${traceCode}` : `/01/${gtin.padStart(14, '0')}`
    await expect(async () => {
      const led = await request.get(`${code}?linkType=gs1:tutorial`, { maxRedirects: 0, headers: { 'accept-language': 'vi' } })
      expect([300, 307]).toContain(led.status())
      expect(led.headers()['location'] ?? (await led.text())).toContain(href)
    }).toPass()

    await login('provincialOfficer')
    await page.goto('/van-phong/lien-ket')
    await page.getByLabel('Tìm').first().fill(title)
    await page.keyboard.press('Enter')
    await page.getByRole('row').filter({ hasText: title }).getByRole('link').first().click()
    await page.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: /^Bỏ/ }).click()
    await expect(page.getByRole('note')).toContainText('Đã lưu')
    await expect(page.getByText(title)).toBeHidden()
  },
)
