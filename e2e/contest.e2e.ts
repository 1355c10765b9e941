import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { confirmFinal } from './way/office.ts'

/** An hour on the clock of Việt Nam so many minutes from now, as a browser writes it. */
const hour = (minutes: number) => new Date(Date.now() + minutes * 60_000 + 7 * 3_600_000).toISOString().slice(0, 16)

/** In a product of its own: jurors of it have other work in other journeys. */
test.describe('a contest', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 300_000 })
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
  const press = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await ready(page)
  }
  const photo = (shade: number) =>
    sharp({ create: { width: 800, height: 600, channels: 3, background: { r: shade, g: 140, b: 90 } } })
      .jpeg()
      .toBuffer()

  test('shows everybody a published result with its photos, and only the names of those who agreed', async ({ as }) => {
    const anybody = await as('visitor', telephone())
    await anybody.goto('/cuoc-thi')
    await picture(anybody, 'list')
    await fits(anybody)
    await anybody.getByRole('link', { name: 'Thi thiết kế giỏ quà Trung thu (mẫu)' }).click()
    await expect(anybody.getByText('Giải nhất').first()).toBeVisible()
    await expect(anybody.getByText('Người dự thi không hiện tên')).toHaveCount(1)
    await expect(anybody.getByText('Trần Văn Mẫu')).toHaveCount(0)
    await picture(anybody, 'result')
    await fits(anybody)
    const path = new URL(anybody.url()).pathname
    for (const lang of ['en', 'km']) expect((await anybody.request.get(`/${lang}${path}`)).status()).toBe(200)
  })

  test('is opened, entered from a telephone, judged by number and photo, previewed and published', async ({ as }) => {
    const name = `Thi giỏ quà ${test.info().project.name}`
    const office = await as('trade', { ...here(), viewport: { width: 1280, height: 800 } })
    await show(office, '/van-phong/cuoc-thi/moi')
    await office.getByLabel('Tên cuộc thi').fill(name)
    await office.getByLabel('Giới thiệu').fill('Ai cũng dự được.')
    await office.getByLabel('Thể lệ').fill('Mỗi bài một giỏ quà.')
    await office.getByLabel('Đơn vị tổ chức').fill('Sở Công Thương')
    await office.getByLabel('Số quyết định, công văn').fill('77/QĐ-SCT')
    await office.getByLabel('Ngày văn bản').fill(hour(0).slice(0, 10))
    await office.getByLabel('Mở nhận bài').fill(hour(-60))
    await office.getByLabel('Đóng nhận bài').fill(hour(3))
    await office.getByLabel('Hạn chấm').fill(hour(4000))
    await office.getByLabel('Tiêu chí chấm').fill('Ý tưởng; 60\nBao bì; 30')
    await office.getByLabel('Cơ cấu giải').fill('Giải nhất; 1; 5.000.000')
    await press(office, 'Lưu')
    await expect(office.getByText('Tổng điểm các tiêu chí phải là 100, đang là 90.').first()).toBeVisible()
    await expect(office.getByLabel('Thể lệ')).toHaveValue('Mỗi bài một giỏ quà.')
    await office.getByLabel('Tiêu chí chấm').fill('Ý tưởng; 60\nBao bì; 40')
    await press(office, 'Lưu')
    await expect(office.getByRole('heading', { level: 1, name })).toBeVisible()
    const desk = new URL(office.url()).pathname
    await press(office, 'Mở nhận bài')
    await expect(office.getByText('Đang nhận bài').first()).toBeVisible()
    for (const [login, juror] of [
      ['thanhvien4@demo.vn', 'Võ Thành Viên Bốn'],
      ['thanhvien5@demo.vn', 'Đặng Thành Viên Năm'],
    ] as const) {
      await show(office, desk)
      await office.getByLabel('Thư điện tử hoặc số điện thoại của tài khoản').fill(login)
      await press(office, 'Mời')
      await expect(office.getByText(juror)).toBeVisible()
    }

    // Two enter; the first forgot a consent and loses nothing of what was typed.
    const visitor = await as('visitor', telephone())
    await visitor.goto('/cuoc-thi')
    await visitor.getByRole('link', { name }).click()
    await visitor.getByRole('link', { name: 'Gửi bài dự thi' }).click()
    const form = visitor.url()
    const fill = async (title: string, entrant: string, phone: string, shade: number) => {
      await visitor.getByLabel('Họ tên người dự thi').fill(entrant)
      await visitor.getByLabel('Số điện thoại').fill(phone)
      await visitor.getByLabel('Tên bài').fill(title)
      await visitor.getByLabel('Giới thiệu bài').fill('Giỏ đan tay.')
      await visitor
        .getByLabel('Ảnh', { exact: true })
        .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photo(shade) })
      await visitor.getByLabel('Tôi cam đoan').check()
    }
    await fill('Giỏ lá dừa', 'Kim Sâm', '0912 345 671', 60)
    await visitor.getByRole('button', { name: 'Gửi bài' }).click()
    await expect(visitor.getByText('Đánh dấu để đồng ý cho trưng bày.').first()).toBeVisible()
    await expect(visitor.getByLabel('Tên bài')).toHaveValue('Giỏ lá dừa')
    await picture(visitor, 'enter')
    await fits(visitor)
    await fill('Giỏ lá dừa', 'Kim Sâm', '0912 345 671', 60)
    await visitor.getByLabel('Tôi đồng ý').check()
    await visitor.getByLabel('Cho hiện tên tôi').check()
    await visitor.getByRole('button', { name: 'Gửi bài' }).click()
    await expect(visitor.getByText('Đã nhận bài số 1.', { exact: false })).toBeVisible()
    await picture(visitor, 'own')
    await fits(visitor)
    await visitor.goto(form)
    await fill('Hộp tre', 'Thạch Thi', '0912 345 672', 160)
    await visitor.getByLabel('Tôi đồng ý').check()
    await visitor.getByRole('button', { name: 'Gửi bài' }).click()
    await expect(visitor.getByText('Đã nhận bài số 2.', { exact: false })).toBeVisible()

    // The hour comes; the jury is given the entries.
    await show(office, desk)
    await picture(office, 'office')
    await expect(async () => {
      await show(office, desk)
      await press(office, 'Đóng nhận bài, giao chấm')
      await expect(office.getByText('Đang chấm').first()).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 240_000, intervals: [10_000] })

    for (const [account, points] of [
      [
        'member4',
        [
          ['50', '30'],
          ['40', '30'],
        ],
      ],
      [
        'member5',
        [
          ['55', '35'],
          ['40', '20'],
        ],
      ],
    ] as const) {
      const juror = await as(account, telephone())
      await show(juror, '/van-phong/cham-thi')
      await juror.getByRole('link', { name }).click()
      await expect(juror.getByText('Bạn chỉ thấy số bài và ảnh', { exact: false })).toBeVisible()
      for (const hidden of ['Giỏ lá dừa', 'Kim Sâm', 'Thạch Thi']) expect(await juror.content()).not.toContain(hidden)
      const sheet = new URL(juror.url()).pathname
      for (const [at, [idea, pack]] of points.entries()) {
        await show(juror, `${sheet}/bai/${at + 1}`)
        await juror.getByLabel('Ý tưởng').fill(idea)
        await juror.getByLabel('Bao bì').fill(pack)
        await press(juror, 'Lưu điểm bài này')
        await expect(juror.getByText('Đã lưu điểm.')).toBeVisible()
      }
      await picture(juror, `mark-${account}`)
      await fits(juror)
      await show(juror, sheet)
      await picture(juror, `sheet-${account}`)
      await press(juror, 'Nộp phiếu chấm')
      await confirmFinal(juror, 'Nộp phiếu chấm cuộc thi')
      await expect(juror.getByText('Bạn đã nộp phiếu', { exact: false })).toBeVisible()
      await juror.close()
    }

    await show(office, `${desk}/ket-qua`)
    await expect(office.getByText('Giải nhất').first()).toBeVisible()
    await picture(office, 'preview')
    const pdf = await office.getByRole('link', { name: /Biên bản chấm thi.*PDF/ }).getAttribute('href')
    expect((await office.request.get(pdf!)).headers()['content-type']).toContain('application/pdf')
    await press(office, 'Công bố kết quả')
    await confirmFinal(office, 'Công bố kết quả cuộc thi')
    await expect(office.getByText('Đã công bố').first()).toBeVisible()

    await visitor.goto('/cuoc-thi')
    await visitor.getByRole('link', { name }).click()
    await expect(visitor.getByText('Của Kim Sâm')).toBeVisible()
    await expect(visitor.getByText('85/100 điểm', { exact: false })).toBeVisible()
    await expect(visitor.getByText('Thạch Thi')).toHaveCount(0)
    await picture(visitor, 'published')
    await fits(visitor)
  })
})
