import jsQR from 'jsqr'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

/** A day so many days from now, as a browser writes it. */
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)

/** In a product of its own: other journeys recall and suspend what the same producer makes. */
test.describe('a fair', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const here = () => ({ baseURL: product.url })
  const telephone = () => ({ ...here(), viewport: { width: 360, height: 640 } })
  const isByScript = () => test.info().project.use.javaScriptEnabled !== false
  const show = async (page: Page, path: string) => {
    await page.goto(path)
    if (isByScript() && path.startsWith('/van-phong')) await byScript(page)
  }
  const ready = async (page: Page) => {
    if (isByScript()) await byScript(page)
  }
  const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })

  test('is called, asked for from a telephone in one form, completed, planned and seen by everybody', async ({ as }) => {
    const name = `Hội chợ Xuân ${test.info().project.name} ${Date.now()}`
    const office = await as('trade', { ...here(), viewport: { width: 1280, height: 800 } })
    await show(office, '/van-phong/hoi-cho/moi')
    await office.getByLabel('Tên hội chợ').fill(name)
    await office.getByLabel('Nơi tổ chức').selectOption('inside')
    await office.getByLabel('Địa điểm').fill('Quảng trường trung tâm')
    await office.getByLabel('Đơn vị tổ chức').fill('Trung tâm Xúc tiến thương mại')
    await office.getByLabel('Ngày khai mạc').fill(day(70))
    await office.getByLabel('Ngày bế mạc').fill(day(69))
    await office.getByLabel('Số công văn mời hoặc kế hoạch').fill('1234/SCT-XTTM')
    await office.getByLabel('Ngày công văn').fill(day(0))
    await office.getByLabel('Hạn đăng ký gian (ngày, giờ)').fill(`${day(20)}T16:30`)
    await office.getByLabel('Số gian cho chủ thể OCOP').fill('20')
    await office.getByLabel('Loại gian, giá thuê, tiền hỗ trợ mỗi gian').fill('Gian tiêu chuẩn 3 × 3 m; 8.000.000; 5.000.000')
    await office.getByLabel('Hàng mẫu phải gửi').fill('Hai hộp mỗi sản phẩm')
    await office.getByRole('button', { name: 'Lưu' }).click()
    // The days were turned: everything typed is still there.
    await expect(office.getByText('Ngày bế mạc không thể trước ngày khai mạc.').first()).toBeVisible()
    await expect(office.getByLabel('Tên hội chợ')).toHaveValue(name)
    await ready(office)
    await office.getByLabel('Ngày bế mạc').fill(day(74))
    await office.getByRole('button', { name: 'Lưu' }).click()
    await expect(office.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(office.getByText('Nghị định 81/2018/NĐ-CP')).toBeVisible()
    const fairAddress = new URL(office.url()).pathname
    await ready(office)
    await office.getByRole('button', { name: 'Mở đăng ký' }).click()
    await expect(office.getByText('Đang nhận đăng ký')).toBeVisible()
    await picture(office, 'desk')

    // The producer, on a telephone.
    const maker = await as('producer', telephone())
    await show(maker, '/van-phong/gian-hoi-cho')
    await maker.getByRole('article').filter({ hasText: name }).getByRole('link', { name: 'Đăng ký gian' }).click()
    await expect(maker.getByRole('heading', { level: 1 })).toContainText(name)
    await ready(maker)
    await expect(maker.getByRole('checkbox', { name: /Kẹo dừa sáp \(mẫu\)/ })).toBeChecked()
    await picture(maker, 'form')
    await maker.getByLabel('Người đứng gian').fill('Thạch Thị Mẫu')
    // What was said the last time stands there already.
    await maker.getByLabel('Số điện thoại', { exact: true }).fill('')
    await maker.getByRole('button', { name: 'Gửi đăng ký' }).click()
    for (const gap of ['Ghi số điện thoại người đứng gian.', 'Đánh dấu cam kết gửi hàng mẫu.'])
      await expect(maker.getByText(gap)).toBeVisible()
    await ready(maker)
    await maker.getByLabel('Số điện thoại', { exact: true }).fill('0900 000 001')
    await maker.getByLabel('Số giấy an toàn thực phẩm').fill('12/2026/ATTP')
    await maker.getByLabel('Hết hạn ngày').fill(day(700))
    await maker.getByRole('checkbox', { name: /Cam kết gửi hàng mẫu/ }).check()
    await maker.getByRole('button', { name: 'Sửa đăng ký' }).click()
    await expect(maker.getByText('Đăng ký đã đủ.')).toBeVisible()
    await picture(maker, 'application')
    expect(await maker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

    // The officer enters it for whoever telephones.
    await show(office, `${fairAddress}/nhap-ho?q=Bánh+tét+Trà+Cuôn`)
    await office.getByRole('link', { name: /Trà Cuôn/ }).click()
    await expect(office.getByRole('button', { name: 'Gửi đăng ký' })).toBeVisible()
    await ready(office)
    await office.getByLabel('Người đứng gian').fill('Kim Văn Mẫu')
    await office.getByRole('button', { name: 'Gửi đăng ký' }).click()
    await expect(office.getByText('Còn thiếu')).toBeVisible()

    // What would be published, and the plan.
    await show(office, `${fairAddress}/phan-gian`)
    await expect(office.getByText('Hết hạn đăng ký mới công bố được.')).toBeVisible()
    await expect(office.getByRole('main')).toContainText('hồ sơ chưa đủ khi hết hạn')
    await picture(office, 'preview')
    await show(office, `${fairAddress}/so-do`)
    await office.getByLabel('Khu và gian').fill('Khu OCOP\nA1 0,0\nA2 0,0')
    await office.getByRole('button', { name: 'Lưu sơ đồ' }).click()
    await expect(office.getByText('Gian A2 nằm chồng lên gian A1.').first()).toBeVisible()
    await ready(office)
    await office.getByLabel('Khu và gian').fill('Khu OCOP\nA1 0,0\nA2 1,0 2x1')
    await office.getByRole('button', { name: 'Lưu sơ đồ' }).click()
    await expect(office.getByText('thêm gian A1, A2')).toBeVisible()
    await picture(office, 'plan')

    // Everybody, in three languages, with a day for the calendar.
    const anybody = await as('visitor', telephone())
    await anybody.goto('/hoi-cho')
    await anybody.getByRole('link', { name }).click()
    await expect(anybody.getByText('Đang nhận đăng ký gian')).toBeVisible()
    await expect(anybody.getByRole('main')).toContainText('Bằng điểm thì hồ sơ đủ sớm hơn đứng trước')
    await picture(anybody, 'public')
    expect(await anybody.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    const path = new URL(anybody.url()).pathname
    const calendar = await anybody.request.get(`${path}/lich.ics`)
    expect(calendar.headers()['content-type']).toContain('text/calendar')
    expect((await calendar.text()).replaceAll('\r\n ', '')).toContain(`DTSTART;VALUE=DATE:${day(70).replaceAll('-', '')}`)
    for (const lang of ['en', 'km']) expect((await anybody.request.get(`/${lang}${path}`)).status()).toBe(200)
    // A stand that nobody holds has no code.
    expect((await anybody.request.get(`${path}/gian/A1`)).status()).toBe(404)
  })

  test('that is over shows who stood where, by which points, with a code for each stand that a telephone reads', async ({ as }) => {
    const anybody = await as('visitor', telephone())
    await anybody.goto('/hoi-cho')
    await anybody.getByRole('link', { name: /Hội chợ OCOP mùa thu \(mẫu\)/ }).click()
    await expect(anybody.getByRole('heading', { name: 'Kết quả phân gian' })).toBeVisible()
    await expect(anybody.getByText('Sơ đồ đã đổi sau khi in').first()).toBeVisible()
    await picture(anybody, 'past')
    expect(await anybody.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    const link = anybody.getByRole('link', { name: /Mã QR của gian/ }).first()
    const image = await anybody.request.get((await link.getAttribute('href'))!)
    const { data, info } = await sharp(await image.body())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)
    expect(read?.data).toMatch(/\/hoi-cho\/hoi-cho-ocop-mua-thu-mau-\d{4}#gian-/)
    const office = await as('trade', here())
    await show(office, '/van-phong/hoi-cho')
    await office.getByRole('link', { name: /Hội chợ OCOP mùa thu \(mẫu\)/ }).click()
    await office.getByRole('link', { name: 'Báo cáo kết quả' }).click()
    await expect(office.getByText('Sau 90 ngày:')).toBeVisible()
    await expect(office.getByRole('main')).toContainText('chủ thể tự khai')
    await picture(office, 'report')
    const href = await office
      .getByRole('link', { name: /Báo cáo kết quả hội chợ/ })
      .first()
      .getAttribute('href')
    expect((await office.request.get(href!)).status()).toBe(200)
  })

  test('that is on sells from a telephone: what is sold without a signal arrives later, once, on its day', async ({ as }) => {
    const maker = await as('producer', telephone())
    await show(maker, '/van-phong/gian-hoi-cho')
    await maker
      .getByRole('link', { name: /Phiên chợ OCOP cuối tuần \(mẫu\)/ })
      .first()
      .click()
    await maker.getByRole('link', { name: 'Bán tại gian' }).click()
    await expect(maker.getByRole('heading', { level: 1 })).toContainText('Bán tại gian A1')
    const path = new URL(maker.url()).pathname
    await ready(maker)
    await maker.getByRole('button', { name: 'Chọn nơi này' }).click()
    await expect(maker.getByText('Đã ghi lần bán.')).toBeVisible()
    const goods = maker.getByRole('group', { name: /Kẹo dừa sáp \(mẫu\)/ }).first()
    const sellSome = async (quantity: string, paid: string) => {
      await goods.getByLabel('Số lượng').fill(quantity)
      await goods.getByLabel('Giá (đ)').fill('90.000')
      await maker.getByText(paid, { exact: true }).first().click()
      await maker.getByRole('button', { name: 'Ghi đã bán' }).click()
    }
    await show(maker, path)
    await ready(maker)
    await maker.getByRole('button', { name: 'Ghi đã bán' }).click()
    await expect(maker.getByText('Ghi số lượng của ít nhất một món.').first()).toBeVisible()
    await ready(maker)
    await sellSome('2', 'Tiền mặt')
    await expect(maker.getByRole('article').filter({ hasText: '2 × Kẹo dừa sáp (mẫu)' })).toContainText('180.000')
    await picture(maker, 'stand')
    expect(await maker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

    if (isByScript()) {
      await show(maker, path)
      await ready(maker)
      await expect
        .poll(
          () =>
            maker.evaluate(async () => {
              const requests = (await caches.has('dacsan-desk-pages')) ? await (await caches.open('dacsan-desk-pages')).keys() : []
              return requests.map(({ url }) => new URL(url).pathname)
            }),
          { timeout: 20_000 },
        )
        .toContain(path)
      await maker.context().setOffline(true)
      await maker.goto(path)
      await ready(maker)
      await expect(maker.getByText(/^Chưa có tín hiệu/)).toBeVisible()
      await sellSome('1', 'Chuyển khoản')
      await expect(maker.getByText('Chưa gửi: 1')).toBeVisible()
      await maker.getByRole('button', { name: 'Điền bản khác' }).click()
      await sellSome('3', 'Tiền mặt')
      await expect(maker.getByText('Chưa gửi: 2')).toBeVisible()
      await picture(maker, 'no-signal')
      await maker.context().setOffline(false)
      await expect(maker.getByText(/^Chưa gửi/)).toHaveCount(0, { timeout: 30_000 })
    } else {
      await show(maker, path)
      await sellSome('1', 'Chuyển khoản')
      await show(maker, path)
      await sellSome('3', 'Tiền mặt')
    }
    await show(maker, path)
    await expect(maker.getByRole('article')).toHaveCount(3)
    const days = maker.getByRole('table')
    await expect(days).toContainText('450.000')
    await expect(days).toContainText('540.000')

    // One was a mistake.
    await ready(maker)
    const mistake = maker.getByRole('article').filter({ hasText: '1 × Kẹo dừa sáp (mẫu)' })
    await mistake.getByText('Hủy lần bán', { exact: true }).first().click()
    await mistake.getByLabel('Lý do').fill('Khách đổi ý')
    await mistake.getByRole('button', { name: 'Hủy lần bán' }).click()
    await expect(maker.getByText('đã hủy: Khách đổi ý')).toBeVisible()
    await expect(days).not.toContainText('540.000')

    const office = await as('trade', here())
    await show(office, '/van-phong/hoi-cho')
    await office.getByRole('link', { name: /Phiên chợ OCOP cuối tuần \(mẫu\)/ }).click()
    await office.getByRole('link', { name: 'Báo cáo kết quả' }).click()
    await expect(office.getByRole('main')).toContainText('ghi từng lần bán')
    await expect(office.getByRole('main')).toContainText('450.000')
    await office.goto('/hoi-cho')
    await office.getByRole('link', { name: /Phiên chợ OCOP cuối tuần \(mẫu\)/ }).click()
    const catalogue = await office.getByRole('link', { name: 'Danh mục gian để in (PDF)' }).getAttribute('href')
    const paper = await office.request.get(catalogue!)
    expect(paper.headers()['content-type']).toBe('application/pdf')
  })
})
