import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'
import { openSheet } from './way/sheet.ts'

const option = (page: Page, criterion: string, place: number) => page.locator(`input[name="choice:${criterion}"]`).nth(place)
const saved = (page: Page) => page.getByText(/Đã lưu \d\d:\d\d/)

/** How many marks lie on this device. */
const marksHere = (page: Page) =>
  page.evaluate(
    async () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('dacsan-marks')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('the browser did not open it')))
        opening.addEventListener('success', () => {
          const database = opening.result
          const done = (count: number) => {
            database.close()
            resolve(count)
          }
          if (!database.objectStoreNames.contains('marks')) return done(0)
          const counting = database.transaction('marks').objectStore('marks').count()
          counting.addEventListener('success', () => done(counting.result))
        })
      }),
  )

test.describe('marks that are not sent', () => {
  test('marks given without a signal outlive a closed page and are on the server once the sheet is open again', async ({
    page,
    login,
    context,
  }) => {
    await login('member3')
    const address = await openSheet(page)
    await byScript(page)
    await option(page, '2.1', 0).check()
    await expect(saved(page)).toBeVisible()
    await context.setOffline(true)
    await option(page, '2.1', 1).check()
    await option(page, '2.2', 0).check()
    await page.locator('textarea[name="comment:2.2"]').fill('Bao bì chắc chắn')
    await expect(page.getByText(/Còn 2 điểm chưa gửi, giữ trên máy này lúc \d\d:\d\d\./)).toBeVisible()
    await expect(page.getByText(/Hệ thống nhận lần cuối lúc \d\d:\d\d/)).toBeVisible()
    await expect.poll(() => marksHere(page)).toBe(2)
    await page.close()

    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto('/van-phong')
    await expect(next.getByText('Còn 2 điểm chưa gửi ở phiếu')).toBeVisible()
    await next.getByRole('link', { name: 'Mở phiếu để gửi' }).click()
    await next.waitForURL(address)
    await expect(option(next, '2.1', 1)).toBeChecked()
    await expect.poll(() => marksHere(next)).toBe(0)
    await next.reload()
    await expect(option(next, '2.1', 1)).toBeChecked()
    await expect(option(next, '2.2', 0)).toBeChecked()
    await expect(next.locator('textarea[name="comment:2.2"]')).toHaveValue('Bao bì chắc chắn')
  })

  test('marks given without a signal go by themselves when it comes back, also where an answer was lost', async ({ page, login }) => {
    await login('member3')
    await openSheet(page)
    await byScript(page)
    let arrived = 0
    await page.route('**/hoi-dong/**', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      const answer = await route.fetch()
      // The server has the mark, and the line breaks before anybody hears.
      if (arrived++ === 0) return route.abort('connectionreset')
      return route.fulfill({ response: answer })
    })
    await option(page, '2.3', 1).check()
    await expect(page.getByText('Mất kết nối. Có mạng trang tự gửi.')).toBeVisible()
    await option(page, '2.4', 0).check()
    await expect(saved(page)).toBeVisible({ timeout: 15_000 })
    await expect.poll(() => marksHere(page)).toBe(0)
    await page.unroute('**/hoi-dong/**')
    await page.reload()
    await expect(option(page, '2.3', 1)).toBeChecked()
    await expect(option(page, '2.4', 0)).toBeChecked()
  })

  test('a mark over which another was given elsewhere stays in sight, and the member chooses', async ({ page, login, context, as }) => {
    await login('member7')
    const address = await openSheet(page)
    await byScript(page)
    await context.setOffline(true)
    await option(page, '3.1', 1).check()
    await option(page, '4.1', 0).check()
    await expect.poll(() => marksHere(page)).toBe(2)

    const elsewhere = await as('member7')
    await elsewhere.goto(address)
    await byScript(elsewhere)
    await option(elsewhere, '3.1', 0).check()
    await expect(saved(elsewhere)).toBeVisible()

    await page.close()
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(address)
    const card = next.locator('section, div').filter({ hasText: '1 điểm gõ trên máy này chưa vào phiếu' }).last()
    await expect(card).toBeVisible()
    await expect(option(next, '3.1', 0)).toBeChecked()
    await expect(option(next, '4.1', 0)).toBeChecked()
    await next.getByRole('button', { name: 'Dùng điểm đã gõ ở 3.1' }).click()
    await expect(option(next, '3.1', 1)).toBeChecked()
    await expect.poll(() => marksHere(next)).toBe(0)
    await next.reload()
    await expect(option(next, '3.1', 1)).toBeChecked()
  })

  test('on a shared tablet nobody else is shown the marks, and signing out takes them away', async ({ page, login, context }) => {
    await login('member4')
    const address = await openSheet(page)
    await byScript(page)
    await context.setOffline(true)
    await option(page, '5.1', 0).check()
    await expect.poll(() => marksHere(page)).toBe(1)
    await page.close()
    await context.setOffline(false)

    const next = await context.newPage()
    await context.clearCookies()
    await next.goto('/dang-nhap')
    await next.locator('input[name="email"]').fill('thanhvien6@demo.vn')
    await next.locator('input[name="password"]').fill('dacsan-demo')
    await next.locator('input[name="password"]').press('Enter')
    await next.waitForURL((url) => url.pathname !== '/dang-nhap')
    await next.goto(address)
    await byScript(next)
    await expect(next.getByText(/điểm chưa gửi|chưa vào phiếu/)).toBeHidden()
    await next.getByRole('button', { name: 'Đăng xuất' }).click()
    await next.waitForURL('/')
    expect(await marksHere(next)).toBe(0)
  })
})

