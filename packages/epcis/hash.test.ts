import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namespacesOf } from './context.ts'
import { anEvent, arbitraryEvent, aDocument } from './fixtures/events.ts'
import { hasShared, hashVectors, sharedHashVectors } from './fixtures/vectors.ts'
import type { HashVector } from './fixtures/vectors.ts'
import { canonicalIdentifier, documentHashes, eventHash, preHash, preHashes } from './hash.ts'
import type { EpcisEvent } from './model.ts'
import { readXml, writeXml } from './xml.ts'

function read({ format, text }: { format: 'json' | 'xml'; text: string }): unknown {
  if (format === 'json') return JSON.parse(text)
  const document = readXml(text)
  if (!document.ok) throw new Error(document.refusal.code)
  return document.value
}

/**
 * The reference implementation gives two documents of JSON a hash that no other form of the same event can have: it writes a boolean as Python does (`True`),
 * and in H125 it also takes a prefix that the document does not declare from another document of its run. The first requirement of the algorithm is that
 * JSON and XML of one event have one hash, so these two are doubts, not goals.
 */
const doubted = new Set(['H125', 'H138'])
const sure = <T extends HashVector>(vectors: readonly T[]) => vectors.filter(({ id }) => !doubted.has(id))

describe('the hash of the published vectors', () => {
  test.each(sure(hashVectors))('$id: the hash of $doc is the published one', (vector) => {
    const document = read(vector)
    expect(preHashes(document)).toEqual(vector.prehash)
    expect(documentHashes(document)).toEqual(vector.expected)
  })

  test.skipIf(!hasShared).each(sure(sharedHashVectors))(
    '$id: the hash of $doc is the published one (read from the folder beside the project)',
    (vector) => {
      const document = read(vector)
      expect(preHashes(document)).toEqual(vector.prehash)
      expect(documentHashes(document)).toEqual(vector.expected)
    },
  )

  test.skipIf(!hasShared)('the pre-hashes of two doubted documents differ from ours only in a boolean and an undeclared prefix', () => {
    const vectors = sharedHashVectors.filter(({ id }) => doubted.has(id))
    expect(vectors.map(({ id }) => id)).toEqual(['H125', 'H138'])
    for (const vector of vectors) {
      const undoubted = vector.prehash[0]!.replace('booleanValue=True', 'booleanValue=true').replace(
        'http://ns.example.com/epcis/x',
        'example:x',
      )
      expect(preHashes(read(vector))).toEqual([undoubted])
    }
  })

  test('the hash is the published one for events with rounded times, certificates and sensor data', () => {
    const common = {
      eventTimeZoneOffset: '+01:00',
      epcList: ['https://id.gs1.de/00/040123451111111110'],
      action: 'OBSERVE',
      type: 'ObjectEvent',
    } as const
    const shipping: EpcisEvent = {
      ...common,
      eventTime: '2023-02-02T11:04:03.1415Z',
      bizStep: 'shipping',
      disposition: 'in_transit',
      readPoint: { id: 'https://id.gs1.de/414/4012345000115' },
    }
    const transporting: EpcisEvent = {
      ...common,
      eventTime: '2023-02-02T11:04:03.1414Z',
      bizStep: 'transporting',
      readPoint: { id: 'geo:50.947573340894124,6.922120147375441' },
    }
    expect([eventHash(shipping), eventHash(transporting)]).toEqual([
      'ni:///sha-256;af7658e711574363633f20b3dadc7bc4c13c6f612cf96d95e03c421c0e58f3c6?ver=CBV2.0',
      'ni:///sha-256;0550df44527332c1fe417c5837fe61b9e71eaa93307b88519dac549bf2d4dcf9?ver=CBV2.0',
    ])
  })

  test('the hash of a document stays the same when it is written as XML in any form of the vocabulary', () => {
    for (const vector of [...hashVectors, ...sharedHashVectors]) {
      const document = read(vector)
      for (const cbvFormat of ['Always_URN', 'Always_Web_URI', 'Never_Translates'] as const) {
        const again = readXml(writeXml(document as never, { cbvFormat }))
        expect(again.ok && documentHashes(again.value), vector.id).toEqual(documentHashes(document))
      }
    }
  })
})

