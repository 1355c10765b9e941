import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'
import { registerProduct } from './way/dossier.ts'

/** Where pages run no script the checker runs none either: it was asked in the other run of the same journey. */
async function withoutFaults(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

/** Opens what is folded away, by script or without. */
const unfold = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).first().click()

async function buy(page: Page, material: string, quantity: string): Promise<void> {
  await page.goto('/van-phong/nguyen-lieu/nhap')
  const supplier = page.getByLabel('Mua của ai?')
  if ((await supplier.count()) > 0) {
    if (test.info().project.use.javaScriptEnabled !== false) await byScript(page)
    await supplier.selectOption('')
    const name = page.getByLabel('Tên người bán mới')
    if (!(await name.isVisible())) await page.locator('summary', { hasText: 'Người bán mới' }).click()
  }
  await page.getByLabel('Nguyên liệu gì?').fill(material)
  await page.getByLabel('Bao nhiêu?').fill(quantity)
  await page.getByLabel('Tên người bán mới').fill('Thạch Thị Vườn')
  await unfold(page, 'Tiền, mã vùng trồng')
  await page.getByLabel('Mã số vùng trồng').fill('VN-TVOR-0012')
  await page.getByRole('button', { name: 'Ghi lần mua' }).click()
  await page.waitForURL(/\/nguyen-lieu\/mlt_/)
}

test(
  'what is bought becomes what a lot is made of: more than was bought is refused, more than the recipe allows is explained and the office reads why',
  { tag: '@no-js' },
  async ({ page, login }, { project }) => {
    test.setTimeout(120_000)
    const material = `Dừa ${project.name} ${Date.now()}`
    await login('otherProducer')
    // A product of its own: journeys run side by side, and a recipe holds for everybody's lots of its product.
    const product = `Mứt ${project.name} ${Date.now()}`
    await registerProduct(page, product)
    await buy(page, material, '100')
    await expect(page.getByRole('main')).toContainText('VN-TVOR-0012')
    await withoutFaults(page)
    const purchase = page.url()

    // Ten kilograms for twenty boxes, give or take a tenth.
    await page.goto('/van-phong/nguyen-lieu/dinh-muc')
    await page.getByRole('link', { name: new RegExp(`^Đặt định mức ?: ${product}$`) }).click()
    await page.getByLabel('Làm bao nhiêu sản phẩm?').fill('20')
    const lines = page.locator('select[name="materialId"]')
    await lines.first().selectOption({ label: `${material} (kg)` })
    await page.locator('input[name="amount"]').first().fill('10')
    for (let place = 1; place < (await lines.count()); place++) await lines.nth(place).selectOption('')
    await withoutFaults(page)
    await page.getByRole('button', { name: 'Lưu định mức' }).click()
    await expect(page.getByText(`${material}: 10 kg, cho phép lệch 10%`)).toBeVisible()

    const newLot = async () => {
      await page.goto('/van-phong/lo/moi')
      if ((await page.locator('p.lead').textContent()) !== product) {
        await page.locator('summary', { hasText: 'Sản phẩm khác' }).click()
        await page.getByRole('link', { name: product, exact: true }).click()
        await expect(page.locator('p.lead')).toHaveText(product)
      }
      if (project.use.javaScriptEnabled !== false) await byScript(page)
      await page.getByLabel('Làm được bao nhiêu?').fill('20')
    }
    // More than was bought.
    await newLot()
    await withoutFaults(page)
    await unfold(page, 'Xem, sửa số đã dùng')
    await page.getByLabel(`${material} (kg)`).fill('101')
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await expect(page.getByRole('alert')).toContainText(`${material} cần 101 kg, tính đến ngày làm chỉ còn 100 kg`)
    // More than the recipe allows: what was typed is still there.
    await page.getByLabel(`${material} (kg)`).fill('12,5')
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await expect(page.getByRole('alert')).toContainText(`${material} dùng 12,5 kg, định mức 10 kg`)
    await expect(page.getByLabel(`${material} (kg)`)).toHaveValue('12,5')
    const reason = `Dừa nhỏ trái ${Date.now()}`
    await page.getByLabel('Lý do lệch định mức').fill(reason)
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await page.waitForURL(/\/van-phong\/lo\/lot_/)
    await expect(page.locator('#nguyen-lieu')).toContainText('12,5 kg của Thạch Thị Vườn')
    await withoutFaults(page)

    // Nothing to be said: three taps, and the recipe is taken from what is left.
    await newLot()
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await page.waitForURL(/\/van-phong\/lo\/lot_/)
    await expect(page.locator('#nguyen-lieu')).toContainText('10 kg của Thạch Thị Vườn')
    const scan = await page.getByRole('link', { name: 'Xem trang quét' }).getAttribute('href')
    await page.goto(purchase)
    await expect(page.getByRole('main')).toContainText('77,5 kg')

    await page.goto(scan!)
    await expect(page.locator('body')).toContainText(`Nguyên liệu: ${material}`)
    await expect(page.locator('body')).toContainText('Mã số vùng trồng: VN-TVOR-0012')
    await expect(page.locator('body')).not.toContainText('Thạch Thị Vườn')

    await login('provincialOfficer')
    await page.goto('/van-phong/lech-dinh-muc')
    await expect(page.getByRole('row').filter({ hasText: reason })).toContainText('12,5 kg')
    await withoutFaults(page)
  },
)

