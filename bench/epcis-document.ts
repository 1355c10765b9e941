/** Jars that are filled, put into boxes and sent: three events of four kinds of fields, each of its own. `first` is the number of the event before the first. */
export function documentFrom(first: number, events: number): string {
  const eventList = Array.from({ length: events }, (_, at) => {
    const made = first + at + 1
    const common = {
      eventTime: new Date(Date.UTC(2026, 0, 1) + made * 1000).toISOString(),
      eventTimeZoneOffset: '+07:00',
      readPoint: { id: 'https://id.gs1.org/414/8938501234568/254/A1' },
      bizLocation: { id: 'https://id.gs1.org/414/8938501234568' },
    }
    const jars = Array.from({ length: 6 }, (__, jar) => `https://id.gs1.org/01/08938501234568/21/J${made}-${jar}`)
    const lot = [{ epcClass: `https://id.gs1.org/01/08938501234568/10/L${made % 97}`, quantity: 6 }]
    if (made % 3 === 0) return { type: 'ObjectEvent', ...common, action: 'ADD', bizStep: 'commissioning', epcList: jars, quantityList: lot }
    if (made % 3 === 1)
      return {
        type: 'AggregationEvent',
        ...common,
        action: 'ADD',
        bizStep: 'packing',
        parentID: `https://id.gs1.org/00/${String(made).padStart(18, '0')}`,
        childEPCs: jars,
      }
    return { type: 'ObjectEvent', ...common, action: 'OBSERVE', bizStep: 'shipping', disposition: 'in_transit', epcList: jars.slice(0, 2) }
  })
  return JSON.stringify({
    '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisBody: { eventList },
  })
}
