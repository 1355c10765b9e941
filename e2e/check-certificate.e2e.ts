import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { qrSvg } from '@dacsan/gs1/qr'
import { qrsOfPdf } from '../packages/papers/test-reading.ts'
import { byScript, expect, test } from './fixtures.ts'

const check = '/giay-chung-nhan/kiem-tra'

/** The certificate that the sample decision gave: "9001" is its number. */
async function sampleCode(page: Page): Promise<string> {
  await page.goto('/giay-chung-nhan?q=9001')
  const href = await page.getByRole('main').getByRole('listitem').getByRole('link').first().getAttribute('href')
  return href!.split('/').at(-1)!
}

const tokenOf = async (page: Page) => (await page.request.get(`/giay-chung-nhan/${await sampleCode(page)}/vc.jwt`)).text()

/** What stands in the two symbols on the printed paper. */
async function symbolsOnPaper(page: Page): Promise<{ lookUp: string; proof: string }> {
  const paper = await page.request.get(`/van-phong/quyet-dinh/chung-nhan/${await sampleCode(page)}/giay.pdf`)
  const [lookUp = '', proof = ''] = await qrsOfPdf(await paper.body())
  return { lookUp, proof }
}

const isGenuine = async (page: Page) => {
  await expect(page.getByRole('heading', { name: 'Giấy thật, còn hiệu lực' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Kẹo dừa sáp (mẫu)' })).toBeVisible()
  await expect(page.getByText(/Theo danh sách thu hồi lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/)).toBeVisible()
  await expect(page.getByRole('note')).toContainText('không có giá trị')
}

/** Until the page lies on the device, last of all that it needs. */
const isKept = (page: Page) =>
  expect.poll(() => page.evaluate(async (path) => (await caches.match(path)) !== undefined, check), { timeout: 20_000 }).toBe(true)

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nội dung đã quét').fill(text)
  await page.getByRole('button', { name: 'Kiểm tra' }).click()
}

test.describe('checking a certificate by its signature', { tag: '@no-js' }, () => {
  test('the page of a certificate leads to its signed copy, which pasted or sent as a file is found genuine', async ({ page }) => {
    const jwt = await tokenOf(page)
    await page.goto(`/giay-chung-nhan/${await sampleCode(page)}`)
    await expect(page.getByRole('link', { name: 'Tải bản điện tử đã ký' })).toHaveAttribute('href', /\/vc\.jwt$/)
    await page.getByRole('link', { name: 'Kiểm tra giấy không cần mạng' }).click()
    await expect(page).toHaveURL(check)
    await paste(page, jwt)
    await isGenuine(page)
    await page.goto(check)
    await page.getByLabel(/Tệp \.jwt/).setInputFiles({ name: 'giay.jwt', mimeType: 'application/octet-stream', buffer: Buffer.from(jwt) })
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await isGenuine(page)
  })

  test('a certificate with one star more is told as changed, by the part that cannot be trusted', async ({ page }) => {
    const [header, payload, signature] = (await tokenOf(page)).split('.')
    const changed = Buffer.from(payload!, 'base64url')
      .toString()
      .replace(/"stars":\d/, '"stars":5')
    await page.goto(check)
    await paste(page, [header, Buffer.from(changed).toString('base64url'), signature].join('.'))
    await expect(page.getByRole('alert').getByRole('heading')).toHaveText('Nội dung đã bị sửa')
    await expect(page.getByRole('alert')).toContainText('số sao và ngày ghi trong đó đều không đáng tin')
    await expect(page.getByText('Kẹo dừa sáp (mẫu)')).toHaveCount(0)
  })

  test('what is no certificate and an empty form are told apart, and what was typed stays', async ({ page }) => {
    await page.goto(check)
    await paste(page, 'xin chào')
    await expect(page.getByRole('alert').getByRole('heading')).toHaveText('Không đọc được')
    await expect(page.getByLabel('Nội dung đã quét')).toHaveValue('xin chào')
    await paste(page, '')
    await expect(page.getByText('Hãy dán nội dung đã quét, hoặc chọn một tệp.')).toBeVisible()
  })
})

test.describe('without a network', () => {
  test('the symbol on the printed paper is verified by the browser alone, in a window that was opened before the network went', async ({
    page,
    login,
    context,
  }) => {
    await login('provincialOfficer')
    const { proof } = await symbolsOnPaper(page)
    await page.goto(check)
    await byScript(page)
    await context.setOffline(true)
    await paste(page, proof)
    await isGenuine(page)
  })

  test('a telephone that opened the page once opens the scanned address without a network', async ({ page, login, context }) => {
    await login('provincialOfficer')
    const { proof } = await symbolsOnPaper(page)
    await context.clearCookies()
    await page.goto(check)
    await isKept(page)
    await context.setOffline(true)
    await page.goto('about:blank')
    await page.goto(new URL(proof).pathname + new URL(proof).hash)
    await isGenuine(page)
  })

  test('a photo of the paper with both of its symbols is read in the browser', async ({ page, login, context }) => {
    await login('provincialOfficer')
    const { lookUp, proof } = await symbolsOnPaper(page)
    const drawn = async (text: string, width: number) =>
      sharp(Buffer.from(qrSvg(text)))
        .resize({ width, kernel: 'nearest' })
        .png()
        .toBuffer()
    const photo = await sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#fffdf8' } })
      .composite([
        { input: await drawn(lookUp, 350), left: 60, top: 600 },
        { input: await drawn(proof, 840), left: 560, top: 80 },
      ])
      .jpeg({ quality: 90 })
      .toBuffer()
    await page.goto(check)
    await byScript(page)
    await isKept(page)
    await context.setOffline(true)
    await page.getByLabel(/Tệp \.jwt/).setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await isGenuine(page)
  })
})

test('the page that verifies is accessible in every language, on a telephone without scrolling sideways', async ({ page }) => {
  const jwt = await tokenOf(page)
  await page.setViewportSize({ width: 360, height: 640 })
  for (const language of ['', '/en', '/km']) {
    await page.goto(language + check)
    await byScript(page)
    await page.locator('textarea').fill(jwt)
    await page.getByRole('main').locator('form button').click()
    await expect(page.getByRole('article')).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  }
})

test('keys and status list are served for other verifiers, and what did not change is not sent twice', async ({ page }) => {
  const answer = await page.request.get('/.well-known/jwks.json')
  const again = await page.request.get('/.well-known/jwks.json', { headers: { 'if-none-match': answer.headers()['etag']! } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  const keys = (await answer.json()) as { keys: { kid: string; x: string }[] }
  const document = (await (await page.request.get('/.well-known/did.json')).json()) as { id: string; assertionMethod: string[] }
  expect(document.assertionMethod).toEqual(keys.keys.map(({ kid }) => kid))
  const list = await page.request.get('/status-lists/1')
  expect(list.headers()['content-type']).toContain('application/vc+jwt')
  expect((await page.request.get('/status-lists/999')).status()).toBe(404)
  const token = await tokenOf(page)
  expect([token, await list.text()].map((one) => one.split('.').length)).toEqual([3, 3])
})
