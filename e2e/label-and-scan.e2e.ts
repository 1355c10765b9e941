import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { confirmFinal } from './way/office.ts'

/** The checker itself is a script: where pages run none, it was asked in the other run of the same journey. */
async function withoutFaults(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

/** Opens a lot as the form proposes it, but for the quantity, which is that of the lot before; gives its address in the office. */
async function openLot(page: Page): Promise<string> {
  await page.goto('/van-phong/lo/moi')
  await page.getByLabel('Làm được bao nhiêu?').fill('60')
  await page.getByRole('button', { name: 'Mở lô' }).click()
  await page.waitForURL(/\/van-phong\/lo\/lot_/)
  return new URL(page.url()).pathname
}

async function scanPath(page: Page): Promise<string> {
  return (await page.getByRole('link', { name: 'Xem trang quét' }).getAttribute('href'))!
}

test('a producer opens a lot in three taps, records a harvest, prints labels', { tag: '@no-js' }, async ({ page, login }) => {
  await login('producer')
  const lot = await openLot(page)
  await withoutFaults(page)
  await page.getByRole('button', { name: 'Thu hoạch' }).click()
  await expect(page.locator('.timeline')).toContainText('Thu hoạch')

  await page.goto(`${lot}/tem`)
  await withoutFaults(page)
  await page.getByLabel('In bao nhiêu tem?').fill('20')
  const printed = await page.request.post(`${lot}/tem`, {
    headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
    form: { count: '20', layout: 'a4-3x8', skip: '0', requestKey: await page.locator('input[name="requestKey"]').inputValue() },
  })
  expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expect((await printed.body()).subarray(0, 4).toString()).toBe('%PDF')
  await page.goto(lot)
  await expect(page.getByText('20 tem', { exact: true })).toBeVisible()
})

test('C72: a scan page is one small answer and never asks for a password', { tag: '@no-js' }, async ({ page, login, context }) => {
  await login('producer')
  await openLot(page)
  const path = await scanPath(page)
  await context.clearCookies()
  const hosts: string[] = []
  page.on('request', (request) => hosts.push(new URL(request.url()).pathname))
  const answer = await page.goto(path)
  expect(answer?.status()).toBe(200)
  // A voice is asked for behind the page, where scripts run.
  expect(hosts.filter((one) => one !== '/read-aloud.js')).toEqual([path])
  expect((await answer!.body()).length).toBeLessThan(60_000)
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(1)
  await expect(page.locator('[data-read-aloud]')).toBeHidden()
  await expect(page.getByText(/mật khẩu/)).toHaveText(/không bao giờ hỏi mật khẩu/)
  for (const lang of ['', '/en', '/km']) {
    await page.goto(lang + path)
    await withoutFaults(page)
  }
})

test('a scan page is read aloud by a voice of the telephone, the verdict first, each part in its language', async ({ page, login }) => {
  await login('producer')
  await openLot(page)
  const path = await scanPath(page)
  // No browser here has a voice: this one says what it was asked to say.
  await page.addInitScript(() => {
    const said: string[] = []
    const speech = {
      said,
      speaking: false,
      pending: false,
      getVoices: () => [{ lang: 'en-US' }, { lang: 'vi_VN' }],
      speak(saying: { text: string; lang: string }) {
        said.push(`${saying.lang} ${saying.text}`)
        speech.speaking = true
      },
      cancel: () => (speech.speaking = false),
      addEventListener: () => {},
    }
    class Saying extends EventTarget {
      lang = ''
      voice: unknown = null
      text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    Object.defineProperties(globalThis, { speechSynthesis: { value: speech }, SpeechSynthesisUtterance: { value: Saying } })
  })
  const said = () => page.evaluate(() => (globalThis.speechSynthesis as unknown as { said: string[] }).said)
  await page.goto(path)
  await page.getByRole('button', { name: 'Nghe đọc trang này' }).click()
  const [first, ...rest] = await said()
  expect(first).toBe(`vi_VN ${await page.locator('.headline').first().innerText()}`)
  expect(rest).toContain(`vi_VN ${await page.getByRole('heading', { level: 1 }).innerText()}`)
  await page.getByRole('button', { name: 'Ngừng đọc' }).click()
  await expect(page.getByRole('button', { name: 'Nghe đọc trang này' })).toBeVisible()
  await page.goto(`/en${path}`)
  await page.getByRole('button', { name: 'Listen to this page' }).click()
  const inEnglish = await said()
  expect(inEnglish.some((one) => one.startsWith('en-US'))).toBe(true)
  expect(inEnglish.some((one) => one.startsWith('vi_VN'))).toBe(true)
  // Nobody reads Khmer here.
  await page.goto(`/km${path}`)
  await expect(page.locator('[data-read-aloud]')).toBeHidden()
})

test('C46: an unknown code gets a warning with a way to report it', { tag: '@no-js' }, async ({ page }) => {
  for (const [path, status] of [
    ['/t/00000000000001', 404],
    ['/01/08938501234568/10/X', 404],
    ['/01/123', 400],
  ] as const) {
    const answer = await page.goto(path)
    expect([path, answer?.status()]).toEqual([path, status])
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cảnh báo: mã không có trong hệ thống')
    await withoutFaults(page)
  }
  await page.getByRole('link', { name: 'Báo điều nghi ngờ' }).click()
  await expect(page.getByLabel('Mã hoặc địa chỉ trên tem')).toHaveValue('/01/123')
})

test('a report of doubt reaches the office, and its answer reaches the reporter', { tag: '@no-js' }, async ({ page, login, context }) => {
  await login('producer')
  await openLot(page)
  const path = await scanPath(page)
  await context.clearCookies()
  await page.goto(path)
  await page.getByText('Báo điều nghi ngờ').click()
  const words = `Tem dán đè <b>lên</b> tem khác ${Date.now()}`
  await page.getByLabel('Bạn thấy điều gì lạ?').fill(words)
  await page.getByRole('button', { name: 'Gửi phản ánh' }).click()
  await expect(page).toHaveURL(/\/phan-anh\/PA-/)
  const followed = page.url()
  await withoutFaults(page)

  await login('science')
  await page.goto('/van-phong/phan-anh')
  await page.getByRole('row').filter({ hasText: words }).getByRole('link').click()
  await withoutFaults(page)
  await page.getByLabel('Trả lời người phản ánh').fill('ngắn')
  await page.getByRole('button', { name: 'Trả lời và đóng' }).click()
  await expect(page.getByRole('alert')).toContainText('ít nhất một câu')
  await page.getByLabel('Trả lời người phản ánh').fill('Đã kiểm tra tại cơ sở, tem thật.')
  await page.getByRole('button', { name: 'Trả lời và đóng' }).click()
  await confirmFinal(page, 'Trả lời phản ánh')
  await expect(page).toHaveURL('/van-phong/phan-anh')

  await context.clearCookies()
  await page.goto(followed)
  await expect(page.getByText('Đã kiểm tra tại cơ sở, tem thật.')).toBeVisible()
})

test('a recall is shown at once on the next scan', { tag: '@no-js' }, async ({ page, login, context }) => {
  await login('producer')
  await openLot(page)
  const path = await scanPath(page)
  await page.getByRole('link', { name: 'Xem và thu hồi' }).click()
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Nắp hũ không kín')
  await page.getByLabel('Mức rủi ro').selectOption({ label: 'Rủi ro cao' })
  await page.getByRole('button', { name: 'Thu hồi', exact: true }).click()
  // It cannot be taken back: first it says what follows, and the way back comes before the way on.
  await expect(page.getByRole('listitem').filter({ hasText: 'báo “Đừng dùng” cho mọi người quét' })).toBeVisible()
  await expect(page.getByRole('main').locator('form').locator('a, button').first()).toHaveText('Không làm, quay lại')
  await confirmFinal(page, 'Thu hồi hàng hóa')
  await expect(page.getByRole('heading', { level: 1, name: /^Thu hồi TH-/ })).toBeVisible()
  await context.clearCookies()
  await page.goto(path)
  await expect(page.locator('#thu-hoi')).toContainText('Đừng dùng: lô này đã bị thu hồi')
  await expect(page.locator('#thu-hoi')).toContainText('Nắp hũ không kín')
})
