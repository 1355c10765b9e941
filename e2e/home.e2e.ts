import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

test.describe('the home page', { tag: '@no-js' }, () => {
  test('tells what is in season, what is sold, collections, a story, a map with its counts, fairs and points of sale', async ({ as }) => {
    const page = await as('visitor', { viewport: { width: 360, height: 640 } })
    await page.goto('/')
    const section = (heading: string) => page.locator('section', { has: page.getByRole('heading', { level: 2, name: heading }) })
    expect(await section('Đang vào mùa').locator('article').count()).toBeGreaterThan(0)
    await expect(section('Đang bán hôm nay').getByRole('link', { name: 'Xem mọi món đang bán' })).toBeVisible()
    await expect(section('Bộ sưu tập').getByRole('link', { name: 'Cẩm nang quà tặng' })).toBeVisible()
    await expect(section('Chuyện người làm').getByRole('link', { name: /^Người ở lại/ })).toBeVisible()
    await expect(section('Ngoài chợ, ngoài phố').getByRole('link', { name: 'Lịch hội chợ' })).toBeVisible()
    // Every commune of the province is a tile; the drawing says in words what it shows.
    const map = section('Sản phẩm theo xã, phường')
    await expect(map.locator('rect')).toHaveCount(124)
    await expect(map.getByRole('img', { name: /^Tỉnh Trà Vinh cũ: \d+ xã, phường, \d+ nơi có sản phẩm trong sổ$/ })).toBeVisible()
    const counted = await map.locator('text.count').allTextContents()
    expect(counted.map(Number).every((count) => count > 0)).toBe(true)
    await fits(page)
    await picture(page, 'home-360')
    await page.setViewportSize({ width: 1280, height: 800 })
    await picture(page, 'home-1280')
    await page.goto('/en')
    await expect(page.getByRole('heading', { level: 2, name: 'In season now' })).toBeVisible()
    await section('In season now')
      .getByRole('link', { name: /^(Buy|See) / })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  test('of an installation that nobody sells on yet says so, and shows what is known', async ({ browser, javaScriptEnabled }) => {
    test.setTimeout(180_000)
    const product = await aFreshProduct('reference')
    try {
      await product.start()
      const page = await browser.newPage({ viewport: { width: 360, height: 640 }, javaScriptEnabled })
      await page.goto(product.url)
      for (const words of [
        'Tháng này chưa ai ghi mùa của sản phẩm nào.',
        'Hôm nay chưa món nào đặt mua được ở đây.',
        'Chưa có câu chuyện nào được đăng.',
        'Chưa có hội chợ nào sắp tới.',
        'Chưa có điểm bán nào được công nhận.',
      ])
        await expect(page.getByText(words)).toBeVisible()
      await expect(page.locator('svg rect')).not.toHaveCount(0)
      await fits(page)
      await picture(page, 'reference-360')
      await page.goto(`${product.url}/qua-tang`)
      await expect(page.getByText('Chưa có quà nào đặt mua được')).toBeVisible()
      await page.goto(`${product.url}/bo-suu-tap`)
      await expect(page.getByText('Chưa có bộ sưu tập nào')).toBeVisible()
      await page.close()
    } finally {
      await product.remove()
    }
  })
})