test.describe('a criterion at a time', { tag: '@no-js' }, () => {
  test('a member goes from criterion to criterion, each mark kept, and comes to the hand-in', async ({
    page,
    login,
    javaScriptEnabled,
  }) => {
    await login(javaScriptEnabled ? 'member6' : 'member7')
    const address = await openSheet(page)
    if (javaScriptEnabled) await byScript(page)
    await page.getByRole('link', { name: 'Từng tiêu chí' }).click()
    await expect(page.getByText(/Đã chấm \d+\/\d+ tiêu chí/)).toBeVisible()
    await expect(page.getByText(/Phần A: \d+\/\d+ điểm · Phần B: /)).toBeVisible()
    await expect(page.locator('fieldset:visible input[name^="choice:"]').first()).toBeVisible()

    await page.goto(`${address}?xem=6.1`)
    if (javaScriptEnabled) await byScript(page)
    await expect(option(page, '6.1', 0)).toBeVisible()
    await expect(option(page, '6.2', 0)).toBeHidden()
    await option(page, '6.1', 1).check()
    await page.getByRole('button', { name: '6.2 ›' }).click()
    await expect(option(page, '6.2', 0)).toBeVisible()
    await expect(option(page, '6.1', 0)).toBeHidden()
    await expect(page).toHaveURL(/\?xem=6\.2$/)
    if (javaScriptEnabled) {
      await page.keyboard.press('Alt+PageUp')
      await expect(option(page, '6.1', 1)).toBeVisible()
      await expect(saved(page)).toBeVisible()
    }
    await page.goto(address)
    // The last view is remembered: the sheet opens at the first criterion without a mark.
    await expect(page.getByText(/Đã chấm \d+\/\d+ tiêu chí/)).toBeVisible()
    await page.getByText(/^Chọn tiêu chí/).click()
    await page.getByRole('link', { name: '6.1', exact: true }).click()
    await expect(option(page, '6.1', 1)).toBeChecked()
    await page.getByText(/^Chọn tiêu chí/).click()
    await page.getByRole('link', { name: 'Đến phần nộp phiếu' }).click()
    await expect(page.getByRole('button', { name: 'Nộp phiếu' })).toBeVisible()

    await page.getByRole('link', { name: 'Cả phiếu' }).click()
    await expect(option(page, '1.1', 0)).toBeVisible()
    await expect(option(page, '6.2', 0)).toBeVisible()
  })

  test('labour and profit of the dossier stand beside the criteria that ask for them, with the papers', async ({ page, login }) => {
    await login('member2')
    const address = await openSheet(page)
    await page.goto(`${address}?xem=3.3`)
    const labour = page.locator('article').filter({ hasText: 'Sử dụng lao động địa phương' })
    await expect(labour.getByText('Số liệu trong hồ sơ')).toBeVisible()
    await expect(labour.getByText('Tổng số lao động', { exact: true })).toBeVisible()
    await expect(labour.getByText(/^Lao động trong xã trên tổng số lao động: \d+%$/)).toBeVisible()
    await page.goto(`${address}?xem=3.4`)
    const growth = page.locator('article').filter({ hasText: 'Tăng trưởng sản xuất kinh doanh' })
    await expect(growth.getByText(/^Lợi nhuận năm trước \(20\d\d\)$/)).toBeVisible()
    await expect(growth.getByText(/^Lợi nhuận năm trước: (tăng|giảm) \d+%$/)).toBeVisible()
  })
})

test('a criterion at a time needs no signal once the sheet is open', async ({ page, login, context }) => {
  await login('member1')
  const address = await openSheet(page)
  await page.goto(`${address}?xem=6.1`)
  await byScript(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: '6.2 ›' }).click()
  await option(page, '6.2', 1).check()
  await page.getByRole('link', { name: 'Cả phiếu' }).click()
  await expect(option(page, '1.1', 0)).toBeVisible()
  await expect(page.getByText(/Còn 1 điểm chưa gửi/)).toBeVisible()
  await context.setOffline(false)
  await expect(saved(page)).toBeVisible({ timeout: 15_000 })
})
