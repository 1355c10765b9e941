import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

/** In a product of its own: other journeys count what the same people have. */
test.describe('a route', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(240_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const telephone = () => ({ baseURL: product.url, viewport: { width: 360, height: 640 } })
  const show = async (page: Page, path: string) => {
    await page.goto(path)
    if (path.startsWith('/van-phong') && test.info().project.use.javaScriptEnabled !== false) await byScript(page)
  }
  const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
  const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  /** A month ahead, whatever day it is. */
  const later = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

  test('is found, says that no decision recognises it, and goes along as leaflet, GPX and GeoJSON', async ({ as }) => {
    const anybody = await as('visitor', telephone())
    await anybody.goto('/tuyen?dai=half-day')
    await picture(anybody, 'list')
    await fits(anybody)
    await anybody
      .getByRole('main')
      .getByRole('link', { name: /Một ngày quanh Ao Bà Om/ })
      .click()
    await expect(anybody.getByText('Chưa có quyết định công nhận tuyến này.')).toBeVisible()
    await expect(anybody.getByText('được công nhận')).toHaveCount(0)
    await expect(anybody.getByText('Điểm này không có quyết định công nhận.')).toHaveCount(2)
    await expect(anybody.getByRole('img', { name: 'Sơ đồ các điểm' })).toBeVisible()
    await picture(anybody, 'route')
    await fits(anybody)
    const path = new URL(anybody.url()).pathname
    for (const lang of ['en', 'km']) expect((await anybody.request.get(`/${lang}${path}`)).status()).toBe(200)
    const map = await (await anybody.request.get(`${path}.geojson`)).json()
    expect(map.features.map(({ geometry }: { geometry: { type: string } }) => geometry.type)).toEqual(['LineString', 'Point', 'Point', 'Point', 'Point']) // prettier-ignore
    expect(await (await anybody.request.get(`${path}.gpx`)).text()).toContain('<rte>')
    for (const size of ['', '?kho=a5'])
      expect((await anybody.request.get(`${path}/to-gap.pdf${size}`)).headers()['content-type']).toContain('pdf')
  })

  test('is asked for without an account, and answered by its host', async ({ as }) => {
    const guest = await as('visitor', telephone())
    await guest.goto('/tuyen')
    await guest
      .getByRole('main')
      .getByRole('link', { name: /Một ngày quanh Ao Bà Om/ })
      .click()
    await guest.getByRole('link', { name: 'Hỏi đặt đoàn' }).click()
    await guest.getByLabel('Ngày muốn đến').fill(later())
    await guest.getByLabel('Số người').fill('500')
    await guest.getByLabel('Lời nhắn').fill('Có hai cháu nhỏ')
    await guest.getByRole('button', { name: 'Gửi', exact: true }).click()
    await expect(guest.getByText('Tuyến nhận đoàn từ 2 đến 20 người.').first()).toBeVisible()
    await expect(guest.getByLabel('Lời nhắn')).toHaveValue('Có hai cháu nhỏ')
    await guest.getByLabel('Số người').fill('6')
    await picture(guest, 'ask')
    await fits(guest)
    await guest.getByRole('button', { name: 'Gửi', exact: true }).click()
    await expect(guest.getByText('Đang chờ nơi đón khách trả lời.')).toBeVisible()

    const host = await as('keeper', telephone())
    await show(host, '/van-phong/don-khach')
    await picture(host, 'host')
    await fits(host)
    await host.getByRole('link', { name: /^6 người/ }).click()
    await host.getByLabel('Lời nhắn cho khách').first().fill('Mời đến lúc 8 giờ')
    await picture(host, 'enquiry')
    await fits(host)
    await host.getByRole('button', { name: 'Nhận đoàn này' }).click()
    await expect(host.getByText('Đã lưu.')).toBeVisible()
    await guest.reload()
    await expect(guest.getByText(/Đã nhận đoàn của bạn/)).toBeVisible()
    await expect(guest.getByText('Mời đến lúc 8 giờ')).toBeVisible()
    await picture(guest, 'answer')
  })

  test('fills a passport by scans, up to the certificate; a stop that steps out says so', async ({ as }) => {
    const [guest, office] = [await as('visitor', telephone()), await as('trade', telephone())]
    await show(office, '/van-phong/tuyen')
    await office
      .getByRole('link', { name: /Một ngày quanh Ao Bà Om/ })
      .first()
      .click()
    await expect(office.getByRole('heading', { name: 'Các điểm dừng' })).toBeVisible()
    await picture(office, 'office')
    await fits(office)
    const stops = await office.getByRole('link', { name: /^Mã đóng dấu, điện thoại/ }).evaluateAll((links) => links.map((link) => link.getAttribute('href')!)) // prettier-ignore
    expect(stops).toHaveLength(4)
    for (const [index, path] of stops.entries()) {
      await show(office, path)
      const address = await office.getByText(/\/dau\//).textContent()
      await guest.goto(new URL(address!.trim()).pathname)
      if (index === 0) await picture(guest, 'stamp')
      await guest.getByRole('button', { name: 'Đóng dấu vào hộ chiếu' }).click()
      if (index < 3) await expect(guest.getByText(`Còn thiếu ${3 - index} dấu.`)).toBeVisible()
    }
    await picture(guest, 'passport')
    await fits(guest)
    await guest.getByRole('link', { name: 'Xem giấy chứng nhận đi trọn tuyến' }).click()
    await expect(guest.getByText(/có đủ 4 dấu/)).toBeVisible()
    await picture(guest, 'certificate')
    await show(office, stops[3]!)
    await picture(office, 'stop')
    await fits(office)
    await office.getByLabel('Lý do').fill('Nhà có việc')
    await office.getByRole('button', { name: 'Ngừng đón khách ở đây' }).click()
    await expect(office.getByText('Đang không đón khách')).toBeVisible()
    await guest.goto('/tuyen')
    await guest
      .getByRole('main')
      .getByRole('link', { name: /Một ngày quanh Ao Bà Om/ })
      .click()
    await expect(guest.getByText('Hiện không đón khách: chủ nhà xin ngừng.')).toBeVisible()
    // Nobody else opens a stop.
    const other = await as('otherProducer', telephone())
    expect((await other.goto(stops[0]!))!.status()).toBe(404)
  })
})
