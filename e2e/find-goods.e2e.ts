import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { registerOrders } from '../modules/catalogue/rules.ts'
import { registerOrderWords, sortWords } from '../modules/catalogue/words.ts'
import { expect, test } from './fixtures.ts'

const telephone = { width: 360, height: 640 }
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
// It runs as a script of the page.
const faults = async (page: Page, runs: boolean | undefined) =>
  runs === false ? [] : (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)

test.describe('finding goods', { tag: '@no-js' }, () => {
  test('a name in English, in Khmer or of the region finds the goods, and a slip of the finger is told', async ({ page }) => {
    for (const q of ['waxy coconut', 'makapuno', 'dua dac ruot']) {
      await page.goto(`/san-pham?q=${encodeURIComponent(q)}`)
      await expect(page.getByRole('article').first()).toContainText(/dừa sáp/i)
    }
    await page.goto(`/km/san-pham?q=${encodeURIComponent('បង្គាក្រៀម')}`)
    await expect(page.getByRole('article').first()).toContainText('Tôm khô')
    await page.goto('/san-pham?q=makapnuo')
    await page.getByRole('link', { name: 'makapuno', exact: true }).click()
    await expect(page.getByRole('article').first()).toContainText(/dừa sáp/i)
  })

  test('on a telephone the filters open at a tap, say how many are chosen, and what leaves nothing is dropped with one', async ({
    page,
    javaScriptEnabled,
  }) => {
    await page.setViewportSize(telephone)
    await page.goto('/san-pham?q=banh+tet')
    const filters = page.getByRole('complementary', { name: 'Lọc kết quả' })
    await expect(filters.getByRole('link', { name: /^3 sao/ })).toBeHidden()
    await filters.getByRole('heading', { name: 'Lọc kết quả' }).click()
    await filters.getByRole('link', { name: /^3 sao/ }).click()
    await expect(page).toHaveURL(/q=banh\+tet&sao=3$/)
    await expect(filters.getByText('1 đang chọn')).toBeVisible()
    expect(await fits(page)).toBe(true)
    expect(await faults(page, javaScriptEnabled)).toEqual([])
    await page.goto('/san-pham?q=banh+tet&nhom=tourism')
    await expect(page.getByRole('heading', { name: 'Không tìm thấy sản phẩm nào' })).toBeVisible()
    await page.getByRole('link', { name: /^Bỏ “Du lịch cộng đồng”: còn \d+ sản phẩm$/ }).click()
    await expect(page).toHaveURL(/\/san-pham\?q=banh\+tet$/)
  })

  test('goods are put in order by price, by newest and by nearness, and the page tells how', async ({ page }) => {
    await page.goto('/san-pham')
    const ways = page.getByRole('navigation', { name: 'Xếp theo' })
    await ways.getByRole('link', { name: 'Giá theo kg, lít' }).click()
    await expect(page).toHaveURL(/xep=price$/)
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/san-pham$/)
    await expect(page.getByRole('article').first()).toContainText('/kg')
    await page.getByText('Gần nơi tôi', { exact: true }).first().click()
    await page.getByLabel('Gần xã, phường nào').selectOption({ label: 'Xã Cầu Kè' })
    await page.getByRole('button', { name: 'Xem gần đây' }).click()
    await expect(page).toHaveURL(/xep=near/)
    await expect(page.getByRole('article').first()).toContainText('Cùng xã')
    await ways.getByRole('link', { name: 'Vì sao xếp như vậy' }).click()
    for (const [way, orders] of Object.entries(registerOrders)) {
      const told = page.getByRole('region', { name: sortWords[way as keyof typeof sortWords] }).getByRole('listitem')
      await expect(told).toHaveCount(orders.length)
      for (const [at, order] of orders.entries()) await expect(told.nth(at)).toContainText(registerOrderWords[order])
    }
  })

  test('goods are saved and compared without an account, and what was seen is remembered once somebody asks for it', async ({
    page,
    javaScriptEnabled,
  }) => {
    await page.setViewportSize(telephone)
    await page.goto('/san-pham/duong-hoa-dua')
    await page.getByRole('button', { name: 'Lưu lại' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Hàng đã lưu' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Đường hoa dừa', exact: true })).toBeVisible()
    await page.goto('/san-pham/dua-sap-soi-vicosap')
    await page.getByRole('button', { name: 'Lưu lại' }).click()
    await expect(page.getByRole('article')).toHaveCount(2)
    expect(await fits(page)).toBe(true)
    expect(await faults(page, javaScriptEnabled)).toEqual([])
    await page.getByRole('button', { name: /^So sánh các món đã chọn/ }).click()
    await expect(page).toHaveURL(/so-sanh\?sp=dua-sap-soi-vicosap&sp=duong-hoa-dua$/)
    await expect(page.getByRole('columnheader')).toHaveText(['Dừa sáp sợi VICOSAP', 'Đường hoa dừa'])
    expect(await fits(page)).toBe(true)
    expect(await faults(page, javaScriptEnabled)).toEqual([])
    await page.goto('/yeu-thich')
    await page.getByRole('button', { name: 'Bỏ Đường hoa dừa' }).click()
    await expect(page.getByRole('article')).toHaveCount(1)

    const seen = page.getByRole('region', { name: 'Vừa xem' })
    await expect(seen.getByRole('article')).toHaveCount(0)
    await seen.getByRole('button', { name: 'Nhớ món đã xem trên máy này' }).click()
    await page.goto('/san-pham/duong-hoa-dua', { waitUntil: 'load' })
    await page.goto('/yeu-thich')
    await expect(seen.getByRole('article')).toHaveText([/Đường hoa dừa/])
    await seen.getByRole('button', { name: 'Quên hết và thôi nhớ' }).click()
    await expect(seen.getByRole('article')).toHaveCount(0)
  })

  test('pages that are the same for everybody show each reader his own cart', async ({ page, as }) => {
    const other = await as('visitor')
    await page.goto('/san-pham?ban=now')
    await page.getByRole('article').filter({ hasText: 'Còn hàng' }).first().getByRole('link').click()
    await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await expect(page).toHaveURL(/gio-hang$/)
    const counter = (of: Page) => of.getByRole('link', { name: /^Giỏ hàng/ }).evaluate((link) => getComputedStyle(link, '::after').content)
    for (const path of ['/', '/san-pham', '/gio-hang']) {
      await page.goto(path, { waitUntil: 'load' })
      expect(await counter(page)).toBe('"1"')
      await other.goto(path, { waitUntil: 'load' })
      expect(await counter(other)).toBe('none')
    }
    const { headers, text } = await page.request
      .get('/san-pham')
      .then(async (answer) => ({ headers: answer.headers(), text: await answer.text() }))
    expect(headers['set-cookie']).toBeUndefined()
    expect(text).not.toContain('<script src')
    const mine = await page.request.get('/cua-toi.css')
    expect([mine.headers()['cache-control'], mine.headers()['vary']]).toEqual(['private, no-cache', expect.stringMatching(/cookie/i)])
  })

  test('an officer adds a name, and everybody finds the goods by it', async ({ page, login, as, javaScriptEnabled }) => {
    const name = javaScriptEnabled === false ? 'zebulon' : 'quorvax'
    await login('provincialOfficer')
    await page.getByRole('link', { name: 'Từ tìm kiếm' }).first().click()
    await page.getByRole('link', { name: 'tôm khô', exact: true }).click()
    const english = page.getByLabel('Tên tiếng Anh')
    await english.fill(`${await english.inputValue()}\n${name}`)
    await page.getByLabel('Tên tiếng Việt').fill('')
    await page.getByRole('button', { name: 'Lưu bản này' }).click()
    await expect(page.getByRole('alert')).toContainText('ít nhất một tên tiếng Việt')
    await expect(english).toHaveValue(new RegExp(name))
    await page.getByLabel('Tên tiếng Việt').fill('tôm khô')
    await page.getByRole('button', { name: 'Lưu bản này' }).click()
    await expect(page.getByText('Đã lưu. Tìm bằng các tên này được ngay.')).toBeVisible()
    const visitor = await as('visitor')
    await expect(async () => {
      await visitor.goto(`/san-pham?q=${name}`)
      await expect(visitor.getByRole('article').first()).toContainText('Tôm khô', { timeout: 1000 })
    }).toPass()
  })
})
