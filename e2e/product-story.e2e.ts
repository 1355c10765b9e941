import { expect, test } from './fixtures.ts'
import { confirmFinal } from './way/office.ts'

test(
  'a producer writes the story of a product; a mistyped GTIN comes back with all that was typed',
  { tag: '@no-js' },
  async ({ page, login }) => {
    await login('producer')
    await page.goto('/van-phong/san-pham')
    await page.getByRole('table').locator('tbody').getByRole('link').first().click()
    const story = `Nhà tôi làm từ năm 1987 <b>"thật"</b> & không pha ${Date.now()}`
    await page.getByLabel(/^Câu chuyện sản phẩm/).fill(story)
    const gtin = page.getByLabel(/^Mã GTIN/)
    if (await gtin.isEditable()) {
      await gtin.fill('8938501234567')
      await page.getByRole('button', { name: 'Lưu' }).click()
      await expect(page.getByRole('alert').getByRole('link', { name: /số kiểm tra/ })).toHaveAttribute('href', '#f-gtin')
      await expect(page.getByLabel(/^Câu chuyện sản phẩm/)).toHaveValue(story)
      await page.getByLabel(/^Mã GTIN/).fill('')
    }
    await page.getByRole('button', { name: 'Lưu' }).click()
    await expect(page.getByRole('note')).toContainText('Đã lưu')
    await expect(page.getByLabel(/^Câu chuyện sản phẩm/)).toHaveValue(story)
  },
)

test('a producer cannot open the form for the product of somebody else', async ({ page, login }) => {
  await login('producer')
  const foreign = await page.request.get('/van-phong/san-pham/duong-hoa-dua', { headers: { accept: 'text/html' } })
  expect(foreign.status()).toBe(404)
})

test(
  'a register file with a wrong row is kept out whole, and a corrected one comes in once a second person confirmed it',
  { tag: '@no-js' },
  async ({ page, login }) => {
    await login('provincialOfficer')
    await page.goto('/van-phong/so-dang-ky')
    const name = `Mắm thử ${Date.now()}`
    const heading = 'sản phẩm;chủ thể;bộ;sao;độ tin;mã xã'
    const send = async (...rows: string[]) => {
      const buffer = Buffer.from([heading, ...rows].join('\n'))
      await page.getByLabel('Tệp sổ đăng ký').setInputFiles({ name: 'so.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Kiểm tra và gửi' }).click()
    }
    await send(`${name};HTX Thử ${name};QD26-09;3;A;29467`, 'Mắm khác;HTX Khác;QD26-99;3;A;29467')
    await expect(page.getByRole('listitem').filter({ hasText: 'Dòng 3, cột “bộ”: “QD26-99” không đúng' })).toBeVisible()
    await page.goto('/van-phong/so-dang-ky')
    await send(`${name};HTX Thử ${name};QD26-09;3;A;29467`)
    await expect(page.getByText('Chưa dòng nào có hiệu lực')).toBeVisible()
    const proposal = page.url()
    await login('administrator')
    await page.goto(proposal)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: 'Xác nhận và nhập' }).click()
    await confirmFinal(page, 'Xác nhận nhập sổ đăng ký')
    await expect(async () => {
      await page.goto(proposal)
      await expect(page.getByText('1 sản phẩm mới')).toBeVisible({ timeout: 1000 })
    }).toPass()
    await page.goto(`/san-pham?q=${encodeURIComponent(name)}`)
    await expect(page.getByRole('article')).toHaveCount(1)
  },
)
