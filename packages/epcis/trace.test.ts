import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EpcisEvent } from './model.ts'
import { type TraceDirection, traceEvents, traceThrough } from './trace.ts'

const at = (hour: number) => ({ eventTime: `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`, eventTimeZoneOffset: '+07:00' })
const making = (hour: number, inputs: string[], outputs: string[], more = {}) =>
  ({ type: 'TransformationEvent', ...at(hour), inputEPCList: inputs, outputEPCList: outputs, ...more }) as EpcisEvent
const holding = (hour: number, action: string, parentID: string, childEPCs?: string[], type = 'AggregationEvent') =>
  ({ type, ...at(hour), action, parentID, ...(childEPCs && { childEPCs }) }) as EpcisEvent
const ofLot = (epcClass: string) => [{ epcClass, quantity: 10, uom: 'KGM' }]

const trace = (events: EpcisEvent[], from: string, direction: TraceDirection = 'forward') => {
  const { items, events: walked } = traceEvents(events, [from], direction)
  return { items: items.toSorted(), events: walked }
}

describe('a trace', () => {
  test('goes from what went in to all that came out, through several steps, and back', () => {
    const events = [making(3, ['urn:x:syrup'], ['urn:x:sweets', 'urn:x:waste']), making(1, ['urn:x:nuts', 'urn:x:sugar'], ['urn:x:syrup'])]
    expect(trace(events, 'urn:x:nuts')).toEqual({ items: ['urn:x:sweets', 'urn:x:syrup', 'urn:x:waste'], events: [0, 1] })
    expect(trace(events, 'urn:x:waste', 'back')).toEqual({ items: ['urn:x:nuts', 'urn:x:sugar', 'urn:x:syrup'], events: [0, 1] })
  })

  test('never goes on to what merely lay beside', () => {
    const events = [making(1, ['urn:x:nuts', 'urn:x:sugar'], ['urn:x:syrup']), holding(2, 'ADD', 'urn:x:box', ['urn:x:syrup', 'urn:x:jar'])]
    expect(trace(events, 'urn:x:nuts').items).toEqual(['urn:x:box', 'urn:x:syrup'])
    expect(trace(events, 'urn:x:box', 'back').items).toEqual(['urn:x:jar', 'urn:x:nuts', 'urn:x:sugar', 'urn:x:syrup'])
    expect(trace(events, 'urn:x:jar', 'back').items).toEqual([])
  })

  test('a container carries a thing only while it is in it, and what was inside once stays reached', () => {
    const events = [
      holding(1, 'ADD', 'urn:x:box', ['urn:x:jar']),
      holding(4, 'DELETE', 'urn:x:box', ['urn:x:jar']),
      holding(3, 'ADD', 'urn:x:early', ['urn:x:box']),
      holding(5, 'ADD', 'urn:x:late', ['urn:x:box']),
      making(3, ['urn:x:box'], ['urn:x:within']),
      making(4, ['urn:x:box'], ['urn:x:after']),
    ]
    expect(trace(events, 'urn:x:jar')).toEqual({ items: ['urn:x:box', 'urn:x:early', 'urn:x:within'], events: [0, 2, 4] })
    expect(trace(events, 'urn:x:late', 'back').items).toEqual(['urn:x:box'])
    expect(trace(events, 'urn:x:after', 'back').items).toEqual(['urn:x:box'])
    expect(trace(events, 'urn:x:within', 'back').items).toEqual(['urn:x:box', 'urn:x:jar'])
    expect(trace(events, 'urn:x:box', 'back').items).toEqual(['urn:x:jar'])
  })

  test('a DELETE that names nothing empties its parent, one that names another child or another parent ends nothing', () => {
    const chain = (last: EpcisEvent) => [
      holding(1, 'ADD', 'urn:x:box', ['urn:x:jar']),
      last,
      holding(3, 'ADD', 'urn:x:pallet', ['urn:x:box']),
    ]
    expect(trace(chain(holding(2, 'DELETE', 'urn:x:box')), 'urn:x:jar').items).toEqual(['urn:x:box'])
    for (const other of [holding(2, 'DELETE', 'urn:x:box', ['urn:x:tin']), holding(2, 'DELETE', 'urn:x:other')])
      expect(trace(chain(other), 'urn:x:jar').items).toEqual(['urn:x:box', 'urn:x:pallet'])
  })

  test('what was unpacked and packed anew in one moment is in the container again', () => {
    const events = [
      holding(1, 'ADD', 'urn:x:box', ['urn:x:jar']),
      holding(2, 'DELETE', 'urn:x:box'),
      holding(2, 'ADD', 'urn:x:box', ['urn:x:jar']),
      holding(3, 'ADD', 'urn:x:pallet', ['urn:x:box']),
    ]
    expect(trace(events, 'urn:x:jar').items).toEqual(['urn:x:box', 'urn:x:pallet'])
  })

  test('transformations with one transformationID are one', () => {
    const named = { transformationID: 'urn:x:batch' }
    const events = [making(1, ['urn:x:nuts'], [], named), making(2, ['urn:x:sugar'], [], named), making(3, [], ['urn:x:sweets'], named)]
    expect(trace(events, 'urn:x:nuts')).toEqual({ items: ['urn:x:sweets'], events: [0, 1, 2] })
    expect(trace(events, 'urn:x:sweets', 'back').items).toEqual(['urn:x:nuts', 'urn:x:sugar'])
  })

  test('an event declared in error is void, and so is the one that it repeats, named or alike', () => {
    const errorDeclaration = { declarationTime: '2026-03-02T00:00:00Z', reason: 'incorrect_data' }
    for (const eventID of [{ eventID: 'urn:uuid:1' }, {}]) {
      const wrong = making(1, ['urn:x:nuts'], ['urn:x:sweets'], eventID)
      const right = making(1, ['urn:x:nuts'], ['urn:x:syrup'])
      expect(trace([wrong, right, { ...wrong, errorDeclaration } as EpcisEvent], 'urn:x:nuts').items).toEqual(['urn:x:syrup'])
    }
    const unpacked = { ...holding(2, 'DELETE', 'urn:x:box'), errorDeclaration } as EpcisEvent
    const events = [holding(1, 'ADD', 'urn:x:box', ['urn:x:jar']), unpacked, holding(3, 'ADD', 'urn:x:pallet', ['urn:x:box'])]
    expect(trace(events, 'urn:x:jar').items).toEqual(['urn:x:box', 'urn:x:pallet'])
  })

  test('OBSERVE, object events and transaction events link nothing', () => {
    const order = {
      type: 'TransactionEvent',
      ...at(1),
      action: 'ADD',
      parentID: 'urn:x:box',
      epcList: ['urn:x:jar'],
      bizTransactionList: [],
    }
    const seen = { type: 'ObjectEvent', ...at(1), action: 'ADD', epcList: ['urn:x:jar', 'urn:x:tin'] }
    const events = [holding(1, 'OBSERVE', 'urn:x:box', ['urn:x:jar']), order as EpcisEvent, seen as EpcisEvent]
    expect(trace(events, 'urn:x:jar')).toEqual({ items: [], events: [] })
  })

  test('EPC URI and Digital Link of one thing are one, classes and associations count, and things are named as they are written', () => {
    const lot = 'urn:epc:class:lgtin:4012345.012345.998877'
    const events = [
      { type: 'TransformationEvent', ...at(1), inputQuantityList: ofLot(lot), outputEPCList: ['urn:epc:id:sgtin:0614141.107346.2017'] },
      holding(2, 'ADD', 'urn:epc:id:sscc:0614141.1234567890', ['https://example.vn/01/10614141073464/21/2017'], 'AssociationEvent'),
    ] as EpcisEvent[]
    expect(trace(events, 'https://id.gs1.org/01/04012345123456/10/998877').items).toEqual([
      'urn:epc:id:sgtin:0614141.107346.2017',
      'urn:epc:id:sscc:0614141.1234567890',
    ])
    expect(trace(events, 'https://id.gs1.org/00/106141412345678908', 'back').items).toEqual([lot, 'urn:epc:id:sgtin:0614141.107346.2017'])
  })

  test('a thing in its own container ends the walk', () => {
    const events = [
      holding(1, 'ADD', 'urn:x:a', ['urn:x:b']),
      holding(1, 'ADD', 'urn:x:b', ['urn:x:a']),
      making(1, ['urn:x:a'], ['urn:x:b']),
    ]
    expect(trace(events, 'urn:x:a').items).toEqual(['urn:x:a', 'urn:x:b'])
    expect(trace(events, 'urn:x:a', 'back').items).toEqual(['urn:x:a', 'urn:x:b'])
  })
})

