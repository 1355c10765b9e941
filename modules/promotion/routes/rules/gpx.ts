/** A route as programs for maps read it. */
export type DrawnRoute = {
  name: string
  about: string
  url: string
  isSample: boolean
  stops: readonly { name: string; about: string; kind: string; latitude: number; longitude: number; minutes: number; number: number }[]
}

const escape = (text: string): string =>
  text
    // What XML 1.0 does not know at all.
    // oxlint-disable-next-line no-control-regex
    .replaceAll(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const one = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escape(text)}</${name}>`)

/**
 * GPX 1.1: a point for each stop and a route over them in their order. The order of the elements is that of the schema (`xsd:sequence`); what lies
 * between two stops is not told, so there is no track.
 */
export function gpxOf({ name, about, url, stops }: DrawnRoute, creator: string): string {
  const point = (tag: 'wpt' | 'rtept', stop: DrawnRoute['stops'][number]) =>
    `<${tag} lat="${stop.latitude.toFixed(5)}" lon="${stop.longitude.toFixed(5)}">${one('name', `${stop.number}. ${stop.name}`)}${one('desc', stop.about)}${one('type', stop.kind)}</${tag}>`
  const link = `<link href="${escape(url)}">${one('text', name)}</link>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx version="1.1" creator="${escape(creator)}" xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">`,
    `<metadata>${one('name', name)}${one('desc', about)}${link}</metadata>`,
    ...stops.map((stop) => point('wpt', stop)),
    `<rte>${one('name', name)}${one('desc', about)}${link}`,
    ...stops.map((stop) => point('rtept', stop)),
    '</rte></gpx>',
    '',
  ].join('\n')
}

/** RFC 7946: the stops, and a line over them in their order that is no road; longitude first, WGS 84. */
export function geoJsonOf({ name, about, url, isSample, stops }: DrawnRoute) {
  const at = ({ longitude, latitude }: { longitude: number; latitude: number }) => [longitude, latitude]
  const line = {
    type: 'Feature' as const,
    id: url,
    geometry: { type: 'LineString' as const, coordinates: stops.map(at) },
    properties: { name, description: about, url, followsRoads: false, ...(isSample && { sample: true }) },
  }
  return {
    type: 'FeatureCollection' as const,
    features: [
      // A line has two positions or more.
      ...(stops.length >= 2 ? [line] : []),
      ...stops.map((stop) => ({
        type: 'Feature' as const,
        id: `${url}#diem-${stop.number}`,
        geometry: { type: 'Point' as const, coordinates: at(stop) },
        properties: { number: stop.number, name: stop.name, kind: stop.kind, description: stop.about, minutes: stop.minutes },
      })),
    ],
  }
}
