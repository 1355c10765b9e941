import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { choose } from './dossier.ts'
import type { Points } from './dossier.ts'

export async function beginScoring(page: Page, session: string): Promise<void> {
  await page.goto(session)
  await page.getByRole('button', { name: 'Bắt đầu chấm điểm' }).click()
  await expect(page.getByText('Chưa bắt đầu chấm điểm')).toBeHidden()
  for (const seat of await page.getByRole('main').getByRole('checkbox').all()) await seat.check()
  await page.getByRole('button', { name: 'Ghi người có mặt' }).click()
  await expect(page.getByText('Đủ túc số')).toBeVisible()
  await page.getByRole('button', { name: 'Đưa ra xem xét' }).first().click()
  await expect(page.getByText('Đang xem xét', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Chủ thể bắt đầu trình bày' }).first().click()
  await expect(page.getByText(/^Chủ thể trình bày từ \d\d:\d\d/)).toBeVisible()
}

/** Fills one's own sheet and hands it in; nobody else's points stand on it. */
export async function scoreSheet(page: Page, session: string, points: Points): Promise<void> {
  await page.goto(session)
  await expect(page.getByText('Hội đồng đang xem xét', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /^1\. / }).last().click()
  for (const [criterion, value] of Object.entries(points)) await choose(page, criterion, value)
  await page.getByRole('button', { name: 'Nộp phiếu' }).click()
  await expect(page.getByText('Đã nộp 1/1 phiếu')).toBeVisible()
}

/** After the discussion, with the criteria that lay furthest apart before one's eyes: the same points again, or others, each with a reason. */
export async function scoreAgain(page: Page, session: string, change?: { points: Points; reason: string }): Promise<void> {
  await page.goto(session)
  await page.getByRole('link', { name: /^1\. / }).last().click()
  await expect(page.getByText('Phiếu được mở lại')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Hội đồng chấm lệch nhau nhiều nhất ở' })).toBeVisible()
  for (const [criterion, value] of Object.entries(change?.points ?? {})) {
    await choose(page, criterion, value)
    await page.locator(`textarea[name="reason:${criterion}"]`).fill(change!.reason)
  }
  if (!change) await page.getByLabel('Lý do giữ nguyên điểm').fill('Đã nghe thảo luận, không thấy điều gì mới.')
  await page.getByRole('button', { name: change ? /nộp lại|Nộp phiếu/ : 'Giữ nguyên điểm và nộp lại' }).click()
  await expect(page.getByText('Đã nộp 1/1 phiếu')).toBeVisible()
}
