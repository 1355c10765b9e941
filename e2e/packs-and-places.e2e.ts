import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'

test.use({ viewport: { width: 360, height: 640 } })

const product = 'Kẹo dừa sáp (mẫu)'

test(
  'labels of a lot are printed pack by pack, no more than were packed, and the place where they were packed has a page for everybody',
  { tag: '@no-js' },
  async ({ page, login, as, javaScriptEnabled, request }) => {
    test.setTimeout(180_000)
    const stamp = Date.now().toString(36)
    const ready = (on: Page) => (javaScriptEnabled === false ? Promise.resolve() : byScript(on))
    const box = `Hộp thử tem ${stamp} 1 kg`
    await login('producer')
    await page.goto('/van-phong/san-pham')
    await page.getByRole('link', { name: product }).first().click()
    await page.waitForURL(/san-pham\/prd_/)
    const productId = /prd_\w+/.exec(page.url())![0]
    await page.getByRole('link', { name: 'Quy cách đóng gói' }).click()
    await ready(page)
    await page.getByLabel('Quy cách mới').fill(box)
    await page.getByRole('button', { name: 'Thêm quy cách' }).click()
    await expect(page.getByText(box, { exact: true })).toBeVisible()

    await page.goto(`/van-phong/lo/moi?san-pham=${productId}`)
    await ready(page)
    await page.getByLabel('Làm được bao nhiêu?').fill('40')
    await page.getByLabel('Đơn vị').selectOption('kg')
    await page.locator('input[name="expiresOn"]').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10))
    await page.getByLabel(/^Số lô/).fill(`TEM-${stamp}`)
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await page.waitForURL(/\/van-phong\/lo\/lot_/)
    const lot = new URL(page.url()).pathname
    await page.getByRole('link', { name: 'Đóng gói, kho hàng' }).click()
    await ready(page)
    await page.getByLabel(`Số lượng ${box}`).fill('12')
    const usual = page.getByLabel(/^Số lượng (?!Hộp)/).first()
    await usual.fill('0')
    await page.getByRole('button', { name: 'Ghi đóng gói' }).click()
    await expect(page.getByText('Đã ghi vào sổ kho.')).toBeVisible()

    // What was packed is what is meant; the other pack is a tap away.
    await page.goto(`${lot}/tem`)
    await expect(page.getByText('Đã đóng 12 gói quy cách này; đã in 0 tem.')).toBeVisible()
    await page.getByLabel('In bao nhiêu tem?').fill('13')
    await page.getByRole('button', { name: 'Tạo tệp PDF để in' }).click()
    await expect(page.getByRole('alert').getByText(/^Quy cách này mới đóng 12 gói theo sổ kho/)).toBeVisible()
    await expect(page.getByLabel('In bao nhiêu tem?')).toHaveValue('13')
    await page.goto(`${lot}/tem`)
    await page.getByRole('navigation', { name: 'Quy cách' }).getByRole('link').first().click()
    await expect(page.getByText(/^Đã đóng 0 gói quy cách này/)).toBeVisible()

    await page.goto('/van-phong/noi-de-hang')
    const code = await page.locator('input[name="placeId"]').first().inputValue()
    const everybody = await as('visitor', { viewport: { width: 360, height: 640 } })
    await everybody.goto(`/noi/${code}`)
    await expect(everybody.getByRole('heading', { level: 1 })).toContainText('Xã Cầu Kè')
    await expect(everybody.getByText('không công khai')).toBeVisible()
    await expect(everybody.getByRole('link', { name: 'HTX Dừa sáp Cầu Kè (dữ liệu mẫu)' })).toBeVisible()
    const data = await request.get(`/noi/${code}/noi.json`)
    expect([data.status(), data.headers()['content-type']]).toEqual([200, 'application/ld+json'])
    expect((await everybody.goto('/noi/plc_khong'))!.status()).toBe(404)
  },
)

test(
  'an administrator writes down a GLN of an organisation, and reads why a wrong one is not taken',
  { tag: '@no-js' },
  async ({ as, javaScriptEnabled }) => {
    const administrator = await as('administrator', { viewport: { width: 360, height: 640 } })
    await administrator.goto('/van-phong/quan-tri')
    await administrator.getByRole('link', { name: 'GLN của đơn vị' }).click()
    const organisation = administrator.getByLabel('Đơn vị', { exact: true })
    const choose = async () =>
      organisation.selectOption({ label: (await organisation.locator('option', { hasText: 'HTX Dừa sáp Cầu Kè' }).first().textContent())! })
    await choose()
    await administrator.getByRole('textbox', { name: 'GLN' }).fill('8938501234560')
    await administrator.getByRole('button', { name: 'Ghi GLN cho đơn vị' }).click()
    await expect(administrator.getByRole('alert').getByText(/không phải GLN/)).toBeVisible()
    await expect(administrator.getByRole('textbox', { name: 'GLN' })).toHaveValue('8938501234560')
    const gln = javaScriptEnabled === false ? '8938501234582' : '8938501234599'
    await administrator.getByRole('textbox', { name: 'GLN' }).fill(gln)
    await administrator.getByRole('button', { name: 'Ghi GLN cho đơn vị' }).click()
    await expect(administrator.getByText(`Đã ghi GLN ${gln}.`)).toBeVisible()
    await administrator.goto(`/van-phong/quan-tri/gln?q=${gln}`)
    await expect(administrator.getByText(gln).first()).toBeVisible()
  },
)

test(
  'a maker corrects the name of a supplier, and what it was before stands beside',
  { tag: '@no-js' },
  async ({ page, login, javaScriptEnabled }) => {
    await login('producer')
    await page.goto('/van-phong/nguyen-lieu')
    await page.getByRole('link', { name: 'Sổ người bán' }).click()
    await page.locator('a[href*="/nguoi-ban/sup_"]').first().click()
    await page.waitForURL(/sup_/)
    if (javaScriptEnabled !== false) await byScript(page)
    const name = page.getByLabel('Tên người bán')
    const before = await name.inputValue()
    await name.fill(`${before} ${Date.now().toString(36)}`)
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(page.getByText('Đã lưu.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Trước đây' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: before }).last()).toBeVisible()
  },
)
