import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from './fixtures.ts'

const queue = '/van-phong/chua-gui'
const bar = (page: Page) => page.getByRole('status').filter({ hasText: /Chưa gửi|Đã đưa lại|Đã gửi xong|Chưa được nhận|đã xóa/ })

let serial = 0
const aTitle = (name: string) => `${name} ${Date.now().toString(36)}${serial++}`

/** A photo as a telephone takes it, too restless to become small. */
const aPhoto = (name: string, width = 900, height = 700) =>
  sharp({ create: { width, height, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .jpeg({ quality: 90 })
    .toBuffer()
    .then((buffer) => ({ name, mimeType: 'image/jpeg', buffer }))

async function openPaperForm(page: Page): Promise<Locator> {
  await page.goto('/van-phong/minh-chung?them')
  return page.locator('form[action="?/add"]')
}

async function fillPaper(form: Locator, title: string, photos: Awaited<ReturnType<typeof aPhoto>>[]): Promise<void> {
  await form.locator('select[name="kind"]').selectOption({ index: 1 })
  await form.locator('input[name="title"]').fill(title)
  // The list stands once the page listens.
  await expect(async () => {
    if ((await form.locator('ol li').count()) === 0) await form.locator('input[type="file"]').setInputFiles(photos)
    await expect(form.locator('ol li')).toHaveCount(photos.length, { timeout: 1000 })
  }).toPass()
}

const papers = (page: Page, title: string) => page.getByRole('main').getByRole('link', { name: title, exact: true })
const items = (page: Page) => page.locator('main ol > li')

test.describe('what is not sent', () => {
  test('C49: a large photo goes on from the piece where the line broke, also in a new window', async ({ page, login, context }) => {
    await login('producer')
    const [title, photo] = [aTitle('Giấy đứt đoạn'), await aPhoto('to-giay.jpg', 1100, 900)]
    await fillPaper(await openPaperForm(page), title, [photo])
    const starts: number[] = []
    let pieces = 0
    await context.route('**/van-phong/tep-gui/*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback()
      starts.push(Number(route.request().headers()['upload-offset']))
      // The third piece finds the line broken.
      return ++pieces > 2 ? route.abort('connectionreset') : route.fallback()
    })
    await page.getByRole('button', { name: 'Lưu giấy' }).click()
    await expect(bar(page)).toContainText('Mất tín hiệu')
    await page.close()
    await context.unroute('**/van-phong/tep-gui/*')
    const next = await context.newPage()
    next.on('request', (request) => {
      if (request.method() === 'PATCH') starts.push(Number(request.headers()['upload-offset']))
    })
    await next.goto('/van-phong')
    await expect(bar(next)).toContainText('Đã gửi xong 1 việc', { timeout: 20_000 })
    expect(starts.filter((start) => start === 0)).toHaveLength(1)
    expect(starts.some((start) => start >= 2 * 256 * 1024)).toBe(true)
    await next.goto('/van-phong/minh-chung')
    await expect(papers(next, title)).toHaveCount(1)
  })

  test('forms wait in a list with their files, go in their order, and are removed only when somebody says so', async ({
    page,
    login,
    context,
  }) => {
    await login('producer')
    await page.goto(queue)
    await expect(page.getByText('Không còn việc nào chưa gửi')).toBeVisible()
    await expect.poll(() => page.evaluate(async (path) => !!(await caches.match(path)), queue), { timeout: 20_000 }).toBe(true)
    const titles = [aTitle('Giấy thứ nhất'), aTitle('Giấy thứ hai'), aTitle('Giấy bỏ đi')]
    await openPaperForm(page)
    await expect.poll(() => page.evaluate(async () => !!(await caches.match('/van-phong/minh-chung?them'))), { timeout: 20_000 }).toBe(true)
    await context.setOffline(true)
    for (const title of titles) {
      await fillPaper(await openPaperForm(page), title, [await aPhoto(`${title}.jpg`, 500, 400)])
      await page.getByRole('button', { name: 'Lưu giấy' }).click()
      await expect(bar(page)).toContainText(`Chưa gửi: ${titles.indexOf(title) + 1}`)
    }
    await page.goto(queue)
    await expect(items(page)).toHaveCount(3)
    for (const [place, title] of titles.entries()) await expect(items(page).nth(place)).toContainText(title)
    await expect(items(page).first()).toContainText('Chờ có mạng', { timeout: 10_000 })
    await expect(items(page).first().getByRole('progressbar')).toHaveCount(1)
    page.once('dialog', (dialog) => dialog.dismiss())
    await items(page).nth(2).getByRole('button', { name: 'Bỏ', exact: true }).click()
    await expect(items(page)).toHaveCount(3)
    page.once('dialog', (dialog) => dialog.accept())
    await items(page).nth(2).getByRole('button', { name: 'Bỏ', exact: true }).click()
    await expect(items(page)).toHaveCount(2)
    const arrived: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('minh-chung')) arrived.push(request.postData() ?? '')
    })
    await context.setOffline(false)
    await expect(page.getByText('Không còn việc nào chưa gửi')).toBeVisible({ timeout: 30_000 })
    expect(titles.map((title) => arrived.findIndex((body) => body.includes(title)))).toEqual([0, 1, -1])
    await page.goto('/van-phong/minh-chung')
    for (const [place, title] of titles.entries()) await expect(papers(page, title)).toHaveCount(place < 2 ? 1 : 0)
  })

  test('what waits is saved to one file, read anywhere, and loaded on another device without being done twice', async ({
    page,
    login,
    context,
    browser,
  }) => {
    await login('producer')
    const [title, photo] = [aTitle('Giấy mang đi'), await aPhoto('trang-1.jpg', 500, 400)]
    await fillPaper(await openPaperForm(page), title, [photo])
    await page.route('**/van-phong/minh-chung?/add', (route) => route.fulfill({ status: 503, body: 'busy' }))
    await page.getByRole('button', { name: 'Lưu giấy' }).click()
    await expect(bar(page)).toContainText('Chưa gửi: 1')
    await page.goto(queue)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu tất cả ra tệp' }).click()])
    const file = await download.path()
    const text = await readFile(file, 'utf8')
    expect(text).toContain(title)
    expect(text).toContain(photo.buffer.toString('base64'))
    // The device sends it after all.
    await page.unroute('**/van-phong/minh-chung?/add')
    await page.getByRole('button', { name: 'Gửi ngay' }).click()
    await expect(page.getByText('Không còn việc nào chưa gửi')).toBeVisible({ timeout: 20_000 })

    const elsewhere = await (await browser.newContext()).newPage()
    await elsewhere.context().addCookies(await context.cookies())
    await elsewhere.goto(queue)
    await expect(async () => {
      await elsewhere
        .getByLabel('Nạp tệp đã lưu')
        .setInputFiles({ name: 'chua-gui.html', mimeType: 'text/html', buffer: Buffer.from(text) })
      await expect(elsewhere.getByText('Đã nạp 1 việc')).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect(items(elsewhere)).toContainText('nạp từ tệp')
    await items(elsewhere).getByRole('button', { name: 'Gửi lại' }).click()
    await expect(elsewhere.getByText('Không còn việc nào chưa gửi')).toBeVisible({ timeout: 20_000 })
    await elsewhere.goto('/van-phong/minh-chung')
    await expect(papers(elsewhere, title)).toHaveCount(1)
    await elsewhere.context().close()
  })

  test('C51: what waited from an older version of a form is not lost: it is filled in again, and what has no place is named', async ({
    page,
    login,
  }) => {
    await login('producer')
    const title = aTitle('Giấy của mẫu cũ')
    await page.goto(queue)
    const photo = await aPhoto('cu.jpg', 300, 200)
    // The worker writes down whose desk this is once the page has told it.
    await expect.poll(() => page.evaluate(async () => !!(await caches.match('/desk-worker/person'))), { timeout: 20_000 }).toBe(true)
    // As the version before wrote it: no labels, no form, no ids of uploads; an action and fields that have changed meanwhile.
    await page.evaluate(
      async ({ title: name, bytes }) => {
        const person = await new Promise<string>((resolve) => {
          void caches.match('/desk-worker/person').then(async (known) => resolve((await known?.text()) ?? ''))
        })
        const open = indexedDB.open('dacsan-sent')
        const database = await new Promise<IDBDatabase>((resolve) => open.addEventListener('success', () => resolve(open.result)))
        const store = database.transaction('forms', 'readwrite').objectStore('forms')
        store.put(
          {
            id: 'old-form',
            path: '/van-phong/minh-chung?them',
            title: 'Kho minh chứng',
            action: `${location.origin}/van-phong/minh-chung?/add`,
            encoding: 'multipart/form-data',
            content: [
              ['kind', 'loại cũ'],
              ['title', name],
              ['roomNumber', 'Phòng 12'],
              ['file', new File([Uint8Array.from(bytes)], 'cu.jpg', { type: 'image/jpeg' })],
            ],
            key: `${'ab'.repeat(16)}.zz`,
            at: Date.now() - 60_000,
            refused: null,
          },
          `${person} old-form`,
        )
        await new Promise((resolve) => store.transaction.addEventListener('complete', resolve))
        database.close()
      },
      { title, bytes: [...photo.buffer] },
    )
    await page.goto(queue)
    await expect(items(page)).toContainText('Chưa được nhận', { timeout: 20_000 })
    await items(page).getByText('Nội dung đã điền').click()
    await expect(items(page)).toContainText('Phòng 12')
    await items(page).getByRole('button', { name: 'Mở trang và điền lại' }).click()
    const form = page.locator('form[action="?/add"]')
    await expect(form.locator('input[name="title"]')).toHaveValue(title)
    await expect(form.locator('ol li')).toHaveCount(1)
    await expect(bar(page)).toContainText('Chưa điền lại được vì mẫu đã đổi: kind: loại cũ; roomNumber: Phòng 12')
    // Until it has arrived it waits in the list.
    await expect(bar(page)).toContainText('Chưa được nhận')
    await form.locator('select[name="kind"]').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Lưu giấy' }).click()
    await page.waitForURL((url) => !url.search.includes('them'))
    await expect(papers(page, title)).toHaveCount(1)
    await page.goto(queue)
    await expect(page.getByText('Không còn việc nào chưa gửi')).toBeVisible()
  })

  test('C52: of several photos one that the server lost is sent again before the form is taken, and one that the device lost is named', async ({
    page,
    login,
  }) => {
    await login('producer')
    const [title, photos] = [aTitle('Giấy ba trang'), await Promise.all(['a.jpg', 'b.jpg', 'c.jpg'].map((name) => aPhoto(name, 400, 300)))]
    await fillPaper(await openPaperForm(page), title, photos)
    let lost = 0
    await page.route('**/van-phong/minh-chung?/add', async (route) => {
      const ids = (route.request().headers()['x-dacsan-uploads'] ?? '').split(',')
      expect(ids).toHaveLength(3)
      if (lost++ === 0)
        expect(
          (await page.request.delete(`/van-phong/tep-gui/${ids[1]}`, { headers: { origin: new URL(page.url()).origin } })).status(),
        ).toBe(204)
      return route.fallback()
    })
    await page.getByRole('button', { name: 'Lưu giấy' }).click()
    await page.waitForURL((url) => !url.search.includes('them'))
    expect(lost).toBe(2)
    await expect(papers(page, title)).toHaveCount(1)

    // A file that is refused while it comes: the form does not go, and says which one is missing.
    const other = aTitle('Giấy thiếu trang')
    await fillPaper(await openPaperForm(page), other, photos)
    let begun = 0
    await page.route('**/van-phong/tep-gui/*', async (route) =>
      route.request().method() === 'PATCH' && begun++ === 1 ? route.fulfill({ status: 403 }) : route.fallback(),
    )
    await page.getByRole('button', { name: 'Lưu giấy' }).click()
    await expect(bar(page)).toContainText('thiếu tệp b.jpg')
    await page.goto('/van-phong/minh-chung')
    await expect(papers(page, other)).toHaveCount(0)
    await page.unroute('**/van-phong/tep-gui/*')
    await page.goto(queue)
    await items(page).getByRole('button', { name: 'Gửi lại' }).click()
    await expect(page.getByText('Không còn việc nào chưa gửi')).toBeVisible({ timeout: 20_000 })
    await page.goto('/van-phong/minh-chung')
    await expect(papers(page, other)).toHaveCount(1)
  })

  test('chosen photos are there again after the page was ended, in their order and made small', async ({ page, login, context }) => {
    await login('producer')
    const large = await aPhoto('chup.jpg', 2600, 1500)
    const form = await openPaperForm(page)
    await fillPaper(form, aTitle('Giấy chụp dở'), [large, await aPhoto('hai.jpg', 200, 100)])
    await expect
      .poll(() => form.locator('input[type="file"]').evaluate((input: HTMLInputElement) => input.files![0]!.size))
      .toBeLessThan(large.buffer.length)
    await form.getByRole('button', { name: 'Xuống trang chup.jpg' }).click()
    await page.waitForTimeout(500)
    const other = await context.newPage()
    await page.close()
    await other.goto('/van-phong/minh-chung?them')
    await expect(other.locator('form[action="?/add"] ol li')).toHaveCount(2)
    await expect(other.locator('form[action="?/add"] ol li').first()).toContainText('hai.jpg')
    await expect(bar(other)).toContainText('Đã đưa lại những gì gõ lúc')
    const width = await other
      .locator('input[type="file"]')
      .evaluate(async (input: HTMLInputElement) => (await createImageBitmap(input.files![1]!)).width)
    expect(width).toBe(2000)
    await other.getByRole('button', { name: 'Bỏ những gì đã gõ' }).click()
    await expect(other.locator('form[action="?/add"] ol li')).toHaveCount(0)
  })

  test('C49: where the device has no room, the field says so at once, and what the browser has cleared is named', async ({
    page,
    login,
    context,
  }) => {
    await login('producer')
    const line = await context.newCDPSession(page)
    const origin = new URL(page.url()).origin
    const form = await openPaperForm(page)
    const { usage } = await line.send('Storage.getUsageAndQuota', { origin })
    await line.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 300_000 })
    await fillPaper(form, aTitle('Giấy không có chỗ'), [await aPhoto('lon.jpg')])
    await expect(form.getByRole('alert')).toContainText('Máy này hết chỗ')
    await line.send('Storage.overrideQuotaForOrigin', { origin })
    await form.locator('input[type="file"]').setInputFiles([await aPhoto('vua.jpg')])
    await expect(form.locator('ol li')).toHaveCount(2)
    await expect(form.getByRole('alert')).toHaveCount(0)
    await page.route('**/van-phong/minh-chung?/add', (route) => route.abort())
    await page.getByRole('button', { name: 'Lưu giấy' }).click()
    await expect(bar(page)).toContainText('Chưa gửi: 1')
    await page.goto('/dang-nhap')
    // As a browser in want of room does it.
    await line.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    await page.goto('/van-phong')
    await expect(bar(page)).toContainText('Trình duyệt đã xóa 1 việc chưa gửi')
    await page.goto(queue)
    await expect(page.getByText('vua.jpg')).toBeVisible()
    await page.getByRole('button', { name: 'Đã biết' }).click()
    await page.goto('/van-phong')
    await expect(bar(page)).toBeHidden()
  })
})
