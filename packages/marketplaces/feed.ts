/**
 * One pack of a product for the catalogues of Google and Meta. `id` names the pack, `group` the product; `content` in grams or millilitres; `until` is the last
 * day on which it is offered so, `YYYY-MM-DD`.
 */
export type FeedItem = {
  id: string
  group: string
  title: string
  description: string
  link: string
  photo: { url: string; width: number; height: number } | null
  priceVnd: number
  inStock: boolean
  /** By when goods that are ordered now are there, where they are sold before they exist, `YYYY-MM-DD`; null: they lie there. */
  readyOn: string | null
  brand: string
  gtin: string | null
  content: { value: number; unit: 'g' | 'ml' } | null
  until: string | null
}

/** Google Merchant product data specification: lengths in letters, smallest side of a photo in pixels. Meta allows more. */
export const feedLimits = { title: 150, description: 5000, pixels: 100, brand: 70 } as const

export type FeedLack = { code: 'photo-missing' | 'description-missing' } | { code: 'photo-small'; limit: number }

/**
 * Why a pack does not go into a feed; an empty list where it does. What is only too long is cut at a word.
 *
 * @example feedLacksOf({ description: 'Nguyên chất', photo: null }) // [{ code: 'photo-missing' }]
 */
export function feedLacksOf({ description, photo }: Pick<FeedItem, 'description' | 'photo'>): readonly FeedLack[] {
  const lacks: FeedLack[] = description.trim() === '' ? [{ code: 'description-missing' }] : []
  if (photo === null) return [...lacks, { code: 'photo-missing' }]
  return Math.min(photo.width, photo.height) < feedLimits.pixels ? [...lacks, { code: 'photo-small', limit: feedLimits.pixels }] : lacks
}

/** Goods that are ordered ahead are no stock and not sold out. */
const stateOf = ({ inStock, readyOn }: FeedItem): 'in' | 'out' | 'ahead' => (inStock ? (readyOn === null ? 'in' : 'ahead') : 'out')
const googleStates = { in: 'in_stock', out: 'out_of_stock', ahead: 'preorder' } as const
const metaStates = { in: 'in stock', out: 'out of stock', ahead: 'available for order' } as const

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
// XML 1.0 has no place for these, escaped or not.
// oxlint-disable-next-line no-control-regex
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const xml = (text: string): string => text.replaceAll(unwritable, '').replaceAll(/[&<>"']/g, (sign) => escapes[sign]!)

function cut(text: string, most: number): string {
  const letters = [...text.trim()]
  if (letters.length <= most) return letters.join('')
  const kept = letters.slice(0, most - 1).join('')
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), 1)).trimEnd()}…`
}

/** What Google compares prices by: per kilogram or litre, as Vietnamese shelves do. */
const measures = { g: { base: '1kg' }, ml: { base: '1l' } } as const

/**
 * The feed of Google Merchant: RSS 2.0 with its namespace. `certification` is left out, for it takes a closed list of bodies and OCOP is none of them.
 *
 * @param items those without a lack (`feedLacksOf`)
 * @example googleFeed({ title: 'Đặc sản', link: 'https://ocop.example.vn', description: '' }, []).includes('<rss version="2.0"') // true
 */
export function googleFeed(channel: { title: string; link: string; description: string }, items: readonly FeedItem[]): string {
  const tag = (name: string, value: string | null) => (value === null || value === '' ? '' : `<${name}>${xml(value)}</${name}>`)
  const written = items.map((item) =>
    [
      '<item>',
      tag('g:id', item.id),
      tag('g:item_group_id', item.group),
      tag('g:title', cut(item.title, feedLimits.title)),
      tag('g:description', cut(item.description, feedLimits.description)),
      tag('g:link', item.link),
      tag('g:image_link', item.photo?.url ?? null),
      tag('g:availability', googleStates[stateOf(item)]),
      tag('g:availability_date', stateOf(item) === 'ahead' ? `${item.readyOn}T00:00:00+07:00` : null),
      tag('g:price', `${item.priceVnd} VND`),
      tag('g:condition', 'new'),
      tag('g:brand', cut(item.brand, feedLimits.brand)),
      tag('g:gtin', item.gtin),
      // What is made at home has no number, and Google wants that said.
      item.gtin === null ? tag('g:identifier_exists', 'no') : '',
      tag('g:unit_pricing_measure', item.content && `${item.content.value}${item.content.unit}`),
      tag('g:unit_pricing_base_measure', item.content && measures[item.content.unit].base),
      tag('g:expiration_date', item.until && `${item.until}T23:59:59+07:00`),
      '</item>',
    ].join(''),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>',
    `<title>${xml(channel.title)}</title><link>${xml(channel.link)}</link><description>${xml(channel.description)}</description>`,
    ...written,
    '</channel></rss>',
    '',
  ].join('\n')
}

/** The columns of Meta's catalogue, in the order of its own sample. */
export const metaColumns = [
  'id',
  'title',
  'description',
  'availability',
  'condition',
  'price',
  'link',
  'image_link',
  'brand',
  'gtin',
  'item_group_id',
] as const

/**
 * A row of Meta's catalogue.
 *
 * @example metaRow({ id: 'p1', group: 'g', title: 'Mật hoa dừa', description: 'x', link: 'https://a.vn/p', photo: null, priceVnd: 95_000, inStock: true, readyOn: null, brand: 'Sokfarm', gtin: null, content: null, until: null }).price // '95000 VND'
 */
export function metaRow(item: FeedItem): Readonly<Record<(typeof metaColumns)[number], string>> {
  return {
    id: item.id,
    title: cut(item.title, feedLimits.title),
    description: cut(item.description, feedLimits.description),
    availability: metaStates[stateOf(item)],
    condition: 'new',
    price: `${item.priceVnd} VND`,
    link: item.link,
    image_link: item.photo?.url ?? '',
    brand: cut(item.brand, feedLimits.brand),
    gtin: item.gtin ?? '',
    item_group_id: item.group,
  }
}
