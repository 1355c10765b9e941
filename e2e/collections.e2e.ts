import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'

const isByScript = () => test.info().project.use.javaScriptEnabled !== false
const telephone = { viewport: { width: 360, height: 640 } }
const desk = { viewport: { width: 1280, height: 800 } }
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
const ready = async (page: Page) => {
  if (isByScript()) await byScript(page)
}
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

/** Addresses of products on a page of the register, as a reader copies them. */
async function productsOn(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  return await page.locator('main article h2 a').evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
}

test.describe('collections', { tag: '@no-js' }, () => {
  test('an officer puts products together as a gift, publishes them and takes them down; a buyer goes from there to the shop', async ({
    as,
  }) => {
    test.setTimeout(180_000)
    const title = `Quà quê ${test.info().project.name} ${Date.now()}`
    const anybody = await as('visitor', telephone)
    const products = (await productsOn(anybody, '/san-pham?ban=now&giay=certified')).slice(0, 3)
    expect(products.length).toBeGreaterThan(1)

    const office = await as('provincialOfficer', desk)
    await office.goto('/van-phong/bo-suu-tap')
    await office.getByRole('link', { name: 'Lập bộ sưu tập' }).click()
    await ready(office)
    await office.getByLabel('Tên', { exact: true }).first().fill(title)
    await office.getByLabel('Lời giới thiệu').first().fill('Mấy món mang về biếu ông bà, ai cũng quý.')
    await office.getByLabel('Sản phẩm').fill([...products, '/san-pham/khong-co-that'].join('\n'))
    await office.getByLabel('Từ tháng').selectOption('1')
    await office.getByLabel('Đến hết tháng').selectOption('12')
    await office.getByLabel('Trẻ nhỏ').check()
    await office.getByRole('button', { name: 'Lưu' }).click()
    // Which address leads nowhere is said, and nothing typed is lost.
    await expect(office.getByText('Không có sản phẩm “/san-pham/khong-co-that”').first()).toBeVisible()
    await expect(office.getByLabel('Tên', { exact: true }).first()).toHaveValue(title)
    await expect(office.getByLabel('Trẻ nhỏ')).toBeChecked()
    await ready(office)
    await office.getByLabel('Sản phẩm').fill(products.join('\n'))
    await office.getByRole('button', { name: 'Lưu' }).click()
    await expect(office.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(office.getByText('Chưa ai thấy ngoài bàn làm việc.')).toBeVisible()
    await anybody.goto('/bo-suu-tap')
    await expect(anybody.getByRole('link', { name: title })).toHaveCount(0)
    await ready(office)
    await office.getByRole('button', { name: 'Đăng', exact: true }).click()
    await expect(office.getByText('Mọi người đang thấy.')).toBeVisible()
    await picture(office, 'desk')

    await anybody.goto('/bo-suu-tap')
    await fits(anybody)
    await picture(anybody, 'collections')
    await anybody.getByRole('link', { name: title }).click()
    await expect(anybody.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(anybody.locator('main article')).toHaveCount(products.length)
    await fits(anybody)
    await picture(anybody, 'collection')
    const path = new URL(anybody.url()).pathname
    const data = JSON.parse((await anybody.locator('script[type="application/ld+json"]').textContent())!) as Record<string, unknown>
    expect(data).toMatchObject({ '@type': 'ItemList', numberOfItems: products.length })
    await anybody.getByRole('link', { name: /^Mua / }).first().click()
    await expect(anybody.getByRole('button', { name: 'Thêm vào giỏ' }).first()).toBeVisible()

    // The gift guide: for whom, and by what it really costs.
    await anybody.goto('/qua-tang')
    await anybody.getByRole('navigation', { name: 'Quà cho ai' }).getByRole('link', { name: 'Trẻ nhỏ' }).click()
    await expect(anybody.getByRole('link', { name: title })).toBeVisible()
    const shown = await anybody.locator('main article').count()
    expect(shown).toBeGreaterThan(0)
    await fits(anybody)
    await picture(anybody, 'gifts')
    const bands = anybody.getByRole('navigation', { name: 'Túi tiền mỗi món' }).getByRole('link')
    await bands.nth(1).click()
    await expect(anybody.getByRole('navigation', { name: 'Quà cho ai' }).locator('[aria-current]')).toHaveText('Trẻ nhỏ')
    expect(await anybody.locator('main article').count()).toBeLessThanOrEqual(shown)
    await anybody.goto('/en/qua-tang?cho=children')
    await expect(anybody.getByRole('heading', { level: 1, name: 'Gift guide' })).toBeVisible()

    await ready(office)
    await office.getByRole('button', { name: 'Gỡ xuống' }).click()
    await expect(office.getByText('Đã gỡ xuống, chưa ai thấy; đăng lại được.')).toBeVisible()
    expect((await anybody.goto(path))?.status()).toBe(404)
  })

  test('an officer says when a product is in season, and by whose word', async ({ as }) => {
    test.setTimeout(120_000)
    const source = `Hội Nông dân ${test.info().project.name} ${Date.now()}`
    // One of its own for each of the two runs: a product has one season.
    const product = (await productsOn(await as('visitor', telephone), '/san-pham')).at(isByScript() ? -1 : -2)!
    const office = await as('trade', telephone)
    await office.goto('/van-phong/bo-suu-tap/mua')
    await ready(office)
    await office.getByLabel('Sản phẩm').fill('khong-co-that')
    await office.getByLabel('Từ tháng').selectOption('1')
    await office.getByLabel('Đến hết tháng').selectOption('12')
    await office.getByLabel('Ai cho biết').fill(source)
    await office.getByRole('button', { name: 'Ghi mùa' }).click()
    await expect(office.getByText('Không có sản phẩm “khong-co-that”').first()).toBeVisible()
    await expect(office.getByLabel('Ai cho biết')).toHaveValue(source)
    await ready(office)
    await office.getByLabel('Sản phẩm').fill(product)
    await office.getByRole('button', { name: 'Ghi mùa' }).click()
    await expect(office.getByText(source)).toBeVisible()
    await fits(office)
    await picture(office, 'seasons')
    await ready(office)
    await office
      .locator('li', { hasText: source })
      .getByRole('button', { name: /^Bỏ mùa của/ })
      .click()
    await expect(office.getByText(source)).toHaveCount(0)
  })
})
