import type { Browser, Page } from '@playwright/test'
import { withoutFaults } from './first-day.ts'
import { accounts, byScript, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { confirmFinal, todayInVietnam } from './way/office.ts'

/** In a product of its own: other journeys count messages and targets. */
test.describe('the plan of a year', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const year = Number(todayInVietnam().slice(0, 4)) + 1
  const isByScript = () => test.info().project.use.javaScriptEnabled !== false
  const enter = async (browser: Browser, account: Account): Promise<Page> => {
    const { javaScriptEnabled } = test.info().project.use
    const context = await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 640 }, javaScriptEnabled })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await page.goto('/dang-nhap')
    await page.locator('input[name="email"]').fill(accounts[account])
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    return page
  }
  const show = async (page: Page, path: string) => {
    await page.goto(path)
    if (isByScript()) await byScript(page)
  }

  test('the office plans a year, signs it and calls; the commune reads its share and calls its producers, who read when and why', async ({
    browser,
  }) => {
    const office = await enter(browser, 'provincialOfficer')
    await show(office, `/van-phong/ke-hoach/${year}`)
    await withoutFaults(office)
    await office.getByRole('button', { name: 'Lập kế hoạch' }).click()
    await expect(office.getByText('Đang lập · Lần 1')).toBeVisible()

    // A share is set commune by commune; what is no number comes back with what was typed.
    const officer = await enter(browser, 'communeOfficer')
    await show(officer, `/van-phong/ke-hoach/${year}`)
    await expect(officer.getByText('Kế hoạch năm này chưa ban hành.')).toBeVisible()
    const commune = (await officer.getByRole('table', { name: 'Chỉ tiêu của các xã, phường' }).getByRole('row').nth(1).innerText())
      .split('\n')[0]!
      .split('\t')[0]!
      .trim()
    await show(office, `/van-phong/ke-hoach/${year}?q=${encodeURIComponent(commune)}`)
    await office.getByRole('link', { name: commune, exact: true }).click()
    await expect(office.getByText(`Giao chỉ tiêu: ${commune}`)).toBeVisible()
    if (isByScript()) await byScript(office)
    await office.getByLabel('Mới 4 sao').fill('-1')
    await office.getByLabel('Mới 3 sao').fill('2')
    await office.getByRole('button', { name: 'Lưu chỉ tiêu' }).click()
    await expect(office.getByText('Ghi một số từ 0 đến 999.').first()).toBeVisible()
    await expect(office.getByLabel('Mới 3 sao')).toHaveValue('2')
    await office.getByLabel('Mới 4 sao').fill('1')
    await office.getByRole('button', { name: 'Lưu chỉ tiêu' }).click()
    await expect(office.getByText('Đã lưu.')).toBeVisible()

    await show(office, `/van-phong/ke-hoach/${year}`)
    await office.getByText('Trách nhiệm và kinh phí', { exact: true }).click()
    await office.getByLabel('Người, cơ quan chịu trách nhiệm').fill('Phòng OCOP')
    await office.getByRole('button', { name: 'Lưu nội dung' }).click()
    await expect(office.getByText('Đã lưu.')).toBeVisible()

    await show(office, `/van-phong/ke-hoach/${year}`)
    await office.getByText('Ban hành kế hoạch', { exact: true }).first().click()
    await office.getByLabel('Số văn bản').fill('15/KH-SNNMT')
    await office.getByRole('button', { name: 'Ban hành kế hoạch' }).click()
    await confirmFinal(office, 'Ban hành kế hoạch năm')
    await expect(office.getByText(/^Đã ban hành: 15\/KH-SNNMT/)).toBeVisible()
    await withoutFaults(office)
    for (const [file, type] of [
      ['ke-hoach-nam.pdf', 'application/pdf'],
      ['ke-hoach-nam.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ] as const)
      expect((await office.request.get(`${product.url}/van-phong/ke-hoach/${year}/${file}`)).headers()['content-type']).toBe(type)

    // The call: first who gets it, then the act, and nobody twice.
    await show(office, `/van-phong/ke-hoach/${year}/keu-goi`)
    await withoutFaults(office)
    await expect(office.getByText(`Xã đề nghị đến hết ngày 29/04/${year}.`)).toBeVisible()
    await office.getByRole('button', { name: /^Gửi cho \d+ nơi nhận$/ }).click()
    await expect(office.getByText('Đã gửi lời kêu gọi.')).toBeVisible()
    await expect(office.getByText('Không còn ai chưa nhận lời kêu gọi của đợt này.')).toBeVisible()

    await show(officer, `/van-phong/ke-hoach/${year}`)
    await expect(officer.getByText(/^Đã ban hành: 15\/KH-SNNMT/)).toBeVisible()
    await expect(officer.getByText('0 / 3').first()).toBeVisible()
    await withoutFaults(officer)
    await show(officer, `/van-phong/ke-hoach/${year}/keu-goi?dot=1`)
    await officer.getByLabel('Hạn nộp về xã').fill(`${year}-04-30`)
    await officer.getByRole('button', { name: /^Gửi cho \d+ nơi nhận$/ }).click()
    await expect(officer.getByText(`Hạn của xã phải trước ngày 30/04/${year}`).first()).toBeVisible()
    await officer.getByLabel('Hạn nộp về xã').fill(`${year}-03-15`)
    await officer.getByRole('button', { name: /^Gửi cho \d+ nơi nhận$/ }).click()
    await expect(officer.getByText('Đã gửi lời kêu gọi.')).toBeVisible()
    await withoutFaults(officer)

    const producer = await enter(browser, 'producer')
    await expect(async () => {
      await producer.goto('/van-phong/tin')
      await expect(producer.getByText(new RegExp(`đợt 1 năm ${year}`)).first()).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 60_000 })
  })

  test('a commune sends several dossiers with one letter, records its number, and the office reads it with each of them', async ({
    browser,
  }) => {
    const officer = await enter(browser, 'communeOfficer')
    await show(officer, '/van-phong/xa')
    await officer.getByRole('link', { name: 'Công văn đề nghị' }).click()
    await expect(officer.getByRole('heading', { level: 1, name: 'Công văn đề nghị' })).toBeVisible()
    await withoutFaults(officer)
    const chosen = await officer.getByRole('checkbox').count()
    expect(chosen).toBeGreaterThan(1)
    await officer.getByRole('button', { name: 'Lập công văn' }).click()
    await expect(officer.getByText(new RegExp(`^${chosen} hồ sơ, lập ngày `))).toBeVisible()
    await expect(officer.getByText('Không có hồ sơ nào chờ công văn')).toBeVisible()
    await show(officer, '/van-phong/xa/cong-van')
    for (const [format, type] of [
      ['PDF', 'application/pdf'],
      ['Word', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ] as const) {
      const address = await officer.getByRole('link', { name: format, exact: true }).getAttribute('href')
      expect((await officer.request.get(`${product.url}${address}`)).headers()['content-type']).toBe(type)
    }
    await officer.getByText('Ghi số, gửi tỉnh', { exact: true }).first().click()
    await officer.getByLabel('Số công văn').fill('45/UBND-KT')
    await officer.getByRole('button', { name: 'Ghi số, gửi tỉnh' }).click()
    await expect(officer.getByText(/^Số 45\/UBND-KT, ngày /)).toBeVisible()
    await withoutFaults(officer)

    const office = await enter(browser, 'provincialOfficer')
    await show(office, '/van-phong/tham-dinh')
    await office.locator('tbody a').first().click()
    await expect(office.getByRole('link', { name: /^Gửi kèm công văn số 45\/UBND-KT, ngày / })).toBeVisible()
    await withoutFaults(office)
  })

  test('office, commune and producer read the days of a year by month, filter what is late, and take them to their telephone', async ({
    browser,
  }) => {
    for (const account of ['provincialOfficer', 'communeOfficer', 'producer'] as const) {
      const page = await enter(browser, account)
      await show(page, `/van-phong/lich?nam=${year}`)
      await page.getByRole('link', { name: /^Tháng 4 \(\d+\)$/ }).click()
      const days = page.getByRole('table')
      await expect(days.getByText(`Ngày cuối xã, phường đề nghị: Đợt 1 năm ${year}`)).toBeVisible()
      await expect(days.getByText(`29/04/${year}`).first()).toBeVisible()
      await withoutFaults(page)
      await show(page, `/van-phong/lich?nam=${year}&thang=ca-nam&tre=yes`)
      await expect(page.getByText(`Ngày cuối xã, phường đề nghị: Đợt 1 năm ${year}`)).toBeHidden()
      const file = await page.request.get(`${product.url}/van-phong/lich/tai?nam=${year}`)
      expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8')
      expect(await file.text()).toContain(`DTSTART;VALUE=DATE:${year}0429`)
    }
  })
})
