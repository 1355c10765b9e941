import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'
import { confirmFinal } from './way/office.ts'

const isByScript = () => test.info().project.use.javaScriptEnabled !== false
const telephone = { viewport: { width: 360, height: 640 } }
const desk = { viewport: { width: 1280, height: 800 } }
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
const ready = async (page: Page) => {
  if (isByScript()) await byScript(page)
}
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

test.describe('marks', { tag: '@no-js' }, () => {
  test('a mark goes from its application to its certificate, a product is let in, and its card says so to whoever scans it', async ({
    as,
  }) => {
    test.setTimeout(180_000)
    const name = `Bưởi Năm Roi ${test.info().project.name} ${Date.now()}`
    const office = await as('provincialOfficer', desk)
    await office.goto('/van-phong/so-nhan-hieu/moi')
    await ready(office)
    await office.getByLabel('Loại').selectOption('certification')
    await office.getByLabel('Tên', { exact: true }).fill(name)
    await office.getByLabel('Chủ sở hữu').selectOption({ index: 1 })
    await office.getByLabel('Số đơn, số văn bằng').fill('4-2022-00001')
    await office.getByLabel('Ngày nộp đơn').fill('2022-03-01')
    await office.getByLabel('Giới thiệu').fill('Ngắn')
    await office.getByRole('button', { name: 'Ghi vào sổ' }).click()
    // Too short: what was typed is still there.
    await expect(office.getByText('Viết vài lời giới thiệu, ít nhất 10 ký tự.').first()).toBeVisible()
    await expect(office.getByLabel('Tên', { exact: true })).toHaveValue(name)
    await ready(office)
    await office.getByLabel('Giới thiệu').fill('Bưởi trồng ở vùng đã khoanh của tỉnh.')
    await office.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect(office.getByRole('heading', { level: 1, name })).toBeVisible()
    for (const [step, on] of [
      ['accepted', '2022-04-05'],
      ['published', '2022-06-27'],
      ['granted', '2023-09-11'],
    ] as const) {
      await ready(office)
      await office.getByLabel('Ghi bước tiếp theo').selectOption(step)
      await office.getByLabel('Ngày', { exact: true }).fill(on)
      await office.getByRole('button', { name: 'Ghi bước tiếp theo' }).click()
      await expect(office.getByText(on.split('-').toReversed().join('/')).first()).toBeVisible()
    }
    // Ten years from the application.
    await expect(office.getByText('01/03/2032').first()).toBeVisible()
    await ready(office)
    await office.getByLabel('Loại giấy').selectOption('regulation')
    await office.getByLabel('Ngày của giấy').fill('2022-02-15')
    await office.getByLabel('Số văn bản', { exact: true }).first().fill('05/QĐ')
    await office.getByLabel('Tệp (PDF hoặc ảnh)').setInputFiles({
      name: `quy-che-${Date.now()}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.concat([pdf, Buffer.from(`% ${name}`)]),
    })
    await office.getByRole('button', { name: 'Lưu giấy' }).click()
    await expect(office.getByRole('link', { name: 'Quy chế sử dụng 05/QĐ' })).toBeVisible()

    const anybody = await as('visitor', telephone)
    await anybody.goto('/san-pham')
    const product = new URL((await anybody.locator('a[href*="/san-pham/"]').first().getAttribute('href')) ?? '', anybody.url()).pathname
    await ready(office)
    const admitting = office.locator('form', { has: office.getByRole('button', { name: 'Ghi quyền dùng' }) })
    await admitting.getByLabel('Sản phẩm').fill(product)
    await admitting.getByLabel('Từ ngày').fill('2024-01-01')
    await admitting.getByLabel('Số văn bản').fill('08/QĐ')
    await admitting.getByRole('button', { name: 'Ghi quyền dùng' }).click()
    await expect(office.getByText('được dùng đến 01/03/2032')).toBeVisible()
    await picture(office, 'desk')
    const card = await office.getByRole('link', { name: 'In phiếu có mã QR' }).getAttribute('href')
    const printed = await office.request.get(card!)
    expect(printed.headers()['content-type']).toBe('application/pdf')

    // Everybody: the mark, the card, and the product that carries it.
    await anybody.goto('/nhan-hieu')
    await anybody.getByRole('link', { name }).click()
    await expect(anybody.getByText('Đang hiệu lực, đến hết 01/03/2032')).toBeVisible()
    await fits(anybody)
    await picture(anybody, 'mark')
    const slug = new URL(anybody.url()).pathname
    await anybody.getByRole('link', { name: 'Kiểm tra' }).click()
    await expect(anybody.getByText('Được dùng', { exact: true })).toBeVisible()
    await fits(anybody)
    await picture(anybody, 'card')
    await anybody.goto(`${slug}/KHONGCO`)
    await expect(anybody.getByText('Không có', { exact: true })).toBeVisible()
    await anybody.goto(product)
    await expect(anybody.getByRole('link', { name })).toBeVisible()
    await anybody.goto(`/en${slug}`)
    await expect(anybody.getByText('Who may use it')).toBeVisible()

    // Ended: the same card says that it is over.
    await ready(office)
    await office.getByText('Chấm dứt quyền dùng').first().click()
    await office.getByLabel('Lý do').fill('Vi phạm quy chế sử dụng')
    await office.getByRole('button', { name: 'Chấm dứt quyền dùng' }).click()
    await confirmFinal(office, 'Chấm dứt quyền dùng nhãn hiệu')
    await expect(office.getByText('đã chấm dứt quyền dùng')).toBeVisible()
    await anybody.goto(slug)
    await anybody.getByRole('link', { name: 'Kiểm tra' }).click()
    await expect(anybody.getByText('Không được dùng', { exact: true })).toBeVisible()
  })

  test('somebody reports a misuse without an account, and reads by its number what came of it', async ({ as }) => {
    test.setTimeout(120_000)
    const seen = `Hàng ở chợ dán dấu không phải của mình ${test.info().project.name} ${Date.now()}`
    const anybody = await as('visitor', telephone)
    await anybody.goto('/nhan-hieu/phan-anh')
    await anybody.getByLabel('Đã thấy gì, của ai bán').fill(seen)
    await anybody.getByLabel('Ở đâu').fill('Chợ Mẫu')
    await anybody.getByLabel('Số điện thoại hoặc thư điện tử').fill('0900 000 009')
    await fits(anybody)
    await picture(anybody, 'report')
    await anybody.getByRole('button', { name: 'Gửi tin báo' }).click()
    // Nobody's telephone is kept without a yes; nothing typed is lost.
    await expect(anybody.getByText('Đánh dấu đồng ý, hoặc để trống ô liên hệ.').first()).toBeVisible()
    await expect(anybody.getByLabel('Đã thấy gì, của ai bán')).toHaveValue(seen)
    await anybody.getByLabel('Tôi đồng ý').check()
    await anybody.getByRole('button', { name: 'Gửi tin báo' }).click()
    await expect(anybody.getByText('Đã nhận, chờ xử lý.')).toBeVisible()
    const followed = anybody.url()
    const code = followed.split('/').at(-1)!

    const officer = await as('trade', telephone)
    await officer.goto(`/van-phong/so-nhan-hieu/bao-sai?q=${code}`)
    await officer.getByRole('link', { name: code }).click()
    await expect(officer.getByText(seen)).toBeVisible()
    await ready(officer)
    await officer.getByRole('button', { name: 'Nhận xử lý' }).click()
    await expect(officer.getByText('Đang xác minh')).toBeVisible()
    await anybody.goto(followed)
    await expect(anybody.getByText('Đang xác minh.')).toBeVisible()
    await ready(officer)
    await officer.getByLabel('Kết luận').selectOption('misuse')
    await officer.getByLabel('Câu trả lời').fill('Đã đến chợ, yêu cầu gỡ nhãn.')
    await officer.getByRole('button', { name: 'Kết luận' }).click()
    await confirmFinal(officer, 'Kết luận tin báo nhãn hiệu')
    await expect(officer.getByText('Đã kết luận').first()).toBeVisible()
    await expect(officer.getByText('0900 000 009')).toHaveCount(0)
    await fits(officer)
    await picture(officer, 'case')
    await anybody.goto(followed)
    await expect(anybody.getByText('Đã đến chợ, yêu cầu gỡ nhãn.')).toBeVisible()
    await expect(anybody.getByText(seen)).toHaveCount(0)
  })
})
