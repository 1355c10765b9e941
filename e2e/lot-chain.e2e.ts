import { withoutFaults } from './first-day.ts'
import { expect, test } from './fixtures.ts'

test(
  'what the software of a producer tells in EPCIS stands in the picture of the chain on the page of the lot',
  { tag: '@no-js' },
  async ({ as, request }) => {
    const administrator = await as('administrator')
    await administrator.goto('/van-phong/quan-tri/khoa-api/moi')
    await administrator.getByLabel('Tên khóa').fill(`Phần mềm đóng gói ${Date.now().toString(36)}`)
    const organisation = administrator.getByLabel('Tổ chức dùng khóa')
    await organisation.selectOption({
      label: (await organisation.locator('option', { hasText: 'HTX Dừa sáp Cầu Kè' }).first().textContent())!,
    })
    await administrator.getByLabel('Sự kiện truy xuất (EPCIS)').check()
    await administrator.getByRole('button', { name: 'Cấp khóa' }).click()
    const key = await administrator.getByText(/^ds_[0-9a-z]{43}$/).textContent()

    const page = await as('producer', { viewport: { width: 360, height: 640 } })
    await page.goto('/van-phong/lo/moi')
    await page.getByRole('button', { name: 'Mở lô' }).click()
    await page.waitForURL(/\/van-phong\/lo\/lot_/)
    const chain = page.locator('section', { has: page.getByRole('heading', { name: 'Đường đi của lô' }) })
    await expect(chain).toContainText('Chưa ghi nguyên liệu, kiện hàng hay nơi nào.')

    const lot = new URL((await page.getByRole('link', { name: 'Xem trang quét' }).getAttribute('href'))!, page.url()).href
    const parcel = `https://id.gs1.org/00/${String(Date.now()).padStart(18, '0')}`
    const about = { eventTimeZoneOffset: '+07:00', eventTime: new Date().toISOString() }
    const eventList = [
      {
        type: 'TransformationEvent',
        ...about,
        inputQuantityList: [{ epcClass: 'https://id.gs1.org/01/08938501234568/10/DUA-7', quantity: 20, uom: 'KGM' }],
        outputQuantityList: [{ epcClass: lot, quantity: 60 }],
      },
      { type: 'AggregationEvent', ...about, action: 'ADD', parentID: parcel, childQuantityList: [{ epcClass: lot, quantity: 24 }] },
      {
        type: 'ObjectEvent',
        ...about,
        action: 'OBSERVE',
        bizStep: 'shipping',
        epcList: [parcel],
        destinationList: [{ type: 'possessing_party', destination: 'https://id.gs1.org/417/8938501234575' }],
      },
    ]
    const taken = await request.post('/epcis/capture', {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      data: {
        '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
        type: 'EPCISDocument',
        schemaVersion: '2.0',
        creationDate: new Date().toISOString(),
        epcisBody: { eventList },
      },
    })
    expect(taken.status()).toBe(202)

    await page.reload()
    const steps = chain.getByRole('list').first().locator(':scope > li')
    await expect(steps).toContainText([
      'GTIN 08938501234568, lô DUA-7',
      'Lô ',
      `Kiện hàng SSCC ${parcel.slice(-18)}`,
      'Giao hàng đến GLN 8938501234575',
    ])
    await withoutFaults(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  },
)
