import type { ChildProcess } from 'node:child_process'
import { expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

let product: Awaited<ReturnType<typeof aFreshProduct>>
let running: ChildProcess
test.beforeAll(async () => {
  test.setTimeout(180_000)
  product = await aFreshProduct('reference')
  running = await product.start()
  await product.command('checkpoint')
})
test.afterAll(async () => {
  running.kill('SIGTERM')
  await product.remove()
})

test(
  'a visitor sees what was recorded of a certificate, and the browser proves it from the log',
  { tag: '@no-js' },
  async ({ page }, { project }) => {
    await page.goto(`${product.url}/giay-chung-nhan?q=dua`)
    const code = (await page.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
      .map((href) => /^\/giay-chung-nhan\/([^/?#]+)$/.exec(href)?.[1])
      .find((found) => found !== undefined && found !== 'kiem-tra')
    await page.goto(`${product.url}/bang-chung/${code}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Bằng chứng của mã ${code}`)
    const fact = page.getByRole('listitem').filter({ hasText: 'Giấy chứng nhận nhập từ sổ của tỉnh' }).first()
    await expect(fact).toContainText(/Ghi ngày \d/)
    await expect(fact).toContainText(project.use.javaScriptEnabled === false ? 'Chưa kiểm tra' : 'Đã kiểm tra: không bị sửa từ khi ghi')
    await expect(page.getByText('openssl dgst -sha256', { exact: false }).first()).toBeVisible()
  },
)

test('a fact that was changed on its way to the browser is not proven', async ({ page }) => {
  await page.goto(`${product.url}/giay-chung-nhan?q=dua`)
  const href = (await page.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))).find((one) =>
    /^\/giay-chung-nhan\/(?!kiem-tra)[^/?#]+$/.test(one),
  )!
  const path = href.replace('/giay-chung-nhan/', '/bang-chung/')
  await page.route(`**${path}`, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('stars&quot;:', 'stars&quot;:9') })
  })
  await page.goto(product.url + path)
  await expect(page.getByText('Không khớp với nhật ký').first()).toBeVisible()
})
