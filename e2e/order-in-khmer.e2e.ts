import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test.use({ viewport: { width: 360, height: 640 } })

const letterOfVietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]\p{L}*/giu
const buyer = { name: 'Sok Chanthou', phone: '0912 345 691', address: 'Ap 3, xa Nhi Truong, tinh Vinh Long' }

/** What of a page is said in Vietnamese: all but what is marked as Vietnamese (names, addresses, law), here or on a page before, and a list of communes. */
async function vietnameseOf(page: Page, known: Set<string>): Promise<string[]> {
  const [said, names] = await page.locator('main').evaluate((main) => {
    const names = [...main.querySelectorAll('[lang="vi"]')].map((node) => (node.textContent ?? '').trim())
    const copy = main.cloneNode(true) as HTMLElement
    for (const node of copy.querySelectorAll('[lang="vi"], option, script, style')) node.remove()
    return [copy.textContent ?? '', names]
  })
  for (const name of names) known.add(name)
  const left = [...known].toSorted((a, b) => b.length - a.length).reduce((text, name) => (name ? text.replaceAll(name, ' ') : text), said)
  return left.match(letterOfVietnamese) ?? []
}

const spoken = {
  en: {
    add: 'Add to cart',
    order: 'Order',
    place: 'Place the order',
    name: 'Full name',
    phone: 'Phone number',
    address: 'Delivery address',
    nameMissing: 'Enter the full name of the receiver.',
    cancel: 'Cancel the order',
    cancelled: 'Cancelled',
    lookUp: 'Find an order',
    send: 'Send the request',
    kindMissing: 'Choose what you want.',
    agree: 'I agree',
    withdraw: 'Withdraw',
    erase: /Erase my data/,
    sum: /\d{1,3}(,\d{3})+\s₫/,
  },
  km: {
    add: 'ដាក់ក្នុងកន្ត្រក',
    order: 'បញ្ជាទិញ',
    place: 'បញ្ជាទិញ',
    name: 'ឈ្មោះពេញ',
    phone: 'លេខទូរស័ព្ទ',
    address: 'អាសយដ្ឋានទទួលទំនិញ',
    nameMissing: 'បញ្ចូលឈ្មោះពេញអ្នកទទួល។',
    cancel: 'បោះបង់ការបញ្ជាទិញ',
    cancelled: 'បានបោះបង់',
    lookUp: 'ស្វែងរកការបញ្ជាទិញ',
    send: 'ផ្ញើសំណើ',
    kindMissing: 'ជ្រើសអ្វីដែលអ្នកចង់បាន។',
    agree: 'យល់ព្រម',
    withdraw: 'ដកវិញ',
    erase: /លុបទិន្នន័យ/,
    sum: /\d{1,3}([.,]\d{3})+\s₫/,
  },
} as const

for (const lang of ['km', 'en'] as const) {
  test(
    `a buyer who came in ${lang} stays in it from the cart to the cancelled order, with every error on the way`,
    { tag: '@no-js' },
    async ({ page, javaScriptEnabled }) => {
      test.setTimeout(180_000)
      const words = spoken[lang]
      const names = new Set<string>()
      const speaks = async () => {
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
        expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${lang}/`))
        expect(await vietnameseOf(page, names)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
        if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      }
      await page.goto(`/${lang}/gio-hang`)
      await speaks()
      await page.goto(`/${lang}/san-pham?q=${encodeURIComponent('keo dua sap')}`)
      await page
        .getByRole('link', { name: /Kẹo dừa sáp .mẫu./ })
        .first()
        .click()
      await page.getByRole('button', { name: words.add }).click()
      await page.waitForURL(`**/${lang}/gio-hang`)
      await expect(page.getByText(words.sum).first()).toBeVisible()
      await speaks()
      // On a telephone no word of a button wraps.
      const buttons = await page.locator('main form[action="?/change"] button').evaluateAll((all) => all.map((one) => one.clientHeight))
      for (const height of buttons) expect(height).toBeLessThan(60)
      if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/cart-${lang}.png`, fullPage: true })
      await page.locator('main').getByRole('link', { name: words.order, exact: true }).click()
      await page.waitForURL(`**/${lang}/dat-hang`)
      await speaks()
      await page.getByRole('button', { name: words.place, exact: true }).click()
      await expect(page.getByText(words.nameMissing).first()).toBeVisible()
      await speaks()
      await page.getByLabel(words.name).fill(buyer.name)
      await page.getByLabel(words.phone).fill(buyer.phone)
      await page.getByLabel(words.address).fill(buyer.address)
      await page.getByRole('button', { name: words.place, exact: true }).click()
      await page.waitForURL(new RegExp(`/${lang}/don-hang/DS[A-Z2-9]{8}\\?k=`))
      await speaks()
      if (process.env['PICTURES']) {
        await page.screenshot({ path: `${process.env['PICTURES']}/order-${lang}.png`, fullPage: true })
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.screenshot({ path: `${process.env['PICTURES']}/order-${lang}-wide.png`, fullPage: true })
        await page.setViewportSize({ width: 360, height: 640 })
      }
      await page.getByRole('button', { name: words.cancel }).click()
      await expect(page.getByText(words.cancelled, { exact: true }).first()).toBeVisible()
      await speaks()
      const returns = new URL(page.url())
      returns.pathname += '/tra-hang'
      await page.goto(returns.href)
      await speaks()
      // What is held of this buyer: read, agreed to, asked for, and a form that was sent empty.
      const own = new URL(page.url())
      own.pathname = own.pathname.replace('/tra-hang', '/du-lieu')
      await page.goto(own.href)
      await page.locator('details.card').filter({ hasText: buyer.name }).first().locator('summary').click()
      await expect(page.getByText(buyer.name).first()).toBeVisible()
      await speaks()
      await page.getByRole('button', { name: words.send }).click()
      await expect(page.getByText(words.kindMissing).first()).toBeVisible()
      await speaks()
      await page.getByRole('button', { name: words.agree, exact: true }).click()
      await expect(page.getByRole('button', { name: words.withdraw, exact: true })).toBeVisible()
      await speaks()
      await page.getByLabel(words.erase).check()
      await page.getByRole('button', { name: words.send }).click()
      await expect(page.getByText(/DL-[2-9A-Z]{8}/).first()).toBeVisible()
      await speaks()
      if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/own-data-${lang}.png`, fullPage: true })
      for (const path of ['chu-quan', 'cach-sap-xep']) {
        await page.goto(`/${lang}/${path}`)
        await speaks()
        if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/${path}-${lang}.png`, fullPage: true })
      }
      await page.goto(`/${lang}/don-hang`)
      await page.locator('main').getByRole('button').click()
      await speaks()
    },
  )
}
