import { wordsOfPdf } from '../packages/papers/test-reading.ts'
import { expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { confirmFinal, todayInVietnam } from './way/office.ts'
import { proposeWithdrawal } from './way/withdrawal.ts'

test.describe('withdrawing', () => {
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(() => product.remove())

  test(
    'one certificate on a conclusion and one on the word of the commune are taken back by one decision',
    { tag: '@no-js' },
    async ({ browser, javaScriptEnabled }) => {
      test.setTimeout(120_000)
      const signIn = async (email: string) => {
        const page = await (await browser.newContext({ baseURL: product.url, javaScriptEnabled })).newPage()
        await page.goto('/dang-nhap')
        await page.locator('input[name="email"]').fill(email)
        await page.locator('input[name="password"]').fill('dacsan-demo')
        await page.locator('input[name="password"]').press('Enter')
        await page.waitForURL((url) => url.pathname !== '/dang-nhap')
        return page
      }
      const [office, commune] = [await signIn('chuyenvien@demo.vn'), await signIn('canbo.xa@demo.vn')]
      await office.goto('/giay-chung-nhan?q=9001')
      const links = office.getByRole('main').getByRole('listitem').getByRole('link')
      const codes = await Promise.all((await links.all()).map(async (link) => (await link.getAttribute('href'))!.split('/').at(-1)!))
      const [first, second] = [codes[0]!, codes[1]!]

      await office.goto(`/van-phong/quyet-dinh/chung-nhan/${first}`)
      await proposeWithdrawal(office, { reason: 'Dùng sai dấu hiệu OCOP', number: '12/KL-SNNMT' })
      await expect(office.getByText(/Kết luận số 12\/KL-SNNMT/)).toBeVisible()
      await expect(office.getByText(/^Hạn quyết định/)).toBeVisible()

      await office.goto(`/van-phong/quyet-dinh/chung-nhan/${first}`)
      // A reprint is recorded, and its paper comes as a file while the page stays.
      await office.getByText('In lại giấy').click()
      await office.locator('form[action="?/reprint"]').getByLabel('Lý do in lại').fill('Giấy bị ướt.')
      const paper = office.waitForEvent('download')
      await office.getByRole('button', { name: 'Ghi và tải giấy' }).click()
      expect((await paper).suggestedFilename()).toMatch(/\.pdf$/)
      await expect(office.getByRole('heading', { name: 'Đã in lại 1 lần' })).toBeVisible()

      await office.goto(`/van-phong/quyet-dinh/chung-nhan/${second}`)
      await office.getByText('Đề nghị thu hồi giấy này').click()
      await office.getByRole('button', { name: 'Hỏi xã còn sản xuất không' }).click()
      await expect(office.getByRole('heading', { name: 'Chờ xã xác nhận (1)' })).toBeVisible()

      await commune.goto('/van-phong/xa/ngung-san-xuat')
      const asked = commune.locator('form').filter({ has: commune.getByRole('button', { name: 'Xác nhận đã ngừng sản xuất' }) })
      await asked.getByRole('button', { name: 'Xác nhận đã ngừng sản xuất' }).click()
      await expect(commune.getByRole('alert')).toContainText('Hãy ghi xã biết qua đâu')
      await asked.getByLabel('Xã biết qua đâu').fill('Đến cơ sở sáng nay, xưởng đã đóng cửa.')
      await asked.getByRole('button', { name: 'Xác nhận đã ngừng sản xuất' }).click()
      await expect(commune.getByText('Đã gửi. Cơ quan tham mưu')).toBeVisible()

      await office.goto('/van-phong/quyet-dinh/thu-hoi')
      await expect(office.getByText('xưởng đã đóng cửa')).toBeVisible()
      for (const box of await office.getByRole('main').getByRole('checkbox').all()) await box.check()
      // The draft for the ones that are ticked opens beside the page.
      const drafted = office.context().waitForEvent('response', (response) => response.url().includes('/thu-hoi/du-thao/'))
      await office.getByRole('button', { name: 'PDF' }).click()
      const draft = await office.request.get((await drafted).url())
      expect(await wordsOfPdf(await draft.body())).toContain('Thu hồi 02 Giấy chứng nhận sản phẩm OCOP có tên tại Phụ lục.')
      await expect(office.getByRole('heading', { level: 1 })).toHaveText('Thu hồi giấy chứng nhận')
      await office.getByLabel('Số quyết định').fill('95')
      await office.getByLabel('Ngày ký').fill(todayInVietnam())
      await office.getByLabel('Họ tên người ký').fill('Nguyễn Thị Hồng Gấm')
      await office.getByLabel('Chức vụ người ký').fill('Phó Chủ tịch')
      await office.getByRole('button', { name: 'Thu hồi giấy chứng nhận' }).click()
      await confirmFinal(office, 'Thu hồi giấy chứng nhận')
      await office.waitForURL('**/chung-nhan/*')

      for (const code of [first, second]) {
        await office.goto(`/giay-chung-nhan/${code}`)
        await expect(office.getByRole('heading', { level: 1 })).toHaveText('Đã thu hồi')
        const certificate = await office.request.get(`/van-phong/quyet-dinh/chung-nhan/${code}/giay.pdf`)
        expect(await wordsOfPdf(await certificate.body())).toContain('ĐÃ THU HỒI')
        const paper = await office.request.get(`/van-phong/quyet-dinh/chung-nhan/${code}/thu-hoi/quyet-dinh-thu-hoi.pdf`)
        const words = await wordsOfPdf(await paper.body())
        expect(words).toContain('Thu hồi 02 Giấy chứng nhận sản phẩm OCOP có tên tại Phụ lục.')
        expect(words).toContain('dùng sai dấu hiệu OCOP')
        expect(words).toContain('ngừng sản xuất')
      }
    },
  )
})
