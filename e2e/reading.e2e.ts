import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { bookmarksOfPdf, pagesOfPdf, wordsOfPdf } from '../packages/papers/test-reading.ts'
import { byScript, expect, test } from './fixtures.ts'
import { attachPaper, fileDossier, fillParts, fourStars, registerProduct, scoreItself } from './way/dossier.ts'
import { appraise, conveneCouncil, proposeToProvince } from './way/office.ts'
import { fetchFile } from './way/papers.ts'

/** Two pages in plain colours, so that a picture of them can be told apart by its middle. */
async function aScan(): Promise<Buffer> {
  const paper = await PDFDocument.create()
  const { rgb } = await import('@cantoo/pdf-lib')
  for (const color of [rgb(0.9, 0.2, 0.2), rgb(0.2, 0.2, 0.9)])
    paper.addPage([595, 842]).drawRectangle({ x: 60, y: 60, width: 475, height: 722, color })
  return Buffer.from(await paper.save({ useObjectStreams: false }))
}

async function attach(page: Page, dossier: string, title: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto(`${dossier}/minh-chung?tieu-chi=3.5&them=7`)
  await page.getByLabel('Tên giấy').fill(title)
  await page.getByLabel(/^Ảnh chụp hoặc tệp/).setInputFiles(file)
  await page.getByRole('button', { name: 'Lưu giấy' }).click()
  await expect(page.getByRole('button', { name: `Bỏ ra ${title}` })).toBeVisible()
}

/** The colour in the middle of the picture that stands beside the text. */
async function middleOf(page: Page): Promise<[number, number, number]> {
  const picture = page.getByRole('complementary').getByRole('img')
  const answer = await page.request.get(new URL((await picture.getAttribute('src'))!, page.url()).href)
  expect(answer.headers()['content-type']).toBe('image/webp')
  const { data, info } = await sharp(await answer.body())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3
  return [data[at]!, data[at + 1]!, data[at + 2]!]
}

