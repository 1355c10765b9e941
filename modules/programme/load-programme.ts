import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Tx } from '../context.ts'
import { upsertPublished, upsertTargets } from './programme.store.ts'

const certainty = z.enum(['confirmed', 'inferred', 'conflict', 'unknown'])
const targetsFile = z.object({
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
})
const seriesFile = z.object({
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
})

/** Brings targets and published series into the database; what is there already stays as it is. */
export async function loadProgramme(tx: Tx): Promise<void> {
  const { targets } = targetsFile.parse(await readFacts('targets.json'))
  const { figures } = seriesFile.parse(await readFacts('official-series.json'))
  await upsertTargets(
    tx,
    targets.map(({ source, ...target }) => ({ ...target, sourceUrl: source })),
  )
  await upsertPublished(
    tx,
    figures.map(({ source, ...figure }) => ({ ...figure, sourceUrl: source })),
  )
}

async function readFacts(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../../data/programme/${name}`, import.meta.url), 'utf8'))
}
