import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { beginScoring, scoreAgain, scoreSheet } from './way/council.ts'
import { attachPaper, fileDossier, fillParts, fourStars, registerProduct, scoreItself } from './way/dossier.ts'
import { appraise, conveneCouncil, proposeToProvince } from './way/office.ts'
import { fetchFile, wordsOfPdf } from './way/papers.ts'

/** All who score: seven members and the chair. */
const council = ['member1', 'member2', 'member3', 'member4', 'member5', 'member6', 'member7', 'chair'] as const satisfies readonly Account[]

/** One member gives 11 points fewer: 65. */
const strict = { ...fourStars, '1.3': 1, '1.4': 1, '4.2': 0, '4.3': 0, '5.2': 0, '10.0': 1, '11.0': 1 }

test('one product goes the whole way: dossier, star, label, sale, report', async ({ as }) => {
  test.setTimeout(150_000)
  const product = `Kẹo dừa sáp lá dứa ${Date.now().toString(36)}`
  const producer = await as('producer')
  const office = await as('provincialOfficer')
  let code = ''
  let session = ''

  await test.step('the producer fills the dossier, sees what the next star asks, files it and keeps the receipt', async () => {
    const dossier = await registerProduct(producer, product)
    await fillParts(producer, dossier)
    await scoreItself(producer, dossier, fourStars)
    await expect(producer.getByRole('img', { name: 'Tự chấm đạt 4 sao' })).toBeVisible()
    await expect(producer.getByText('Để đạt 5 sao còn thiếu')).toHaveText(/14 điểm\s+và\s+6 mức tối thiểu/)
    await attachPaper(producer, dossier, `Giấy chứng nhận đăng ký hợp tác xã, bản chụp cho ${product}`)
    code = await fileDossier(producer, dossier)
    expect(await wordsOfPdf(await fetchFile(producer, `${dossier}/giay/mau-01.pdf`))).toContain(product)
  })

  await test.step('the commune checks it and proposes', async () => {
    await proposeToProvince(await as('communeOfficer'), code)
  })

  await test.step('the province takes it into the round, reports on it and opens a session', async () => {
    await appraise(office, product)
    session = await conveneCouncil(office, product)
  })

  await test.step('seven members and the chair score, each alone; a wide deviation is discussed', async () => {
    const secretary = await as('secretary')
    await beginScoring(secretary, session)
    for (const account of council) {
      await scoreSheet(await scoringAs(as, account), session, account === 'member4' ? strict : fourStars)
    }
    await secretary.goto(session)
    await expect(secretary.getByText('Lệch 11 điểm')).toBeVisible()
    await secretary.getByRole('button', { name: 'Mở thảo luận, trả phiếu để chấm lại' }).click()
    await secretary.getByLabel('Hội đồng đã thảo luận gì').fill('Hội đồng xem lại sổ bán hàng và các kênh quảng bá.')
    await secretary.getByRole('button', { name: 'Lưu' }).first().click()
    for (const account of council) {
      const change = account === 'member4' ? { points: { '4.2': 2, '4.3': 3 }, reason: 'Đã xem sổ bán hàng.' } : undefined
      await scoreAgain(await scoringAs(as, account), session, change)
    }
  })

  await test.step('the chair closes: the average is exact, the star holds', async () => {
    const chair = await as('chair')
    await chair.goto(session)
    await chair.getByRole('button', { name: 'Kết thúc phiên họp' }).click()
    // Seven sheets of 76 points and one of 70: 602 / 8.
    const result = chair.getByRole('article').filter({ hasText: product })
    await expect(result).toContainText('75,25 điểm')
    await expect(result).toContainText('Trung bình của 8 phiếu, tổng 602 điểm')
    await expect(result.getByRole('img', { name: '4 sao' })).toBeVisible()
  })
})

/** Members score without JavaScript: a sheet is a plain form too, and filling it asks for one answer of the server instead of thirty. */
const scoringAs = (as: (account: Account, options?: { javaScriptEnabled: boolean }) => Promise<Page>, account: Account) =>
  as(account, { javaScriptEnabled: false })
