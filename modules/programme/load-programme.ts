import { provinceFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import type { Tx } from '../context.ts'
import { upsertPublished, upsertTargets } from './programme.store.ts'
import { publishedPartWords, publishedWords } from './words.ts'

const certainty = z.enum(['confirmed', 'inferred', 'conflict', 'unknown'])
export const targetsFile = provinceFacts(
  'targets.json',
  z.object({
    targets: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        indicator: z.string(),
        scope: z.string(),
        periodFrom: z.iso.date(),
        periodTo: z.iso.date(),
        valueFrom: z.number(),
        valueTo: z.number().nullable(),
        unit: z.string(),
        instrument: z.string(),
        source: z.string(),
        certainty,
        note: z.string().nullable(),
      }),
    ),
  }),
)

export const seriesFile = provinceFacts(
  'series.json',
  z.object({
    /** The series by their names; one of a province of before counts only what was made there. */
    series: z.array(z.object({ id: z.string(), name: z.string(), formerProvince: z.string().optional() })),
    /** What only this province publishes, such as figures of a district of before. */
    indicators: z.record(z.string(), z.string()).default({}),
    figures: z.array(
      z.object({
        series: z.string(),
        asOf: z.string(),
        asOfDate: z.iso.date().nullable(),
        indicator: z.string(),
        value: z.number(),
        valueTo: z.number().nullable().default(null),
        since: z.iso.date().nullable().default(null),
        source: z.string(),
        certainty,
        note: z.string().nullable(),
      }),
    ),
  }),
)

/** Brings targets and published series into the database; what is there already stays as it is. */
export async function loadProgramme(tx: Tx): Promise<void> {
  const { targets } = readFacts(targetsFile)
  const { figures } = readFacts(seriesFile)
  await upsertTargets(
    tx,
    targets.map(({ source, ...target }) => ({ ...target, sourceUrl: source })),
  )
  await upsertPublished(
    tx,
    figures.map(({ source, ...figure }) => ({ ...figure, sourceUrl: source })),
  )
}

/** What the series is called, and the indicator where only this province publishes it. */
export function nameFigure({ series, indicator }: { series: string; indicator: string }): { seriesName: string; indicatorName: string } {
  const file = readFacts(seriesFile)
  return {
    seriesName: file.series.find(({ id }) => id === series)?.name ?? series,
    indicatorName: publishedWords[indicator] ?? publishedPartWords[indicator] ?? file.indicators[indicator] ?? indicator,
  }
}

/** The province of before that a series is about; undefined for a series of today's. */
export const formerProvinceOf = (series: string): string | undefined =>
  readFacts(seriesFile).series.find(({ id }) => id === series)?.formerProvince
