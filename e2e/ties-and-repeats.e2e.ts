import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { confirmFinal } from './way/office.ts'

const product = 'Sữa chua dừa sáp (mẫu)'
const basis = 'Cùng địa chỉ: Số 12, Ấp 1'

/** The session of the demo that is being scored. */
async function openSession(page: Page): Promise<string> {
  await page.goto('/van-phong/hoi-dong')
  const sessions = await page
    .getByRole('table')
    .getByRole('link', { name: /^[\d/]+$/ })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  for (const session of sessions) {
    await page.goto(session)
    if (await page.getByText(product).first().isVisible()) return session
  }
  throw new Error('the session of the demo is not in the list')
}

/** The second option of every criterion that the page asks for. */
async function markAll(page: Page): Promise<void> {
  const names = await page
    .locator('input[type=radio][name^="choice:"]')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name')!))
  for (const name of new Set(names)) await page.locator(`input[name="${name}"]`).nth(1).check()
}

test.describe('a session of the council', () => {
  let running: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    running = await aFreshProduct('demo')
    await running.start()
  })
  test.afterAll(async () => running.remove())

  test('a member who declares the address of a producer is proposed to the secretary, who judges it with a reason; nobody else reads on what it rests @no-js', async ({
    as,
  }) => {
    test.setTimeout(180_000)
    const person = (account: Account) => as(account, { baseURL: running.url })
    const [member, secretary, chair] = [await person('member1'), await person('secretary'), await person('chair')]

    await test.step('the member declares where they live; a form that lacks its commune comes back with what was typed', async () => {
      await member.goto('/van-phong/hoi-dong')
      await member.getByRole('link', { name: 'Nơi tôi ở' }).click()
      await member.getByLabel('Số nhà, đường hoặc ấp, khóm').fill('so 12 ap 1')
      await member.getByRole('button', { name: 'Lưu nơi ở' }).click()
      await expect(member.getByRole('alert')).toContainText('Hãy chọn xã, phường')
      await expect(member.getByLabel('Số nhà, đường hoặc ấp, khóm')).toHaveValue('so 12 ap 1')
      await member.getByLabel('Xã, phường').selectOption({ label: 'Xã Cầu Kè' })
      await member.getByRole('button', { name: 'Lưu nơi ở' }).click()
      await expect(member.getByText(/^Đã khai ngày/)).toBeVisible()
    })

    const session = await test.step('secretary and member read on what the tie rests', async () => {
      const address = await openSession(secretary)
      await expect(secretary.getByText(basis)).toBeVisible()
      await member.goto(address)
      await expect(member.getByText(basis)).toBeVisible()
      return address
    })

    await test.step('the chair reads that something waits, and not the address', async () => {
      await chair.goto(session)
      await expect(chair.getByText('ở cùng địa chỉ với chủ thể').first()).toBeVisible()
      await expect(chair.getByRole('main')).not.toContainText('Số 12, Ấp 1')
    })

    await test.step('the secretary finds no tie, with a reason that stays', async () => {
      await secretary.getByLabel('Lý do của Thư ký').first().fill('Nhà trọ cũ của thành viên, đã chuyển đi')
      await secretary.getByRole('button', { name: 'Không có liên quan' }).first().click()
      await expect(secretary.getByText(/kết luận không có liên quan, lý do: Nhà trọ cũ/)).toBeVisible()
      await member.goto(session)
      await expect(member.getByText(basis)).toBeHidden()
    })
  })

  test('a product is scored once more under a code: its members do not know it before the close, and read afterwards how steadily they scored @no-js', async ({
    as,
    javaScriptEnabled,
  }) => {
    test.setTimeout(240_000)
    const person = (account: Account) => as(account, { baseURL: running.url })
    const [member, secretary, chair] = [await person('member2'), await person('secretary'), await person('chair')]
    const session = await openSession(secretary)

    const code = await test.step('the secretary slips the product in again', async () => {
      await secretary.getByLabel('Sản phẩm', { exact: true }).selectOption({ label: `${product} (phiên này)` })
      await secretary.getByRole('button', { name: 'Đưa mẫu vào' }).click()
      const row = secretary.getByText(new RegExp(`^Mẫu \\d{3}: ${product.replace(/[()]/g, '\\$&')} · 0 người đã chấm$`))
      await expect(row).toBeVisible()
      return (await row.textContent())!.match(/\d{3}/)![0]
    })

    await test.step('a member scores the product by its name, and the sample by its code', async () => {
      await member.goto(session)
      await member.getByRole('link', { name: /^1\. / }).last().click()
      await expect(member.getByRole('heading', { level: 2, name: /^Phần A/ })).toBeVisible()
      await member.waitForLoadState('networkidle')
      await markAll(member)
      await member.getByRole('button', { name: 'Nộp phiếu' }).click()
      await expect(member.getByText('Đã nộp 1/1 phiếu')).toBeVisible({ timeout: 20_000 })

      await member.goto(session)
      await member.getByRole('link', { name: `2. Mẫu ${code}` }).click()
      await expect(member.getByRole('heading', { level: 1, name: `Mẫu ${code}` })).toBeVisible()
      await expect(member.getByRole('main')).not.toContainText('dừa sáp')
      await member.getByRole('button', { name: 'Nộp điểm mẫu' }).click()
      await expect(member.getByRole('alert')).toContainText('Tiêu chí 6.1: hãy chọn một mức.')
      await markAll(member)
      await member.getByRole('button', { name: 'Nộp điểm mẫu' }).click()
      await expect(member.getByRole('link', { name: `2. Mẫu ${code}` })).toBeVisible()
      await expect(member.getByText('Đã nộp', { exact: true }).last()).toBeVisible()
      await member.goto('/van-phong/hoi-dong/diem-toi-cham')
      await expect(member.getByRole('main')).not.toContainText('Mẫu chấm lại theo mã')
    })

    await test.step('the secretary counts who scored it, the chair finds no product behind the code', async () => {
      await secretary.goto(session)
      await expect(secretary.getByText(`Mẫu ${code}: ${product} · 1 người đã chấm`)).toBeVisible()
      await chair.goto(session)
      await expect(chair.getByRole('link', { name: `2. Mẫu ${code}` })).toBeVisible()
      await expect(chair.getByRole('heading', { name: 'Mẫu thử lại' })).toBeHidden()
    })

    await test.step('the session closes without waiting for it', async () => {
      await secretary.goto(session)
      for (const seat of await secretary.getByRole('main').getByRole('checkbox').all()) await seat.check()
      await secretary.getByRole('button', { name: 'Ghi người có mặt' }).click()
      await expect(secretary.getByText('Đủ túc số')).toBeVisible()
      await secretary.getByText('Loại hồ sơ hoặc để lại phiên sau').click()
      await secretary.getByLabel('Để lại phiên sau').check()
      await secretary.getByLabel('Lý do', { exact: true }).last().fill('Chờ kết quả kiểm nghiệm')
      await secretary.getByRole('button', { name: 'Ghi kết luận' }).click()
      await expect(secretary.getByText('Chờ kết quả kiểm nghiệm').first()).toBeVisible()
      await chair.goto(session)
      await chair.getByRole('button', { name: 'Kết thúc phiên họp' }).click()
      await confirmFinal(chair, 'Kết thúc phiên họp')
    })

    await test.step('the member reads both scorings, the secretary those of letters', async () => {
      await member.goto('/van-phong/hoi-dong/diem-toi-cham')
      await expect(member.getByRole('heading', { name: 'Mẫu chấm lại theo mã' })).toBeVisible()
      await expect(member.getByText(new RegExp(`^${product.replace(/[()]/g, '\\$&')}, mẫu ${code},`))).toBeVisible()
      await expect(member.getByText('điểm chênh giữa hai lần chấm')).toBeVisible()
      if (javaScriptEnabled) expect((await new AxeBuilder({ page: member }).analyze()).violations).toEqual([])
      await secretary.goto(`${session}/diem`)
      await expect(secretary.getByText(`Mẫu ${code} là ${product}`)).toBeVisible()
      await expect(secretary.getByRole('main')).not.toContainText('Thành Viên')
    })
  })
})
