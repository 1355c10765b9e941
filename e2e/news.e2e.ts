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

test.describe('news', { tag: '@no-js' }, () => {
  test('is written, judged and let out by three people, corrected in public, and a reader is answered', async ({ as }) => {
    test.setTimeout(180_000)
    const title = `Hội nghị bàn quảng bá ${test.info().project.name} ${Date.now()}`
    const writer = await as('provincialOfficer', desk)
    await writer.goto('/van-phong/tin-tuc/moi')
    await ready(writer)
    await writer.getByLabel('Tiêu đề').first().fill(title)
    await writer.getByLabel('Tóm tắt').first().fill('Ngắn')
    await writer.getByLabel('Nội dung').first().fill('Có **25 tập thể** được khen.\n\n- Một\n- Hai\n\n<b>không phải thẻ</b>')
    await writer.getByLabel('Ngày có thông tin').fill(today())
    await writer.getByRole('button', { name: 'Lưu bản soạn' }).click()
    // Too short: what was typed is still there.
    await expect(writer.getByText('Viết tóm tắt, ít nhất 20 ký tự.').first()).toBeVisible()
    await expect(writer.getByLabel('Tiêu đề').first()).toHaveValue(title)
    await ready(writer)
    await writer.getByLabel('Tóm tắt').first().fill('Chiều nay, hội nghị bàn cách quảng bá thương hiệu.')
    await writer.getByRole('button', { name: 'Lưu bản soạn' }).click()
    await expect(writer.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(writer.getByText('Thông tư 55/2023/TT-BTC')).toBeVisible()
    const office = new URL(writer.url()).pathname
    await ready(writer)
    await writer.getByRole('button', { name: 'Gửi duyệt nội dung' }).click()
    await expect(writer.getByText('Bạn đã viết tin này')).toBeVisible()
    await expect(writer.getByRole('button', { name: 'Duyệt nội dung' })).toHaveCount(0)

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
    await picture(chief, 'desk')
    await fits(chief)

    // Everybody, without accents.
    const anybody = await as('visitor', telephone)
    await anybody.goto(`/tin?q=${encodeURIComponent(title.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd'))}`)
    await anybody.getByRole('link', { name: title }).click()
    await expect(anybody.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(anybody.getByText('<b>không phải thẻ</b>')).toBeVisible()
    await expect(anybody.locator('strong', { hasText: '25 tập thể' })).toBeVisible()
    const path = new URL(anybody.url()).pathname

    await writer.goto(`${office}/dinh-chinh`)
    await ready(writer)
    await writer.getByLabel('Đính chính điều gì').fill('Số tập thể được khen là 24, không phải 25.')
    await writer.getByLabel('Nội dung').first().fill('Có **24 tập thể** được khen.')
    await writer.getByRole('button', { name: 'Gửi duyệt đính chính' }).click()
    await expect(writer.getByText('Lời đính chính chờ phát hành')).toBeVisible()
    await anybody.goto(path)
    await expect(anybody.locator('strong', { hasText: '25 tập thể' })).toBeVisible()
    await chief.goto(office)
    await ready(chief)
    await chief.getByRole('button', { name: 'Phát hành đính chính' }).click()
    await expect(chief.getByText('Lời đính chính chờ phát hành')).toHaveCount(0)

    await anybody.goto(path)
    await expect(anybody.getByText('Số tập thể được khen là 24, không phải 25.')).toBeVisible()
    await expect(anybody.locator('strong', { hasText: '24 tập thể' })).toBeVisible()
    const data = JSON.parse((await anybody.locator('script[type="application/ld+json"]').textContent())!) as Record<string, unknown>
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: title,
      correction: [{ text: 'Số tập thể được khen là 24, không phải 25.' }],
    })
    await picture(anybody, 'corrected')
    await fits(anybody)
    await anybody.getByRole('link', { name: 'Đọc bản trước khi đính chính' }).click()
    await expect(anybody.getByText('Đây là bản cũ')).toBeVisible()
    await expect(anybody.locator('strong', { hasText: '25 tập thể' })).toBeVisible()
    expect(await anybody.request.get('/tin/rss.xml').then((answer) => answer.text())).toContain(title)
    expect(await anybody.request.get('/sitemap.xml').then((answer) => answer.text())).toContain(path)
    await anybody.goto(`/en${path}`)
    await expect(anybody.getByText('This item is not told in English')).toBeVisible()

    // A reader finds a fault, follows it by its number, and is answered.
    await anybody.goto(path)
    await anybody.getByRole('link', { name: 'Đề nghị đính chính' }).click()
    await anybody.getByLabel('Điều sai, điều đúng').fill('Sai')
    await anybody.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(anybody.getByText('ít nhất 10 ký tự, nhiều nhất 3000').first()).toBeVisible()
    await anybody.getByLabel('Điều sai, điều đúng').fill('Hội nghị họp buổi sáng, không phải buổi chiều.')
    await anybody.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(anybody.getByRole('heading', { level: 1 })).toContainText('Đề nghị đính chính DC-')
    await picture(anybody, 'case')
    const code = /DC-[A-Z0-9]+-[A-Z0-9]+/.exec(anybody.url())![0]
    await judge.goto(`/van-phong/tin-tuc/de-nghi?q=${code}`)
    await judge.getByRole('link', { name: code }).click()
    await expect(judge.getByRole('heading', { level: 1, name: code })).toBeVisible()
    await ready(judge)
    await judge.getByLabel('Có đính chính không').selectOption('no')
    await judge.getByLabel('Câu trả lời').fill('Hội nghị họp buổi chiều, theo giấy mời.')
    await judge.getByRole('button', { name: 'Trả lời' }).click()
    await expect(judge.getByText(`trả lời đề nghị ${code}: giữ tin như đã đăng`)).toBeVisible()
    await ready(judge)
    await judge.getByRole('button', { name: 'Trả lời đề nghị đính chính tin' }).click()
    await expect(judge.getByText('Đã trả lời').first()).toBeVisible()
    await anybody.goto(`/tin/dinh-chinh/${code}`)
    await expect(anybody.getByText('Hội nghị họp buổi chiều, theo giấy mời.')).toBeVisible()
  })

  test('for the press has who speaks, and stars only of certificates that hold, with their last day in the file', async ({ as }) => {
    const chief = await as('leader', telephone)
    await chief.goto('/van-phong/bao-chi')
    await ready(chief)
    await chief.getByLabel('Thông tin', { exact: true }).fill(`Việc trong tháng ${test.info().project.name}`)
    await chief.getByLabel('Nội dung').fill('Một hội nghị, một hội chợ.')
    await chief.getByRole('button', { name: 'Ghi vào danh mục' }).click()
    await expect(chief.getByText('Đã công bố.').first()).toBeVisible()
    await picture(chief, 'press-desk')
    await fits(chief)
    const anybody = await as('visitor', telephone)
    await anybody.goto('/bao-chi')
    await expect(anybody.getByText('Bà Kim Thị Thử (mẫu)')).toBeVisible()
    await expect(anybody.getByText(`Việc trong tháng ${test.info().project.name}`).first()).toBeVisible()
    const link = anybody.getByRole('link', { name: /Tải dấu \d sao/ }).first()
    const mark = await anybody.request.get((await link.getAttribute('href'))!)
    expect(mark.headers()['content-disposition']).toMatch(/ocop-\d-sao-[a-z0-9-]+-den-\d{4}-\d\d-\d\d\.svg/)
    expect(await mark.text()).toContain('<svg ')
    await picture(anybody, 'press')
    await fits(anybody)
    for (const lang of ['en', 'km']) expect((await anybody.request.get(`/${lang}/bao-chi`)).status()).toBe(200)
    await anybody.goto('/')
    await expect(anybody.getByRole('heading', { name: 'Tin mới' })).toBeVisible()
    await picture(anybody, 'home')
    await fits(anybody)
  })

  test('of the demonstration stands in three languages, says that it is a sample, and is read on a telephone', async ({ as }) => {
    const anybody = await as('visitor', telephone)
    await anybody.goto('/km/tin')
    await anybody.getByRole('link', { name: 'រដូវអំណោយបុណ្យចូលឆ្នាំមកដល់ហើយ (គំរូ)' }).click()
    await expect(anybody.getByRole('heading', { level: 1 })).toHaveText('រដូវអំណោយបុណ្យចូលឆ្នាំមកដល់ហើយ (គំរូ)')
    await fits(anybody)
    await anybody.goto('/tin')
    await picture(anybody, 'list')
    await fits(anybody)
    expect(await anybody.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    await anybody.getByRole('link', { name: /Sơ kết Chương trình OCOP/ }).click()
    await expect(anybody.getByText('Số đúng theo báo cáo tại hội nghị là 124 sản phẩm.')).toBeVisible()
    await picture(anybody, 'sample')
  })
})
