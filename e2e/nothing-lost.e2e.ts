import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { byScript, expect, test } from './fixtures.ts'

const bar = (page: Page) => page.getByRole('status').filter({ hasText: /Chưa gửi|Đã đưa lại|Đã gửi xong|Chưa được nhận/ })

async function aLot(page: Page): Promise<string> {
  await page.goto('/van-phong/lo/moi')
  await byScript(page)
  await page.getByRole('button', { name: 'Mở lô' }).click()
  await page.waitForURL(/\/van-phong\/lo\/lot_/)
  return new URL(page.url()).pathname
}

/** How many entries of the diary say this. */
const entries = (page: Page, text: string) => page.locator('.timeline').getByText(text)

/** How many things lie in all databases of this browser, or in one. */
async function keptHere(only?: string): Promise<number> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('the browser did not open it')))
    })
  let count = 0
  for (const { name } of await indexedDB.databases()) {
    if (only !== undefined && name !== only) continue
    const database = await settled(indexedDB.open(name!))
    for (const store of database.objectStoreNames) count += await settled(database.transaction(store).objectStore(store).count())
    database.close()
  }
  return count
}

test.describe('nothing typed is lost', () => {
  test('without a signal the page stays with what was typed, says so, and sends it once when the signal is back', async ({
    page,
    login,
    context,
  }) => {
    await login('producer')
    const lot = await aLot(page)
    await context.setOffline(true)
    await page.getByLabel('Ghi thêm').first().fill('Hái 40 quả dừa sáp ở vườn sau')
    await page.getByRole('button', { name: 'Thu hoạch' }).click()
    await expect(bar(page)).toContainText('Chưa gửi: 1')
    await expect(bar(page)).toContainText('Mất tín hiệu')
    await expect(page.getByLabel('Ghi thêm').first()).toHaveValue('Hái 40 quả dừa sáp ở vườn sau')
    expect(new URL(page.url()).pathname).toBe(lot)
    await context.setOffline(false)
    await expect(entries(page, 'Hái 40 quả dừa sáp ở vườn sau')).toHaveCount(1)
    await expect(bar(page)).toBeHidden()
  })

  test('a form whose answer was lost on the way is sent again and done once', async ({ page, login }) => {
    await login('producer')
    await page.goto('/van-phong/lo')
    const shown = page.getByText(/^(\d+ dòng|Dòng \d+–\d+ trong \d+)$/)
    const lots = async () => ((await shown.count()) > 0 ? Number(/\d+(?= dòng$)|\d+$/.exec(await shown.innerText())![0]) : 0)
    const before = await lots()
    await page.goto('/van-phong/lo/moi')
    await byScript(page)
    let arrived = 0
    await page.route('**/van-phong/lo/moi*', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      const answer = await route.fetch()
      // The server has done it, and the line breaks before anybody hears.
      if (arrived++ === 0) return route.abort('connectionreset')
      return route.fulfill({ response: answer })
    })
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await page.waitForURL(/\/van-phong\/lo\/lot_/, { timeout: 15_000 })
    expect(arrived).toBe(2)
    await page.goto('/van-phong/lo')
    await expect.poll(lots).toBe(before + 1)
  })

  test('a server that starts again in between is waited for, and the page does not become an error', async ({ page, login }) => {
    await login('producer')
    await aLot(page)
    let tries = 0
    await page.route('**/van-phong/lo/**', async (route) =>
      route.request().method() === 'POST' && tries++ < 2 ? route.fulfill({ status: 503, body: 'busy' }) : route.fallback(),
    )
    await page.getByLabel('Ghi thêm').first().fill('Sấy ở 60 độ')
    await page.getByRole('button', { name: 'Thu hoạch' }).click()
    await expect(bar(page)).toContainText('đang khởi động lại')
    await page.getByRole('button', { name: 'Gửi ngay' }).click()
    await expect(entries(page, 'Sấy ở 60 độ')).toHaveCount(1, { timeout: 15_000 })
  })

  test('what was typed is there again after a reload and in a new tab, and can be thrown away', async ({ page, login, context }) => {
    await login('producer')
    const lot = await aLot(page)
    await page.getByLabel('Ghi thêm').first().pressSequentially('Trời mưa, thu hoạch nửa vườn')
    await page.waitForTimeout(400)
    await page.reload()
    await expect(page.getByLabel('Ghi thêm').first()).toHaveValue('Trời mưa, thu hoạch nửa vườn')
    await expect(bar(page)).toContainText('Đã đưa lại những gì gõ lúc')
    const other = await context.newPage()
    await page.close()
    await other.goto(lot)
    await expect(other.getByLabel('Ghi thêm').first()).toHaveValue('Trời mưa, thu hoạch nửa vườn')
    await other.getByRole('button', { name: 'Bỏ những gì đã gõ' }).click()
    await expect(other.getByLabel('Ghi thêm').first()).toHaveValue('')
    await other.reload()
    await expect(other.getByLabel('Ghi thêm').first()).toHaveValue('')
    await expect(bar(other)).toBeHidden()
  })

  test('C49: a note with its photo, sent without signal from a page that is closed, leaves from the next page that opens', async ({
    page,
    login,
    context,
  }) => {
    await login('producer')
    const lot = await aLot(page)
    await context.setOffline(true)
    await page.getByLabel('Ghi thêm').first().fill('Đóng 60 hũ')
    await page.locator('input[name="photo"]').setInputFiles({
      name: 'vuon.jpg',
      mimeType: 'image/jpeg',
      buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#38a169' } })
        .jpeg()
        .toBuffer(),
    })
    await page.getByRole('button', { name: 'Thu hoạch' }).click()
    await expect(bar(page)).toContainText('Chưa gửi: 1')
    await page.close()
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto('/van-phong')
    await expect(bar(next)).toContainText('Đã gửi xong 1 việc', { timeout: 15_000 })
    await next.goto(lot)
    await expect(entries(next, 'Đóng 60 hũ')).toHaveCount(1)
    await expect(next.getByRole('link', { name: /^Ảnh/ }).first()).toBeVisible()
  })

  test('C53: on a shared telephone nothing of what somebody typed or could not send is left after signing out', async ({
    page,
    login,
    context,
  }) => {
    await login('producer')
    const lot = await aLot(page)
    await page.getByLabel('Ghi thêm').first().pressSequentially('Chuyện riêng của nhà')
    await expect.poll(() => page.evaluate(keptHere, 'dacsan-typed')).toBe(1)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL('/')
    expect(await page.evaluate(keptHere, undefined)).toBe(0)
    await context.clearCookies()
    await login('producer')
    await page.goto(lot)
    await expect(page.getByLabel('Ghi thêm').first()).toHaveValue('')
  })
})
