import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'

test.describe('the public register', { tag: '@no-js' }, () => {
  test('C72: a search without accents leads to a product, its producer, its certificate and its scan page', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('searchbox', { name: 'Tìm sản phẩm, chủ thể, xã cũ hoặc mới' }).fill('duong hoa dua')
    await page.getByRole('button', { name: 'Tìm', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('sản phẩm khớp “duong hoa dua”')
    await page.getByRole('link', { name: 'Đường hoa dừa' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đường hoa dừa')
    await expect(page.getByRole('region', { name: 'Giấy chứng nhận' })).toContainText('Chưa rõ thời hạn')
    await expect(page.getByRole('link', { name: 'Xem giấy chứng nhận' })).toHaveAttribute('href', /^\/giay-chung-nhan\//)
    await expect(page.getByRole('link', { name: 'Trang truy xuất' })).toHaveAttribute('href', /^\/t\/[0-9A-Z]{14}$/)
    await page
      .getByRole('link', { name: /Trà Vinh Farm/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/chu-the\/tra-vinh-farm-sokfarm$/)
    await expect(page.getByText('Xã Phú Cần, Huyện Tiểu Cần, Tỉnh Trà Vinh cũ')).toBeVisible()
  })

  test('the register is narrowed by facets that are links, and each facet can be removed', async ({ page }) => {
    await page.goto('/san-pham')
    const filters = page.getByRole('complementary', { name: 'Lọc kết quả' })
    await filters.getByRole('link', { name: /^5 sao/ }).click()
    await expect(page).toHaveURL(/sao=5/)
    await filters.getByRole('link', { name: /^Huyện Cầu Kè/ }).click()
    // Other journeys recognise products of their own there.
    const shown = page.getByRole('article')
    await expect(shown.filter({ hasText: 'Dừa sáp sợi VICOSAP' })).toHaveCount(1)
    await expect(shown.filter({ hasNot: page.getByRole('img', { name: '5 sao', exact: true }) })).toHaveCount(0)
    await page.getByRole('link', { name: 'Bỏ lọc 5 sao' }).click()
    await expect(page).toHaveURL(/\/san-pham\?huyen=845$/)
  })

  test('the register finds a misspelled name and says so, and offers a way on when nothing is found', async ({ page }) => {
    await page.goto('/san-pham?q=lap+xuong+ngoc+huogn')
    await expect(page.getByRole('note')).toContainText('gần giống')
    await expect(page.getByRole('article').first()).toContainText('Lạp xưởng Ngọc Hương')
    await page.goto('/san-pham?q=zzqqxx')
    await expect(page.getByRole('heading', { name: 'Không tìm thấy sản phẩm nào' })).toBeVisible()
    await page.getByRole('link', { name: 'Xóa hết bộ lọc' }).click()
    await expect(page).toHaveURL(/\/san-pham$/)
  })

  test('the register shows an expired certificate as expired, and how the date is known', async ({ page }) => {
    await page.goto('/san-pham/lap-xuong-ngoc-huong')
    await expect(page.getByText('Hết hạn ngày 22/08/2025 (suy ra từ ngày cấp)')).toBeVisible()
    await expect(page.getByText('cần đánh giá lại mới được dùng dấu OCOP')).toBeVisible()
  })

  test('the register has links between its result pages', async ({ page }) => {
    await page.goto('/san-pham')
    const pages = page.getByRole('navigation', { name: 'Các trang kết quả' })
    await pages.getByRole('link', { name: 'Sau ›' }).click()
    await expect(page).toHaveURL(/trang=2/)
    await expect(page.getByRole('article')).toHaveCount(24)
  })

  test('the register is in English and in Khmer at their own addresses', async ({ page }) => {
    for (const [lang, state] of [
      ['en', 'End date not known'],
      ['km', 'មិនទាន់ដឹងថ្ងៃផុតកំណត់'],
    ] as const) {
      await page.goto(`/${lang}/san-pham/duong-hoa-dua`)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.getByText(state).first()).toBeVisible()
      await expect(page.locator(`link[rel="canonical"]`)).toHaveAttribute('href', new RegExp(`/${lang}/san-pham/duong-hoa-dua$`))
    }
  })

  test('the register answers an unknown product with 404 and a clear page', async ({ page }) => {
    const response = await page.goto('/san-pham/khong-co-san-pham-nay')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không tìm thấy trang')
  })
})

for (const path of [
  '/',
  '/san-pham?q=dua',
  '/san-pham/duong-hoa-dua',
  '/chu-the/vicosap',
  '/km/san-pham/duong-hoa-dua',
  '/bo-suu-tap',
  '/bo-suu-tap/qua-tet-xu-dua-mau',
  '/qua-tang?cho=elders',
  '/mon-ngon/dua-sap-dam-duong-da-mau',
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`C72: ${path} in ${colorScheme} is accessible, fits a small phone and sends no script`, async ({ page }) => {
      const scripts: string[] = []
      page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 360, height: 640 })
      await page.goto(path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      expect(scripts).toEqual([])
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    })
  }
}

test('the page of a product has structured data for search engines, only as far as it is known', async ({ request }) => {
  const dataOf = async (path: string) => {
    const html = await (await request.get(path, { headers: { accept: 'text/html' } })).text()
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
    return { html, data: JSON.parse(data!) as object }
  }
  type Listed = { slug: string; stars: number; state: string }
  const { items } = (await (await request.get('/api/v1/products')).json()) as { items: Listed[] }
  const certified = items.find(({ state }) => state === 'certified')!
  expect((await dataOf(`/san-pham/${certified.slug}`)).data).toMatchObject({
    '@type': 'Product',
    hasCertification: { certificationRating: { ratingValue: certified.stars } },
  })
  // Its term is unknown: no certificate is claimed.
  const { html, data } = await dataOf('/san-pham/duong-hoa-dua')
  expect(data).toMatchObject({ '@type': 'Product', name: 'Đường hoa dừa' })
  expect(data).not.toHaveProperty('hasCertification')
  expect(html.length).toBeLessThan(150_000)
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toContain('/san-pham/duong-hoa-dua</loc>')
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml')
})
