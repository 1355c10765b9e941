import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { confirmFinal, todayInVietnam } from './office.ts'

/** Drafts the decision on a closed session; gives its address. */
export async function draftDecision(page: Page, session: string): Promise<string> {
  await page.goto('/van-phong/quyet-dinh')
  await page
    .getByRole('article')
    .filter({ has: page.locator(`a[href="${session}"]`) })
    .getByRole('button', { name: 'Lập dự thảo quyết định' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dự thảo quyết định' })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Enters number and day of the signed decision: from here on everything else has changed. */
export async function recordDecision(page: Page, decision: string, number: string): Promise<void> {
  await page.goto(decision)
  await page.getByLabel('Số quyết định').fill(number)
  await page.getByLabel('Ngày ký').fill(todayInVietnam())
  await page.getByLabel('Họ tên người ký').fill('Trần Thị Ký')
  await page.getByLabel('Chức vụ người ký').fill('Phó Chủ tịch')
  await page.getByLabel('Số tờ trình').fill('215')
  await page.getByLabel('Ngày tờ trình').fill(todayInVietnam())
  await page.getByRole('button', { name: 'Ban hành và cấp giấy chứng nhận' }).click()
  await confirmFinal(page, 'Ghi nhận quyết định')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Quyết định số ${number}`)
}

/** The code of the one certificate of a decision. */
export async function certificateOf(page: Page, decision: string): Promise<string> {
  await page.goto(decision)
  const href = await page.getByRole('table').getByRole('link', { name: 'Giấy chứng nhận' }).getAttribute('href')
  return href!.split('/').at(-1)!
}
