import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'
import { draftDecision, recordDecision } from './way/decision.ts'
import { choose, fileDossier, fillParts, fourStars, scoreItself } from './way/dossier.ts'
import { appraise, confirmFinal, proposeToProvince, todayInVietnam } from './way/office.ts'

// Both were recognised in the demonstration: their re-evaluations would stand in the way of other journeys.
const agreed = 'Mứt dừa sáp (mẫu)'
const complex = 'Kẹo dừa sáp (mẫu)'
const why = 'Cơ sở đã chuyển sang nơi khác.'

test.describe('re-evaluations judged in writing', () => {
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  test('two re-evaluations are judged in writing: one gets its decision, over the other the council meets, and everybody reads how many days are left @no-js', async ({
    as,
  }) => {
    test.setTimeout(480_000)
    const person = (account: Account) => as(account, { baseURL: product.url })
    const [producer, commune, office, secretary, chair] = [
      await person('producer'),
      await person('communeOfficer'),
      await person('provincialOfficer'),
      await person('secretary'),
      await person('chair'),
    ]
    const dossiers = new Map<string, string>()

    await test.step('the producer files both again, and the commune proposes them', async () => {
      for (const name of [agreed, complex]) {
        const dossier = await renew(producer, name)
        dossiers.set(name, dossier)
        await proposeToProvince(commune, await fileDossier(producer, dossier))
      }
    })

    await test.step('the province receives them: 45 days begin, which office, producer and commune read, and the adviser reads what changed', async () => {
      for (const name of [agreed, complex]) await appraise(office, name)
      await expect(office.getByText('Đánh giá lại: còn 45 ngày')).toBeVisible()
      await expect(office.getByText('Nên xem lại cơ sở')).toBeVisible()
      await producer.goto(dossiers.get(agreed)!)
      await expect(producer.getByText('Đánh giá lại: còn 45 ngày')).toBeVisible()
      await commune.goto(dossiers.get(agreed)!.replace('/ho-so/', '/xa/'))
      await expect(commune.getByText('Đánh giá lại: còn 45 ngày')).toBeVisible()
    })

    const session = await test.step('the secretary asks the council in writing, in place of a meeting', async () => {
      await secretary.goto('/van-phong/hoi-dong/mo-phien')
      await expect(secretary.getByRole('checkbox', { name: agreed })).not.toBeChecked()
      await secretary.getByRole('link', { name: 'Lấy ý kiến bằng văn bản' }).click()
      await secretary.getByLabel('Hội đồng').selectOption({ label: 'Hội đồng ba ủy viên để chạy thử (mẫu) (1199/QĐ-UBND (mẫu))' })
      await secretary.getByLabel('Trả lời đến hết ngày').fill(todayInVietnam())
      await secretary.getByRole('button', { name: 'Lấy ý kiến bằng văn bản' }).click()
      await expect(secretary.getByRole('heading', { level: 1, name: /^Lấy ý kiến bằng văn bản, trả lời đến/ })).toBeVisible()
      await expect(secretary.getByRole('link', { name: 'Phiếu lấy ý kiến (PDF)' })).toBeVisible()
      await secretary.getByRole('button', { name: 'Bắt đầu lấy ý kiến' }).click()
      await expect(secretary.getByText('Còn chờ ý kiến', { exact: false }).first()).toBeVisible()
      return new URL(secretary.url()).pathname
    })

    await test.step('every member answers on sheets of their own; one asks for a meeting, and has to say why', async () => {
      for (const account of ['member1', 'member2', 'member3', 'chair'] as const) {
        const page = await person(account)
        await answer(page, session, agreed)
        await answer(page, session, complex, account === 'member2' ? why : undefined)
        await expect(page.getByText('Đã nộp 2/2 phiếu')).toBeVisible()
      }
    })

    await test.step('nobody reads before the close who asked for a meeting or why; the chair closes', async () => {
      await secretary.goto(session)
      await expect(secretary.getByText('Đã đủ điều kiện; Chủ tịch Hội đồng có thể kết thúc')).toBeVisible()
      await expect(secretary.getByText(why)).toHaveCount(0)
      await chair.goto(session)
      await chair.getByRole('button', { name: 'Kết thúc lấy ý kiến' }).click()
      await confirmFinal(chair, 'Kết thúc phiên họp')
      await expect(chair.getByRole('heading', { name: 'Kết quả' })).toBeVisible()
      await expect(chair.getByRole('article').filter({ hasText: agreed })).toContainText('76,00 điểm')
      await expect(chair.getByText(`Có ý kiến đề nghị họp: ${why}`)).toBeVisible()
    })

    await test.step('the one that all agreed on gets its decision', async () => {
      await recordDecision(office, await draftDecision(office, session), '4501')
      await producer.goto(dossiers.get(agreed)!)
      await expect(producer.getByText('Được công nhận').first()).toBeVisible()
    })

    await test.step('the other is offered to the next meeting, with why it is one', async () => {
      await secretary.goto('/van-phong/hoi-dong/mo-phien')
      await expect(secretary.getByRole('checkbox', { name: complex })).toBeChecked()
      await expect(secretary.getByText(`Có ý kiến đề nghị họp: ${why}`)).toBeVisible()
      await expect(secretary.getByRole('checkbox', { name: agreed })).toHaveCount(0)
    })
  })
})

/** Begins the re-evaluation of a product and fills it; what was taken over is looked at. */
async function renew(page: Page, product: string): Promise<string> {
  await page.goto('/van-phong/ho-so/moi')
  await page.getByRole('listitem').filter({ hasText: product }).getByRole('link').click()
  await page.getByRole('radio', { name: /Đánh giá lại/ }).check()
  await page.getByRole('button', { name: 'Bắt đầu hồ sơ' }).click()
  await page.waitForURL(/\/ho-so\/dos_\w+$/)
  const dossier = new URL(page.url()).pathname
  await fillParts(page, dossier)
  await page.getByRole('link', { name: 'Sản phẩm và đăng ký', exact: true }).click()
  await page.getByLabel(/^Nội dung thay đổi/).fill('Đổi vùng nguyên liệu, thêm máy đóng gói.')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.waitForURL(`**${dossier}`)
  await scoreItself(page, dossier, fourStars)
  await page.goto(`${dossier}/minh-chung`)
  await page.getByRole('button', { name: 'Đã xem, các giấy còn đúng' }).click()
  await expect(page.getByRole('button', { name: 'Đã xem, các giấy còn đúng' })).toHaveCount(0)
  return dossier
}

/** One sheet with four stars, and whether the council should meet. */
async function answer(page: Page, session: string, product: string, meetBecause?: string): Promise<void> {
  await page.goto(session)
  await page.getByRole('link', { name: product }).click()
  for (const [criterion, value] of Object.entries(fourStars)) await choose(page, criterion, value)
  const handIn = page.getByRole('button', { name: 'Nộp phiếu' })
  if (meetBecause) {
    await page.getByRole('radio', { name: /Đề nghị Hội đồng họp/ }).check()
    await handIn.click()
    await expect(page.getByText('Hãy ghi vì sao nên họp về hồ sơ này.').first()).toBeVisible()
    await page.getByLabel(/^Vì sao nên họp/).fill(meetBecause)
  } else await page.getByRole('radio', { name: 'Đồng ý kết luận bằng văn bản' }).check()
  await handIn.click()
  await expect(page.getByRole('heading', { level: 2, name: 'Phiếu chấm của tôi' })).toBeVisible()
}