test('a lot and its diary are written where there is no signal, of the moment in which they were tapped, and leave when it is back', async ({
  page,
  login,
  context,
}) => {
  test.setTimeout(120_000)
  await login('producer')
  await page.goto('/van-phong/lo')
  const kept = () =>
    page.evaluate(async () => {
      const requests = (await caches.has('dacsan-desk-pages')) ? await (await caches.open('dacsan-desk-pages')).keys() : []
      return requests.map(({ url }) => new URL(url).pathname)
    })
  // It was never opened: a maker needs it in the garden all the same.
  await expect.poll(kept, { timeout: 30_000 }).toContain('/van-phong/lo/moi')
  await context.setOffline(true)
  const numbers: string[] = []
  for (let lot = 0; lot < 2; lot++) {
    await page.goto('/van-phong/lo/moi')
    await byScript(page)
    numbers.push(await page.getByLabel('Số lô').inputValue())
    await page.getByLabel('Làm được bao nhiêu?').fill(String(731 + lot))
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await expect(page.getByText(`Chưa gửi: ${lot + 1}`)).toBeVisible()
  }
  expect(numbers[1]).toBe(numbers[0])
  await context.setOffline(false)
  await expect(async () => {
    await page.goto('/van-phong/lo')
    for (const quantity of ['731', '732'])
      await expect(
        page
          .getByRole('row')
          .filter({ hasText: `${quantity} ` })
          .first(),
      ).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })

  // A note that is spoken goes with the entry.
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Lô \d/ })
    .first()
    .click()
  await page.waitForURL(/\/lo\/lot_/)
  const lot = new URL(page.url()).pathname
  await expect.poll(kept, { timeout: 30_000 }).toContain(lot)
  await context.setOffline(true)
  await page.goto(lot)
  await byScript(page)
  await page.locator('summary', { hasText: 'Số lượng, nơi làm, ghi âm' }).click()
  await page.getByLabel('Số lượng').first().fill('12,5')
  await page.getByLabel('Ở đâu?').fill('Vườn sau nhà')
  await page.locator('input[name="voice"]').setInputFiles({ name: 'noi.wav', mimeType: 'audio/wav', buffer: aSecondOfSilence() })
  await page.getByRole('button', { name: 'Thu hoạch' }).click()
  await expect(page.getByText('Chưa gửi: 1')).toBeVisible()
  await context.setOffline(false)
  await expect(async () => {
    await page.goto(lot)
    await expect(page.locator('.timeline')).toContainText('Vườn sau nhà', { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.locator('audio')).toHaveCount(1)
  const spoken = await page.request.get((await page.locator('audio').getAttribute('src'))!)
  expect([spoken.status(), spoken.headers()['content-type']]).toEqual([200, 'audio/wav'])

  // Everyone reads what was done, and neither where nor how it was said.
  await page.goto((await page.getByRole('link', { name: 'Xem trang quét' }).getAttribute('href'))!)
  await expect(page.locator('body')).toContainText('Thu hoạch')
  await expect(page.locator('body')).not.toContainText('Vườn sau nhà')
  await expect(page.locator('audio')).toHaveCount(0)
})

/** A WAV file: 8,000 samples of 8 bits. */
function aSecondOfSilence(): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + 8000, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(8000, 40)
  return Buffer.concat([head, Buffer.alloc(8000, 128)])
}
