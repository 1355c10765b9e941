import AxeBuilder from '@axe-core/playwright'
import { accounts, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { totp } from './totp.ts'
import { confirmFinal } from './way/office.ts'

test.describe('the door', { tag: '@no-js' }, () => {
  test('a wrong sign-in comes back with the reason, and a correct one leads to the requested page', async ({ page }) => {
    await page.goto('/van-phong/tai-khoan')
    await expect(page).toHaveURL(/\/dang-nhap\?next=%2Fvan-phong%2Ftai-khoan$/)
    await page.getByLabel('Thư điện tử').fill('khcn@demo.vn')
    await page.getByLabel('Mật khẩu').fill('mật khẩu sai')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Thư điện tử, số điện thoại hoặc mật khẩu chưa đúng')
    await expect(page.getByLabel('Thư điện tử')).toHaveValue('khcn@demo.vn')
    await expect(page.getByLabel('Mật khẩu')).toHaveValue('')
    await page.getByLabel('Mật khẩu').fill('dacsan-demo')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page).toHaveURL(/\/van-phong\/tai-khoan$/)
    await expect(page.getByText('Sở Khoa học và Công nghệ').first()).toBeVisible()
  })

  test('a demo account signs in with one tap, and its session cannot be used after signing out', async ({ page, context }) => {
    await page.goto('/dang-nhap')
    await page.getByRole('button', { name: accounts.leader }).click()
    await expect(page).toHaveURL(/\/van-phong$/)
    const kept = await context.cookies()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await expect(page).toHaveURL((url) => url.pathname === '/')
    await context.addCookies(kept)
    await page.goto('/van-phong')
    await expect(page).toHaveURL(/\/dang-nhap/)
  })

  test('C53: after signing out, “back” shows nothing of the desk to whoever takes the telephone next', async ({ page }) => {
    await page.goto('/dang-nhap')
    await page.getByRole('button', { name: accounts.producer }).click()
    await page.goto('/van-phong/tai-khoan')
    await expect(page).toHaveURL(/\/van-phong\/tai-khoan$/)
    await page.goto('/van-phong')
    const own = page.getByRole('button', { name: 'Đăng xuất' })
    const left = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/dang-xuat'))
    await own.click()
    const { 'clear-site-data': cleared, 'cache-control': kept } = await (await left).allHeaders()
    expect([cleared, kept]).toEqual(['"cache", "storage"', 'private, no-store'])
    await expect(page).toHaveURL((url) => url.pathname === '/')
    for (let steps = 0; steps < 2; steps++) {
      await page.goBack()
      await expect(page).toHaveURL(/\/dang-nhap/)
      await expect(own).toHaveCount(0)
      await expect(page.getByRole('main').getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible()
    }
  })

  test('the sign-in never leads to another site', async ({ page }) => {
    await page.goto('/dang-nhap?next=//example.org/')
    await page.getByRole('button', { name: accounts.trade }).click()
    await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/van-phong$/)
  })
})

const desks: Partial<Record<Account, string>> = {
  producer: 'Hồ sơ OCOP',
  communeOfficer: 'Hồ sơ của xã',
  provincialOfficer: 'Đợt đánh giá',
  secretary: 'Hội đồng',
  member3: 'Hội đồng',
  chair: 'Hội đồng',
  leader: 'Năm con số',
  administrator: 'Quản trị',
}
for (const [account, desk] of Object.entries(desks) as [Account, string][]) {
  test(`${account} arrives at the desk “${desk}”`, async ({ page, login }) => {
    await login(account)
    await expect(page.getByRole('main').getByRole('link', { name: desk, exact: true })).toBeVisible()
  })
}

test('the pages of administration are closed to a producer, for GET and for POST', async ({ page, login }) => {
  await login('producer')
  for (const path of [
    '/van-phong/quan-tri',
    '/van-phong/quan-tri/nhat-ky',
    '/van-phong/danh-sach/nhat-ky',
    '/van-phong/quan-tri/an-ninh',
    '/van-phong/danh-sach/nhat-ky-an-ninh',
    '/van-phong/quan-tri/tai-khoan',
    '/van-phong/quan-tri/su-kien',
    '/van-phong/quan-tri/luat',
  ]) {
    const response = await page.goto(path)
    expect([path, response?.status()]).toEqual([path, 403])
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trang này không dành cho vai trò của bạn')
  const origin = new URL(page.url()).origin
  const posted = await page.request.post('/van-phong/quan-tri/luat/council.quorum-percent', {
    headers: { origin, accept: 'text/html' },
    form: { value: '1', effectiveFrom: '2027-01-01', instrument: 'Không có', article: '', sourceUrl: '', certainty: 'confirmed', note: '' },
  })
  expect(posted.status()).toBe(403)
  expect(await posted.text()).not.toMatch(/at .*\.(ts|js):\d+/)
})

test('the office asks for the sign-in, however its address is written', async ({ page, login }) => {
  const data = '__data.json?x-sveltekit-invalidated=0001'
  for (const path of ['/van-phong/quan-tri/luat', '/%76an-phong/quan-tri/luat', '/km/%76an-phong/ban-hang/tai-khoan']) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect([path, answer.status()]).toEqual([path, 303])
    expect(answer.headers()['location']).toMatch(/^\/dang-nhap\?next=/)
    expect(await (await page.request.get(`${path}/${data}`)).json()).toMatchObject({ type: 'redirect' })
  }
  expect((await page.request.get('/%67io-hang')).headers()['cache-control']).toBe('private, no-store')
  await login('buyer')
  // The layouts are left out of the question: the page's own data must say no.
  const { nodes } = (await (await page.request.get(`/van-phong/quan-tri/luat/${data}`)).json()) as {
    nodes: { type: string }[]
  }
  expect(nodes.at(-1)).toMatchObject({ type: 'error', error: { message: 'Forbidden' } })
  await login('provincialOfficer')
  expect((await page.goto('/en/van-phong/quan-tri/luat'))?.status()).toBe(200)
})

