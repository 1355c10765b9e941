import AxeBuilder from '@axe-core/playwright'
import { accounts, expect, test } from './fixtures.ts'
import { openSession, openSheet } from './way/sheet.ts'

const submit = { name: 'Nộp phiếu' } as const

test.describe('a council member', { tag: '@no-js' }, () => {
  test('a council member keeps every mark, and is led to the missing ones before the lock', async ({ page, login, javaScriptEnabled }) => {
    await login(javaScriptEnabled ? 'member5' : 'member2')
    const address = await openSheet(page)
    await page.locator('input[name="choice:1.1"]').nth(2).check()
    await page.locator('textarea[name="comment:1.1"]').fill('Đã xem vùng nguyên liệu <b>tại chỗ</b>')
    await page.getByRole('button', submit).click()
    await expect(page).toHaveTitle(/^Lỗi: /)
    await expect(page.getByRole('alert').getByRole('link', { name: 'Tiêu chí 1.2: chưa chấm' })).toHaveAttribute('href', '#f-choice:1.2')
    await page.goto(address)
    await expect(page.locator('input[name="choice:1.1"]').nth(2)).toBeChecked()
    await expect(page.locator('textarea[name="comment:1.1"]')).toHaveValue('Đã xem vùng nguyên liệu <b>tại chỗ</b>')
  })

  test('a council member with a tie cannot read or score the product, and can undo a mistake', async ({
    page,
    login,
    javaScriptEnabled,
  }) => {
    await login(javaScriptEnabled ? 'member7' : 'member1')
    const sheet = await openSheet(page)
    const session = sheet.slice(0, sheet.lastIndexOf('/'))
    await page.goto(session)
    await page.getByText('Tôi có liên quan đến sản phẩm này').first().click()
    await page.getByLabel('Liên quan thế nào').first().fill('Người nhà của chủ thể')
    await page.getByRole('button', { name: 'Khai có liên quan' }).first().click()
    await expect(page.getByText('Ông/Bà đã khai có liên quan: Người nhà của chủ thể')).toBeVisible()

    const refused = await page.goto(sheet)
    expect(refused?.status()).toBe(403)
    await expect(page.getByRole('heading', { name: 'Ông/Bà không chấm sản phẩm này' })).toBeVisible()

    await page.goto(session)
    await page.getByRole('button', { name: 'Tôi khai nhầm, bỏ khai' }).click()
    await expect(page.getByText('Tôi có liên quan đến sản phẩm này').first()).toBeVisible()
    expect((await page.goto(sheet))?.status()).toBe(200)
  })
})

test('C26: a sheet open in two tabs keeps the first change and warns in the second tab', async ({ page, login, context }) => {
  await login('member6')
  const address = await openSheet(page)
  const second = await context.newPage()
  await second.goto(address, { waitUntil: 'networkidle' })
  await page.locator('input[name="choice:1.2"]').nth(1).check()
  await expect(page.getByText(/Đã lưu \d\d:\d\d/)).toBeVisible()
  await second.locator('input[name="choice:1.2"]').nth(0).check()
  await expect(second.getByText('Phiếu này vừa được sửa ở một cửa sổ khác.')).toBeVisible()
  await page.reload()
  await expect(page.locator('input[name="choice:1.2"]').nth(1)).toBeChecked()
})

test('a council member can undo a mistaken mark', async ({ page, login }) => {
  await login('member4')
  await openSheet(page)
  await page.waitForLoadState('networkidle')
  await page.locator('input[name="choice:1.3"]').nth(0).check()
  await page.locator('input[name="choice:1.3"]').nth(2).check()
  await page.getByRole('button', { name: 'Hoàn tác 1.3' }).click()
  await expect(page.locator('input[name="choice:1.3"]').nth(0)).toBeChecked()
})

test('the secretary follows the sheets without their points, and other accounts do not find the session', async ({ page, login }) => {
  await login('secretary')
  const session = await openSession(page)
  await expect(page.getByText('phiếu đã nộp')).toBeVisible()
  await expect(page.locator('main')).not.toContainText(/\d+\/100|\d điểm trung bình/)
  for (const stranger of ['producer', 'communeOfficer', 'buyer'] as const) {
    await login(stranger)
    expect((await page.goto(session))?.status(), accounts[stranger]).toBe(404)
  }
})

test('the pages of the council are accessible', async ({ page, login }) => {
  await login('member3')
  await openSheet(page)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await login('secretary')
  await openSession(page)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})