async function withoutFaults(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

test.describe('reading what one judges', { tag: '@no-js' }, () => {
  test('the province sees word by word what changed after a return, a member reads a page of a PDF beside the answer, and the set is one PDF', async ({
    as,
  }, info) => {
    test.setTimeout(240_000)
    const { javaScriptEnabled } = info.project.use
    const options = { javaScriptEnabled }
    const product = `Kẹo đọc thử ${info.project.name === 'browser' ? 'có' : 'không'} lệnh ${Date.now().toString(36)}`
    const [paper, photo] = [`Nhãn hiệu của ${product}`, `Ảnh xưởng của ${product}`]
    const producer = await as('producer')
    const commune = await as('communeOfficer')
    const office = await as('provincialOfficer', options)
    let [dossier, code] = ['', '']

    await test.step('the producer files, is asked, changes a word and files again', async () => {
      dossier = await registerProduct(producer, product)
      await fillParts(producer, dossier)
      await scoreItself(producer, dossier, fourStars)
      await attach(producer, dossier, paper, { name: 'nhan-hieu.pdf', mimeType: 'application/pdf', buffer: await aScan() })
      const image = sharp({ create: { width: 900, height: 1200, channels: 3, background: '#3a3' } })
      await attach(producer, dossier, photo, { name: 'xuong.jpg', mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() })
      await attachPaper(producer, dossier, `Đăng ký hợp tác xã, bản chụp cho ${product}`)
      code = await fileDossier(producer, dossier)

      await commune.goto('/van-phong/xa')
      await commune.getByLabel('Tra theo mã hồ sơ').fill(code)
      await commune.getByRole('button', { name: 'Xem', exact: true }).click()
      await commune.getByRole('link', { name: 'Yêu cầu bổ sung' }).click()
      const line = commune.getByRole('group', { name: 'Dòng 1' })
      await line.getByLabel('Chỗ cần bổ sung').selectOption({ label: 'Tình hình sản xuất, kinh doanh' })
      await line.getByLabel('Cần bổ sung gì').fill('Nói rõ bán ở những chợ nào.')
      await commune.getByRole('button', { name: 'Gửi yêu cầu cho chủ thể' }).click()
      await commune.waitForURL((url) => !url.pathname.endsWith('/tra-lai'))

      await producer.goto(dossier)
      const slip = producer.getByRole('listitem').filter({ hasText: 'Phiếu yêu cầu bổ sung' }).getByRole('link', { name: /^PDF/ })
      const asked = await wordsOfPdf(await fetchFile(producer, (await slip.getAttribute('href'))!))
      expect(asked).toContain('Tình hình sản xuất, kinh doanh: Nói rõ bán ở những chợ nào.')
      await producer.goto(`${dossier}/phan/san-xuat`)
      if (javaScriptEnabled !== false) await byScript(producer)
      await producer.getByLabel('Nơi bán và cách bán').fill('Chợ, siêu thị trong tỉnh, một sàn thương mại điện tử.')
      await producer.getByRole('button', { name: 'Lưu', exact: true }).click()
      await producer.waitForURL(`**${dossier}`)
      await fileDossier(producer, dossier)
      await proposeToProvince(commune, code)
    })

    await test.step('the office reads what changed, word by word, and what was asked for', async () => {
      await office.goto(`${dossier}/doc`)
      await expect(office.getByRole('heading', { level: 1 })).toHaveText(product)
      await expect(office.getByText('Nói rõ bán ở những chợ nào.')).toBeVisible()
      await expect(office.getByText('1 chỗ đổi so với lần nộp trước.')).toBeVisible()
      await expect(office.locator('del')).toContainText('đại lý')
      await expect(office.locator('ins')).toContainText('siêu thị')
      await withoutFaults(office)
      await office.getByRole('link', { name: 'Chỉ xem chỗ đổi' }).click()
      await expect(office.getByText('Nơi bán và cách bán')).toBeVisible()
      await expect(office.getByText('Kế hoạch mở thị trường')).toHaveCount(0)
      await office.getByRole('link', { name: 'Xem toàn bộ' }).click()
      await expect(office.getByText('Kế hoạch mở thị trường')).toBeVisible()
    })

    await test.step('the set is one PDF whose bookmarks lead to its papers', async () => {
      const href = await office.getByRole('link', { name: /^Tải cả bộ hồ sơ/ }).getAttribute('href')
      const set = await fetchFile(office, href!)
      const [pages, marks] = [await pagesOfPdf(set), await bookmarksOfPdf(set)]
      expect(pages[0]).toContain(code)
      const form = marks.find(({ title }) => title.includes('Mẫu 01'))!
      expect(pages[form.page - 1]).toContain('PHIẾU ĐĂNG KÝ')
      const scan = marks.find(({ title }) => title === paper)!
      expect(pages[scan.page]).toContain(`trang ${scan.page + 1}/${pages.length}`)
      expect(marks.find(({ title }) => title === photo)!.page).toBe(scan.page + 2)
    })

    await test.step('a member reads the second page of a PDF as a picture under its criterion, before the scoring begins', async () => {
      const officer = await as('provincialOfficer')
      await appraise(officer, product)
      const session = await conveneCouncil(officer, product)
      const member = await as('member3', { ...options, viewport: { width: 360, height: 640 } })
      await member.goto(session)
      await member.getByRole('link', { name: 'Đọc toàn bộ hồ sơ' }).click()
      const criterion = member.getByRole('article').filter({ hasText: '3.5.' })
      await criterion.getByRole('link', { name: paper }).click()
      const beside = criterion.getByRole('complementary', { name: paper })
      await expect(beside.getByText('Trang 1/2')).toBeVisible()
      const [red, , little] = await middleOf(member)
      expect(red).toBeGreaterThan(150)
      expect(little).toBeLessThan(120)
      await beside.getByRole('link', { name: 'Trang sau' }).click()
      await expect(beside.getByText('Trang 2/2')).toBeVisible()
      expect((await middleOf(member))[2]).toBeGreaterThan(150)
      expect(await member.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await withoutFaults(member)
      await beside.getByRole('link', { name: 'Đóng giấy' }).click()
      await expect(member.getByRole('complementary', { name: paper })).toHaveCount(0)
      // The report of the adviser, and the sheet one step away.
      await expect(member.getByText('Cơ sở đúng như hồ sơ, sổ sách và hóa đơn khớp nhau.')).toBeVisible()
      await member.getByRole('link', { name: 'Phiếu chấm' }).first().click()
      await member.waitForURL((url) => !url.pathname.endsWith('/doc'))
      const address = member.url()
      expect((await (await as('buyer')).request.get(`${address}/doc`)).status()).toBe(404)
    })

    if (javaScriptEnabled !== false)
      await test.step('pages and papers are turned by the keyboard', async () => {
        await office.goto(`${dossier}/doc`)
        await office.getByRole('article').filter({ hasText: '3.5.' }).getByRole('link', { name: paper }).click()
        const beside = office.getByRole('complementary', { name: paper })
        await expect(beside.getByText('Trang 1/2')).toBeVisible()
        await office.keyboard.press('ArrowRight')
        await expect(beside.getByText('Trang 2/2')).toBeVisible()
        await office.keyboard.press('Shift+ArrowRight')
        await expect(office.getByRole('complementary', { name: photo })).toBeVisible()
      })
  })
})