const names = ['urn:x:a', 'urn:x:b', 'urn:x:c', 'urn:x:d', 'urn:x:e']
const some = (minLength = 0) => fc.uniqueArray(fc.constantFrom(...names), { minLength, maxLength: 3 })
const hour = fc.integer({ min: 0, max: 8 })
const anyEvent = fc.oneof(
  fc
    .tuple(hour, some(), some(), fc.option(fc.constantFrom('urn:x:t1', 'urn:x:t2'), { nil: undefined }))
    .map(([when, inputs, outputs, transformationID]) => making(when, inputs, outputs, transformationID && { transformationID })),
  fc.tuple(hour, fc.constantFrom('ADD', 'OBSERVE'), fc.constantFrom(...names), some(1)).map((said) => holding(...said)),
  fc
    .tuple(hour, fc.constantFrom(...names), fc.option(some(1), { nil: undefined }), fc.constantFrom('AggregationEvent', 'AssociationEvent'))
    .map(([when, parent, children, type]) => holding(when, 'DELETE', parent, children, type)),
)

/** The same rules said hour by hour: who is where at each hour, and then one walk over pairs of a thing and an hour. */
function hourByHour(events: readonly EpcisEvent[], from: string, direction: TraceDirection): string[] {
  const hours = [...Array(10).keys()]
  const hourOf = ({ eventTime }: EpcisEvent) => Number(eventTime.slice(11, 13))
  const steps: { from: string; to: string }[] = []
  const node = (thing: string, when: number) => `${thing} ${when}`
  const link = (low: string, high: string) => steps.push(direction === 'forward' ? { from: low, to: high } : { from: high, to: low })
  for (const event of events) {
    if (event.type === 'AggregationEvent' || event.type === 'AssociationEvent') {
      if (event.action !== 'ADD') continue
      for (const child of event.childEPCs!) {
        const isInside = (when: number) =>
          !events.some(
            (other) =>
              (other.type === 'AggregationEvent' || other.type === 'AssociationEvent') &&
              other.action === 'DELETE' &&
              other.parentID === event.parentID &&
              (other.childEPCs === undefined || other.childEPCs.includes(child)) &&
              hourOf(other) > hourOf(event) &&
              hourOf(other) <= when,
          )
        for (const when of hours) if (when >= hourOf(event) && isInside(when)) link(node(child, when), node(event.parentID!, when))
      }
    } else if (event.type === 'TransformationEvent') {
      const one = events.filter(
        (other): other is typeof event =>
          other === event ||
          (other.type === 'TransformationEvent' &&
            event.transformationID !== undefined &&
            other.transformationID === event.transformationID),
      )
      for (const input of event.inputEPCList!)
        for (const output of one.flatMap(({ outputEPCList }) => outputEPCList!))
          for (const when of hours) link(node(input, hourOf(event)), node(output, when))
    }
  }
  const seen = new Set<string>()
  const found = new Set<string>()
  const visit = hours.map((when) => node(from, when))
  for (const each of visit) {
    if (seen.has(each)) continue
    seen.add(each)
    for (const step of steps) {
      if (step.from !== each) continue
      found.add(step.to.split(' ')[0]!)
      visit.push(step.to)
    }
  }
  return [...found].toSorted()
}

