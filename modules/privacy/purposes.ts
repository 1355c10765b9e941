import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { addMonths, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import type { ReadDb } from '../context.ts'
import { ruleOn, rulesOn } from '../law/index.ts'
import { purposes } from '../personal-data.ts'
import type { Purpose } from '../personal-data.ts'
import { dataKinds, grounds, readers, terms } from './rules/purpose.ts'
import './topics.ts'
import type { PurposeView } from './rules/purpose.ts'

const topics = [
  'retention.user-data-months',
  'retention.system-log-months',
  'retention.order-months',
  'personal-data.breach-dossier-months',
] as const

export const purposesFile = countryFacts(
  'privacy/purposes.json',
  z.object({
    certainty: z.string(),
    purposes: z
      .array(
        z.object({
          purpose: z.enum(purposes),
          ground: z.enum(grounds),
          instrument: z.string().min(3),
          kinds: z.array(z.enum(dataKinds)).min(1),
          kept: z.union([z.object({ topic: z.enum(topics) }), z.object({ as: z.enum(terms) })]),
          readers: z.array(z.enum(readers)).min(1),
        }),
      )
      .refine((rows) => rows.length === purposes.length && new Set(rows.map(({ purpose }) => purpose)).size === rows.length, {
        error: 'every purpose stands in one row',
      }),
  }),
)

/** What personal data are processed for, on which ground and how long: the notice for everybody, and the reason beside what is kept. */
export async function purposesOn(db: ReadDb, day: PlainDate): Promise<Record<Purpose, PurposeView>> {
  const rows = await Promise.all(
    readFacts(purposesFile).purposes.map(async ({ kept, ...row }): Promise<[Purpose, PurposeView]> => {
      const months = 'topic' in kept ? (await ruleOn(db, kept.topic, day)).value : null
      return [row.purpose, { ...row, months, term: 'as' in kept ? kept.as : null }]
    }),
  )
  return Object.fromEntries(rows) as Record<Purpose, PurposeView>
}

/** What the notice for everybody says: each purpose, and the days within which somebody is answered. */
export async function privacyNotice({ db, now }: { db: ReadDb; now: Date }) {
  const day = dateInVietnam(now)
  const topics = [
    'personal-data.acknowledge-working-days',
    'personal-data.complete-days',
    'personal-data.extension-days',
    'personal-data.breach-notice-hours',
  ] as const
  const [byPurpose, law] = await Promise.all([purposesOn(db, day), rulesOn(db, topics, day)])
  const complete = Object.values(law['personal-data.complete-days'].value)
  return {
    purposes: purposes.map((purpose) => byPurpose[purpose]),
    acknowledge: law['personal-data.acknowledge-working-days'].value,
    completeLeast: Math.min(...complete),
    completeMost: Math.max(...complete),
    extension: law['personal-data.extension-days'].value,
    breachHours: law['personal-data.breach-notice-hours'].value,
    inferred: readFacts(purposesFile).certainty !== 'confirmed',
  }
}

/** Until when the last of these is kept; null where no number of months is known. */
export function keptUntil({ months }: PurposeView, last: Date | null): PlainDate | null {
  return months === null || last === null ? null : addMonths(dateInVietnam(last), months)
}
