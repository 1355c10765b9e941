import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { confirmFinal } from './way/office.ts'

test.describe('the own data', { tag: '@no-js' }, () => {
  test('somebody sees what is held, takes it along, agrees and withdraws, asks, and reads the answer of the administrator', async ({
    as,
  }) => {
    const science = await as('science')
    await science.goto('/van-phong/tai-khoan')
    await science.getByRole('link', { name: 'Xem, tải về, sửa, xóa; rút lại đồng ý' }).click()
    await expect(science.getByRole('heading', { level: 1, name: 'Dữ liệu của tôi' })).toBeVisible()
    await science.locator('summary', { hasText: 'Tài khoản' }).first().click()
    await expect(science.getByText('khcn@demo.vn').first()).toBeVisible()

    const [file] = await Promise.all([science.waitForEvent('download'), science.getByRole('link', { name: /JSON/ }).click()])
    const held = JSON.parse(await readFile(await file.path(), 'utf8')) as { sections: { name: string; rows: { email?: string }[] }[] }
    expect(held.sections.find(({ name }) => name === 'account')!.rows[0]!.email).toBe('khcn@demo.vn')
    const paper = await science.request.get('/van-phong/tai-khoan/du-lieu/tep/du-lieu.pdf')
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

    // Nothing is agreed to before somebody agrees; what was agreed to is withdrawn in one step.
    await science.getByRole('button', { name: 'Đồng ý', exact: true }).click()
    await expect(science.getByText(/Bạn đã đồng ý lúc .* \(lời hỏi số 1\)/)).toBeVisible()
    await science.getByRole('button', { name: 'Rút lại', exact: true }).click()
    await expect(science.getByText(/Bạn đã rút lại lúc/)).toBeVisible()

    await science.getByRole('button', { name: 'Gửi yêu cầu' }).click()
    await expect(science.getByRole('alert')).toContainText('Chọn việc bạn muốn')
    await science.getByLabel(/Sửa dữ liệu sai/).check()
    await science.getByLabel('Nội dung').fill('Tên tôi thiếu dấu')
    await science.getByRole('button', { name: 'Gửi yêu cầu' }).click()
    const told = await science.getByText(/Đã nhận yêu cầu DL-/).textContent()
    const code = /DL-[2-9A-Z]{8}/.exec(told!)![0]
    await expect(science.getByText(/Xác nhận chậm nhất ngày/)).toBeVisible()

    const administrator = await as('administrator')
    await administrator.goto('/van-phong/quan-tri')
    await administrator.getByRole('link', { name: 'Dữ liệu cá nhân', exact: true }).click()
    await administrator.getByRole('link', { name: code }).click()
    await administrator.getByRole('button', { name: 'Xác nhận đã nhận' }).click()
    await expect(administrator.getByText('Đang xử lý')).toBeVisible()
    await administrator.getByLabel('Câu trả lời và căn cứ').fill('Đã sửa tên trong danh bạ của chương trình')
    await administrator.getByRole('button', { name: 'Thực hiện', exact: true }).click()
    await confirmFinal(administrator, 'Thực hiện yêu cầu về dữ liệu')
    await expect(administrator.getByText('Đã thực hiện')).toBeVisible()

    await science.reload()
    await expect(science.getByText('Trả lời: Đã sửa tên trong danh bạ của chương trình').first()).toBeVisible()
    const answer = await science.request.get(
      (await science.getByRole('link', { name: 'Phiếu trả lời (PDF)' }).first().getAttribute('href'))!,
    )
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('a buyer without an account ticks nothing unasked, asks for erasure by the link of the order, and is forgotten as far as the law lets', async ({
    as,
  }) => {
    const buyer = await as('visitor')
    await buyer.goto('/san-pham?q=keo+dua+sap')
    await buyer.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).first().click()
    await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
    const news = buyer.getByLabel(/báo khi có hàng mới/)
    await expect(news).not.toBeChecked()
    await news.check()
    await buyer.getByLabel('Họ và tên').fill('Trần Thị Quên')
    await buyer.getByLabel('Số điện thoại').fill('0934 567 890')
    await buyer.getByLabel('Địa chỉ nhận hàng').fill('Số 3 Ấp Quên, xã Cầu Kè')
    await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
    await buyer.getByRole('button', { name: 'Hủy đơn' }).click()
    await expect(buyer.getByText('Đơn đã hủy. Bạn không phải trả tiền.')).toBeVisible()
    await buyer.getByRole('link', { name: 'Dữ liệu của tôi trong đơn này' }).click()
    await buyer.getByRole('button', { name: 'Rút lại', exact: true }).click()
    await expect(buyer.getByText(/Bạn đã rút lại lúc/)).toBeVisible()
    await buyer.getByLabel(/Xóa dữ liệu/).check()
    await buyer.getByRole('button', { name: 'Gửi yêu cầu' }).click()
    const code = /DL-[2-9A-Z]{8}/.exec((await buyer.getByText(/Đã nhận yêu cầu DL-/).textContent())!)![0]

    const administrator = await as('administrator')
    await administrator.goto('/van-phong/quan-tri/du-lieu')
    await administrator.getByRole('link', { name: code }).click()
    await expect(administrator.getByText(/Đơn hàng: người mua: 1 dòng, đến/)).toBeVisible()
    await administrator.getByLabel('Câu trả lời và căn cứ').fill('Đã xóa số máy, địa chỉ; tên giữ theo hạn của đơn hàng')
    await administrator.getByRole('button', { name: 'Thực hiện một phần' }).click()
    await confirmFinal(administrator, 'Thực hiện một phần yêu cầu về dữ liệu')
    // The button bears the words of the state that it leads to: it has to be gone before the state says anything.
    await expect(administrator.getByRole('button', { name: 'Thực hiện một phần' })).toHaveCount(0)
    await expect(administrator.getByText('Thực hiện một phần', { exact: true })).toBeVisible()

    await buyer.reload()
    await expect(buyer.getByText('Còn giữ theo luật')).toBeVisible()
    await buyer.locator('summary', { hasText: 'Đơn hàng: người mua' }).click()
    await expect(buyer.getByText('Trần Thị Quên')).toBeVisible()
    await expect(buyer.getByText('0934567890')).toHaveCount(0)
    await expect(buyer.getByText('Ấp Quên')).toHaveCount(0)
  })

  test('an incident is registered with its clock, reported on Mẫu 08, and closed once its measures are written down', async ({ as }) => {
    const page = await as('administrator')
    await page.goto('/van-phong/quan-tri/su-co')
    await page.getByRole('button', { name: 'Ghi sự cố' }).click()
    await expect(page.getByRole('alert')).toContainText('Chọn ít nhất một loại dữ liệu')
    await page.getByLabel('Ai phát hiện').fill('Cán bộ trực')
    await page.getByLabel('Đã xảy ra việc gì').fill('Gửi nhầm danh sách điện thoại cho một cơ sở khác')
    await page.getByLabel('Điện thoại, thư điện tử').check()
    await page.getByLabel('Số người bị ảnh hưởng').fill('12')
    await page.getByRole('button', { name: 'Ghi sự cố' }).click()
    await expect(page.getByText('Chưa báo cơ quan')).toBeVisible()
    await expect(page.getByText(/còn 7[12] giờ/).first()).toBeVisible()
    const paper = await page.request.get((await page.getByRole('link', { name: 'Mẫu 08 (PDF)' }).getAttribute('href'))!)
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await page.getByRole('button', { name: 'Ghi đã báo cơ quan' }).click()
    await page.getByRole('button', { name: 'Đóng sự cố' }).click()
    await expect(page.getByRole('alert')).toContainText('Ghi các biện pháp đã làm trước khi đóng')
    await page.locator('summary', { hasText: 'Bổ sung' }).click()
    await page.getByLabel('Biện pháp đã làm, sẽ làm').fill('Đã thu hồi, nhắc lại quy trình')
    await page.getByRole('button', { name: 'Lưu bổ sung' }).click()
    await page.getByRole('button', { name: 'Đóng sự cố' }).click()
    await expect(page.getByText('Đã đóng')).toBeVisible()
  })
})

for (const path of ['/bao-mat', '/en/bao-mat', '/km/bao-mat'])
  test(`${path} has its eight points and is accessible on a small phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto(path)
    for (const point of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await expect(page.locator(`section#${point} h2`)).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
