import { expect, test } from './fixtures.ts'

test('a text typed before the script arrives is still there after it', async ({ page, login }) => {
  await login('administrator')
  let arrived = false
  await page.route('**/_app/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    arrived = true
    await route.continue()
  })
  await page.goto('/van-phong/quan-tri/luat/order.hold-minutes', { waitUntil: 'commit' })
  await page.getByLabel('Giá trị').fill('45')
  await page.getByLabel('Văn bản', { exact: true }).fill('Quy chế của tôi')
  await page.getByLabel('Mức chắc chắn').selectOption('inferred')
  await page.getByLabel('Ghi chú').fill('chữ gõ sớm')
  expect(arrived).toBe(false)
  await page.waitForLoadState('networkidle')
  await expect(page.getByLabel('Giá trị')).toHaveValue('45')
  await expect(page.getByLabel('Văn bản', { exact: true })).toHaveValue('Quy chế của tôi')
  await expect(page.getByLabel('Mức chắc chắn')).toHaveValue('inferred')
  await expect(page.getByLabel('Ghi chú')).toHaveValue('chữ gõ sớm')
})

test('a part of the page opened before the script arrives is still open after it', async ({ page, login }) => {
  await login('provincialOfficer')
  await page.goto('/giay-chung-nhan?q=9001')
  const certificate = await page.getByRole('main').getByRole('listitem').getByRole('link').first().getAttribute('href')
  await page.route('**/_app/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto(`/van-phong/quyet-dinh/chung-nhan/${certificate!.split('/').at(-1)}`, { waitUntil: 'commit' })
  await page.getByText('Thu hồi giấy này').click()
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('radio', { name: 'Lý do khác' })).toBeVisible()
})

test('attendance ticked before the script arrives is still ticked after it', async ({ page, login }) => {
  await login('secretary')
  await page.goto('/van-phong/hoi-dong')
  const sessions = await page
    .getByRole('table')
    .getByRole('link', { name: /^[\d/]+$/ })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  const seats = page.getByRole('checkbox', { disabled: false })
  for (const session of sessions) {
    await page.goto(session)
    if ((await seats.count()) > 0) break
  }
  const was = await seats.first().isChecked()
  await page.route('**/_app/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await seats.first().setChecked(!was)
  await page.waitForLoadState('networkidle')
  await expect(seats.first()).toBeChecked({ checked: !was })
})
