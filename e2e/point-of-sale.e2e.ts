import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

/** In a product of its own: other journeys count what the same producer has. */
test.describe('a point of sale', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(240_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const here = () => ({ baseURL: product.url })
  const telephone = () => ({ ...here(), viewport: { width: 360, height: 640 } })
  const ready = async (page: Page) => {
    if (test.info().project.use.javaScriptEnabled !== false) await byScript(page)
  }
  const show = async (page: Page, path: string) => {
    await page.goto(path)
    if (path.startsWith('/van-phong')) await ready(page)
  }
  const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
  const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  test('is found by everybody on a sketch, with its hours, its shelf and a feed for maps', async ({ as }) => {
    const anybody = await as('visitor', telephone())
    await anybody.goto('/diem-ban')
    await expect(anybody.getByRole('img', { name: 'Sơ đồ vị trí' })).toBeVisible()
    await picture(anybody, 'list')
    await fits(anybody)
    await anybody
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link', { name: /Cửa hàng OCOP Bến xe/ })
      .click()
    await expect(anybody.getByText('Thứ Hai đến Thứ Bảy: 07:00–19:00')).toBeVisible()
    await expect(anybody.getByRole('heading', { name: 'Đang có trên kệ' })).toBeVisible()
    await picture(anybody, 'public')
    await fits(anybody)
    const path = new URL(anybody.url()).pathname
    for (const lang of ['en', 'km']) expect((await anybody.request.get(`/${lang}${path}`)).status()).toBe(200)
    const feed = await anybody.request.get('/feeds/points-of-sale.geojson')
    expect(feed.headers()['content-type']).toContain('application/geo+json')
    const { type, features } = await feed.json()
    expect(type).toBe('FeatureCollection')
    expect(features).toHaveLength(2)
    for (const { geometry } of features) {
      expect(geometry.type).toBe('Point')
      expect(geometry.coordinates[0]).toBeGreaterThan(102)
      expect(geometry.coordinates[1]).toBeLessThan(24)
    }
    expect(JSON.stringify(features)).not.toContain('phone')
  })

  test('takes goods on consignment, confirms, sells, counts and settles to the đồng', async ({ as }) => {
    const maker = await as('producer', telephone())
    await show(maker, '/van-phong/ky-gui/moi')
    await maker.getByLabel('Điểm bán', { exact: true }).selectOption({ label: await optionOf(maker, 'Quầy OCOP Ao Bà Om') })
    await maker.getByLabel('Số hợp đồng').fill('02/HĐKG')
    await maker.getByLabel('Hoa hồng cho điểm bán (% giá bán)').fill('nhiều')
    await maker.getByLabel('Trả tiền trong mấy ngày sau đối chiếu').fill('5')
    await maker.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(maker.getByText('Ghi phần trăm từ 0 đến 100').first()).toBeVisible()
    await expect(maker.getByLabel('Số hợp đồng')).toHaveValue('02/HĐKG')
    await ready(maker)
    await maker.getByLabel('Hoa hồng cho điểm bán (% giá bán)').fill('12,5')
    await picture(maker, 'terms')
    await maker.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(maker.getByText('Chờ đồng ý').first()).toBeVisible()
    const consignment = new URL(maker.url()).pathname

    const keeper = await as('keeper', telephone())
    await show(keeper, consignment)
    await keeper.getByRole('button', { name: 'Đồng ý bản này' }).click()
    await expect(keeper.getByText('Đang áp dụng')).toBeVisible()

    // Goods are sent with their note.
    await show(maker, `${consignment}/giao`)
    await maker.getByLabel('Số lượng').first().fill('4')
    await maker.getByLabel('Giá bán tại điểm (đồng, gồm thuế)').first().fill('100.000')
    await maker.getByLabel('Người vận chuyển').fill('Thạch Văn Chở')
    await maker.getByLabel('Phương tiện').fill('84C-123.45')
    await picture(maker, 'send')
    await fits(maker)
    await maker.getByRole('button', { name: 'Lập phiếu, xuất hàng' }).click()
    await expect(maker.getByText('Đang trên đường')).toBeVisible()
    const note = new URL(maker.url()).pathname
    const paper = await maker.getByRole('link', { name: /Phiếu xuất kho hàng gửi bán đại lý/ }).getAttribute('href')
    expect((await maker.request.get(paper!)).headers()['content-type']).toContain('application/pdf')

    // The point confirms, and sells at its counter.
    await show(keeper, note)
    await picture(keeper, 'receive')
    await keeper.getByRole('button', { name: 'Xác nhận nhận hàng' }).click()
    await expect(keeper.getByText('Đã nhận').first()).toBeVisible()
    await show(keeper, consignment)
    await keeper.getByRole('link', { name: 'Mở quầy' }).click()
    await expect(keeper.getByRole('heading', { level: 1, name: /Ao Bà Om/ })).toBeVisible()
    await ready(keeper)
    await keeper.getByLabel('Quét hoặc gõ mã, số lô, tên').fill('kẹo')
    await keeper.getByRole('button', { name: 'Tìm' }).click()
    await ready(keeper)
    await picture(keeper, 'counter')
    await fits(keeper)
    await keeper.getByLabel('Số lượng').first().fill('3')
    await keeper.getByRole('button', { name: 'Bán', exact: true }).click()
    await expect(keeper.getByText('Đã ghi.')).toBeVisible()
    await expect(keeper.getByText('3 sản phẩm, 300.000', { exact: false })).toBeVisible()
    await ready(keeper)
    await keeper.getByLabel('Số lượng').first().fill('3')
    await keeper.getByRole('button', { name: 'Bán', exact: true }).click()
    await expect(keeper.getByText('Chỉ còn 1.').first()).toBeVisible()

    // Counted: 3 × 100 000 less 12.5 %.
    await show(keeper, `${consignment}/kiem-ke`)
    await keeper.getByLabel('Đếm được').fill('2')
    await keeper.getByRole('button', { name: 'Lập bảng đối chiếu' }).click()
    await expect(keeper.getByText('sổ chỉ còn 1').first()).toBeVisible()
    await ready(keeper)
    await keeper.getByLabel('Đếm được').fill('1')
    await keeper.getByRole('button', { name: 'Lập bảng đối chiếu' }).click()
    await expect(keeper.getByRole('main')).toContainText('262.500')
    await ready(keeper)
    await picture(keeper, 'statement')
    await fits(keeper)
    await keeper.getByRole('button', { name: 'Ký bảng này' }).click()
    const statement = new URL(keeper.url()).pathname
    await show(maker, statement)
    await maker.getByRole('button', { name: 'Ký bảng này' }).click()
    await expect(maker.getByText('Hai bên đã ký')).toBeVisible()
    await expect(maker.getByRole('button', { name: 'Rút bảng' })).toHaveCount(0)
    const sales = await maker.getByRole('link', { name: /Bảng kê hàng hóa bán ra/ }).getAttribute('href')
    expect((await maker.request.get(sales!)).headers()['content-type']).toContain('spreadsheetml')
  })

  test('is kept by the department, which sees the criteria of the day', async ({ as }) => {
    const office = await as('trade', { ...here(), viewport: { width: 1280, height: 800 } })
    await show(office, '/van-phong/diem-ban')
    await office.getByRole('link', { name: 'Quầy OCOP Ao Bà Om (mẫu)' }).click()
    await expect(office.getByText('QĐ 950/QĐ-BCT').first()).toBeVisible()
    await expect(office.getByText('Đủ tiêu chí bắt buộc')).toBeVisible()
    await picture(office, 'office')
  })

  const optionOf = async (page: Page, starts: string): Promise<string> =>
    (await page.getByLabel('Điểm bán', { exact: true }).locator('option').allTextContents()).find((text) => text.startsWith(starts))!
})
