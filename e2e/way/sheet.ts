import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

/** The session of the demo that is being scored, told by what lies on its table: other journeys open sessions of today too. */
export async function openSession(page: Page): Promise<string> {
  await page.goto('/van-phong/hoi-dong')
  const sessions = await page
    .getByRole('table')
    .getByRole('link', { name: /^[\d/]+$/ })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  for (const session of sessions) {
    await page.goto(session)
    if (await page.getByText('Sữa chua dừa sáp (mẫu)').first().isVisible()) return session
  }
  throw new Error('the session of the demo is not in the list')
}

export async function openSheet(page: Page): Promise<string> {
  await openSession(page)
  await page.getByRole('link', { name: /^1\. / }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^Phần A/ })).toBeVisible()
  return page.url()
}
