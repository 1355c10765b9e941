import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const isByScript = () => test.info().project.use.javaScriptEnabled !== false
const telephone = { viewport: { width: 360, height: 640 } }
const desk = { viewport: { width: 1280, height: 800 } }
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
const ready = async (page: Page) => {
  if (isByScript()) await byScript(page)
}
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

test.describe('recipes and stories', { tag: '@no-js' }, () => {
  test('a dish is written with what goes in and what is done, let out by three, and leads from the product and to the product', async ({
    as,
  }) => {
    test.setTimeout(180_000)
    const title = `Kẹo dừa kho lạc ${test.info().project.name} ${Date.now()}`
    const anybody = await as('visitor', telephone)
    await anybody.goto('/san-pham?ban=now')
    const product = new URL((await anybody.locator('main article h2 a').first().getAttribute('href')) ?? '', anybody.url()).pathname

    const writer = await as('provincialOfficer', desk)
    await writer.goto('/van-phong/tin-tuc/moi')
    await ready(writer)
    await writer.getByLabel('Tiêu đề').first().fill(title)
    await writer.getByLabel('Tóm tắt').first().fill('Món nhà quê, làm trong mười phút.')
    await writer.getByLabel('Nội dung').first().fill('Chỉ kể suông, không có danh sách nào.')
    await writer.getByLabel('Loại bài').selectOption('recipe')
    await writer.getByLabel('Sản phẩm').fill(product)
    await writer.getByLabel('Ngày có thông tin').fill(today())
    await writer.getByRole('button', { name: 'Lưu bản soạn' }).click()
    // What a dish needs is said, and nothing typed is lost.
    await expect(writer.getByText('Món ngon cần hai danh sách gạch đầu dòng').first()).toBeVisible()
    await expect(writer.getByLabel('Loại bài')).toHaveValue('recipe')
    await expect(writer.getByLabel('Tiêu đề').first()).toHaveValue(title)
    await ready(writer)
    await writer
      .getByLabel('Nội dung')
      .first()
      .fill('## Nguyên liệu\n- 5 viên kẹo\n- 1 nắm lạc\n\n## Cách làm\n- Rang lạc.\n- Kho với kẹo.')
    await writer.getByRole('button', { name: 'Lưu bản soạn' }).click()
    await expect(writer.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const office = new URL(writer.url()).pathname
    await ready(writer)
    await writer.getByRole('button', { name: 'Gửi duyệt nội dung' }).click()
    const judge = await as('trade', desk)
    await judge.goto(office)
    await ready(judge)
    await judge.getByRole('button', { name: 'Duyệt nội dung' }).click()
    await expect(judge.getByText('Chờ duyệt phát hành')).toBeVisible()
    const chief = await as('leader', telephone)
    await chief.goto(office)
    await ready(chief)
    await chief.getByRole('button', { name: 'Duyệt phát hành' }).click()
    await expect(chief.getByText('Đã đăng').first()).toBeVisible()

    await anybody.goto('/mon-ngon')
    await fits(anybody)
    await anybody.getByRole('link', { name: title }).click()
    await expect(anybody.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await fits(anybody)
    await picture(anybody, 'recipe')
    const data = JSON.parse((await anybody.locator('script[type="application/ld+json"]').textContent())!) as Record<string, unknown>
    expect(data).toMatchObject({
      '@type': 'Recipe',
      recipeIngredient: ['5 viên kẹo', '1 nắm lạc'],
      recipeInstructions: [
        { '@type': 'HowToStep', text: 'Rang lạc.' },
        { '@type': 'HowToStep', text: 'Kho với kẹo.' },
      ],
    })
    const recipe = new URL(anybody.url()).pathname
    await expect(anybody.locator(`main article a[href^="${product}"]`).first()).toBeVisible()
    await anybody.goto(product)
    await expect(anybody.getByRole('link', { name: title })).toBeVisible()
    // News and dishes have an address each; the other leads there, and dishes are no news.
    await anybody.goto(recipe.replace('/mon-ngon/', '/tin/'))
    expect(new URL(anybody.url()).pathname).toBe(recipe)
    await anybody.goto(`/tin?q=${encodeURIComponent(title)}`)
    await expect(anybody.getByRole('link', { name: title })).toHaveCount(0)
  })

  test('a story is read in three languages on the pages of the product and of who makes it, and where none is told the page says so', async ({
    as,
  }) => {
    test.setTimeout(120_000)
    const anybody = await as('visitor', telephone)
    await anybody.goto('/tin?q=vuon+dua+sap')
    await anybody
      .getByRole('link', { name: /^Người ở lại với vườn dừa sáp/ })
      .first()
      .click()
    await expect(anybody.getByRole('heading', { level: 1 })).toContainText('Người ở lại')
    await picture(anybody, 'story')
    for (const [language, words] of [
      ['en', 'Who stayed with the coconut garden'],
      ['km', 'អ្នកនៅជាមួយ'],
    ] as const) {
      await anybody.goto(`/${language}${new URL(anybody.url()).pathname.replace(/^\/(en|km)\//, '/')}`)
      await expect(anybody.getByRole('heading', { level: 1 })).toContainText(words)
    }
    await anybody.goto(new URL(anybody.url()).pathname.replace(/^\/km/, ''))
    await anybody.locator('main a[href^="/san-pham/"]').first().click()
    await expect(anybody.getByRole('heading', { name: 'Chuyện được kể' })).toBeVisible()
    await picture(anybody, 'product')
    await fits(anybody)
    await anybody.locator('main a[href^="/chu-the/"]').first().click()
    await expect(anybody.getByRole('link', { name: /^Người ở lại/ })).toBeVisible()
    await picture(anybody, 'producer')
    await anybody.goto('/san-pham?q=duong+hoa+dua')
    await anybody.locator('main article h2 a').first().click()
    await expect(anybody.getByText(/^Chưa ai kể chuyện của món này/)).toBeVisible()
    await expect(anybody.getByText(/^Chưa có ảnh thật/)).toBeVisible()
  })
})
