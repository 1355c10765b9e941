import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { qrsOfPdf } from '../packages/papers/test-reading.ts'
import { comeIn, password, withoutFaults } from './first-day.ts'
import { expect, test } from './fixtures.ts'
import { sheetFile } from './sheet-file.ts'
import { attachPaper, fileDossier, fillParts, fourStars, scoreItself } from './way/dossier.ts'
import { proposeToProvince } from './way/office.ts'
import { aFreshProduct } from './start-product.ts'

/** A company of the register in xã Tiểu Cần; the tax code is one that anybody can look up (stdnum.vn.mst). */
const company = { name: 'Công ty TNHH Trà Vinh Farm (Sokfarm)', product: 'Nước uống mật hoa dừa', taxCode: '2100624710' }

async function aPhoto(shade: string) {
  const image = sharp({ create: { width: 600, height: 400, channels: 3, background: shade } })
  return { name: 'giay.jpg', mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() }
}

async function aLargePhoto() {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const image = sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#fff', noise } })
  return { name: 'giay-dong-y.jpg', mimeType: 'image/jpeg', buffer: await image.jpeg({ quality: 90 }).toBuffer() }
}

type Typed = { representative: string; phone: string; taxCode: string; shade: string }

/** What is asked of whoever comes in, beside what the register knows. */
async function fill(page: Page, { representative, phone, taxCode, shade }: Typed): Promise<void> {
  await page.getByLabel(/^Mã số thuế/).fill(taxCode)
  await page.getByLabel(/^Người đại diện/).fill(representative)
  await page.getByLabel(/^Số điện thoại/).fill(phone)
  await page.locator('input[type=file]').setInputFiles(await aPhoto(shade))
  await page.locator('input[name=declared]').check()
}

/** What the choice of a set is called that begins with this number. */
const setNamed = async (page: Page, number: string) =>
  (await page.locator('select[name=setCode] option').allInnerTexts()).find((name) => name.startsWith(number)) ?? ''

const codeOf = (page: Page) => page.locator('p.code').innerText()