test('a trace over random events, in any order, reaches what a walk hour by hour reaches', () => {
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 9 }),
      fc.constantFrom(...names),
      fc.constantFrom('forward', 'back'),
      (events, from, direction) => {
        expect(trace(events, from, direction).items).toEqual(hourByHour(events, from, direction))
        expect(trace(events.toReversed(), from, direction).items).toEqual(hourByHour(events, from, direction))
      },
    ),
    { numRuns: 600 },
  )
})

test('what is reached forward from one thing is what reaches it back', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 9 }), fc.constantFrom(...names), fc.constantFrom(...names), (events, one, other) => {
      const isCarried = events.every(({ type }) => type === 'TransformationEvent')
      fc.pre(isCarried)
      expect(trace(events, one).items.includes(other)).toBe(trace(events, other, 'back').items.includes(one))
    }),
  )
})

test('a walk that asks for events step by step reaches what one through all of them reaches, along the same events', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEvent, { maxLength: 9 }),
      fc.constantFrom(...names),
      fc.constantFrom('forward' as const, 'back' as const),
      async (events, from, direction) => {
        const found = await traceThrough(async () => events.map((event, seq) => ({ seq, event })), [from], direction)
        const { items, events: walked } = traceEvents(events, [from], direction)
        expect(found).toEqual({ items, events: walked.map((seq) => ({ seq, event: events[seq] })), isWhole: true })
      },
    ),
  )
})

test('a walk that leads through more events than it may stops and says so', async () => {
  const events = ['b', 'c', 'd'].map((to, at) => making(at, [`urn:x:${'abc'[at]}`], [`urn:x:${to}`]))
  const find = async () => events.map((event, seq) => ({ seq, event }))
  expect(await traceThrough(find, ['urn:x:a'], 'forward', 2)).toMatchObject({ items: ['urn:x:b', 'urn:x:c'], isWhole: false })
  expect(await traceThrough(find, ['urn:x:a'], 'forward', 4)).toMatchObject({ items: ['urn:x:b', 'urn:x:c', 'urn:x:d'], isWhole: true })
})
