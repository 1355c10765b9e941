import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'
import { intoCart, order } from './way/market.ts'

test.use({ viewport: { width: 360, height: 640 } })

const product = 'Kẹo dừa sáp (mẫu)'

/** What the page of a lot's goods says lies where, and how much of it waits for a buyer. */
async function shelf(page: Page): Promise<string[][]> {
  const rows = page.getByRole('table', { name: 'Đang ở đâu' }).locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  return Promise.all((await rows.all()).map(async (row) => (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim())))
}
const onHand = async (page: Page) => (await shelf(page)).reduce((sum, cells) => sum + Number(/\d+$/.exec(cells[2]!)![0]), 0)

test(
  'a producer packs a lot in two packs, moves some to a stall, counts the stall with a difference, sells one, and the books add up',
  { tag: '@no-js' },
  async ({ page, login, as, javaScriptEnabled }) => {
    test.setTimeout(180_000)
    const stamp = Date.now().toString(36)
    const ready = () => (javaScriptEnabled === false ? Promise.resolve() : byScript(page))
    const [box, stall] = [`Hộp quà ${stamp} 1 kg`, `Quầy ${stamp}`]
    await login('producer')

    await page.goto('/van-phong/san-pham')
    await page.getByRole('link', { name: product }).first().click()
    await page.waitForURL(/san-pham\/prd_/)
    const productId = /prd_\w+/.exec(page.url())![0]
    await page.getByRole('link', { name: 'Quy cách đóng gói' }).click()
    await ready()
    await page.getByLabel('Quy cách mới').fill(box)
    await page.getByLabel(/^Mã GTIN/).fill('8938501234567')
    await page.getByRole('button', { name: 'Thêm quy cách' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: /số kiểm tra/ })).toBeVisible()
    await expect(page.getByLabel('Quy cách mới')).toHaveValue(box)
    await page.getByLabel(/^Mã GTIN/).fill('')
    await page.getByRole('button', { name: 'Thêm quy cách' }).click()
    await expect(page.getByText(box, { exact: true })).toBeVisible()

    await page.goto('/van-phong/noi-de-hang')
    await ready()
    await page.getByLabel('Tên gọi').fill(stall)
    await page.getByRole('button', { name: 'Thêm nơi để hàng' }).click()
    await expect(page.getByText(stall, { exact: true })).toBeVisible()

    await page.goto(`/van-phong/lo/moi?san-pham=${productId}`)
    await expect(page.locator('p.lead')).toHaveText(product)
    await ready()
    await page.getByLabel('Làm được bao nhiêu?').fill('40')
    await page.getByLabel('Đơn vị').selectOption('kg')
    // The first to expire is sold first, also before that of the other run of this journey.
    const days = javaScriptEnabled === false ? 9 : 10
    await page.locator('input[name="expiresOn"]').fill(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))
    await page.getByLabel(/^Số lô/).fill(`KHO-${stamp}`)
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await page.waitForURL(/\/van-phong\/lo\/lot_/)
    await page.getByRole('link', { name: 'Đóng gói, kho hàng' }).click()
    await expect(page.getByText('Còn 40 kg chưa đóng gói.')).toBeVisible()
    await ready()

    const usual = page.getByLabel(/^Số lượng (?!Hộp quà)/).first()
    await page.getByLabel(`Số lượng ${box}`).fill('41')
    await page.getByRole('button', { name: 'Ghi đóng gói' }).click()
    await expect(page.getByRole('alert').getByText(/^Lô này làm ra 40 kg/)).toBeVisible()
    await page.getByLabel(`Số lượng ${box}`).fill('12')
    await usual.fill('20')
    await page.getByRole('button', { name: 'Ghi đóng gói' }).click()
    await expect(page.getByText('Đã ghi vào sổ kho.')).toBeVisible()
    expect(await onHand(page)).toBe(32)

    await ready()
    const goods = page.getByLabel('Hàng nào')
    await goods.selectOption({ label: (await goods.locator('option', { hasText: box }).first().innerText()).trim() })
    await page.getByLabel('Số lượng', { exact: true }).fill('5')
    await page.getByLabel(/^Chuyển đến/).selectOption({ label: stall })
    await page.getByRole('button', { name: 'Ghi vào sổ kho' }).click()
    // What was said of the packing stands there already.
    const stalled = page.getByRole('table', { name: 'Đang ở đâu' }).getByRole('row', { name: stall })
    await expect(stalled.getByRole('cell').nth(2)).toHaveText(/5$/)
    expect(await onHand(page)).toBe(32)
    const lot = page.url().replace(/\?.*/, '')

    await page.goto('/van-phong/kho')
    await page.getByRole('link', { name: `Kiểm kê ${stall}` }).click()
    await ready()
    await page.getByLabel('Đếm được').fill('4')
    await page.getByRole('button', { name: 'Ghi kiểm kê' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: 'Hãy ghi lý do.' })).toBeVisible()
    await expect(page.getByLabel('Đếm được')).toHaveValue('4')
    await page.getByLabel(/^Lý do lệch/).fill('Cho khách nếm thử')
    await page.getByRole('button', { name: 'Ghi kiểm kê' }).click()
    await expect(page.getByText('Đã ghi vào sổ kho.')).toBeVisible()

    const buyer = await as('visitor', { javaScriptEnabled: javaScriptEnabled ?? true })
    await intoCart(buyer, 'keo dua sap', product)
    await order(buyer)
    await page.goto(lot)
    expect(await onHand(page)).toBe(31)
    expect((await shelf(page)).map((cells) => Number(/\d+$/.exec(cells[3]!)![0])).reduce((sum, held) => sum + held, 0)).toBeGreaterThan(0)
    await expect(page.getByRole('table', { name: 'Sổ kho của lô' })).toContainText('Cho khách nếm thử')
  },
)
