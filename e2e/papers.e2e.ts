import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { fetchFile } from './way/papers.ts'
import { wordsOfPdf } from '../packages/papers/test-reading.ts'

/** Opens the session of the demo that is closed: its results are there. */
async function openClosedSession(page: Page): Promise<string> {
  await page.goto('/van-phong/hoi-dong')
  const sessions = await page
    .getByRole('table')
    .getByRole('link', { name: /^[\d/]+$/ })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  for (const session of sessions) {
    await page.goto(session)
    if (await page.getByRole('heading', { name: 'Kết quả', exact: true }).isVisible()) return new URL(session).pathname
  }
  throw new Error('the demo has no closed session')
}

const wordsAt = async (page: Page, name: string | RegExp) =>
  wordsOfPdf(await fetchFile(page, (await page.getByRole('link', { name }).first().getAttribute('href'))!))

test('the papers of a session stand on its page, each for whom it concerns', { tag: '@no-js' }, async ({ page, login }) => {
  await login('secretary')
  const session = await openClosedSession(page)
  expect(await wordsAt(page, 'Giấy mời (PDF)')).toContain('trân trọng kính mời')
  expect(await wordsAt(page, 'Biên bản (PDF)')).toContain('Chủ trì: Ông/Bà')
  await page.getByText('Phiếu chấm được tính').click()
  const sheets = page
    .getByRole('group')
    .filter({ hasText: 'Phiếu chấm được tính' })
    .getByRole('link', { name: /\(PDF\)$/ })
  const href = (await sheets.first().getAttribute('href'))!
  expect(await wordsOfPdf(await fetchFile(page, href))).toContain('PHIẾU CHẤM ĐIỂM')

  // The sheets of others are the secretary's file and nobody else's.
  for (const account of ['member1', 'provincialOfficer', 'producer'] as const) {
    await login(account)
    expect([account, (await page.request.get(href)).status()]).toEqual([account, account === 'member1' ? 403 : 404])
  }
  await login('member1')
  await page.goto(session)
  expect(await wordsAt(page, 'Giấy mời (PDF)')).toContain('trân trọng kính mời')
  await expect(page.getByText('Phiếu chấm được tính')).toHaveCount(0)
})

test(
  'the report of the advisory group is fetched where its text is read, and not by the producer',
  { tag: '@no-js' },
  async ({ page, login }) => {
    await login('provincialOfficer')
    await openClosedSession(page)
    const dossier = await page.getByRole('main').getByRole('article').first().getAttribute('id')
    await page.goto(`/van-phong/tham-dinh/${dossier}`)
    const report = page.getByRole('link', { name: 'Báo cáo Tổ tư vấn (PDF)' })
    const href = (await report.getAttribute('href'))!
    expect(await wordsOfPdf(await fetchFile(page, href))).toContain('Tổ tư vấn kiến nghị Hội đồng')
    await login('producer')
    expect((await page.request.get(href)).status()).toBe(403)
  },
)
