import type { BrowserContext, Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { beginScoring } from './way/council.ts'
import { confirmFinal, conveneCouncil, todayInVietnam } from './way/office.ts'

const council = /^Hội đồng ba ủy viên để chạy thử/
const scorers = ['member1', 'member2', 'member3', 'chair'] as const
const indicator = 'Hàm lượng chì'

test.describe('a council that scores twice', () => {
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  test('a council scores, asks for a test, and scores again with the result beside the first marks @no-js', async ({
    as,
    browser,
    javaScriptEnabled,
  }) => {
    test.setTimeout(480_000)
    const person = (account: Account) => as(account, { baseURL: product.url })
    const [office, secretary, chair, member] = [
      await person('provincialOfficer'),
      await person('secretary'),
      await person('chair'),
      await person('member2'),
    ]
    await secretary.goto('/van-phong/hoi-dong/mo-phien')
    const name = await secretary
      .getByRole('checkbox')
      .first()
      .evaluate((box) => box.closest('label')!.querySelector('b')!.textContent)

    const first = await test.step('everybody hands in a first sheet', async () => {
      const session = await conveneCouncil(secretary, name, council)
      await beginScoring(secretary, session)
      // The same member has a tablet that loses its signal; the sheet is handed in elsewhere.
      const tablet = javaScriptEnabled ? await browser.newContext({ baseURL: product.url }) : null
      const away = tablet && (await markedWithoutSignal(tablet, session))
      for (const account of scorers) await firstSheet(await person(account), session)
      if (tablet && away) {
        await tablet.setOffline(false)
        const page = await tablet.newPage()
        await page.goto(away)
        await expect(page.getByText('1 điểm gõ trên máy này chưa vào phiếu')).toBeVisible()
        await expect(page.getByText(/^1\.1: gõ .* lúc \d\d:\d\d · phiếu ghi /)).toBeVisible()
        await page.getByRole('button', { name: 'Đã đọc, bỏ khỏi máy này' }).click()
        await page.reload()
        await expect(page.getByText('Phiếu đã nộp và đã khóa')).toBeVisible()
        await expect(page.getByText('chưa vào phiếu')).toBeHidden()
        await tablet.close()
      }
      return session
    })

    const dossier = await test.step('the secretary leaves the dossier for a test, and the chair closes', async () => {
      await secretary.goto(first)
      const dossierId = await secretary.locator('article[id^="dos_"]').first().getAttribute('id')
      await secretary.getByText('Để lại chờ kết quả kiểm nghiệm', { exact: true }).click()
      await secretary.getByLabel('Chỉ tiêu').fill(indicator)
      await secretary.getByLabel('Vì sao cần').fill('Vùng nguyên liệu gần nhà máy')
      await secretary.getByLabel('Hạn nộp').fill(todayInVietnam())
      await secretary.getByRole('button', { name: 'Để lại, yêu cầu kiểm nghiệm' }).click()
      await expect(secretary.getByText(`Chờ kết quả kiểm nghiệm: ${indicator}`).first()).toBeVisible()
      await chair.goto(first)
      await chair.getByRole('button', { name: 'Kết thúc phiên họp' }).click()
      await confirmFinal(chair, 'Kết thúc phiên họp')
      return dossierId
    })

    await test.step('the result is brought, and the next session is opened with it', async () => {
      await office.goto(`/van-phong/tham-dinh/${dossier}/chuan-bi`)
      const asked = office.getByRole('article').filter({ hasText: indicator })
      await asked.getByText('Nộp kết quả này').click()
      await asked.getByLabel('Phòng thử nghiệm').fill('Trung tâm kiểm nghiệm')
      await asked.getByLabel('Kết quả', { exact: true }).fill('Không phát hiện')
      await asked.getByLabel('Ngày của phiếu kết quả').fill(todayInVietnam())
      await asked.locator('input[name="file"]').setInputFiles({
        name: 'phieu.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
      })
      await asked.getByRole('button', { name: 'Nộp kết quả' }).click()
      await expect(office.getByText('Không phát hiện')).toBeVisible()
      await secretary.goto('/van-phong/hoi-dong/mo-phien')
      await expect(secretary.getByText(`Chờ kết quả kiểm nghiệm: ${indicator}`).first()).toBeVisible()
      await expect(secretary.getByText('Đã có 1/1 kết quả kiểm nghiệm mà Hội đồng chờ')).toBeVisible()
    })

    await test.step('a member finds the first marks and the result, changes one with its reason, and hands in', async () => {
      const second = await conveneCouncil(secretary, name, council)
      await beginScoring(secretary, second)
      await member.goto(`${second}/${dossier}`)
      await expect(member.getByText(/Hội đồng đã chấm lần đầu ngày \d\d\/\d\d\/\d{4} và để lại chờ kết quả kiểm nghiệm/)).toBeVisible()
      await expect(member.getByText('Không phát hiện').first()).toBeVisible()
      const choice = member.locator('input[name="choice:1.1"]')
      await expect(choice.first()).toBeChecked()
      await choice.nth(1).check()
      await member.locator('textarea[name="reason:1.1"]').fill('Kết quả kiểm nghiệm đạt')
      await member.getByRole('button', { name: /^(Nộp phiếu|Giữ nguyên điểm và nộp lại)$/ }).click()
      await expect(member.getByText('Đã nộp 1/1 phiếu')).toBeVisible()
      // What was handed in the first time stays as it was.
      await member.goto(`${first}/${dossier}`)
      await expect(choice.first()).toBeChecked()
    })
  })
})

/** Marks one criterion where there is no signal, and closes the page: the address of the sheet. */
async function markedWithoutSignal(tablet: BrowserContext, session: string): Promise<string> {
  const page = await tablet.newPage()
  await page.goto('/dang-nhap')
  await page.locator('input[name="email"]').fill(accounts.member3)
  await page.locator('input[name="password"]').fill('dacsan-demo')
  await page.locator('input[name="password"]').press('Enter')
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
  await page.goto(session)
  await page.getByRole('link', { name: /^1\. / }).last().click()
  await expect(page.getByRole('heading', { level: 2, name: /^Phần A/ })).toBeVisible()
  await byScript(page)
  const address = page.url()
  await tablet.setOffline(true)
  await page.locator('input[name="choice:1.1"]').nth(1).check()
  await expect(page.getByText(/Còn 1 điểm chưa gửi/)).toBeVisible()
  await page.close()
  return address
}

/** A sheet with the first option of every criterion. */
async function firstSheet(page: Page, session: string): Promise<void> {
  await page.goto(session)
  await page.getByRole('link', { name: /^1\. / }).last().click()
  await expect(page.getByRole('heading', { level: 2, name: /^Phần A/ })).toBeVisible()
  const names = await page
    .locator('input[name^="choice:"]')
    .evaluateAll((inputs) => [...new Set(inputs.map((input) => (input as HTMLInputElement).name))])
  for (const name of names) await page.locator(`input[name="${name}"]`).first().check()
  await page.getByRole('button', { name: 'Nộp phiếu' }).click()
  await expect(page.getByText('Đã nộp 1/1 phiếu')).toBeVisible()
}
