export type Position = { latitude: number; longitude: number }

/** Somewhere in Việt Nam, islands included: what lies elsewhere was typed the wrong way round. */
const box = { latitude: [8, 24], longitude: [102, 117.9] } as const

// What map programs put into their links, the place itself before the middle of the picture.
const shapes = [
  /!3d(-?\d{1,3}\.\d+)!4d(-?\d{1,3}\.\d+)/,
  /[?&#](?:mlat|q|query|ll|destination)=(?:loc:)?(-?\d{1,3}(?:\.\d+)?)(?:,|%2C|&mlon=)\s*(-?\d{1,3}(?:\.\d+)?)/i,
  /@(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)/,
  /#map=\d+\/(-?\d{1,3}\.\d+)\/(-?\d{1,3}\.\d+)/,
  /^geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)/i,
  /^\s*(-?\d{1,3}(?:[.]\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:[.]\d+)?)\s*$/,
]

/**
 * Where something lies, as typed or as it stands in the link of a map; null where neither tells, or where it lies outside the country.
 * Nothing is asked of anybody: a short link, which only its owner can read, tells nothing.
 *
 * @example readPosition('9.9347, 106.3453') // { latitude: 9.9347, longitude: 106.3453 }
 */
export function readPosition(typed: string): Position | null {
  for (const shape of shapes) {
    const [, latitude, longitude] = shape.exec(typed) ?? []
    if (latitude === undefined || longitude === undefined) continue
    const [lat, lon] = [round(latitude), round(longitude)]
    const within = lat >= box.latitude[0] && lat <= box.latitude[1] && lon >= box.longitude[0] && lon <= box.longitude[1]
    return within ? { latitude: lat, longitude: lon } : null
  }
  return null
}

/** Five decimals are about a metre. */
const round = (degrees: string): number => Math.round(Number(degrees) * 1e5) / 1e5