test('a form posted from another site is refused', async ({ page }) => {
  const posted = await page.request.post('/dang-nhap', {
    headers: { origin: 'https://example.org', accept: 'text/html' },
    form: { email: accounts.leader, password: 'dacsan-demo' },
  })
  expect(posted.status()).toBe(403)
  expect(posted.headers()['set-cookie']).toBeUndefined()
})

test('an administrator opens an account, ends a role in use, and finds both in the audit trail', async ({ page, browser, login }) => {
  const email = `moi.${Date.now()}@example.vn`
  await login('administrator')
  await page.goto('/van-phong/quan-tri/tai-khoan/moi')
  await page.getByLabel('Họ tên').fill('Người Mới')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByRole('button', { name: 'Mở tài khoản' }).click()
  await expect(page.getByRole('alert')).toContainText('Chọn tổ chức.')
  await expect(page.getByLabel('Họ tên')).toHaveValue('Người Mới')
  await page.getByLabel('Tổ chức').selectOption({ label: 'Nền tảng Đặc Sản' })
  await page.getByLabel('Vai trò').selectOption({ label: 'Quản trị' })
  await page.getByRole('button', { name: 'Mở tài khoản' }).click()
  const invitation = await page.locator('code').filter({ hasText: '/loi-moi/' }).innerText()
  await page.getByRole('link', { name: 'Đến trang của tài khoản' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Người Mới')

  const other = await (await browser.newContext()).newPage()
  await other.goto(invitation)
  await other.getByLabel('Mật khẩu mới').fill('12345678')
  await other.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await expect(other.getByRole('alert')).toContainText('nhiều người dùng')
  await other.getByLabel('Mật khẩu mới').fill('nước chảy đá mòn')
  await other.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await expect(other).toHaveURL(/\/van-phong$/)
  await other.goto(invitation)
  await expect(other.getByText(/^Địa chỉ này đã dùng/)).toBeVisible()
  expect((await other.goto('/van-phong/quan-tri/nhat-ky'))?.status()).toBe(200)

  await page.getByRole('button', { name: /^Thôi vai trò/ }).click()
  await confirmFinal(page, 'Thôi vai trò')
  await expect(page.getByText(/đến hết/)).toBeVisible()
  expect((await other.goto('/van-phong/quan-tri/nhat-ky'))?.status()).toBe(403)
  await other.context().close()

  await page.getByRole('link', { name: 'Xem mọi việc đã làm với tài khoản này' }).click()
  await expect(page.getByText('Nhật ký nguyên vẹn')).toBeVisible()
  for (const deed of ['Thôi vai trò', 'Đăng nhập', 'Giao vai trò', 'Mở tài khoản'])
    await expect(page.getByRole('cell', { name: deed, exact: true })).toBeVisible()
})

test('the second factor is set up with a telephone and is required from then on', async ({ page, browser, login }) => {
  const email = `hai.lop.${Date.now()}@example.vn`
  const password = 'một cây làm chẳng nên non'
  await login('administrator')
  await page.goto('/van-phong/quan-tri/tai-khoan/moi')
  await page.getByLabel('Họ tên').fill('Người Hai Lớp')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Tổ chức').selectOption({ label: 'Nền tảng Đặc Sản' })
  await page.getByLabel('Vai trò').selectOption({ label: 'Người mua' })
  await page.getByRole('button', { name: 'Mở tài khoản' }).click()
  const own = await (await browser.newContext()).newPage()
  const choosePassword = async (chosen: string) => {
    await own.goto(await page.locator('code').filter({ hasText: '/loi-moi/' }).innerText())
    await own.getByLabel('Mật khẩu mới').fill(chosen)
    await own.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  }
  await choosePassword(password)
  await expect(own).toHaveURL(/\/van-phong$/)
  await page.getByRole('link', { name: 'Đến trang của tài khoản' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Người Hai Lớp')
  const signIn = async () => {
    await own.goto('/dang-nhap')
    await own.getByLabel('Thư điện tử').fill(email)
    await own.getByLabel('Mật khẩu').fill(password)
    await own.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  }
  await own.goto('/van-phong/tai-khoan/hai-lop')
  await own.getByLabel('Mật khẩu đang dùng').fill(password)
  await own.getByRole('button', { name: 'Bắt đầu' }).click()
  await expect(own.getByRole('img', { name: /^Mã QR/ })).toBeVisible()
  const secret = await own.getByText('nhập khóa này').locator('code').innerText()
  await expect(own.getByRole('listitem').filter({ hasText: /^[0-9A-Za-z]{5}-[0-9A-Za-z]{5}$/ })).toHaveCount(10)
  const backupCodes = await own
    .getByRole('listitem')
    .filter({ hasText: /^[0-9a-z]{5}-[0-9a-z]{5}$/ })
    .allInnerTexts()
  await own.getByLabel('Sáu chữ số').fill('000000')
  await own.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  await expect(own.getByRole('alert')).toContainText('Mã chưa đúng')
  await own.getByLabel('Sáu chữ số').fill(totp(secret))
  await own.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  await expect(own.getByText('đã bật')).toBeVisible()

  await own.getByRole('button', { name: 'Đăng xuất', exact: true }).click()
  await signIn()
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Nhập mã xác thực')
  await own.goto('/van-phong')
  await expect(own).toHaveURL(/\/dang-nhap\?/)
  await signIn()
  // The code that enrolled signs nobody in; the next one does.
  await own.getByLabel('Mã', { exact: true }).fill(totp(secret, Date.now() + 30_000))
  await own.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(own).toHaveURL(/\/van-phong$/)

  // The password is forgotten: the administrator renews the access, the session of before is over, and the second factor stays.
  await page.getByRole('button', { name: 'Cấp lại quyền đăng nhập' }).click()
  await expect(page.getByText('Chỉ hiện một lần')).toBeVisible()
  await own.goto('/van-phong')
  await expect(own).toHaveURL(/\/dang-nhap\?/)
  await choosePassword('nước chảy đá mòn')
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Nhập mã xác thực')
  await own.getByLabel('Mã', { exact: true }).fill(backupCodes[0]!)
  await own.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(own.getByText('Tài khoản của bạn vừa được can thiệp')).toBeVisible()
  await own.getByRole('button', { name: 'Tôi đã biết' }).click()
  await expect(own.getByText('Tài khoản của bạn vừa được can thiệp')).toBeHidden()
  await own.context().close()
})

test('an officer proposes a legal value and an administrator confirms it; a wrong value comes back as it was typed', async ({
  page,
  login,
}) => {
  await login('provincialOfficer')
  await page.goto('/van-phong/quan-tri/luat/renewal.reminder-days')
  await page.getByLabel('Giá trị').fill('[400, "x"]')
  await page.getByLabel('Hiệu lực từ').fill('2027-01-01')
  await page.getByLabel('Văn bản', { exact: true }).fill('Quy chế vận hành nền tảng Đặc Sản, bản 2')
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByRole('alert')).toContainText('Giá trị chưa đúng dạng')
  await expect(page.getByLabel('Giá trị')).toHaveValue('[400, "x"]')
  await page.getByLabel('Giá trị').fill('[400, 200]')
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('400, 200')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Rút đề nghị' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Xác nhận' })).toHaveCount(0)
  await expect(page.getByText('đến hết 31/12/2026')).toHaveCount(0)
  await login('administrator')
  await page.goto('/van-phong/quan-tri/luat')
  await page.getByRole('region', { name: 'Chờ người thứ hai xác nhận' }).getByRole('link').click()
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await confirmFinal(page, 'Thay giá trị pháp luật')
  await expect(page.getByText('đến hết 31/12/2026')).toBeVisible()
})