test.describe('producers come in on the first day of an installation without demo data', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  const officers: Page[] = []
  let receipt = ''
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('reference')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const aPhone = async (browser: Browser) => {
    const { javaScriptEnabled } = test.info().project.use
    const phone = await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 640 }, javaScriptEnabled })
    phone.setDefaultTimeout(20_000)
    return phone.newPage()
  }

  const claim = async (page: Page, typed: Typed) => {
    await page.goto('/dang-ky')
    await page.getByLabel(/^Tên cơ sở, tên sản phẩm/).fill('nuoc uong mat hoa dua')
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click()
    await withoutFaults(page)
    await page.getByRole('link', { name: `Đúng là tôi: ${company.name}` }).click()
    await fill(page, typed)
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  }

  test('a commune gets two officers, and nobody waits yet', async ({ browser }) => {
    const admin = await comeIn(browser, await product.command('administrator', 'quantri@vidu.vn', 'Nguyễn Quản Trị'))
    await admin.goto(`${product.url}/van-phong/quan-tri/tai-khoan/nhap`)
    const rows = [
      ['Thư điện tử', 'Họ tên', 'Vai trò', 'Mã tổ chức'],
      ['mot.xa@vidu.vn', 'Lê Văn Một', 'commune-officer', '29341'],
      ['hai.xa@vidu.vn', 'Trần Thị Hai', 'commune-officer', '29341'],
    ]
    await admin.getByLabel('Tệp Excel hoặc CSV').setInputFiles(sheetFile(rows))
    await admin.getByRole('button', { name: 'Đưa vào hệ thống' }).click()
    await expect(admin.getByText('Đã mở 2 tài khoản.')).toBeVisible()
    const secrets = await admin.locator('input[name="secret"]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    const data = new URLSearchParams(secrets.map((secret) => ['secret', secret])).toString()
    const headers = { origin: product.url, 'content-type': 'application/x-www-form-urlencoded' }
    const slips = await qrsOfPdf(await (await admin.request.post(`${product.url}/van-phong/phieu-moi`, { headers, data })).body())
    for (const slip of slips) officers.push(await comeIn(browser, slip))
    for (const officer of officers) officer.setDefaultTimeout(20_000)
    await officers[0]!.goto(`${product.url}/van-phong/chu-the-xin-vao`)
    await expect(officers[0]!.getByText('Không có đề nghị nào đang chờ')).toBeVisible()
    await withoutFaults(officers[0]!)
  })

  test('a producer finds itself without accents, is told of a wrong digit and loses nothing; of two claims one is confirmed and the other told', async ({
    browser,
  }) => {
    const [officer] = officers
    const wrong = await aPhone(browser)
    await claim(wrong, { representative: 'Người Nhận Nhầm', phone: '0912 000 111', taxCode: '', shade: '#864' })
    // A company has a number.
    await expect(wrong.getByLabel(/^Người đại diện/)).toHaveValue('Người Nhận Nhầm')
    await fill(wrong, { representative: 'Người Nhận Nhầm', phone: '0912 000 111', taxCode: company.taxCode, shade: '#864' })
    await wrong.getByRole('button', { name: 'Gửi đề nghị' }).click()
    const wrongCode = await codeOf(wrong)

    const maker = await aPhone(browser)
    await claim(maker, { representative: 'Phạm Đình Ngãi', phone: '0912 345 678', taxCode: '2100624711', shade: '#468' })
    await expect(maker.getByText(/chữ số/).first()).toBeVisible()
    await expect(maker.getByLabel(/^Người đại diện/)).toHaveValue('Phạm Đình Ngãi')
    await expect(maker.getByLabel(/^Số điện thoại/)).toHaveValue('0912 345 678')
    await expect(maker.getByLabel(/^Mã số thuế/)).toHaveValue('2100624711')
    await withoutFaults(maker)
    await fill(maker, { representative: 'Phạm Đình Ngãi', phone: '0912 345 678', taxCode: company.taxCode, shade: '#468' })
    await maker.getByRole('button', { name: 'Gửi đề nghị' }).click()
    const code = await codeOf(maker)
    await withoutFaults(maker)
    // Nothing of the other claim.
    await expect(maker.getByText('Người Nhận Nhầm')).toHaveCount(0)

    await officer!.goto(`${product.url}/van-phong`)
    await expect(
      officer!
        .getByRole('main')
        .getByText(/2 (chủ thể|đề nghị)/)
        .first(),
    ).toBeVisible()
    await officer!.goto(`${product.url}/van-phong/chu-the-xin-vao`)
    await withoutFaults(officer!)
    const row = officer!.getByRole('row').filter({ hasText: 'Phạm Đình Ngãi' })
    await row.getByRole('link').click()
    await expect(officer!.getByText(code).first()).toBeVisible()
    const paper = officer!.getByAltText(/^Giấy gửi kèm/)
    expect((await officer!.request.get(new URL((await paper.getAttribute('src'))!, product.url).href)).headers()['content-type']).toMatch(
      /^image\//,
    )
    await withoutFaults(officer!)
    await officer!.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await officer!.locator('input[name=others][value=refuse]').check()
    await officer!.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await expect(officer!.getByText('Đã xác nhận.')).toBeVisible()
    await withoutFaults(officer!)
    const invitation = await officer!.locator('.slip code').innerText()

    await wrong.goto('/dang-ky')
    await wrong.getByLabel('Mã đề nghị').fill(wrongCode.toLowerCase())
    await wrong.getByLabel('Số điện thoại đã ghi').fill('0912000111')
    await wrong.getByRole('button', { name: 'Xem đề nghị' }).click()
    await expect(wrong.getByText('Không nhận', { exact: true })).toBeVisible()

    await comeIn(browser, invitation)
    await maker.goto('/dang-nhap')
    await maker.getByLabel('Thư điện tử hoặc số điện thoại').fill('0912 345 678')
    await maker.getByLabel('Mật khẩu').fill(password)
    await maker.getByRole('button', { name: 'Đăng nhập' }).click()
    await maker.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    await maker.goto('/van-phong/ho-so/co-so')
    await expect(maker.getByLabel(/^Tên/).first()).toHaveValue(company.name)
    await maker.getByRole('navigation', { name: 'Đường dẫn' }).getByRole('link').first().click()
    const main = maker.getByRole('main')
    await expect(main.getByText(company.product).first()).toBeVisible()
    await expect(main.getByText(/4 sao|★★★★/).first()).toBeVisible()
    await withoutFaults(maker)
    expect(await maker.content()).not.toMatch(/@[^"\s]*\.invalid/)
  })

  test('somebody new comes in, and somebody on whose behalf one officer filed is let in by another with a slip', async ({ browser }) => {
    const [one, other] = officers
    const fresh = await aPhone(browser)
    await fresh.goto('/dang-ky')
    await fresh.getByRole('link', { name: 'Đăng ký mới' }).click()
    await fresh.getByLabel(/^Tên cơ sở/).fill('Hộ Thạch Thị Sáu')
    await fresh.locator('input[name=kind][value=household]').check()
    await fresh.locator('select[name=communeCode]').selectOption('29341')
    await fill(fresh, { representative: 'Thạch Thị Sáu', phone: '0987 654 321', taxCode: '084 085 001 234', shade: '#846' })
    await fresh.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await codeOf(fresh)
    receipt = fresh.url()

    await one!.goto(`${product.url}/van-phong/chu-the-xin-vao`)
    await one!.getByRole('link', { name: 'Nộp hộ' }).click()
    await withoutFaults(one!)
    await one!.getByLabel(/^Tên cơ sở/).fill('Hộ Kim Sa Rết')
    await one!.locator('input[name=kind][value=household]').check()
    await fill(one!, { representative: 'Kim Sa Rết', phone: '0977 123 456', taxCode: '084 185 001 234', shade: '#648' })
    await one!.getByRole('button', { name: 'Nộp hộ', exact: true }).click()
    await expect(one!.getByRole('main').getByText('Lê Văn Một').first()).toBeVisible()
    await one!.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await expect(one!.getByText('Đã xác nhận.')).toHaveCount(0)

    for (const name of ['Thạch Thị Sáu', 'Kim Sa Rết']) {
      await other!.goto(`${product.url}/van-phong/chu-the-xin-vao`)
      await other!.getByRole('row').filter({ hasText: name }).getByRole('link').click()
      await other!.getByRole('button', { name: 'Xác nhận', exact: true }).click()
      await expect(other!.getByText('Đã xác nhận.')).toBeVisible()
      const own = await comeIn(browser, await other!.locator('.slip code').innerText())
      await own.goto(`${product.url}/van-phong/ho-so/co-so`)
      await expect(own.getByLabel(/^Tên/).first()).toHaveValue(`Hộ ${name}`)
      await withoutFaults(own)
    }
  })

  test('somebody without a number comes in later with a paper; one that was printed again opens nothing', async ({ browser }) => {
    const [one, other] = officers
    await one!.goto(`${product.url}/van-phong/chu-the-xin-vao/nop-ho`)
    await one!.getByLabel(/^Tên cơ sở/).fill('Hộ Sơn Thị Tư')
    await one!.locator('input[name=kind][value=household]').check()
    await one!.getByLabel(/^Mã số thuế/).fill('084 185 001 777')
    await one!.getByLabel(/^Người đại diện/).fill('Sơn Thị Tư')
    await one!.locator('input[type=file]').setInputFiles(await aPhoto('#579'))
    await one!.getByRole('button', { name: 'Nộp hộ', exact: true }).click()
    // The error of the declaration stands under its box.
    await expect(one!.locator('#f-declared-error')).toBeVisible()
    await one!.locator('input[type=file]').setInputFiles(await aPhoto('#579'))
    await one!.locator('input[name=declared]').check()
    await one!.getByRole('button', { name: 'Nộp hộ', exact: true }).click()
    await expect(one!.getByRole('main').getByText('Lê Văn Một').first()).toBeVisible()

    await other!.goto(`${product.url}/van-phong/chu-the-xin-vao`)
    await other!.getByRole('row').filter({ hasText: 'Sơn Thị Tư' }).getByRole('link').click()
    await other!.waitForURL(/\/jrq_/)
    const page = other!.url()
    await other!.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await expect(other!.getByText('Đã xác nhận.')).toBeVisible()
    const lost = await other!.locator('.slip code').innerText()
    await withoutFaults(other!)
    await other!.goto(page)
    await other!.getByRole('button', { name: 'In lại giấy mời' }).click()
    const address = await other!.locator('.slip code').innerText()
    await expect(other!.getByText('đã có giấy mới thay')).toBeVisible()
    const secret = await other!.locator('input[name=secret]').inputValue()
    const data = new URLSearchParams({ secret }).toString()
    const headers = { origin: product.url, 'content-type': 'application/x-www-form-urlencoded' }
    const slips = await other!.request.post(`${product.url}/van-phong/phieu-moi`, { headers, data })
    expect(await qrsOfPdf(await slips.body())).toEqual([address])

    const own = await aPhone(browser)
    await own.goto(lost)
    await expect(own.getByText('đã có giấy mới thay')).toBeVisible()
    await own.goto(address)
    await expect(own.getByText('Sơn Thị Tư').first()).toBeVisible()
    await withoutFaults(own)
    await own.getByLabel('Số điện thoại của bạn').fill('0966 111 222')
    await own.getByLabel('Mật khẩu của riêng bạn').fill('1234')
    await own.getByRole('button', { name: 'Nhận tài khoản' }).click()
    await expect(own.getByLabel('Số điện thoại của bạn')).toHaveValue('0966 111 222')
    await withoutFaults(own)
    await own.getByLabel('Mật khẩu của riêng bạn').fill(password)
    await own.getByRole('button', { name: 'Nhận tài khoản' }).click()
    await own.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    await own.goto('/van-phong/ho-so/co-so')
    await expect(own.getByLabel(/^Tên/).first()).toHaveValue('Hộ Sơn Thị Tư')
    await other!.goto(page)
    await expect(other!.getByText('đã dùng')).toBeVisible()
    await expect(other!.getByRole('button', { name: 'In lại giấy mời' })).toHaveCount(0)
  })

  test('an officer fills and files a dossier for a household without a telephone; another one checks it; the household goes on with its paper', async ({
    browser,
  }) => {
    const [one, other] = officers
    await one!.goto(`${product.url}/van-phong/chu-the-xin-vao/nop-ho`)
    await one!.getByLabel(/^Tên cơ sở/).fill('Hộ Danh Thị Năm')
    await one!.locator('input[name=kind][value=household]').check()
    await fill(one!, { representative: 'Danh Thị Năm', phone: '', taxCode: '084 185 001 888', shade: '#975' })
    await one!.getByRole('button', { name: 'Nộp hộ', exact: true }).click()
    await expect(one!.getByRole('main').getByText('Lê Văn Một').first()).toBeVisible()
    await other!.goto(`${product.url}/van-phong/chu-the-xin-vao`)
    await other!.getByRole('row').filter({ hasText: 'Danh Thị Năm' }).getByRole('link').click()
    await other!.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await expect(other!.getByText('Đã xác nhận.')).toBeVisible()
    const slip = await other!.locator('.slip code').innerText()

    await one!.goto('/van-phong/lam-ho?q=danh thi nam')
    await withoutFaults(one!)
    await one!.getByRole('link', { name: 'Hộ Danh Thị Năm' }).click()
    await one!.getByLabel(/^Tên sản phẩm mới/).fill('Kẹo dừa bà Năm')
    await one!.getByLabel(/^Bộ sản phẩm/).selectOption({ label: await setNamed(one!, '07.') })
    await one!.getByLabel(/^Vì sao/).fill('Không có điện thoại.')
    await one!.getByRole('button', { name: 'Bắt đầu làm hộ' }).click()
    // Without the signed sheet nothing begins, and nothing typed is lost.
    await expect(one!.getByText(/giấy có chữ ký/).first()).toBeVisible()
    await expect(one!.getByLabel(/^Tên sản phẩm mới/)).toHaveValue('Kẹo dừa bà Năm')
    await withoutFaults(one!)
    // As large as a telephone's photo is: this page takes files.
    await one!.locator('input[type=file]').setInputFiles(await aLargePhoto())
    await one!.getByRole('button', { name: 'Bắt đầu làm hộ' }).click()
    await one!.waitForURL(/\/ho-so\/dos_\w+$/)
    const dossier = new URL(one!.url()).pathname
    await expect(one!.getByText('Bạn đang làm hộ Hộ Danh Thị Năm')).toBeVisible()
    await withoutFaults(one!)
    await fillParts(one!, dossier)
    await scoreItself(one!, dossier, fourStars)
    await attachPaper(one!, dossier, 'Giấy đăng ký hộ kinh doanh bà Năm')
    const code = await fileDossier(one!, dossier)
    await expect(one!.getByText('Lê Văn Một, nộp hộ Hộ Danh Thị Năm')).toBeVisible()

    // Whoever wrote it may read it there, and judges nothing.
    await one!.goto(`/van-phong/xa?q=${code}`)
    await expect(one!.getByText(/Bạn đã làm hộ hồ sơ này/).first()).toBeVisible()
    await expect(one!.getByRole('button', { name: 'Lưu báo cáo' })).toHaveCount(0)
    await withoutFaults(one!)
    await other!.goto('/van-phong')
    await expect(other!.getByText('1 hồ sơ chờ xã kiểm tra')).toBeVisible()
    await proposeToProvince(other!, code)

    const own = await aPhone(browser)
    await own.goto(slip)
    await own.getByLabel('Số điện thoại của bạn').fill('0966 333 444')
    await own.getByLabel('Mật khẩu của riêng bạn').fill(password)
    await own.getByRole('button', { name: 'Nhận tài khoản' }).click()
    await own.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    await own.goto(dossier)
    await expect(own.getByText(/Lê Văn Một, .*đã làm hộ từ/)).toBeVisible()
    await withoutFaults(own)
    const consent = await own.getByRole('link', { name: 'Xem giấy đồng ý' }).getAttribute('href')
    expect((await own.request.get(new URL(consent!, product.url).href)).headers()['content-type']).toMatch(/^image\//)
    expect((await one!.request.get(`${product.url}${dossier}`)).status()).toBe(404)
  })

  // The last one: this address is told to wait from here on.
  test('whoever sends paper after paper to one receipt is told to wait, also where nothing was asked for', async ({ request }) => {
    const { pathname, searchParams } = new URL(receipt)
    const address = `${product.url}${pathname}?/supplement&k=${searchParams.get('k')}`
    const send = async () => {
      const file = await aPhoto('#357')
      return (await request.post(address, { headers: { origin: product.url }, multipart: { note: 'Thêm giấy.', file } })).status()
    }
    const answers: number[] = []
    while (answers.length < 41 && answers.at(-1) !== 429) answers.push(await send())
    expect([...new Set(answers)]).toEqual([422, 429])
  })
})
