import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sayLinksetProblem } from '../words.ts'
import { readLinkset } from './read-linkset.ts'

const pip = 'https://gs1.org/voc/pip'
const defaultLink = 'https://gs1.org/voc/defaultLink'
const anchor = 'https://id.gs1.org/01/09506000134352'
const page = { href: 'https://dalgiardino.com/risotto', title: 'Risotto' }
const read = (...linkset: object[]) => readLinkset(JSON.stringify({ linkset }))
const problems = (outcome: ReturnType<typeof readLinkset>) => (outcome.ok ? [] : outcome.refusal.problems)

type Sample = { id: string; linkset: object; valid: boolean }
const samples = JSON.parse(readFileSync(new URL('../vectors/linksets.json', import.meta.url), 'utf8')) as Sample[]

test.each(samples)("the verdict on GS1's sample $id is that of GS1's schema", ({ linkset, valid }) => {
  expect(readLinkset(JSON.stringify(linkset)).ok).toBe(valid)
})

test('of an anchor only the GS1 path counts: host, stem, query and a trailing slash are those of whoever wrote it', () => {
  for (const written of [anchor, 'http://127.0.0.1:9/01/09506000134352/', 'https://example.com/some/stem/01/09506000134352?17=271231'])
    expect(read({ anchor: written, itemDescription: 'A', [pip]: [page] })).toMatchObject({
      ok: true,
      value: [{ path: '/01/09506000134352' }],
    })
})

test('every key of GS1 may be an anchor', () => {
  for (const path of [
    '00/095060001343520000',
    '414/9506000134376/254/32a',
    '8003/09506000134352123',
    '8004/0614141999',
    '8018/950600013431116990',
  ])
    expect(read({ anchor: `https://id.gs1.org/${path}`, itemDescription: 'A' }), path).toMatchObject({ ok: true })
})

test('a link says all that it can, and what it leaves out is taken as public and as passing the query on', () => {
  const whole = { ...page, type: 'text/html', hreflang: ['vi', 'en-GB'], context: ['VN'], fwqs: false, public: false }
  expect(read({ anchor, itemDescription: 'A', [pip]: [whole, page] })).toMatchObject({
    value: [
      {
        links: [
          { type: 'pip', media: 'text/html', hreflang: ['vi', 'en-GB'], context: ['VN'], forwardsQuery: false, isPublic: false },
          { type: 'pip', media: null, hreflang: [], context: [], forwardsQuery: true, isPublic: true },
        ],
      },
    ],
  })
})

test('one word stands for a type, whichever address of the vocabulary was written; relations of others keep their names', () => {
  const links = ['https://ref.gs1.org/voc/pip', 'http://gs1.org/voc/epcis', 'next', 'https://schema.org/review']
  const outcome = read({ anchor, itemDescription: 'A', ...Object.fromEntries(links.map((name) => [name, [page]])) })
  expect(outcome.ok && outcome.value[0]!.links.map(({ type }) => type)).toEqual(['pip', 'epcis', 'rel:next', 'https://schema.org/review'])
})

test('a file that is no linkset of GS1 is refused whole, and each fault says where it is', () => {
  const good = { anchor, itemDescription: 'A', [pip]: [page] }
  const context = { anchor, itemDescription: 'A' }
  for (const [file, where, code] of [
    ['not json', '', 'not-json'],
    ['[]', '', 'member-wrong'],
    ['{"linkset":[],"@context":{}}', '', 'member-unknown'],
    [{ itemDescription: 'A' }, '/linkset/1/anchor', 'member-missing'],
    [{ anchor }, '/linkset/1/itemDescription', 'member-missing'],
    [{ ...context, [pip]: page }, '/linkset/1/https:~1~1gs1.org~1voc~1pip', 'member-wrong'],
    [{ ...context, [pip]: [{ title: 'A' }] }, '/linkset/1/https:~1~1gs1.org~1voc~1pip/0/href', 'member-missing'],
    [{ ...context, [pip]: [{ href: page.href }] }, '/linkset/1/https:~1~1gs1.org~1voc~1pip/0/title', 'member-missing'],
    [{ ...context, [pip]: [{ ...page, href: 'javascript:alert(1)' }] }, '/linkset/1/https:~1~1gs1.org~1voc~1pip/0/href', 'member-wrong'],
    [{ ...context, [pip]: [{ ...page, hreflang: 'vi' }] }, '/linkset/1/https:~1~1gs1.org~1voc~1pip/0/hreflang', 'member-wrong'],
    [{ ...context, [pip]: [{ ...page, titel: 'A' }] }, '/linkset/1/https:~1~1gs1.org~1voc~1pip/0', 'member-unknown'],
    [{ ...context, 'gs1:pip': [page] }, '/linkset/1', 'member-unknown'],
    [{ ...context, anchor: 'https://id.gs1.org/01/09506000134353' }, '/linkset/1/anchor', 'anchor-not-a-link'],
    [{ ...context, anchor: 'https://dalgiardino.com/risotto' }, '/linkset/1/anchor', 'anchor-not-a-link'],
    [{ ...context, [defaultLink]: [page, { ...page, href: 'https://example.com/' }] }, '/linkset/1', 'two-default-links'],
  ] as const) {
    const found = problems(typeof file === 'string' ? readLinkset(file) : read(good, file))
    expect(found, JSON.stringify(file)).toContainEqual(expect.objectContaining({ where, code }))
    expect(found.map(sayLinksetProblem).join('\n'), JSON.stringify(file)).toContain(where === '' ? 'Cả tệp' : where)
  }
})

test('anchors of one thing are one, whatever host each was written with', () => {
  const outcome = read(
    { anchor, itemDescription: 'A', [pip]: [page] },
    { anchor: 'https://example.com/01/09506000134352', itemDescription: 'B', [defaultLink]: [page] },
  )
  expect(outcome).toMatchObject({ ok: true, value: [{ itemDescription: 'B', links: [{ type: 'pip' }, { type: 'defaultLink' }] }] })
})

test('an address with letters of others is written as addresses are', () => {
  const outcome = read({ anchor, itemDescription: 'A', [pip]: [{ href: 'https://example.com/dừa', title: 'A' }] })
  expect(outcome).toMatchObject({ value: [{ links: [{ href: 'https://example.com/d%E1%BB%ABa' }] }] })
})
