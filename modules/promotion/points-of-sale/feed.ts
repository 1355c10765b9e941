import type { Ctx } from '../../context.ts'
import { listPublicPoints } from './read-point.ts'

/**
 * The points of sale for maps and travel programs (RFC 7946): longitude first, then latitude, WGS 84. A telephone stands there only where its owner agreed
 * that everybody may read it.
 */
export async function pointsGeoJson(ctx: Pick<Ctx, 'db'>, { pageOf }: { pageOf: (slug: string) => string }) {
  const { points } = await listPublicPoints(ctx)
  return {
    type: 'FeatureCollection' as const,
    features: points.map((point) => ({
      type: 'Feature' as const,
      id: pageOf(point.slug),
      geometry: { type: 'Point' as const, coordinates: [point.longitude, point.latitude] },
      properties: {
        name: point.name,
        operator: point.operatorName,
        address: `${point.address}, ${point.communeName}, ${point.provinceName}`,
        communeCode: point.communeCode,
        openingHours: point.openingHours,
        url: pageOf(point.slug),
        recognisedBy: point.recognisedNumber,
        recognisedOn: point.recognisedOn,
        ...(point.phone !== null && { phone: point.phone }),
        ...(point.isSample && { sample: true }),
      },
    })),
  }
}
