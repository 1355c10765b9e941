import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { wordsOfPdf } from '../packages/papers/test-reading.ts'
import { expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { beginScoring, scoreSheet } from './way/council.ts'
import { certificateOf, draftDecision, recordDecision } from './way/decision.ts'
import { attachPaper, fileDossier, fillParts, fiveStars, registerProduct, scoreItself } from './way/dossier.ts'
import type { Points } from './way/dossier.ts'
import { appraise, confirmFinal, conveneCouncil, proposeToProvince, todayInVietnam } from './way/office.ts'
import { fetchFile } from './way/papers.ts'

type As = (account: Account, options?: { javaScriptEnabled: boolean }) => Promise<Page>

/** From the first word to the draft of the decision, with the small council: gives the address of the draft. */
async function toTheDraft(as: As, product: string, points: Points): Promise<string> {
  const producer = await as('producer')
  const office = await as('provincialOfficer')
  const dossier = await registerProduct(producer, product)
  await fillParts(producer, dossier)
  await scoreItself(producer, dossier, points)
  await attachPaper(producer, dossier, `Giấy chứng nhận đăng ký hợp tác xã, bản chụp cho ${product}`)
  await proposeToProvince(await as('communeOfficer'), await fileDossier(producer, dossier))
  await appraise(office, product)
  const session = await conveneCouncil(office, product, /ba ủy viên/)
  await beginScoring(await as('secretary'), session)
  for (const account of ['member1', 'member2', 'member3', 'chair'] as const)
    await scoreSheet(await as(account, { javaScriptEnabled: false }), session, points)
  const chair = await as('chair')
  await chair.goto(session)
  await chair.getByRole('button', { name: 'Kết thúc phiên họp' }).click()
  await confirmFinal(chair, 'Kết thúc phiên họp')
  return draftDecision(office, session)
}

const number = () => String(Date.now() % 1_000_000)

test('five stars with their minimums go to the ministry as one file, the province gives four meanwhile, and five supersede them', async ({
  as,
}) => {
  test.setTimeout(240_000)
  const product = `Kẹo dừa năm sao ${Date.now().toString(36)}`
  const office = await as('provincialOfficer')
  const anyone = await as('visitor')
  const decision = await toTheDraft(as, product, fiveStars)

  await test.step('the office chooses four stars for meanwhile and enters the signed decision', async () => {
    await expect(office.getByRole('heading', { name: 'Trình Bộ 5 sao' })).toBeVisible()
    await office.getByLabel(product).selectOption({ label: 'Công nhận 4 sao' })
    await office.getByRole('button', { name: 'Lưu lựa chọn' }).click()
    await expect(office.getByText('Khi lưu: cấp 1 giấy chứng nhận, 1 sản phẩm chuyển sang chờ Bộ')).toBeVisible()
    expect(await wordsOfPdf(await fetchFile(office, `${decision}/giay/quyet-dinh.pdf`))).toContain('đến khi có kết quả của Bộ')
    await recordDecision(office, decision, number())
  })

  const four = await certificateOf(office, decision)
  await test.step('everyone reads four stars, and that five are considered', async () => {
    await anyone.goto(`/giay-chung-nhan/${four}`)
    await expect(anyone.getByRole('heading', { level: 1 })).toHaveText('Còn hiệu lực')
    await anyone.goto(`/san-pham?q=${encodeURIComponent(product)}`)
    await anyone.getByRole('link', { name: product }).click()
    await expect(anyone.getByRole('img', { name: '4 sao' }).first()).toBeVisible()
    await expect(anyone.getByText('Tiềm năng 5 sao').first()).toBeVisible()
  })

  await test.step('the file for the ministry has every paper, and its list of contents is true', async () => {
    const files = unzipSync(new Uint8Array(await fetchFile(office, `${decision}/ho-so-trinh-bo.zip`)))
    const sums = strFromU8(files['SHA256SUMS']!).trim().split('\n')
    expect(sums).toHaveLength(5)
    for (const line of sums) {
      const [hash = '', name = ''] = line.split('  ')
      expect(createHash('sha256').update(files[name]!).digest('hex'), name).toBe(hash)
      expect(strFromU8(files['MUC-LUC.txt']!)).toContain(hash)
      expect(await wordsOfPdf(Buffer.from(files[name]!)), name).toContain(product)
    }
    expect(sums.map((line) => line.split('  ')[1]!.split('/')[0])).toEqual([
      '01-cong-van-trinh-bo.pdf',
      '02-bao-cao-to-tu-van',
      '03-bien-ban-hop-hoi-dong.pdf',
      '04-quyet-dinh.pdf',
      '05-ho-so',
    ])
    expect((await (await as('communeOfficer')).request.get(`${decision}/ho-so-trinh-bo.zip`)).status()).toBe(403)
  })

  await test.step('the office records the letter, and the days of the ministry begin', async () => {
    await office.goto(decision)
    await expect(office.getByText(/^Gửi Bộ trước \d\d\/\d\d\/\d{4}$/)).toBeVisible()
    await office.getByLabel('Số công văn gửi Bộ').fill('15/UBND-NNMT')
    await office.getByLabel('Ngày gửi').fill(todayInVietnam())
    await office.getByRole('button', { name: 'Ghi đã gửi Bộ' }).click()
    await expect(office.getByText(/^Đã gửi Bộ: số 15\/UBND-NNMT/)).toBeVisible()
    await expect(office.getByText(/^Bộ xong trước \d\d\/\d\d\/\d{4}$/)).toBeVisible()
  })

  await test.step('the answer of five stars supersedes the four', async () => {
    await office.goto('/van-phong/quyet-dinh/cho-bo')
    await office.getByRole('checkbox', { name: product }).check()
    await office.getByRole('radio', { name: 'Bộ công nhận 5 sao' }).check()
    await office.getByLabel('Số quyết định').fill(number())
    await office.getByLabel('Ngày ký').fill(todayInVietnam())
    await office.getByLabel('Họ tên người ký').fill('Trần Văn Bộ')
    await office.getByLabel('Chức vụ người ký').fill('Bộ trưởng')
    await office.getByRole('button', { name: 'Lưu kết quả' }).click()
    await confirmFinal(office, 'Ghi kết quả của Bộ')
    await expect(office.getByRole('heading', { level: 1 })).toContainText('Quyết định số')
    await anyone.goto(`/giay-chung-nhan/${four}`)
    await expect(anyone.getByRole('heading', { level: 1 })).toHaveText('Đã được thay bằng giấy khác')
    await anyone.goto(`/san-pham?q=${encodeURIComponent(product)}`)
    await anyone.getByRole('link', { name: product }).click()
    await expect(anyone.getByRole('img', { name: '5 sao' }).first()).toBeVisible()
  })
})

test('ninety-nine points without a minimum of five stars are the province’s at once', async ({ as }) => {
  test.setTimeout(240_000)
  const product = `Kẹo dừa thiếu mức ${Date.now().toString(36)}`
  const office = await as('provincialOfficer')
  // 6.3 asks 3 points for five stars, and 2 for four.
  const decision = await toTheDraft(as, product, { ...fiveStars, '6.3': 2 })
  await expect(office.getByRole('heading', { name: 'Trình Bộ 5 sao' })).toBeHidden()
  await expect(office.getByText('Công nhận 4 sao')).toBeVisible()
  await recordDecision(office, decision, number())
  const anyone = await as('visitor')
  await anyone.goto(`/giay-chung-nhan/${await certificateOf(office, decision)}`)
  await expect(anyone.getByRole('heading', { level: 1 })).toHaveText('Còn hiệu lực')
})
