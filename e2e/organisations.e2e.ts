import { qrsOfPdf } from '../packages/papers/test-reading.ts'
import { comeIn, withoutFaults } from './first-day.ts'
import { expect, test } from './fixtures.ts'
import { sheetFile } from './sheet-file.ts'
import { aFreshProduct } from './start-product.ts'

test.describe('the first day of an installation without demo data', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('reference')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  test('the administrator makes the bodies, imports organisations and accounts, prints slips, and whoever scans one is at the own desk', async ({
    browser,
  }) => {
    const page = await comeIn(browser, await product.command('administrator', 'quantri@vidu.vn', 'Nguyễn Quản Trị'))

    await page.getByRole('main').getByRole('link', { name: 'Quản trị', exact: true }).click()
    await expect(page.getByText('Ngày đầu: chưa ai khác vào được hệ thống')).toBeVisible()
    await withoutFaults(page)
    await page.getByRole('main').getByRole('link', { name: 'Lập bộ máy' }).first().click()
    await page.getByLabel('Tên (Cơ quan tham mưu OCOP tỉnh)').fill('Chi cục Phát triển nông thôn')
    await withoutFaults(page)
    await page.getByRole('button', { name: 'Lập các cơ quan đã đánh dấu' }).click()
    await expect(page.getByText(/^Đã lập \d+ cơ quan\.$/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Chi cục Phát triển nông thôn' })).toBeVisible()

    await page.goto(`${product.url}/van-phong/quan-tri/to-chuc?kind=commune&q=cau+ke`)
    await expect(page.getByRole('link', { name: 'UBND xã Cầu Kè' })).toBeVisible()
    await withoutFaults(page)

    await page.goto(`${product.url}/van-phong/quan-tri/to-chuc/nhap`)
    await withoutFaults(page)
    const organisations = [1, 2, 3, 4, 5].map((n) => ['Chủ thể', `htx-${n}`, `Hợp tác xã số ${n}`, '29308'])
    await page.getByLabel('Tệp Excel hoặc CSV').setInputFiles(sheetFile([['Loại', 'Mã', 'Tên', 'Mã xã'], ...organisations]))
    await page.getByRole('button', { name: 'Đưa vào hệ thống' }).click()
    await expect(page.getByText('Đã thêm 5 tổ chức.')).toBeVisible()

    await page.goto(`${product.url}/van-phong/quan-tri/tai-khoan/nhap`)
    const heads = ['Thư điện tử', 'Họ tên', 'Vai trò', 'Mã tổ chức']
    const people = [
      ['chu.htx@vidu.vn', 'Trần Thị Chủ', 'producer', 'htx-1'],
      ['canbo.xa@vidu.vn', 'Lê Văn Cán', 'commune-officer', '29308'],
      ['phu.trach@vidu.vn', 'Phạm Thị Phụ', 'Phụ trách đơn vị', 'van-phong-ocop'],
      ['chuyen.vien@vidu.vn', 'Hồ Chuyên Viên', 'provincial-officer', 'van-phong-ocop'],
      ['thu.ky@vidu.vn', 'Võ Thư Ký', 'council-secretary', 'hoi-dong-ocop'],
      ['lanh.dao@vidu.vn', 'Đỗ Lãnh Đạo', 'leader', 'ban-chi-dao'],
    ]
    await page
      .getByLabel('Tệp Excel hoặc CSV')
      .setInputFiles(sheetFile([heads, ...people.slice(0, 5), ['lanh.dao', 'Đỗ Lãnh Đạo', 'vua', 'ban-chi-dao']]))
    await page.getByRole('button', { name: 'Đưa vào hệ thống' }).click()
    await expect(page.getByText(/^Dòng 7, cột “thư điện tử”/)).toBeVisible()
    await expect(page.getByText(/^Dòng 7, cột “vai trò”/)).toBeVisible()
    await page.getByLabel('Tệp Excel hoặc CSV').setInputFiles(sheetFile([heads, ...people]))
    await page.getByRole('button', { name: 'Đưa vào hệ thống' }).click()
    await expect(page.getByText('Đã mở 6 tài khoản.')).toBeVisible()
    await withoutFaults(page)

    const secrets = await page.locator('input[name="secret"]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    expect(secrets).toHaveLength(6)
    const body = new URLSearchParams(secrets.map((secret) => ['secret', secret])).toString()
    const headers = { origin: product.url, 'content-type': 'application/x-www-form-urlencoded' }
    const slips = await page.request.post(`${product.url}/van-phong/phieu-moi`, { headers, data: body })
    expect([slips.status(), slips.headers()['content-type']]).toEqual([200, 'application/pdf'])
    expect(slips.headers()['cache-control']).toContain('no-store')
    const [producer, officer, head] = await qrsOfPdf(await slips.body())

    const desk = async (invitation: string | undefined, name: string) => {
      const own = await comeIn(browser, invitation!)
      await expect(own.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible()
      return own
    }
    const own = await desk(producer, 'Hồ sơ OCOP')
    expect((await own.request.post(`${product.url}/van-phong/phieu-moi`, { headers, data: body })).status()).toBe(403)
    await desk(officer, 'Hồ sơ của xã')
    const leads = await desk(head, 'Người của đơn vị')
    await leads.getByRole('main').getByRole('link', { name: 'Người của đơn vị', exact: true }).click()
    await leads.getByLabel('Họ tên').fill('Người Mới Của Phòng')
    await leads.getByLabel('Thư điện tử').fill('moi.phong@vidu.vn')
    await leads.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Thành viên Tổ tư vấn' })
    await leads.getByRole('button', { name: 'Mở tài khoản và cấp phiếu' }).click()
    await expect(leads.getByText('Chỉ hiện một lần')).toBeVisible()
    await withoutFaults(leads)
    expect((await leads.goto(`${product.url}/van-phong/quan-tri/to-chuc`))?.status()).toBe(403)

    await page.goto(`${product.url}/van-phong/quan-tri`)
    await expect(page.getByText('Ngày đầu: chưa ai khác vào được hệ thống')).toHaveCount(0)
  })

  test('an organisation is renamed with its reason and merged after a look at what goes over', async ({ browser }) => {
    const page = await comeIn(browser, await product.command('administrator', 'quantri2@vidu.vn', 'Trần Quản Trị'))
    await product.command('organisation', 'create', '--kind', 'department', '--code', 'so-cu', '--name', 'Sở Cũ')
    await product.command('organisation', 'create', '--kind', 'department', '--code', 'so-nhan', '--name', 'Sở Nhận')
    await product.command(
      'account',
      'create',
      '--email',
      'nguoi.cu@vidu.vn',
      '--name',
      'Người Sở Cũ',
      '--role',
      'council-member',
      '--org',
      'so-cu',
    )
    await page.goto(`${product.url}/van-phong/quan-tri/to-chuc?q=so+cu`)
    await page.getByRole('link', { name: 'Sở Cũ' }).click()
    await page.getByText('Đổi tên', { exact: true }).first().click()
    await page.getByLabel('Tên mới').fill('Sở Cũ Kỹ')
    await page.getByRole('button', { name: 'Đổi tên' }).click()
    await expect(page.getByRole('alert')).toContainText('Ghi lý do')
    await expect(page.getByLabel('Tên mới')).toHaveValue('Sở Cũ Kỹ')
    await page.locator('form[action="?/rename"]').getByLabel('Lý do').fill('Nghị quyết 12')
    await page.getByRole('button', { name: 'Đổi tên' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sở Cũ Kỹ')
    await expect(page.getByText('từ “Sở Cũ” thành “Sở Cũ Kỹ”; lý do: Nghị quyết 12')).toBeVisible()

    await page.getByText('Nhập vào tổ chức khác', { exact: true }).click()
    await page.getByLabel('Mã tổ chức nhận').fill('so-nhan')
    await page.locator('form[action="?/preview-merge"]').getByLabel('Lý do').fill('Nghị quyết 13')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await expect(page.getByText('1 người chuyển sang: Người Sở Cũ.')).toBeVisible()
    await withoutFaults(page)
    await page.getByRole('button', { name: 'Nhập, không làm ngược lại' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sở Nhận')
    await expect(page.getByRole('cell', { name: 'Người Sở Cũ' })).toBeVisible()
    await page.getByRole('link', { name: 'Sở Cũ Kỹ' }).click()
    await expect(page.getByText(/^Tổ chức này đã nhập vào Sở Nhận/)).toBeVisible()
    await withoutFaults(page)
  })
})
