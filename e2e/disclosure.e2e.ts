import { byScript, expect, test } from './fixtures.ts'

const day = (ahead: number) => new Date(Date.now() + 7 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)

test(
  'everybody reads who owns the site and by which terms, and a change is announced before it holds',
  { tag: '@no-js' },
  async ({ page, login, as, javaScriptEnabled }) => {
    const visitor = await as('visitor')
    await visitor.goto('/')
    await visitor.getByRole('contentinfo').getByRole('link', { name: 'Chủ quản và điều khoản' }).click()
    await expect(visitor.getByRole('heading', { level: 1, name: 'Chủ quản và điều khoản' })).toBeVisible()
    await expect(visitor.getByText('Đơn vị chạy thử (dữ liệu mẫu)')).toBeVisible()
    // Nghị định 248/2026/NĐ-CP, Điều 4–16: each part leads to where it stands, but for the one that no source tells of.
    const parts = visitor.getByRole('table', { name: /^Luật buộc công bố những gì/ }).locator('tbody tr')
    await expect(parts).toHaveCount(13)
    await expect(parts.getByRole('link', { name: 'Xem' })).toHaveCount(12)
    const addresses = await parts
      .getByRole('link', { name: 'Xem' })
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    for (const address of addresses) expect((await visitor.request.get(address)).status()).toBe(200)

    const kind =
      javaScriptEnabled === false ? { slug: 'kiem-tra-hang', title: 'Kiểm tra hàng' } : { slug: 'doi-tra', title: 'Đổi trả, hoàn tiền' }
    const text = `Bản thử lúc ${Date.now()}: được mở gói trước khi nhận.`
    await login('administrator')
    await page.goto('/van-phong/quan-tri/cong-bo')
    await page.getByRole('link', { name: kind.title }).click()
    await expect(page.getByRole('heading', { level: 1, name: kind.title })).toBeVisible()
    if (javaScriptEnabled !== false) await byScript(page)
    await page.getByLabel('Nội dung').fill(text)
    await page.getByLabel(/^Áp dụng từ ngày/).fill(day(-1))
    await page.getByRole('button', { name: 'Công bố bản này' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: /Ngày áp dụng sớm nhất/ })).toBeVisible()
    await expect(page.getByLabel('Nội dung')).toHaveValue(text)
    await page.getByLabel(/^Áp dụng từ ngày/).fill(day(30))
    await page.getByRole('button', { name: 'Công bố bản này' }).click()
    await expect(page.getByText('Đã công bố.')).toBeVisible()

    await expect(async () => {
      await visitor.goto(`/chinh-sach/${kind.slug}`)
      await expect(visitor.getByRole('link', { name: /^Bản mới áp dụng từ/ })).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect(visitor.getByText(text)).toHaveCount(0)
    await visitor.getByRole('link', { name: /^Bản mới áp dụng từ/ }).click()
    await expect(visitor.getByText(text)).toBeVisible()
    await expect(visitor.getByText('Đây không phải bản đang áp dụng.')).toBeVisible()

    // The frame speaks the language of the reader, the text stays as its owner published it.
    await visitor.getByRole('contentinfo').getByRole('link', { name: 'English' }).click()
    await expect(visitor.getByText('This is not the version in force today.')).toBeVisible()
    await expect(visitor.getByText('the Vietnamese text is the one that binds')).toBeVisible()
    await expect(visitor.locator('[lang="vi"]', { hasText: text })).toBeVisible()
  },
)

test('how products are put in order is told from the table that does it', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('/cach-sap-xep')
  await expect(page.getByText('Tình trạng chứng nhận OCOP hôm nay').first()).toBeVisible()
  await expect(page.getByText('Không ai trả tiền để được đứng trước')).toBeVisible()
})
