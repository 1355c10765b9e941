import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'

test.use({ viewport: { width: 360, height: 640 } })

// The whole of an evening behind the counter: an order is heard on the telephone, packed, its papers printed, handed over; it stands in the statement and goes out for its invoice.
test('a seller types an order heard on the telephone, packs it, prints its label and hands it over @no-js', async ({
  page,
  javaScriptEnabled,
}) => {
  test.setTimeout(180_000)
  const ready = () => (javaScriptEnabled === false ? Promise.resolve() : byScript(page))
  const accessible = async (shown: Page) => {
    if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page: shown }).analyze()).violations).toEqual([])
  }
  const look = async (name: string) => {
    const folder = process.env['LOOK']
    if (!folder || javaScriptEnabled === false) return
    await page.screenshot({ path: `${folder}/${name}-360.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.screenshot({ path: `${folder}/${name}-1280.png`, fullPage: true })
    await page.setViewportSize({ width: 360, height: 640 })
  }
  await page.goto('/dang-nhap')
  await page.locator('input[name="email"]').fill(accounts.otherProducer)
  await page.locator('input[name="password"]').fill('dacsan-demo')
  await page.locator('input[name="password"]').press('Enter')
  await page.waitForURL((url) => url.pathname.startsWith('/van-phong'))

  await page.goto('/van-phong/ban-hang')
  await page.getByRole('link', { name: 'Ghi đơn qua điện thoại' }).click()
  await expect(page.getByRole('heading', { name: 'Ghi đơn qua điện thoại' })).toBeVisible()
  await ready()
  await page.getByRole('button', { name: 'Xem tổng tiền' }).click()
  await expect(page.getByRole('alert')).toContainText('Hãy ghi số lượng của ít nhất một mặt hàng')
  await ready()
  await page.locator('input[name^="qty-"]').first().fill('2')
  await page.getByLabel('Họ và tên').fill('Bếp trường Cầu Kè')
  await page.getByLabel('Số điện thoại').fill('0912 345 678')
  await page.getByLabel('Địa chỉ nhận hàng').fill('ap cho, xa cau ke, vinh long')
  await page.getByRole('button', { name: 'Xem tổng tiền' }).click()
  await expect(page.locator('.total strong')).toBeVisible()
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Bếp trường Cầu Kè')
  await ready()
  await page.getByText('Tôi đã nhận đủ tiền').click()
  await page.getByRole('button', { name: 'Ghi đơn', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Hãy nói với khách điều này')
  await expect(page.locator('input[name^="qty-"]').first()).toHaveValue('2')
  await accessible(page)
  await ready()
  await page.locator('input[name="told"]').check()
  await look('don-moi')
  await page.getByRole('button', { name: 'Ghi đơn', exact: true }).click()
  await page.waitForURL(/\/van-phong\/ban-hang\/don\/ord_/)
  await expect(page.getByText('Đơn do người bán ghi qua điện thoại')).toBeVisible()
  const code = /DS[A-Z2-9]{8}/.exec(await page.getByRole('heading', { level: 1 }).innerText())![0]

  await page.goto('/van-phong/ban-hang/dong-goi')
  await ready()
  const order = page.locator('article', { has: page.getByText(code, { exact: true }) })
  await expect(order.getByText(/lô .*HSD/)).toBeVisible()
  const label = await order.getByRole('link', { name: 'In nhãn gửi' }).getAttribute('href')
  const printed = await page.request.get(label!)
  expect(printed.headers()['content-type']).toBe('application/pdf')
  await accessible(page)
  await look('dong-goi')
  await page.getByRole('button', { name: 'Đã đóng gói các đơn đã chọn' }).click()
  await expect(page.getByRole('alert')).toContainText('Hãy chọn ít nhất một đơn')
  await ready()
  await order.getByRole('button', { name: 'Đã đóng gói' }).click()
  await expect(order.getByText(/^Đã đóng gói \d/)).toBeVisible()
  await ready()
  await order.locator('input[name="order"]').check()
  for (const [button, name] of [
    ['Nhãn gửi, 4 nhãn một tờ A4', 'nhan-a4'],
    ['Phiếu nhặt hàng', 'nhat-hang'],
    ['Phiếu đóng gói', 'dong-goi'],
  ] as const) {
    const action = await page.getByRole('button', { name: button, exact: true }).getAttribute('formaction')
    const id = await order.locator('input[name="order"]').getAttribute('value')
    const answer = await page.request.get(`${action}?order=${id}`)
    expect(answer.status(), name).toBe(200)
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }
  await page.getByRole('button', { name: 'Đã giao các đơn đã chọn' }).click()
  await expect(page.getByText('Đã ghi 1 đơn.')).toBeVisible()
  await expect(order).toHaveCount(0)

  await page.goto('/van-phong/tien-ve/bang-ke')
  await expect(page.getByRole('link', { name: code })).toBeVisible()
  await accessible(page)
  await look('bang-ke')

  await page.goto('/van-phong/ban-hang/hoa-don')
  await ready()
  await page.getByRole('button', { name: 'Lập tệp' }).click()
  await expect(page.getByRole('alert')).toContainText('Hãy chọn thuế suất')
  await ready()
  await page.getByLabel('Thuế suất').selectOption('8%')
  await page.getByRole('button', { name: 'Lập tệp' }).click()
  const file = await page.getByRole('link', { name: 'Tải tệp Excel' }).first().getAttribute('href')
  expect((await (await page.request.get(file!)).body()).subarray(0, 2).toString()).toBe('PK')
  await accessible(page)
  await look('hoa-don')

  await page.goto('/van-phong/ban-hang/bang-gia')
  await accessible(page)
  await look('bang-gia')
  const pack = await page.getByRole('link', { name: 'Bảng giá và giấy tờ (ZIP)' }).getAttribute('href')
  expect((await page.request.get(pack!)).headers()['content-type']).toBe('application/zip')

  await page.goto('/van-phong/ban-hang')
  await page.getByRole('link', { name: code }).click()
  await page.getByRole('link', { name: 'Đặt lại như đơn này' }).click()
  await expect(page.getByRole('heading', { name: `Đặt lại như đơn ${code}` })).toBeVisible()
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Bếp trường Cầu Kè')
})
