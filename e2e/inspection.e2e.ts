import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { withoutFaults } from './first-day.ts'
import { accounts, byScript, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { confirmFinal, todayInVietnam } from './way/office.ts'

/** In a product of its own: what is inspected and withdrawn here stays valid for other journeys. */
test.describe('after the recognition', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const isByScript = () => test.info().project.use.javaScriptEnabled !== false
  const enter = async (browser: Browser, account: Account): Promise<Page> => {
    const { javaScriptEnabled } = test.info().project.use
    const context = await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 640 }, javaScriptEnabled })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await page.goto('/dang-nhap')
    await page.locator('input[name="email"]').fill(accounts[account])
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    return page
  }
  const show = async (page: Page, path: string) => {
    await page.goto(path)
    if (isByScript()) await byScript(page)
  }
  const aPhoto = async (name: string) => {
    const image = sharp({ create: { width: 600, height: 400, channels: 3, background: '#486' } })
    return { name, mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() }
  }
  const name = 'Kẹo dừa sáp (mẫu)'
  const planOf = `/van-phong/hau-kiem/ke-hoach?q=${encodeURIComponent('Kẹo dừa sáp (mẫu)')}`

  test('the office plans by risk and visits with a phone, the producer mends what was found, and the office accepts it', async ({
    browser,
  }) => {
    const office = await enter(browser, 'provincialOfficer')
    await show(office, '/van-phong/hau-kiem')
    await withoutFaults(office)
    await show(office, planOf)
    await office.getByRole('button', { name: 'Lập kế hoạch' }).click()
    await expect(office.getByText('Đang lập', { exact: true }).first()).toBeVisible()
    await show(office, planOf)
    await withoutFaults(office)
    const take = office.getByRole('button', { name: `Đưa vào: ${name}` })
    const leave = office.getByRole('button', { name: `Bỏ ra: ${name}` })
    if ((await take.count()) > 0) await take.click()
    await expect(leave).toBeVisible()
    const plan = await office.request.get(
      `${product.url}/van-phong/hau-kiem/ke-hoach/${todayInVietnam().slice(0, 4)}/ke-hoach-hau-kiem.pdf`,
    )
    expect(plan.headers()['content-type']).toBe('application/pdf')
    await show(office, planOf)
    await office.getByText('Phê duyệt kế hoạch', { exact: true }).first().click()
    await office.getByLabel('Số văn bản').fill('45/KH-SNNMT')
    await office.getByRole('button', { name: 'Phê duyệt kế hoạch' }).click()
    await confirmFinal(office, 'Phê duyệt kế hoạch hậu kiểm')
    await expect(office.getByText(/^Đã phê duyệt: 45\/KH-SNNMT/)).toBeVisible()

    await show(office, `/van-phong/hau-kiem?q=${encodeURIComponent(name)}`)
    await office.getByRole('main').getByRole('link', { name, exact: true }).click()
    await expect(office.getByRole('heading', { level: 1, name: `Hậu kiểm: ${name}` })).toBeVisible()
    const address = new URL(office.url()).pathname
    await show(office, address)
    await withoutFaults(office)

    // The commune goes along.
    const officer = await enter(browser, 'communeOfficer')
    await show(officer, address)
    await officer.getByRole('button', { name: 'Xã có tham gia: ghi tên tôi vào biên bản' }).click()
    await expect(officer.getByText('Đã lưu.')).toBeVisible()
    await withoutFaults(officer)

    // The sheet on a phone: nothing that was typed is lost where something is missing.
    await show(office, address)
    await office.getByLabel('Người làm việc phía cơ sở').fill('Thạch Thị Mẫu, giám đốc')
    for (const item of await office.getByRole('group').all()) await item.getByRole('radio', { name: 'Đạt', exact: true }).check()
    const label = office.getByRole('group', { name: /^Nhãn đủ nội dung/ })
    await label.getByRole('radio', { name: 'Không đạt' }).check()
    await label.getByRole('textbox').fill('Nhãn thiếu hạn sử dụng')
    await office.getByLabel('Lời của cơ sở').fill('Sẽ in lại nhãn.')
    await office.getByRole('button', { name: 'Lưu phiếu' }).click()
    await expect(office.getByText('Đã lưu.')).toBeVisible()
    await expect(label.getByRole('textbox')).toHaveValue('Nhãn thiếu hạn sử dụng')
    await show(office, address)
    await office.getByRole('button', { name: 'Kết thúc, chốt biên bản' }).click()
    await expect(office.getByText(/^Nội dung không đạt mà chưa ghi lỗi phải khắc phục/).first()).toBeVisible()

    await show(office, address)
    await office.getByLabel('Ảnh tại chỗ').setInputFiles(await aPhoto('nhan.jpg'))
    await office.getByLabel('Ảnh chụp gì').fill('Nhãn hộp 250 g')
    await office.getByRole('button', { name: 'Gửi ảnh' }).click()
    await expect(office.getByText(/^Nhãn hộp 250 g · /)).toBeVisible()
    await show(office, address)
    await office.getByLabel('Nội dung bị lỗi').selectOption({ label: 'Nhãn đủ nội dung bắt buộc, đúng với sản phẩm' })
    await office.getByRole('button', { name: 'Thêm lỗi' }).click()
    await expect(office.getByText('Ghi lỗi là gì.').first()).toBeVisible()
    await expect(office.getByLabel('Nội dung bị lỗi')).toHaveValue('label-facts')
    await office.getByLabel('Mức', { exact: true }).selectOption({ label: 'Trung bình' })
    await office.getByLabel('Lỗi là gì').fill('Nhãn hộp 250 g không ghi hạn sử dụng.')
    await office.getByRole('button', { name: 'Thêm lỗi' }).click()
    await expect(office.getByRole('heading', { level: 3, name: 'Nhãn đủ nội dung bắt buộc, đúng với sản phẩm' })).toBeVisible()
    await show(office, address)
    await office.getByRole('button', { name: 'Kết thúc, chốt biên bản' }).click()
    await confirmFinal(office, 'Kết thúc buổi hậu kiểm')
    await expect(office.getByText('Chờ khắc phục', { exact: true })).toBeVisible()
    await show(office, address)
    await withoutFaults(office)
    const minutes = office.getByRole('link', { name: 'Biên bản (PDF)' })
    const opened = await office.request.get(new URL((await minutes.getAttribute('href'))!, product.url).href)
    expect(opened.headers()['content-type']).toBe('application/pdf')

    // The producer is told at its desk, and mends.
    const producer = await enter(browser, 'producer')
    await expect(producer.getByRole('main').getByText('1 lỗi hậu kiểm chờ bạn khắc phục').first()).toBeVisible()
    await show(producer, address)
    await withoutFaults(producer)
    await producer.getByLabel('Đã khắc phục thế nào').fill('Đã in nhãn mới có hạn sử dụng.')
    await producer.getByRole('button', { name: 'Báo đã khắc phục' }).click()
    await expect(producer.getByText('Chụp ảnh hoặc chọn giấy cho thấy đã khắc phục.').first()).toBeVisible()
    await expect(producer.getByLabel('Đã khắc phục thế nào')).toHaveValue('Đã in nhãn mới có hạn sử dụng.')
    await producer.getByLabel('Ảnh hoặc giấy cho thấy').setInputFiles(await aPhoto('nhan-moi.jpg'))
    await producer.getByRole('button', { name: 'Báo đã khắc phục' }).click()
    await expect(producer.getByText('Chờ chấp nhận', { exact: true })).toBeVisible()

    await show(office, address)
    const proof = office.getByRole('link', { name: /^Mở: nhan-moi/ })
    const seen = await office.request.get(new URL((await proof.getAttribute('href'))!, product.url).href)
    expect(seen.headers()['content-type']).toMatch(/^image\//)
    await office.getByRole('button', { name: 'Chấp nhận khắc phục' }).click()
    await expect(office.getByText('Đã khắc phục', { exact: true })).toBeVisible()
    await show(office, '/van-phong/hau-kiem?xem=xong')
    await expect(office.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible()
  })

  test('a commune says of its products what is still made, and what is made no more opens the form of a withdrawal', async ({
    browser,
  }) => {
    const officer = await enter(browser, 'communeOfficer')
    await show(officer, '/van-phong/con-san-xuat')
    await withoutFaults(officer)
    await officer.getByRole('button', { name: 'Ngừng: Mứt dừa sáp (mẫu)', exact: true }).click()
    await expect(officer.getByText('Đã ghi 1 sản phẩm.')).toBeVisible()
    await officer.getByRole('link', { name: 'Gửi xác nhận ngừng sản xuất lên tỉnh' }).first().click()
    await expect(officer.locator('select[name="certificateCode"] option:checked')).toContainText('Mứt dừa sáp (mẫu)')
    await show(officer, '/van-phong/con-san-xuat')
    await officer.getByRole('link', { name: 'Xem trước: tất cả còn lại vẫn sản xuất' }).click()
    await expect(officer.getByRole('checkbox').first()).toBeVisible()
    await show(officer, '/van-phong/con-san-xuat?con-lai')
    await withoutFaults(officer)
    const left = await officer.getByRole('checkbox').count()
    await officer.getByRole('button', { name: 'Xác nhận còn sản xuất' }).click()
    await expect(officer.getByText(`Đã ghi ${left} sản phẩm.`)).toBeVisible()
    await expect(officer.getByText(/^0 sản phẩm chưa trả lời/)).toBeVisible()

    const office = await enter(browser, 'provincialOfficer')
    await expect(office.getByRole('main').getByText('1 sản phẩm xã báo ngừng sản xuất').first()).toBeVisible()
    await show(office, '/van-phong/con-san-xuat?tra-loi=stopped')
    await withoutFaults(office)
    await office.getByRole('link', { name: 'Xã báo ngừng sản xuất: mở mẫu thu hồi' }).click()
    await expect(office.getByRole('radio', { name: /^Ngừng sản xuất/i })).toBeChecked()
    await expect(office.locator('textarea[name="note"]')).toHaveValue(/ngừng sản xuất/)
  })

  test('serious faults become a proposal of withdrawal on the minutes, which names the visit, and the visit names it', async ({
    browser,
  }) => {
    const office = await enter(browser, 'provincialOfficer')
    await show(office, '/van-phong/hau-kiem/moi')
    await office
      .getByLabel('Sản phẩm')
      .selectOption({ label: await office.locator('select[name="productId"] option', { hasText: name }).innerText() })
    await office.getByLabel('Vì sao kiểm tra').fill('Người mua gửi ảnh hộp in 5 sao.')
    await office.getByLabel('Đi trước ngày').fill(todayInVietnam())
    await office.getByRole('button', { name: 'Lập cuộc hậu kiểm' }).click()
    await expect(office.getByRole('heading', { level: 1, name: `Hậu kiểm: ${name}` })).toBeVisible()
    const address = new URL(office.url()).pathname
    await show(office, address)
    await office.getByLabel('Người làm việc phía cơ sở').fill('Thạch Thị Mẫu, giám đốc')
    for (const item of await office.getByRole('group').all()) await item.getByRole('radio', { name: 'Đạt', exact: true }).check()
    await office.locator('input[name="o-mark-use"][value="fails"]').check()
    await office.getByRole('button', { name: 'Lưu phiếu' }).click()
    await expect(office.getByText('Đã lưu.')).toBeVisible()
    await show(office, address)
    await office.locator('select[name="item"]').selectOption('mark-use')
    await office.locator('select[name="gravity"]').selectOption('serious')
    await office.getByLabel('Lỗi là gì').fill('Hộp in 5 sao, giấy chứng nhận 3 sao.')
    await office.getByRole('button', { name: 'Thêm lỗi' }).click()
    await expect(office.getByText('Hộp in 5 sao, giấy chứng nhận 3 sao.').first()).toBeVisible()
    await show(office, address)
    await office.getByRole('button', { name: 'Kết thúc, chốt biên bản' }).click()
    await confirmFinal(office, 'Kết thúc buổi hậu kiểm')
    await expect(office.getByText('Chờ khắc phục', { exact: true })).toBeVisible()

    await show(office, address)
    await expect(office.getByLabel('Lý do thu hồi')).toHaveValue('mark-misused')
    await office.getByLabel('Lý do thu hồi').selectOption('other')
    await office.getByLabel('Nội dung cụ thể').fill('')
    await office.getByRole('button', { name: 'Lập đề nghị thu hồi' }).click()
    await expect(office.getByRole('alert')).toContainText('hãy ghi rõ lý do')
    await expect(office.getByLabel('Lý do thu hồi')).toHaveValue('other')
    await office.getByLabel('Lý do thu hồi').selectOption('mark-misused')
    await office.getByRole('button', { name: 'Lập đề nghị thu hồi' }).click()
    const proposed = office.getByRole('heading', { name: 'Đề nghị thu hồi lập từ biên bản này' })
    await expect(proposed).toBeVisible()
    await show(office, address)
    await withoutFaults(office)
    await show(office, '/van-phong/quyet-dinh/thu-hoi')
    await withoutFaults(office)
    await office.getByRole('link', { name: /^Biên bản hậu kiểm HK-/ }).click()
    await expect(proposed).toBeVisible()
  })
})
