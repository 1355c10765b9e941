import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import PostalMime from 'postal-mime'
import sharp from 'sharp'
import { testMailServer } from '../platform/testing-mail.ts'
import { comeIn } from './first-day.ts'
import { expect, test } from './fixtures.ts'
import { sheetFile } from './sheet-file.ts'
import { aFreshProduct } from './start-product.ts'
import { attachPaper, fileDossier, fillParts, fourStars, registerProduct, scoreItself } from './way/dossier.ts'
import { appraise, conveneCouncil, proposeToProvince } from './way/office.ts'

/** The communes of today, as the province's own list of units has them. */
const [head = '', ...lines] = readFileSync(fileURLToPath(new URL('../data/provinces/vinh-long/units.csv', import.meta.url)), 'utf8')
  .trim()
  .split(/\r?\n/)
const communes = [...new Set(lines.map((line) => line.split(',')[head.split(',').indexOf('new_ward_code')]!))]
const own = '29341'

/** Those who judge and decide: address, name, role, organisation. */
const offices = [
  ['chuyen.vien@vidu.vn', 'Hồ Chuyên Viên', 'provincial-officer', 'van-phong-ocop'],
  ['thu.ky@vidu.vn', 'Võ Thư Ký', 'council-secretary', 'hoi-dong-ocop'],
  ['chu.tich@vidu.vn', 'Đỗ Chủ Tịch', 'council-chair', 'hoi-dong-ocop'],
  ['uy.vien.1@vidu.vn', 'Lý Ủy Viên', 'council-member', 'hoi-dong-ocop'],
  ['uy.vien.2@vidu.vn', 'Kim Ủy Viên', 'council-member', 'hoi-dong-ocop'],
] as const
const [officer, secretary, chair, ...members] = offices

const company = { name: 'Công ty TNHH Trà Vinh Farm (Sokfarm)', taxCode: '2100624710', phone: '0912 345 678', email: 'sokfarm@vidu.vn' }
const goods = 'Kẹo dừa mật hoa'

const aPhoto = async () => ({
  name: 'giay.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 600, height: 400, channels: 3, background: '#468' } })
    .jpeg()
    .toBuffer(),
})

