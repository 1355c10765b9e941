import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'

/** A day and an hour on the clock of Việt Nam so many minutes from now. */
const moment = (minutes: number) => new Date(Date.now() + minutes * 60_000 + 7 * 3_600_000).toISOString().slice(0, 16)

test.describe('training', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  const telephone = { viewport: { width: 360, height: 640 } }
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

  test('shows everybody what a class teaches and pays, and what a certificate says', async ({ as }) => {
    const anybody = await as('visitor', telephone)
    await anybody.goto('/tap-huan')
    await picture(anybody, 'list')
    await fits(anybody)
    await anybody.getByRole('link', { name: 'Bao bì và câu chuyện, lớp 2 (mẫu)' }).click()
    await expect(anybody.getByText('Nghỉ: không chi, học viên tự lo')).toBeVisible()
    await picture(anybody, 'class')
    await fits(anybody)
    const path = new URL(anybody.url()).pathname
    for (const lang of ['en', 'km']) expect((await anybody.request.get(`/${lang}${path}`)).status()).toBe(200)

    const office = await as('provincialOfficer')
    await show(office, '/van-phong/tap-huan')
    await picture(office, 'desk')
    await office.getByRole('link', { name: 'Bao bì và câu chuyện, lớp 1 (mẫu)' }).click()
    await ready(office)
    await picture(office, 'taught')
    await office.getByRole('link', { name: 'Kết quả, chứng nhận, nghiệm thu' }).click()
    await ready(office)
    await expect(office.getByText('Đã nghiệm thu theo 09/BB-NT (mẫu)', { exact: false })).toBeVisible()
    await picture(office, 'result')
    const zip = await office.getByRole('link', { name: 'Hồ sơ nghiệm thu, một tệp (ZIP)' }).getAttribute('href')
    const packed = await office.request.get(zip!)
    expect(packed.headers()['content-type']).toContain('application/zip')
    expect((await packed.body()).subarray(0, 2).toString()).toBe('PK')
    const certificate = await office.locator('a[href^="/tap-huan/chung-nhan/"]').first().getAttribute('href')
    await anybody.goto(certificate!)
    await expect(anybody.getByText('88/QĐ-VPĐP (mẫu)', { exact: false }).first()).toBeVisible()
    await picture(anybody, 'certificate')
    await fits(anybody)
  })

  test('makes a course of a need, and whoever is in the list checks in by the code of the session that is on', async ({ as }) => {
    const name = `Lớp thử ${test.info().project.name}`
    const office = await as('provincialOfficer')
    await show(office, '/van-phong/tap-huan/nhu-cau')
    await picture(office, 'needs')
    const make = office.getByRole('link', { name: /^Lập khóa tập huấn: / }).first()
    await make.click()
    await ready(office)
    await expect(office.getByText('Từ nhu cầu').first()).toBeVisible()
    await office.getByLabel('Học gì, cho ai').fill('Cho cơ sở yếu điểm.')
    await office.getByLabel('Nội dung').fill('Học một buổi.')
    await office.getByLabel('Số giờ học').fill('nhiều')
    await press(office, 'Lưu')
    await expect(office.getByText('Ghi số giờ từ 1 đến 400.').first()).toBeVisible()
    await expect(office.getByLabel('Nội dung')).toHaveValue('Học một buổi.')
    await office.getByLabel('Số giờ học').fill('1')
    await press(office, 'Lưu')
    await expect(office.getByText('Đã lưu.')).toBeVisible()
    await office.getByLabel('Câu hỏi').fill('2; Nhãn phải có gì?; Giá; *Tên, địa chỉ')
    await press(office, 'Lưu câu hỏi')
    await expect(office.getByText('Đã lưu.')).toBeVisible()
    await picture(office, 'course')

    await office.getByRole('link', { name: 'Lập lớp' }).click()
    await ready(office)
    const [from, to] = [moment(10), moment(75)]
    await office.getByLabel('Tên lớp').fill(name)
    for (const [label, typed] of [
      ['Đơn vị tổ chức', 'Văn phòng điều phối'],
      ['Địa điểm', 'Hội trường'],
      ['Giảng viên', 'Cô Mẫu'],
      ['Nguồn kinh phí', 'Kinh phí tập huấn'],
      ['Số kế hoạch, quyết định mở lớp', '12/KH'],
      ['Ngày văn bản', from.slice(0, 10)],
      ['Ít nhất (người)', '5'],
      ['Số chỗ', '20'],
      ['Hạn ghi danh', moment(9)],
      ['Các buổi', `${from.replace('T', ' ')}-${to.slice(11)}; Nhãn hàng`],
      ['Tiền ăn', '100.000'],
      ['Đi lại', '0'],
      ['Nghỉ', '0'],
    ] as const)
      await office.getByLabel(label, { exact: true }).fill(typed)
    await press(office, 'Lưu')
    await expect(office.getByText('Lớp loại này ít nhất 15', { exact: false }).first()).toBeVisible()
    await expect(office.getByLabel('Địa điểm', { exact: true })).toHaveValue('Hội trường')
    await picture(office, 'class-form')
    await office.getByLabel('Ít nhất (người)', { exact: true }).fill('15')
    await press(office, 'Lưu')
    await press(office, 'Mở ghi danh')
    await expect(office.getByText('Đang ghi danh').first()).toBeVisible()

    // By telephone through the office, and by a producer for somebody of its own.
    await office.getByLabel('Họ tên', { exact: true }).fill('Thạch Thị Gọi')
    await office.getByLabel('Điện thoại', { exact: true }).fill('0912 777 001')
    await office.getByLabel('Nơi ở hoặc cơ sở', { exact: true }).fill('Xã Cầu Kè')
    await press(office, 'Ghi danh')
    await expect(office.getByText('1/20 chỗ, 0 người chờ')).toBeVisible()
    const desk = new URL(office.url()).pathname
    await picture(office, 'class-desk')
    const producer = await as('producer', telephone)
    await producer.goto('/tap-huan')
    await producer.getByRole('link', { name }).click()
    await producer.getByLabel('Họ tên').fill('Kim Văn Học')
    await producer.getByLabel('Số điện thoại').fill('số nhà')
    await producer.getByRole('button', { name: 'Ghi danh', exact: true }).click()
    await expect(producer.getByText('Số điện thoại di động gồm 10 số', { exact: false }).first()).toBeVisible()
    await expect(producer.getByLabel('Họ tên')).toHaveValue('Kim Văn Học')
    await producer.getByLabel('Số điện thoại').fill('0912 777 002')
    await producer.getByRole('button', { name: 'Ghi danh', exact: true }).click()
    await expect(producer.getByText('Đã ghi danh.')).toBeVisible()
    await picture(producer, 'signed-up')
    await fits(producer)
    await show(producer, '/van-phong/lop-cua-toi')
    await expect(producer.getByText('Kim Văn Học', { exact: false }).first()).toBeVisible()
    await fits(producer)
    await producer.getByRole('link', { name }).first().click()
    await expect(producer.getByText('Kim Văn Học có tên trong danh sách của lớp.')).toBeVisible()
    await picture(producer, 'place')
    await fits(producer)

    await show(office, `${desk}/buoi/1`)
    await picture(office, 'session')
    const code = await office.getByRole('link', { name: 'Mở trang điểm danh' }).getAttribute('href')
    const anybody = await as('visitor', telephone)
    await anybody.goto(code!.replace(/k=.*/u, 'k=cua-buoi-khac'))
    await expect(anybody.getByText('Mã này không phải của buổi học này.', { exact: false })).toBeVisible()
    await anybody.goto(code!)
    const check = async (who: string, phone: string) => {
      await anybody.getByLabel('Họ tên').fill(who)
      await anybody.getByLabel('Số điện thoại').fill(phone)
      await anybody.getByRole('button', { name: 'Điểm danh', exact: true }).click()
    }
    await check('Người Lạ', '0912 777 009')
    await expect(anybody.getByText('Không có tên này với số điện thoại này', { exact: false }).first()).toBeVisible()
    await check('thach thi goi', '0912777001')
    await expect(anybody.getByText('Đã ghi Thạch Thị Gọi có mặt.')).toBeVisible()
    await picture(anybody, 'checked-in')
    await fits(anybody)
    await show(office, `${desk}/buoi/1`)
    await expect(office.getByText('(đã ghi: mã của buổi)')).toBeVisible()
    const sheet = await office.getByRole('link', { name: 'Bảng điểm danh để in, ký (PDF)' }).getAttribute('href')
    expect((await office.request.get(sheet!)).headers()['content-type']).toContain('application/pdf')

    await show(office, `${desk}/chi-phi`)
    await office.getByLabel('Loại chi').selectOption('write-text')
    await office.getByLabel('Nội dung', { exact: true }).first().fill('Tài liệu')
    await office.getByLabel('Số lượng', { exact: true }).fill('10')
    await office.getByLabel('Đơn giá', { exact: true }).fill('80.000')
    await office.getByLabel('Chứng từ', { exact: true }).first().fill('HĐ 1')
    await office.getByRole('button', { name: 'Ghi', exact: true }).first().click()
    await ready(office)
    await expect(office.getByText('Đơn giá vượt định mức 70.000', { exact: false }).first()).toBeVisible()
    await office.getByLabel('Đơn giá', { exact: true }).fill('70.000')
    await office.getByRole('button', { name: 'Ghi', exact: true }).first().click()
    await ready(office)
    await expect(office.getByText('Cộng 700.000', { exact: false })).toBeVisible()
    await picture(office, 'costs')
    await office.setViewportSize(telephone.viewport)
    for (const page of ['', '/buoi/1', '/chi-phi', '/ket-qua']) {
      await show(office, `${desk}${page}`)
      await picture(office, `narrow${page.replaceAll('/', '-')}`)
      await fits(office)
    }
    await show(office, '/van-phong/tap-huan/nhu-cau')
    await fits(office)
  })
})
