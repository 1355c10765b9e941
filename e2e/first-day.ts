import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { totp } from './totp.ts'

export const password = 'một cây làm chẳng nên non'

/** The checker itself is a script: where pages run none, it was asked in the other run of the same journey. */
export async function withoutFaults(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
}

/** Opens an invitation as its owner does: a password of one's own, and the second factor where the role asks for one. */
export async function comeIn(browser: Browser, invitation: string): Promise<Page> {
  const page = await (
    await browser.newContext({
      baseURL: new URL(invitation).origin,
      viewport: { width: 360, height: 640 },
      javaScriptEnabled: test.info().project.use.javaScriptEnabled,
    })
  ).newPage()
  await page.goto(invitation)
  await page.getByLabel('Mật khẩu mới').fill(password)
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await page.waitForURL((url) => url.pathname.startsWith('/van-phong'))
  if (!page.url().endsWith('/hai-lop')) return page
  await page.getByLabel('Mật khẩu đang dùng').fill(password)
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  const secret = await page.getByText('nhập khóa này').locator('code').innerText()
  await page.getByLabel('Sáu chữ số').fill(totp(secret))
  await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  await expect(page.getByText('đã bật')).toBeVisible()
  await page.goto(new URL('/van-phong', invitation).href)
  return page
}