test('a dossier that the pointer passes over, or that a browser fetches ahead, was opened by nobody', async ({ page, login, as }) => {
  await login('provincialOfficer')
  await page.goto('/van-phong/tham-dinh')
  const link = page.getByRole('main').locator('a[href^="/van-phong/tham-dinh/"]').first()
  const path = (await link.getAttribute('href'))!
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await link.hover()
  await page.waitForTimeout(500)
  expect(fetched.filter((one) => one.startsWith(path))).toEqual([])
  const ahead = await page.request.get(path, { headers: { 'sec-purpose': 'prefetch;prerender' } })
  expect([ahead.status(), await ahead.text()]).toEqual([503, ''])

  const [answer] = await Promise.all([page.waitForResponse((one) => new URL(one.url()).pathname.startsWith(path)), link.click()])
  await expect(page).toHaveURL((url) => url.pathname === path)
  const log = await as('administrator')
  await log.goto(`/van-phong/quan-tri/an-ninh?requestId=${answer.headers()['x-request-id']}`)
  await expect(log.getByRole('cell', { name: 'Mở xem: được' })).toHaveCount(1)
})

test('the pages of administration are accessible and fit a small phone', async ({ page, login }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto('/dang-nhap')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await login('administrator')
  for (const path of [
    '',
    '/nhat-ky',
    '/an-ninh',
    '/luat',
    '/luat/star.bands',
    '/tai-khoan',
    '/tai-khoan/moi',
    '/su-kien',
    '/../tai-khoan',
    '/../tai-khoan/hai-lop',
  ]) {
    await page.goto(`/van-phong/quan-tri${path}`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect([path, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
})
