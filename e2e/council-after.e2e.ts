import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures.ts'
import { fetchFile, wordsOfOffice } from './way/papers.ts'

/** The closed session of the demo, told by a product that it recognised. */
async function openClosedSession(page: Page): Promise<string> {
  await page.goto('/van-phong/hoi-dong')
  const sessions = await page
    .getByRole('table')
    .getByRole('link', { name: /^[\d/]+$/ })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
  for (const session of sessions) {
    await page.goto(session)
    if (await page.getByText('Trung bình của 8 phiếu').first().isVisible()) return session
  }
  throw new Error('the closed session of the demo is not in the list')
}

test.describe('after the close', { tag: '@no-js' }, () => {
  test('the secretary reads every mark under letters and takes the package that replays to the same stars', async ({ page, login }) => {
    await login('secretary')
    const session = await openClosedSession(page)
    await page.getByRole('link', { name: 'Điểm từng tiêu chí theo phiếu' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Điểm từng tiêu chí/ })).toBeVisible()
    const table = page.getByRole('table').first()
    for (const letter of ['A', 'H']) await expect(table.getByRole('columnheader', { name: letter, exact: true })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Thạch')
    expect(wordsOfOffice(await fetchFile(page, `${session}/diem/bang`))).toContain('Phiếu H')

    const program = fileURLToPath(new URL('../docs/replay-scoring-package.mjs', import.meta.url))
    const packed = new TextDecoder().decode(await fetchFile(page, `${session}/goi-cham.json`))
    const replayed = JSON.parse(spawnSync(process.execPath, [program], { input: packed, encoding: 'utf8' }).stdout) as {
      results: unknown[]
      agrees: boolean
    }
    expect(replayed.agrees).toBe(true)
    expect(replayed.results.length).toBeGreaterThan(0)
  })
  test('a member looks back at the own sheets beside the average of the council', async ({ page, login }) => {
    await login('member1')
    await page.goto('/van-phong/hoi-dong')
    await page.getByRole('link', { name: 'Điểm tôi đã chấm' }).click()
    await expect(page.getByText('điểm so với trung bình')).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Trung bình của Hội đồng' }).first()).toBeVisible()
    await login('secretary')
    expect((await page.goto('/van-phong/hoi-dong/diem-toi-cham'))?.status()).toBe(403)
  })
  test('a member keeps a note while reading that nobody else reads', async ({ page, login, javaScriptEnabled }) => {
    const mine = `Hỏi thêm về hợp đồng ${javaScriptEnabled}`
    await login(javaScriptEnabled ? 'member3' : 'member4')
    await page.goto('/van-phong/hoi-dong')
    const sessions = await page
      .getByRole('table')
      .getByRole('link', { name: /^[\d/]+$/ })
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
    for (const session of sessions) {
      await page.goto(session)
      if (await page.getByText('Sữa chua dừa sáp (mẫu)').first().isVisible()) break
    }
    await page.getByRole('link', { name: 'Đọc toàn bộ hồ sơ' }).first().click()
    await page.getByLabel('Ghi chú của tôi').fill(mine)
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible()
    const reading = new URL(page.url()).pathname
    await page.goto(reading.replace(/\/doc$/, ''))
    await expect(page.getByLabel('Ghi chú của tôi')).toHaveValue(mine)
    await login('chair')
    await page.goto(reading)
    await expect(page.getByLabel('Ghi chú của tôi')).toHaveValue('')
  })
  test('a member finds neither marks nor package', async ({ page, login }) => {
    await login('member1')
    const session = await openClosedSession(page)
    await expect(page.getByRole('link', { name: 'Điểm từng tiêu chí theo phiếu' })).toBeHidden()
    for (const part of ['diem', 'diem/bang', 'goi-cham.json']) {
      expect((await page.request.get(`${session}/${part}`)).status(), part).toBe(403)
    }
  })
})

test('the pages after the close are accessible', async ({ page, login }) => {
  await login('secretary')
  await page.goto(`${await openClosedSession(page)}/diem`)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await login('member1')
  await page.goto('/van-phong/hoi-dong/diem-toi-cham')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})
