import { withoutFaults } from './first-day.ts'
import { expect, test } from './fixtures.ts'
import { confirmFinal } from './way/office.ts'

test('an administrator gives the software of an organisation a key, which is shown once, and revokes it with a reason @no-js', async ({
  as,
}) => {
  const label = `Phần mềm kho ${Date.now().toString(36)}`
  const page = await as('administrator', { viewport: { width: 360, height: 640 } })
  await page.goto('/van-phong/quan-tri')
  await page.getByRole('main').getByRole('link', { name: 'Khóa máy', exact: true }).click()
  await page.getByRole('link', { name: 'Cấp khóa' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cấp khóa')
  await withoutFaults(page)

  // A form that is not whole keeps what was typed.
  await page.getByLabel('Tên khóa').fill(label)
  await page.getByLabel('Sự kiện truy xuất (EPCIS)').uncheck()
  await page.getByRole('button', { name: 'Cấp khóa' }).click()
  await expect(page.getByRole('alert')).toContainText('Chọn tổ chức.')
  await expect(page.getByRole('alert')).toContainText('Chọn ít nhất một việc mà khóa được dùng.')
  await expect(page.getByLabel('Tên khóa')).toHaveValue(label)
  await withoutFaults(page)
  const organisation = page.getByLabel('Tổ chức dùng khóa')
  await organisation.selectOption({ label: 'UBND xã Cầu Kè' })
  await page.getByLabel('Sự kiện truy xuất (EPCIS)').check()
  await page.getByLabel('Dùng đến hết ngày').fill('2099-12-31')
  await page.getByRole('button', { name: 'Cấp khóa' }).click()
  await expect(page.getByText('Chỉ hiện một lần.')).toBeVisible()
  const key = await page.getByText(/^ds_[0-9a-z]{43}$/).textContent()
  await withoutFaults(page)

  await page.getByRole('link', { name: 'Đến trang của khóa này' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(label)
  await expect(page.getByText(`${key!.slice(0, 7)}…`)).toBeVisible()
  expect(await page.content()).not.toContain(key!.slice(7))
  await withoutFaults(page)

  const revoke = page.getByRole('button', { name: 'Thu hồi khóa', exact: true })
  await revoke.click()
  await expect(page.getByRole('alert')).toContainText('Ghi lý do thu hồi')
  await page.getByLabel('Lý do thu hồi').fill('khóa bị lộ')
  await revoke.click()
  await expect(page.getByText(`thu hồi khóa “${label}” (${key!.slice(0, 7)}…) của UBND xã Cầu Kè`)).toBeVisible()
  await confirmFinal(page, 'Thu hồi khóa máy')
  await expect(page.getByText('Lý do: khóa bị lộ')).toBeVisible()
  await expect(revoke).toHaveCount(0)

  await page.goto(`/van-phong/quan-tri/khoa-api?q=${encodeURIComponent(label)}`)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: label }) })
  await expect(row).toContainText('Đã thu hồi')
  await expect(row).toContainText('chưa dùng')
  expect(await page.content()).not.toContain(key!.slice(7))
  await withoutFaults(page)
})

test('nobody but an administrator reads or gives keys', async ({ as }) => {
  const page = await as('provincialOfficer')
  for (const path of ['/van-phong/quan-tri/khoa-api', '/van-phong/quan-tri/khoa-api/moi'])
    expect((await page.goto(path))?.status(), path).toBe(403)
})