test.describe('the first hour of a new office, on an installation without demo data', () => {
  test.describe.configure({ mode: 'serial', timeout: 600_000 })
  let server: Awaited<ReturnType<typeof testMailServer>>
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  const people = new Map<string, Page>()
  let [code, began] = ['', 0]
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    server = await testMailServer()
    product = await aFreshProduct('reference', 'vinh-long', { SMTP_URL: server.url, MAIL_FROM: 'Đặc Sản <tin@dacsan.test>' })
    await product.start()
    began = Date.now()
  })
  test.afterAll(async () => {
    await product.remove()
    await server.close()
  })

  const read = new Map<Buffer, { subject: string; text: string }>()
  const mailsTo = async (address: string) => {
    const mails = server.box.filter(({ to }) => to.includes(address))
    return Promise.all(
      mails.map(async ({ raw }) => {
        const known = read.get(raw)
        if (known) return known
        const { subject = '', text = '' } = await PostalMime.parse(raw)
        read.set(raw, { subject, text })
        return { subject, text }
      }),
    )
  }
  /** The one mail of a subject, as its addressee reads it. */
  const mail = async (address: string, subject: string) => {
    const found = async () => (await mailsTo(address)).filter((one) => one.subject.includes(subject))
    await expect.poll(async () => (await found()).length, { timeout: 60_000, message: `“${subject}” to ${address}` }).toBe(1)
    return (await found())[0]!.text
  }
  const addressIn = (text: string) => /https?:\/\/\S+/.exec(text)![0]
  const enter = async (browser: Browser, address: string) => {
    const page = await comeIn(browser, addressIn(await mail(address, 'Lời mời vào hệ thống')))
    page.setDefaultTimeout(30_000)
    people.set(address, page)
    return page
  }
  const who = (address: string) => people.get(address)!
  /** The desk says it, and the line leads to where it is done. */
  const waits = async (address: string, says: RegExp) => {
    const page = who(address)
    await page.goto('/van-phong')
    await expect(page.getByRole('main').getByRole('link', { name: says }).first()).toBeVisible()
  }
  const inbox = async (address: string, subject: string) => {
    await who(address).goto('/van-phong/tin')
    await expect(who(address).getByRole('link', { name: subject }).first()).toBeVisible()
  }

  test('the administrator makes the bodies and invites an officer of each of 124 communes, the office and a council; each has the mail', async ({
    browser,
  }) => {
    expect(communes).toHaveLength(124)
    const admin = await comeIn(browser, await product.command('administrator', 'quantri@vidu.vn', 'Nguyễn Quản Trị'))
    // One file opens all accounts or none: that takes its time where the machine has other work.
    admin.setDefaultTimeout(120_000)
    await admin.goto('/van-phong/quan-tri/bo-may')
    await admin.getByRole('button', { name: 'Lập các cơ quan đã đánh dấu' }).click()
    await expect(admin.getByText(/^Đã lập \d+ cơ quan\.$/)).toBeVisible()
    const heads = ['Thư điện tử', 'Họ tên', 'Vai trò', 'Mã tổ chức']
    const rows = [
      ...communes.map((commune) => [`can.bo.${commune}@vidu.vn`, `Cán bộ ${commune}`, 'commune-officer', commune]),
      [`can.bo.hai.${own}@vidu.vn`, 'Cán bộ Hai', 'commune-officer', own],
      ...offices.map((row) => [...row]),
    ]
    await admin.goto('/van-phong/quan-tri/tai-khoan/nhap')
    await admin.getByLabel('Tệp Excel hoặc CSV').setInputFiles(sheetFile([heads, ...rows]))
    await admin.getByRole('button', { name: 'Đưa vào hệ thống' }).click()
    await expect(admin.getByText(`Đã mở ${rows.length} tài khoản.`)).toBeVisible({ timeout: 60_000 })
    const invited = new Set(['quantri@vidu.vn', ...rows.map(([address]) => address)])
    await expect.poll(() => invited.difference(new Set(server.box.flatMap(({ to }) => to))).size, { timeout: 120_000 }).toBe(0)
    // A mail lies in its box a moment before the book says so.
    await expect(async () => {
      await admin.goto('/van-phong/tin-da-gui')
      await expect(admin.getByText(/^chờ 0 .*đã giao 13\d, lỗi 0$/)).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 60_000 })
    for (const address of [`can.bo.${own}@vidu.vn`, `can.bo.hai.${own}@vidu.vn`, ...offices.map(([mailbox]) => mailbox)])
      await enter(browser, address)
  })

  test('three producers come in: one finds itself in the register, one is new, one has an officer file for it', async ({ browser }) => {
    const [one, other] = [`can.bo.${own}@vidu.vn`, `can.bo.hai.${own}@vidu.vn`].map(who) as [Page, Page]
    const phone = await (await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 640 } })).newPage()
    const typed = async (page: Page, name: string, number: string, taxCode: string) => {
      await page.getByLabel(/^Mã số thuế/).fill(taxCode)
      await page.getByLabel(/^Người đại diện/).fill(name)
      await page.getByLabel(/^Số điện thoại/).fill(number)
      await page.locator('input[type=file]').setInputFiles(await aPhoto())
      await page.locator('input[name=declared]').check()
    }
    const asNew = async (page: Page, name: string) => {
      await page.getByLabel(/^Tên cơ sở/).fill(name)
      await page.locator('input[name=kind][value=household]').check()
      const commune = page.locator('select[name=communeCode]')
      if (await commune.isVisible()) await commune.selectOption(own)
    }
    const letIn = async (page: Page, name: string) => {
      await page.goto('/van-phong/chu-the-xin-vao')
      await page.getByRole('row').filter({ hasText: name }).getByRole('link').click()
      await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
      await expect(page.getByText('Đã xác nhận.')).toBeVisible()
      return page.locator('.slip code').innerText()
    }

    await phone.goto('/dang-ky')
    await phone.getByLabel(/^Tên cơ sở, tên sản phẩm/).fill('nuoc uong mat hoa dua')
    await phone.getByRole('main').getByRole('button', { name: 'Tìm' }).click()
    await phone.getByRole('link', { name: `Đúng là tôi: ${company.name}` }).click()
    await typed(phone, 'Phạm Đình Ngãi', company.phone, company.taxCode)
    await phone.getByLabel(/^Thư điện tử/).fill(company.email)
    await phone.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await phone.locator('p.code').waitFor()
    await waits(`can.bo.${own}@vidu.vn`, /1 (chủ thể|đề nghị)/)
    await letIn(one, 'Phạm Đình Ngãi')
    await enter(browser, company.email)

    await phone.goto('/dang-ky')
    await phone.getByRole('link', { name: 'Đăng ký mới' }).click()
    await asNew(phone, 'Hộ Thạch Thị Sáu')
    await typed(phone, 'Thạch Thị Sáu', '0987 654 321', '084 085 001 234')
    await phone.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await phone.locator('p.code').waitFor()
    await comeIn(browser, await letIn(one, 'Thạch Thị Sáu'))

    await one.goto('/van-phong/chu-the-xin-vao')
    await one.getByRole('link', { name: 'Nộp hộ' }).click()
    await asNew(one, 'Hộ Kim Sa Rết')
    await typed(one, 'Kim Sa Rết', '0977 123 456', '084 185 001 234')
    await one.getByRole('button', { name: 'Nộp hộ', exact: true }).click()
    await comeIn(browser, await letIn(other, 'Kim Sa Rết'))
  })

  test('a first dossier travels from its producer over commune and office to the council, and each who is to act next is told by mail and by the desk', async () => {
    const maker = who(company.email)
    await test.step('the producer files', async () => {
      await maker.goto('/van-phong')
      await expect(maker.getByRole('main').getByRole('link', { name: 'Hồ sơ OCOP', exact: true })).toBeVisible()
      const dossier = await registerProduct(maker, goods)
      await fillParts(maker, dossier)
      await scoreItself(maker, dossier, fourStars)
      await attachPaper(maker, dossier, 'Giấy chứng nhận đăng ký doanh nghiệp, bản chụp')
      code = await fileDossier(maker, dossier)
      expect(await mail(company.email, `đã nhận hồ sơ “${goods}”`)).toContain(code)
    })
    await test.step('the commune is told, checks and proposes', async () => {
      expect(await mail(`can.bo.${own}@vidu.vn`, `Hồ sơ mới cần xét: ${goods}`)).toContain(code)
      await waits(`can.bo.${own}@vidu.vn`, /1 hồ sơ chờ xã kiểm tra/)
      await proposeToProvince(who(`can.bo.${own}@vidu.vn`), code)
      expect(await mail(company.email, `Xã đã đề nghị hồ sơ “${goods}” lên tỉnh`)).toContain(code)
    })
    await test.step('the office is told, opens its first round, takes the dossier in and opens a session', async () => {
      const office = who(officer[0])
      // One mail a day for what is not urgent: tomorrow morning; the inbox and the desk have it now.
      await inbox(officer[0], `Hồ sơ chờ tiếp nhận: ${goods}`)
      await waits(officer[0], /1 hồ sơ/)
      await office.goto('/van-phong/dot')
      await office.getByLabel('Đợt', { exact: true }).selectOption({ index: 1 })
      await office.getByRole('button', { name: 'Mở đợt' }).click()
      await expect(office.getByText('Chưa có đợt nào')).toBeHidden()
      await appraise(office, goods, `${officer[1]} (${await organisationOf(office)})`)
      expect(await mail(company.email, `Tỉnh đã tiếp nhận hồ sơ “${goods}”`)).toContain(code)

      await office.goto('/van-phong/hoi-dong/thanh-lap')
      const seat = async (name: string, seatName: string) =>
        office.getByRole('group', { name, exact: true }).getByLabel('Vai trò').selectOption({ label: seatName })
      await seat(chair[1], 'Chủ tịch Hội đồng')
      await seat(secretary[1], 'Thư ký')
      for (const [, name] of members) await seat(name, 'Ủy viên')
      await office.getByRole('button', { name: 'Ghi Hội đồng' }).click()
      await office.waitForURL(/hoi-dong(?!\/thanh-lap)/)
      await conveneCouncil(office, goods)
    })
    await test.step('the council is told, and its members find the dossier on their desks', async () => {
      for (const [address] of [chair, ...members]) {
        expect(await mail(address, 'Mời họp Hội đồng ngày')).toContain('1 hồ sơ')
        await waits(address, /Đọc trước 1 hồ sơ|1 phiếu/)
      }
      await waits(secretary[0], /phiên/i)
      expect(await mail(company.email, `Hội đồng chấm “${goods}”`)).toContain(code)
    })
    const minutes = (Date.now() - began) / 60_000
    console.log(`first hour: ${server.box.length} mails, ${minutes.toFixed(1)} minutes of an hour for all of it`)
    expect(minutes).toBeLessThan(60)
    await test.step('nobody got a mail twice', async () => {
      const seen = await Promise.all(
        server.box.map(async ({ to, raw }) => {
          const { subject, text } = await PostalMime.parse(raw)
          return `${to.join()} ${subject} ${text}`
        }),
      )
      expect(new Set(seen).size).toBe(seen.length)
    })
  })

  const organisationOf = async (page: Page) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    return (await page.locator('header .me').innerText()).split('\n').at(-1)!.trim()
  }
})
