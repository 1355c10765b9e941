import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import PostalMime from 'postal-mime'
import { testMailServer } from '../platform/testing-mail.ts'
import { accounts, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

/** A browser of somebody's own, on a telephone. */
async function open(browser: Browser, url: string): Promise<Page> {
  const { javaScriptEnabled } = test.info().project.use
  return (await browser.newContext({ baseURL: url, viewport: { width: 360, height: 640 }, javaScriptEnabled })).newPage()
}

/** The checker itself is a script: where pages run none, it was asked in the other run of the same journey. */
async function withoutFaults(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
}

async function signIn(browser: Browser, url: string, account: Account): Promise<Page> {
  const page = await open(browser, url)
  await page.goto('/dang-nhap')
  await page.locator('input[name="email"]').fill(accounts[account])
  await page.locator('input[name="password"]').fill('dacsan-demo')
  await page.locator('input[name="password"]').press('Enter')
  await page.waitForURL(/\/van-phong/)
  return page
}

test.describe('word reaches people', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  let server: Awaited<ReturnType<typeof testMailServer>>
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    server = await testMailServer()
    product = await aFreshProduct('demo', 'vinh-long', { SMTP_URL: server.url, MAIL_FROM: 'Đặc Sản <tin@dacsan.test>' })
    await product.start()
  })
  test.afterAll(async () => {
    await product.remove()
    await server.close()
  })

  /** The mails to an address, as a mail program reads them. */
  const mailsTo = async (address: string) => {
    const own = server.box.filter(({ to }) => to.includes(address))
    const mails = await Promise.all(own.map(({ raw }) => PostalMime.parse(raw)))
    return mails.map(({ subject = '', text = '', from }) => ({ subject, text, from: from?.address }))
  }
  const about = async (address: string, subject: string) => (await mailsTo(address)).filter((mail) => mail.subject.includes(subject))
  /** Waits for the mails of that subject; several tries of a minute each where the server was away. */
  const wait = (address: string, subject: string, minutes: number) =>
    expect.poll(async () => (await about(address, subject)).length, { timeout: minutes * 60_000, intervals: [500] }).toBe(1)
  const outgoing = async (browser: Browser, search: string) => {
    const page = await signIn(browser, product.url, 'administrator')
    await page.goto('/van-phong')
    await page.getByRole('main').getByRole('link', { name: 'Tin đã gửi', exact: true }).click()
    await page.getByLabel('Người nhận, nội dung hoặc mã').fill(search)
    await page.getByRole('main').getByRole('search').getByRole('button').click()
    await expect(page.getByRole('table').or(page.getByText('Không có dòng nào khớp'))).toBeVisible()
    return page
  }
  const [dossier, asked] = ['Cơm dừa sáp cấp đông (mẫu)', 'Hồ sơ “Cơm dừa sáp cấp đông (mẫu)” cần bổ sung']

  test('a dossier that the commune returns is counted at its producer and leads to the dossier, also while no mail goes out', async ({
    browser,
  }, info) => {
    // The other run of this journey has its mail at once.
    if (info.project.name === 'browser') server.behave.recipient = 451
    const officer = await signIn(browser, product.url, 'communeOfficer')
    await officer.goto('/van-phong/xa')
    await officer.getByRole('link', { name: dossier }).click()
    await officer.getByText('Yêu cầu bổ sung', { exact: true }).click()
    const line = officer.getByRole('group', { name: 'Dòng 1' })
    await line.getByLabel('Chỗ cần bổ sung').selectOption({ index: 1 })
    await line.getByLabel('Cần bổ sung gì').fill('Ghi rõ sản lượng của từng hộ.')
    await officer.getByRole('button', { name: 'Gửi yêu cầu cho chủ thể' }).click()
    await officer.waitForURL(/\/xa(\/dos_\w+)?(\?.*)?$/)

    const producer = await signIn(browser, product.url, 'producer')
    const inbox = producer.getByRole('banner').getByRole('link', { name: /^Hộp tin/ })
    await expect(async () => {
      await producer.reload()
      await expect(inbox).toHaveText(/[1-9]\d* tin chưa đọc/)
    }).toPass({ timeout: 20_000 })
    await withoutFaults(producer)
    const before = Number(/\d+/.exec(await inbox.innerText())![0])
    await inbox.click()
    await expect(producer.getByRole('heading', { level: 1 })).toHaveText('Hộp tin')
    await withoutFaults(producer)
    await producer.getByRole('link', { name: asked }).click()
    await producer.waitForURL(/\/van-phong\/ho-so\/dos_\w+$/)
    await expect(producer.getByText('Ghi rõ sản lượng của từng hộ.').first()).toBeVisible()
    await expect(inbox).toHaveText(before === 1 ? 'Hộp tin' : new RegExp(`${before - 1} tin chưa đọc`))

    const stranger = await signIn(browser, product.url, 'otherProducer')
    await stranger.goto('/van-phong/tin')
    await expect(stranger.getByRole('link', { name: asked })).toHaveCount(0)
    if (info.project.name === 'browser') {
      const page = await outgoing(browser, dossier)
      await expect(page.getByRole('row').filter({ hasText: asked }).getByText('Chờ gửi')).toBeVisible()
      await expect(page.getByRole('row').filter({ hasText: asked })).toContainText('máy chủ thư chưa nhận (451)')
      await withoutFaults(page)
      expect(await about(accounts.producer, asked)).toEqual([])
      delete server.behave.recipient
    }
  })

  test('an invitation arrives in a real mailbox, is the printed one, and opens the account', async ({ browser }) => {
    const email = 'kim.ngoc@vidu.vn'
    const printed = await product.command(
      'account',
      'create',
      '--email',
      email,
      '--name',
      'Kim Thị Ngọc',
      '--role',
      'commune-officer',
      '--org',
      'xa-cau-ke',
    )
    await wait(email, 'Lời mời vào hệ thống', 1)
    const [mail] = await about(email, 'Lời mời vào hệ thống')
    expect(mail!.from).toBe('tin@dacsan.test')
    expect(mail!.text).toContain('Kính gửi Kim Thị Ngọc,')
    const [address] = /http:\/\/localhost:\d+\/\S*moi\S*/.exec(mail!.text)!
    expect(address).toBe(printed)
    const page = await open(browser, product.url)
    await page.goto(address)
    await page.getByLabel('Mật khẩu mới').fill('một cây làm chẳng nên non')
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
    await expect(page.getByRole('main').getByRole('link', { name: 'Hồ sơ của xã', exact: true })).toBeVisible()
    // What lies in the inbox leads to no new password: who sits at an open session must not get one.
    await page.goto('/van-phong/tin')
    await page.getByRole('link', { name: 'Lời mời vào hệ thống' }).click()
    await page.waitForURL('**/van-phong/tai-khoan')

    const out = await outgoing(browser, 'Kim Thị Ngọc')
    await expect(out.getByRole('row').filter({ hasText: 'Lời mời vào hệ thống' })).toContainText('Đã giao')
    await withoutFaults(out)
  })

  test('the mail about the dossier comes once the server takes mail again, once, and leads where the inbox leads', async ({ browser }) => {
    test.setTimeout(360_000)
    await wait(accounts.producer, asked, 5)
    const [mail] = await about(accounts.producer, asked)
    expect(mail!.text).toContain('yêu cầu bổ sung 1 nội dung')
    const [address] = new RegExp(`${product.url}/van-phong/ho-so/dos_\\w+`).exec(mail!.text)!
    const producer = await signIn(browser, product.url, 'producer')
    await producer.goto(address)
    await expect(producer.getByRole('heading', { level: 1 })).toContainText(dossier)
    const page = await outgoing(browser, dossier)
    await expect(page.getByRole('row').filter({ hasText: asked })).toContainText('Đã giao')
    // Everything that is due went by now, and nothing went twice.
    expect(await about(accounts.producer, asked)).toHaveLength(1)
  })

  test('whoever has an account chooses by which ways word comes, and what the law wants told stays', async ({ browser }) => {
    const page = await signIn(browser, product.url, 'producer')
    await page.goto('/van-phong/tai-khoan/tin')
    await withoutFaults(page)
    const ofWork = page.getByRole('group', { name: 'Công việc' }).getByRole('checkbox', { name: 'Thư điện tử' })
    const ofLaw = page.getByRole('group', { name: 'Theo quy định' })
    await expect(ofLaw.getByRole('checkbox', { name: 'Thư điện tử (Luôn gửi)' })).toBeDisabled()
    await ofWork.uncheck()
    await page.getByLabel('Số di động').fill('0294 3855 246')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('không phải số di động')
    await expect(page.getByLabel('Số di động')).toHaveValue('0294 3855 246')
    await page.getByLabel('Số di động').fill('0912 345 678')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(page.getByText('Đã lưu.')).toBeVisible()
    await expect(ofWork).not.toBeChecked()
  })
})
