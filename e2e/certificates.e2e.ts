import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { todayInVietnam } from './way/office.ts'

/** The certificate that the sample decision gave: "9001" is its number. */
async function sampleCertificate(page: Page): Promise<string> {
  await page.goto('/giay-chung-nhan?q=9001')
  const href = await page.getByRole('main').getByRole('listitem').getByRole('link').first().getAttribute('href')
  return href!.split('/').at(-1)!
}

const withoutFaults = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

test.describe('looking a certificate up', { tag: '@no-js' }, () => {
  test('C72: a search without accents finds a certificate, and its page states first whether it is valid', async ({ page }) => {
    await page.goto('/giay-chung-nhan')
    await page.getByRole('searchbox').fill('keo dua sap mau')
    await page.getByRole('button', { name: 'Tra cứu' }).click()
    await page.getByRole('link', { name: 'Kẹo dừa sáp (mẫu)' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Còn hiệu lực')
    await expect(page.getByRole('note')).toContainText('không có giá trị')
    await expect(page.getByRole('definition').filter({ hasText: 'Số 9001/QĐ-UBND' })).toBeVisible()
  })

  test('a search for a complete certificate code opens its page, in capitals as well', async ({ page }) => {
    const code = await sampleCertificate(page)
    await page.getByRole('searchbox').fill(` ${code.toUpperCase()} `)
    await page.getByRole('button', { name: 'Tra cứu' }).click()
    await expect(page).toHaveURL(`/giay-chung-nhan/${code}`)
  })

  test('an imported certificate is shown as expired, with its inferred term and its source', async ({ page }) => {
    await page.goto('/giay-chung-nhan/2019-cha-hoa')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã hết hạn')
    await expect(page.getByText('Thời hạn suy ra từ')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Xem bài nguồn' })).toHaveAttribute('href', /travinh\.gov\.vn/)
  })

  test('an unknown certificate code gets a warning with the code as it was typed', async ({ page }) => {
    const answer = await page.goto(`/giay-chung-nhan/${encodeURIComponent('3981-<b>giả</b>')}`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có giấy chứng nhận mang mã này')
    await expect(page.getByRole('alert')).toContainText('3981-<b>giả</b>')
  })
})

test('every page of a certificate is accessible', async ({ page, login }) => {
  const code = await sampleCertificate(page)
  for (const path of [
    '/giay-chung-nhan?q=dua',
    `/giay-chung-nhan/${code}`,
    `/en/giay-chung-nhan/${code}`,
    `/km/giay-chung-nhan/${code}`,
    '/giay-chung-nhan/khong-co',
  ]) {
    await page.goto(path)
    await withoutFaults(page)
  }
  await login('provincialOfficer')
  for (const path of ['', '/cho-bo', '/thoi-han', '/thu-hoi', `/chung-nhan/${code}`]) {
    await page.goto(`/van-phong/quyet-dinh${path}`)
    await withoutFaults(page)
  }
})

test('the office can download every paper of a decision, a producer what was sent to it, and nobody else any', async ({ page, login }) => {
  await login('provincialOfficer')
  await page.goto('/van-phong/quyet-dinh')
  await page.getByRole('link', { name: /^9001/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quyết định số 9001/QĐ-UBND')
  const hrefs = await page.locator('main a[href*="/giay/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  expect(hrefs.length).toBeGreaterThan(8)
  for (const href of hrefs) {
    const paper = await page.request.get(href)
    expect([href, paper.status()]).toEqual([href, 200])
    expect((await paper.body()).subarray(0, 4).toString()).toBe(href.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004')
  }
  // Quyết định 26/2026/QĐ-TTg, Điều 7, step 9: the decision, and to each the notice of its own product.
  await login('producer')
  const answers = await Promise.all(hrefs.map(async (href) => [href.split('/').at(-1)!, (await page.request.get(href)).status()] as const))
  const statuses = (paper: RegExp) => new Set(answers.filter(([name]) => paper.test(name)).map(([, status]) => status))
  expect(statuses(/^quyet-dinh\./)).toEqual(new Set([200]))
  expect(statuses(/^thong-bao-/).has(200)).toBe(true)
  expect(statuses(/^thong-bao-/).has(403)).toBe(false)
  expect(statuses(/^(?!quyet-dinh\.|thong-bao-)/)).toEqual(new Set([403]))
  await login('buyer')
  for (const href of hrefs) expect([href, (await page.request.get(href)).status()]).toEqual([href, 403])
})

test('a wrong proposal of withdrawal comes back as it was typed and says what to do', { tag: '@no-js' }, async ({ page, login }) => {
  const code = await sampleCertificate(page)
  await login('provincialOfficer')
  await page.goto(`/van-phong/quyet-dinh/chung-nhan/${code}`)
  await page.getByText('Đề nghị thu hồi giấy này').click()
  await page.getByRole('radio', { name: 'Lý do khác' }).check()
  await page.getByLabel('Số kết luận').fill('12/KL-SNNMT')
  await page.getByRole('button', { name: 'Đề nghị thu hồi' }).click()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link', { name: /Hãy ghi ngày kết luận/ })).toHaveAttribute('href', '#f-conclusionOn')
  await expect(page.getByRole('radio', { name: 'Lý do khác' })).toBeChecked()
  await expect(page.getByLabel('Số kết luận')).toHaveValue('12/KL-SNNMT')
  await page.getByLabel('Ngày kết luận').fill(todayInVietnam())
  await page.getByLabel('Cơ quan kết luận').fill('Sở Nông nghiệp và Môi trường')
  await page.getByRole('button', { name: 'Đề nghị thu hồi' }).click()
  await expect(summary.getByRole('link', { name: /hãy ghi rõ lý do/ })).toHaveAttribute('href', '#f-note')
  await page.goto(`/giay-chung-nhan/${code}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Còn hiệu lực')
})