/** Every list turned around, every member in another place. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled).toReversed()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, shuffled(each)] as const)
      .toReversed(),
  )
}
const scope = { namespaces: namespacesOf({ ocop: 'https://example.org/ocop/' }) }
const hash = (event: unknown) => eventHash(event as EpcisEvent, scope)

describe('the hash of any event', () => {
  test('the hash of an event does not change when its lists and members change their order', () => {
    fc.assert(fc.property(arbitraryEvent, (event) => hash(shuffled(event)) === hash(event)))
  })

  test('the hash of an event does not change with the offset in which its time is written', () => {
    fc.assert(
      fc.property(arbitraryEvent, fc.integer({ min: -720, max: 840 }), (event, minutes) => {
        const shifted = new Date(Date.parse(event.eventTime) + minutes * 60_000).toISOString().slice(0, -1)
        const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((each) => String(each).padStart(2, '0'))
        return hash({ ...event, eventTime: `${shifted}${minutes < 0 ? '-' : '+'}${hours}:${rest}` }) === hash(event)
      }),
    )
  })

  test('the hash of an event ignores eventID, recordTime, errorDeclaration and comments', () => {
    const added = {
      eventID: 'urn:uuid:1',
      recordTime: '2026-01-01T00:00:00Z',
      errorDeclaration: { declarationTime: '2026-01-01T00:00:00Z' },
      'rdfs:comment': 'x',
    }
    fc.assert(fc.property(arbitraryEvent, (event) => hash({ ...event, ...added }) === hash(event)))
  })

  test('the hash of an event does not change when the event is written as XML and read again', () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        const again = readXml(writeXml(aDocument(event)))
        expect(again.ok && preHashes(again.value)).toEqual([preHash(event, scope)])
      }),
    )
  })

  test('the hash of an event changes when any value in it changes', () => {
    fc.assert(
      fc.property(arbitraryEvent, fc.nat(), (event, seed) => {
        const leaves = leavesOf(event).filter((path) => !/^(?:eventID|recordTime|type)$/.test(String(path[0])))
        const path = leaves[seed % leaves.length]!
        return hash(withLeaf(event, path)) !== hash(event)
      }),
    )
  })

  test('the hash of an event changes when a field is removed', () => {
    fc.assert(
      fc.property(arbitraryEvent, fc.nat(), (event, seed) => {
        const names = Object.keys(event).filter((name) => !['type', 'eventID', 'recordTime'].includes(name))
        const { [names[seed % names.length]!]: _, ...without } = event as Record<string, unknown>
        return hash(without) !== hash(event)
      }),
    )
  })

  test('the hash of an event is the SHA-256 of its pre-hash in UTF-8', () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        const digest = createHash('sha256').update(preHash(event, scope)).digest('hex')
        return hash(event) === `ni:///sha-256;${digest}?ver=CBV2.0`
      }),
    )
  })
})

type Path = (string | number)[]
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]))
}
function withLeaf(value: unknown, [first, ...rest]: Path): unknown {
  if (first === undefined) return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}0x`
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>
  copy[first] = withLeaf(copy[first], rest)
  return copy
}

describe('the pre-hash', () => {
  const part = (event: Partial<EpcisEvent>) => preHash(anEvent(event as never), scope)

  test('the pre-hash rounds the fourth decimal of a second half up, over midnight too', () => {
    expect(part({ eventTime: '2026-12-31T23:59:59.9995Z' })).toContain('eventTime=2027-01-01T00:00:00.000Z')
    expect(part({ eventTime: '2026-03-01T00:00:00.0004999Z' })).toContain('eventTime=2026-03-01T00:00:00.000Z')
    expect(part({ eventTime: '2026-03-01T00:00:00Z' })).toContain('eventTime=2026-03-01T00:00:00.000Z')
  })

  test('the pre-hash writes a number without insignificant zeros and without exponent', () => {
    const list = [0.1 + 0.2, 1e21, 1e-7, 100, 200.5].map((quantity) => ({ epcClass: 'urn:x:y', quantity, uom: 'KGM' }))
    const text = part({ quantityList: list })
    for (const number of ['0.30000000000000004', '1000000000000000000000', '0.0000001', '100', '200.5'])
      expect(text).toContain(`quantity=${number}uom`)
  })

  test('the pre-hash sorts by code points, not by UTF-16 code units', () => {
    const astral = '\u{1F965}'
    const text = part({ 'ocop:x': [astral, '\uFFFD'] } as never)
    expect(text.indexOf('\uFFFD')).toBeLessThan(text.indexOf(astral))
  })

  test('the pre-hash leaves out the fields that a document names in ignoreFields', () => {
    const event = anEvent({ 'ocop:kept': 'a', 'ocop:mine': 'b' } as never)
    const document = { ...aDocument(event), 'ocop:ignoreFields': ['ocop:mine'] }
    expect(preHashes(document)).toEqual([preHash(anEvent({ 'ocop:kept': 'a' } as never), scope)])
  })

  test('the pre-hash treats all four forms of a CBV value as the same', () => {
    const forms = ['in_transit', 'cbv:Disp-in_transit', 'urn:epcglobal:cbv:disp:in_transit', 'https://ref.gs1.org/cbv/Disp-in_transit']
    expect(new Set(forms.map((disposition) => part({ disposition }))).size).toBe(1)
  })
})

test.each([
  ["urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7'SDB", "https://id.gs1.org/01/01234567987651/235/51qIgY%29%3C%26Jp3%2Aj7'SDB"],
  ['urn:epc:id:cpi:0614141.11111111111111-A%23%2F.1234', 'https://id.gs1.org/8010/061414111111111111111-A%23%2F/8011/1234'],
  ['urn:epc:idpat:sgtin:4012345.066666.*', 'https://id.gs1.org/01/04012345666663'],
  ['https://example.com/gtin/09780345418913/21/765tz?abc=211121', 'https://id.gs1.org/01/09780345418913/21/765tz'],
  ['https://example.com/x/01/8938501234568/22/V/10/L/21/S', 'https://id.gs1.org/01/08938501234568/21/S'],
  ['https://example.com/8017/123456789012345678/8019/1', 'https://id.gs1.org/8017/123456789012345678'],
  // The last ones are those that the reference implementation tests its own reading with.
  ['http://id.gs1.org/01/9780345418913/99/utfgf', 'http://id.gs1.org/01/9780345418913/99/utfgf'],
  ['http://id.gs1.org/99/9780345418913', 'http://id.gs1.org/99/9780345418913'],
  ['https://id.gs1.org/8006/04012345123456/22/ABCD/10/XYZ', 'https://id.gs1.org/8006/04012345123456/22/ABCD/10/XYZ'],
  ['http://example.de/gtin-8/01/97803111', 'https://id.gs1.org/01/00000097803111'],
  ['http://example.de/01/040123451234/cpv/344/lot/ABD', 'https://id.gs1.org/01/00040123451234/10/ABD'],
  ['https://fashion-corp.com/8006/040123451234560102/10/Lot-123/21/ser987', 'https://id.gs1.org/8006/040123451234560102/21/ser987'],
  ['https://example.co.uk/party/4226350800008', 'https://id.gs1.org/417/4226350800008'],
  ['https://id.gs1.org/255/0811625999996554433', 'https://id.gs1.org/255/0811625999996554433'],
  ['urn:epc:id:gdti:987659999999..9', 'https://id.gs1.org/253/98765999999929'],
  ['urn:epc:idpat:itip:4012345.012345.01.02.*', 'https://id.gs1.org/8006/040123451234560102'],
  ['urn:epc:idpat:cpi:4012345.AB12.*', 'https://id.gs1.org/8010/4012345AB12'],
  ['https://example.org/orders/12', 'https://example.org/orders/12'],
  ['urn:epc:id:sgtin:0614141.10734.2017', 'urn:epc:id:sgtin:0614141.10734.2017'],
])('the identifier %s has the canonical form %s', (given, expected) => {
  expect(canonicalIdentifier(given)).toBe(expected)
})
