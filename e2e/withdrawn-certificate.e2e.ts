import { qrsOfPdf, wordsOfPdf } from '../packages/papers/test-reading.ts'
import { accounts, byScript, expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { confirmFinal, todayInVietnam } from './way/office.ts'
import { proposeWithdrawal } from './way/withdrawal.ts'

const check = '/giay-chung-nhan/kiem-tra'

test.describe('a certificate that is withdrawn', () => {
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(() => product.remove())

  test('is told as withdrawn at once by its page, its paper and the page that verifies it; a new key of the issuer changes nothing of it', async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: product.url })
    const page = await context.newPage()
    await page.goto('/dang-nhap')
    await page.locator('input[name="email"]').fill(accounts.provincialOfficer)
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => url.pathname !== '/dang-nhap')
    await page.goto('/giay-chung-nhan?q=9001')
    const href = await page.getByRole('main').getByRole('listitem').getByRole('link').first().getAttribute('href')
    const code = href!.split('/').at(-1)!
    const paper = async () => (await page.request.get(`/van-phong/quyet-dinh/chung-nhan/${code}/giay.pdf`)).body()
    const [, proof = ''] = await qrsOfPdf(await paper())

    // Somebody has the page of before on the telephone.
    const telephone = await context.newPage()
    await telephone.goto(check)
    await byScript(telephone)

    await product.command('rotate-keys', '--certificates')
    await page.goto(`/van-phong/quyet-dinh/chung-nhan/${code}`)
    await proposeWithdrawal(page, { reason: 'Dùng sai dấu hiệu OCOP', number: '12/KL-SNNMT' })
    await page.getByLabel('Số quyết định').fill('77')
    await page.getByLabel(/Ngày ký/).fill(todayInVietnam())
    await page.getByLabel('Họ tên người ký').fill('Nguyễn Thị Hồng Gấm')
    await page.getByLabel('Chức vụ người ký').fill('Phó Chủ tịch')
    await page.getByRole('button', { name: 'Thu hồi giấy chứng nhận' }).click()
    await confirmFinal(page, 'Thu hồi giấy chứng nhận')
    await expect(page.getByText(/77\/QĐ-UBND/).first()).toBeVisible()

    await page.goto(`/giay-chung-nhan/${code}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã thu hồi')
    expect(await wordsOfPdf(await paper())).toContain('ĐÃ THU HỒI')

    await page.goto(proof)
    await expect(page.getByRole('heading', { name: 'Giấy thật, đã bị thu hồi' })).toBeVisible()
    await expect(page.getByText('Từng đạt')).toBeVisible()
    await expect(page.getByText(/Theo danh sách thu hồi lúc/)).toBeVisible()

    // What was loaded before says of which moment its list is, and does not know better.
    await context.setOffline(true)
    await telephone.getByLabel('Nội dung đã quét').fill(proof)
    await telephone.getByRole('button', { name: 'Kiểm tra' }).click()
    await expect(telephone.getByRole('heading', { name: 'Giấy thật, còn hiệu lực' })).toBeVisible()
    await expect(telephone.getByText(/Theo danh sách thu hồi lúc/)).toBeVisible()
    await context.close()
  })
})
