import { parseVietQr } from '@dacsan/vietqr'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { beginScoring, scoreAgain, scoreSheet } from './way/council.ts'
import { certificateOf, draftDecision, recordDecision } from './way/decision.ts'
import { attachPaper, fileDossier, fillParts, fourStars, registerProduct, scoreItself } from './way/dossier.ts'
import { intoCart, openLot, order, printLabels, putOnSale, sayNetContent } from './way/market.ts'
import { appraise, confirmFinal, conveneCouncil, proposeToProvince } from './way/office.ts'
import { qrOfPicture, qrsOfPdf, wordsOfPdf } from '../packages/papers/test-reading.ts'
import { fetchFile, wordsOfOffice } from './way/papers.ts'
import { proposeWithdrawal } from './way/withdrawal.ts'

/** All who score: seven members and the chair. */
const council = ['member1', 'member2', 'member3', 'member4', 'member5', 'member6', 'member7', 'chair'] as const satisfies readonly Account[]

/** One member gives 11 points fewer: 65. */
const strict = { ...fourStars, '1.3': 1, '1.4': 1, '4.2': 0, '4.3': 0, '5.2': 0, '10.0': 1, '11.0': 1 }

test('one product goes the whole way: dossier, star, label, sale, report', async ({ as }) => {
  test.setTimeout(300_000)
  const product = `Kẹo dừa sáp lá dứa ${Date.now().toString(36)}`
  const producer = await as('producer')
  const office = await as('provincialOfficer')
  const leader = await as('leader')
  const anyone = await as('visitor')
  let [code, session, decision, page, followed] = ['', '', '', '', '']

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
    const cancelled = await conveneCouncil(office, product)
    await office.goto(cancelled)
    await office.getByText('Đổi lịch hoặc hủy phiên họp').click()
    await office.getByLabel('Lý do').fill('Chờ kết quả kiểm nghiệm.')
    await office.getByRole('button', { name: 'Hủy phiên họp' }).click()
    await confirmFinal(office, 'Hủy phiên họp')
    await expect(office.getByText('Phiên họp này đã hủy')).toBeVisible()
    session = await conveneCouncil(office, product)
    await office.goto(session)
    await office.getByText('Đổi lịch hoặc hủy phiên họp').click()
    await office.getByLabel('Nơi họp').fill('Hội trường tầng 2')
    await office.getByLabel('Lý do').fill('Hội trường cũ đang sửa.')
    await office.getByRole('button', { name: 'Đổi lịch', exact: true }).click()
    await expect(office.getByText('Phiên họp đã đổi lịch')).toBeVisible()
  })

  await test.step('seven members and the chair score, each alone; a wide deviation is discussed', async () => {
    const secretary = await as('secretary')
    await beginScoring(secretary, session)
    for (const account of council) {
      await scoreSheet(await scoringAs(as, account), session, account === 'member4' ? strict : fourStars)
    }
    await secretary.goto(session)
    await expect(secretary.getByText('Lệch quá mức, cần thảo luận', { exact: true })).toBeVisible()
    await secretary.getByRole('button', { name: 'Mở thảo luận, trả phiếu để chấm lại' }).click()
    await expect(secretary.getByText(/^Chưa nộp:/)).toBeVisible()
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
    await confirmFinal(chair, 'Kết thúc phiên họp')
    // Seven sheets of 76 points and one of 70: 602 / 8.
    const result = chair.getByRole('article').filter({ hasText: product })
    await expect(result).toContainText('75,25 điểm')
    await expect(result).toContainText('Trung bình của 8 phiếu, tổng 602 điểm')
    await expect(result.getByRole('img', { name: '4 sao' })).toBeVisible()
  })

  await test.step('the office has minutes, proposal and decision as papers, and enters what was signed', async () => {
    decision = await draftDecision(office, session)
    for (const paper of ['bien-ban.pdf', 'to-trinh.pdf', 'quyet-dinh.pdf']) {
      expect(await wordsOfPdf(await fetchFile(office, `${decision}/giay/${paper}`)), paper).toContain(product)
    }
    expect(wordsOfOffice(await fetchFile(office, `${decision}/giay/bien-ban.docx`))).toContain('75,25')
    const before = await figure(leader, 'valid')
    await recordDecision(office, decision, String(Date.now() % 1_000_000))
    expect(await figure(leader, 'valid')).toBe(before + 1)
    const signed = await wordsOfPdf(await fetchFile(office, `${decision}/giay/quyet-dinh.pdf`))
    expect(signed).toContain('tại Tờ trình số 215/')
    expect(signed).toContain('có hiệu lực kể từ ngày ký')
  })

  await test.step('everyone finds the product in the register and its certificate valid', async () => {
    const certificate = await certificateOf(office, decision)
    await anyone.goto(`/san-pham?q=${encodeURIComponent(product.replace('Kẹo dừa sáp lá dứa', 'keo dua sap la dua'))}`)
    await anyone.getByRole('link', { name: product }).click()
    await expect(anyone.getByRole('img', { name: '4 sao' }).first()).toBeVisible()
    page = new URL(anyone.url()).pathname
    await anyone.getByRole('link', { name: 'Xem giấy chứng nhận' }).click()
    await expect(anyone).toHaveURL(new RegExp(`/giay-chung-nhan/${encodeURIComponent(certificate)}$`))
    await expect(anyone.getByText('Còn hiệu lực').first()).toBeVisible()
    const paper = await wordsOfPdf(await fetchFile(producer, `/van-phong/quyet-dinh/chung-nhan/${certificate}/giay.pdf`))
    expect(paper).toContain(product)
  })

  await test.step('the producer opens a lot and prints labels; a reader that is not ours finds the scan page in them', async () => {
    await sayNetContent(producer, product, 'hộp 300 g')
    const lot = await openLot(producer, product, 40)
    const address = (await qrsOfPdf(await printLabels(producer, lot, 3)))[0]!
    const scan = await anyone.goto(new URL(address).pathname)
    expect(scan?.status()).toBe(200)
    await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(product)
    await expect(anyone.getByRole('main')).toContainText('4 sao')
  })

  await test.step('a buyer puts goods of two sellers into one cart: one order and one VietQR each, with amount and transfer code', async () => {
    await putOnSale(producer, office, product, { price: '65000', stock: 12 })
    await intoCart(anyone, 'banh tet ba mau', 'Bánh tét ba màu (mẫu)')
    await anyone.goto(page)
    await anyone.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await expect(anyone.getByText('Giỏ có 2 người bán')).toBeVisible()
    await order(anyone)
    const orders = anyone.getByRole('region', { name: 'Các đơn cùng lần đặt' }).getByRole('link', { name: 'Xem đơn này' })
    await expect(orders).toHaveCount(2)
    const addresses = await Promise.all(
      (await orders.all()).map(async (link) => new URL((await link.getAttribute('href'))!, anyone.url()).href),
    )
    for (const address of addresses) {
      await anyone.goto(address)
      const code = /DS[A-Z2-9]{8}/.exec(address)![0]
      const qr = (await qrOfPicture(await anyone.getByRole('img', { name: new RegExp(`^Mã VietQR.*${code}`) }).screenshot()))!
      const transfer = parseVietQr(qr)
      expect(transfer).toMatchObject({ ok: true, value: { bin: '970415', initiation: '12' } })
      expect(transfer.ok && transfer.value.purpose).toContain(code)
      if (await anyone.getByText(product).first().isVisible()) followed = address
    }
  })

  await test.step('the seller confirms the money and hands over; the buyer sees it', async () => {
    await producer.goto('/van-phong/ban-hang')
    await producer.getByRole('link', { name: /DS[A-Z2-9]{8}/.exec(followed)![0] }).click()
    await producer.getByRole('button', { name: 'Xác nhận đã nhận tiền' }).click()
    await producer.getByRole('button', { name: 'Đã giao hàng' }).click()
    await expect(producer.getByRole('listitem').filter({ hasText: 'Giao hàng' })).toBeVisible()
    await anyone.goto(followed)
    await expect(anyone.getByRole('region', { name: 'Tình trạng' }).getByText('Người bán đã nhận đủ tiền và đã giao hàng.')).toBeVisible()
  })

  await test.step('the leader opens the rows behind the figure and takes the report along', async () => {
    await leader.goto(`/van-phong/so-lieu/valid?q=${encodeURIComponent(product)}`)
    await expect(leader.getByRole('cell', { name: product })).toBeVisible()
    await leader.goto('/van-phong/bao-cao')
    for (const [name, kind] of [
      ['Tải bản Word', 'word'],
      ['Tải bảng Excel', 'excel'],
    ] as const) {
      const href = (await leader.getByRole('link', { name }).getAttribute('href'))!
      expect(wordsOfOffice(await fetchFile(leader, href)), kind).toContain('Sản phẩm trong sổ đăng ký')
    }
  })

  await test.step('the office takes the certificate back, and the decision on it is a paper for office and producer', async () => {
    const certificate = `/van-phong/quyet-dinh/chung-nhan/${await certificateOf(office, decision)}`
    await office.goto(certificate)
    await proposeWithdrawal(office, { reason: 'Ngừng sản xuất', number: '12/KL-SNNMT' })
    await office.getByRole('checkbox', { name: product }).check()
    await office.getByLabel('Số quyết định').fill(String(1 + (Date.now() % 1_000_000)))
    await office.getByLabel('Họ tên người ký').fill('Trần Thị Ký')
    await office.getByLabel('Chức vụ người ký').fill('Phó Chủ tịch')
    await office.getByRole('button', { name: 'Thu hồi giấy chứng nhận' }).click()
    await confirmFinal(office, 'Thu hồi giấy chứng nhận')
    const href = (await office.getByRole('link', { name: 'Quyết định thu hồi (PDF)' }).getAttribute('href'))!
    for (const page of [office, producer]) {
      const paper = await wordsOfPdf(await fetchFile(page, href))
      expect(paper).toContain('Lý do thu hồi: ngừng sản xuất.')
      expect(paper).toContain('PHÓ CHỦ TỊCH Trần Thị Ký')
    }
    expect((await anyone.request.get(href, { maxRedirects: 0 })).status()).not.toBe(200)
  })
})

/** A figure of the report with what is sample data: what the demonstration adds counts there. */
async function figure(page: Page, id: string): Promise<number> {
  await page.goto(`/van-phong/so-lieu/${id}`)
  // "12 dòng", or "Dòng 1–25 trong 41" where they are on several pages.
  const shown = await page.getByText(/^(\d+ dòng|Dòng .* trong \d+)$/).innerText()
  return Number(shown.match(/(\d+)(?= dòng$|$)/)![1])
}

/** Members score without JavaScript: a sheet is a plain form too, and filling it asks for one answer of the server instead of thirty. */
const scoringAs = (as: (account: Account, options?: { javaScriptEnabled: boolean }) => Promise<Page>, account: Account) =>
  as(account, { javaScriptEnabled: false })
