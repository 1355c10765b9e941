import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'

const isByScript = () => test.info().project.use.javaScriptEnabled !== false
const telephone = { viewport: { width: 360, height: 640 } }
const desk = { viewport: { width: 1280, height: 800 } }
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
const ready = async (page: Page) => {
  if (isByScript()) await byScript(page)
}
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
const paper = {
  name: 'ghi-nho.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
}

const seller = 'HTX Dừa sáp Cầu Kè (dữ liệu mẫu)'

test.describe('a buyer and a producer', { tag: '@no-js' }, () => {
  test('come from an enquiry on a telephone to a first delivery, and the funnel says so', async ({ as }) => {
    test.setTimeout(240_000)
    const buyer = `Cửa hàng ${test.info().project.name} ${Date.now()}`
    const anybody = await as('visitor', telephone)
    await anybody.goto('/ket-noi')
    expect(await anybody.locator('script[src]').count()).toBe(0)
    await anybody.getByLabel('Bạn là').selectOption('shop')
    await anybody.getByLabel('Tên cửa hàng, đơn vị').fill(buyer)
    await anybody.getByLabel('Cần mua gì').fill('Mứt dừa sáp')
    await anybody.getByLabel('Nhóm hàng').selectOption('craft')
    await anybody.getByLabel('Số lượng mỗi tháng').fill('120')
    await anybody.getByLabel('Đơn vị', { exact: true }).fill('hũ')
    await anybody.getByLabel('Giao đến đâu').fill('Thành phố Cần Thơ')
    await anybody.getByLabel('Hàng mẫu').check()
    await anybody.getByLabel('Người liên hệ').fill('Trần Thị Mua')
    await anybody.getByRole('textbox', { name: 'Điện thoại' }).fill('0912 345 678')
    await anybody.getByRole('button', { name: 'Gửi nhu cầu' }).click()
    // Without the consent nothing is sent, and nothing typed is lost.
    await expect(anybody.getByText('Đánh dấu đồng ý để chủ thể gọi lại').first()).toBeVisible()
    await expect(anybody.getByLabel('Tên cửa hàng, đơn vị')).toHaveValue(buyer)
    await expect(anybody.getByLabel('Hàng mẫu')).toBeChecked()
    await picture(anybody, 'form')
    await fits(anybody)
    await anybody.getByLabel('Tôi đồng ý').check()
    await anybody.getByRole('button', { name: 'Gửi nhu cầu' }).click()
    await expect(anybody.getByRole('heading', { level: 1 })).toContainText('Nhu cầu KN-')
    await expect(anybody.getByText('Chưa giới thiệu chủ thể nào.')).toBeVisible()
    const path = new URL(anybody.url()).pathname
    const code = /KN-[0-9A-Z]+-[0-9A-Z]+/.exec(path)![0]
    for (const lang of ['en', 'km']) expect((await anybody.request.get(`/${lang}${path}`)).status()).toBe(200)

    const office = await as('trade', desk)
    await office.goto(`/van-phong/ket-noi/nhu-cau?q=${code}`)
    await office.getByRole('link', { name: code }).click()
    await expect(office.getByText('0912345678')).toBeVisible()
    await ready(office)
    await office.getByRole('button', { name: 'Giới thiệu chủ thể' }).click()
    await expect(office.getByText('Chọn ít nhất một chủ thể.').first()).toBeVisible()
    const producer = await as('producer', telephone)
    await office.getByLabel('Tìm theo tên chủ thể hoặc tên hàng').fill(seller)
    await office.getByRole('button', { name: 'Tìm', exact: true }).click()
    await ready(office)
    await office.getByLabel(seller).check()
    await office.getByRole('button', { name: 'Giới thiệu chủ thể' }).click()
    await expect(office.getByText('Đã lưu.')).toBeVisible()
    await picture(office, 'enquiry')

    await producer.goto(`/van-phong/ket-noi?q=${encodeURIComponent(buyer)}`)
    await producer.getByRole('link', { name: buyer }).first().click()
    await ready(producer)
    await producer.getByLabel('Tên hàng, quy cách').fill('Mứt dừa sáp, hũ 200 g')
    await producer.getByLabel(/^Đơn vị/).fill('hũ')
    await producer.getByLabel('Giá mỗi đơn vị').fill('85.000')
    await producer.getByLabel('Số lượng ít nhất').fill('50')
    await producer.getByLabel('Chuẩn bị hàng').fill('7')
    await producer.getByRole('button', { name: 'Gửi chào hàng' }).click()
    await expect(producer.getByText('Đã lưu.')).toBeVisible()
    await ready(producer)
    await producer.getByRole('button', { name: 'Gửi bộ giấy tờ' }).click()
    await expect(producer.getByText('đã tải 0 lần')).toBeVisible()
    await fits(producer)

    await anybody.goto(path)
    await expect(anybody.getByText('Mứt dừa sáp, hũ 200 g: 85.000').first()).toBeVisible()
    const zip = await anybody.request.get((await anybody.getByRole('link', { name: 'Tải bộ giấy tờ' }).getAttribute('href'))!)
    expect((await zip.body()).subarray(0, 2).toString()).toBe('PK')

    // A memorandum without its paper is none.
    await ready(producer)
    await producer.getByLabel('Bước', { exact: true }).selectOption('mou')
    await producer.getByRole('button', { name: 'Ghi bước' }).click()
    await expect(producer.getByText('Ghi nhớ chỉ được tính khi có tệp').first()).toBeVisible()
    await ready(producer)
    await producer.getByLabel('Tệp (ảnh hoặc PDF)').setInputFiles(paper)
    await producer.getByRole('button', { name: 'Ghi bước' }).click()
    await expect(producer.getByText('Đã lưu.')).toBeVisible()
    await expect(producer.getByText('một bên tự khai')).toBeVisible()
    await ready(producer)
    await producer.getByLabel('Bước', { exact: true }).selectOption('first-delivery')
    await producer.getByLabel('Giá trị, số tiền').fill('4.250.000')
    await producer.getByRole('button', { name: 'Ghi bước' }).click()
    await expect(producer.getByText('Giao lần đầu').first()).toBeVisible()
    await expect(producer.getByText('đã tải 1 lần')).toBeVisible()
    await picture(producer, 'relation')
    await fits(producer)

    await anybody.goto(path)
    await anybody.getByRole('button', { name: /Đúng như vậy: Giao lần đầu/ }).click()
    await expect(anybody.getByText('hai bên xác nhận')).toBeVisible()
    await picture(anybody, 'case')
    await fits(anybody)

    await office.goto('/van-phong/ket-noi/pheu?nhom=craft')
    await expect(office.getByText(/lần giao, .* hai bên xác nhận/)).toBeVisible()
    const row = office.getByRole('row').filter({ hasText: 'Giao lần đầu' })
    expect(Number((await row.textContent())!.replaceAll(/\D+/g, ' ').trim().split(' ')[0])).toBeGreaterThan(0)
    await picture(office, 'funnel')
    expect(await (await office.request.get('/van-phong/ket-noi/pheu/pheu.csv')).text()).toContain('Giao lần đầu')
  })

  test('of the demonstration met at a session; a trade office of another province sees its own meeting alone', async ({ as }) => {
    const abroad = await as('tradeOffice', telephone)
    await abroad.goto('/van-phong/ket-noi/phien')
    await abroad.getByRole('link', { name: 'Phiên kết nối cung cầu (mẫu)' }).click()
    await expect(abroad.getByText('Trung tâm xúc tiến Tây Đô (mẫu)').filter({ visible: true }).first()).toBeVisible()
    await expect(abroad.getByText('Khách sạn Bến sông (mẫu)')).toHaveCount(0)
    await picture(abroad, 'session')
    await fits(abroad)
    await abroad.goto('/van-phong/ket-noi')
    await expect(abroad.getByText('Chuỗi cửa hàng Quà quê (mẫu)')).toHaveCount(0)
    const office = await as('trade', desk)
    await office.goto('/van-phong/ket-noi/phien')
    await office.getByRole('link', { name: 'Phiên kết nối cung cầu (mẫu)' }).click()
    await expect(office.getByText('Chủ thể vắng').first()).toBeVisible()
    expect((await office.request.get(`${new URL(office.url()).pathname}/danh-sach.pdf`)).headers()['content-type']).toBe('application/pdf')
    await picture(office, 'session-office')
    await office.goto('/van-phong/ket-noi/phien/moi')
    await ready(office)
    await office.getByLabel('Tên phiên').fill(`Phiên thử ${test.info().project.name} ${Date.now()}`)
    await office.getByLabel('Địa điểm').fill('Nhà văn hóa')
    await office.getByRole('button', { name: 'Lập phiên' }).click()
    await expect(office.getByText('Chưa xếp lượt nào.')).toBeVisible()
  })
})
