import { countryFacts, readFacts } from '@dacsan/platform/facts'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { certainties } from '../../law/rules.ts'
import { askedPapers } from '../rules.ts'
import type { AskedPaper, PaperLaw, VerificationDay } from '../rules.ts'
import { selectKindOf, selectSetsOf } from './paper.store.ts'
import '../topics.ts'

const certainty = z.enum(certainties)

/** What sellers must show, in versions with a day each. */
export const sellerPapersFile = countryFacts(
  'sellers/papers.json',
  z.object({
    versions: z
      .array(
        z.object({
          from: z.iso.date(),
          instrument: z.string().min(5),
          article: z.string().nullable(),
          sourceUrl: z.url().nullable(),
          certainty,
          papers: z
            .array(
              z.object({
                kind: z.string().regex(/^[a-z][a-z-]{2,30}$/),
                title: z.string().min(5),
                shows: z.record(z.string(), z.string().min(5)),
                sets: z.array(z.string().regex(/^QD\d{2}-\d{2}$/)).nullable(),
                perSet: z.boolean(),
                instrument: z.string().min(5),
                certainty,
              }),
            )
            .min(1),
        }),
      )
      .min(1),
  }),
)

/** The version that holds on a day; none before the first. */
export function paperLawOn(day: PlainDate) {
  const { versions } = readFacts(sellerPapersFile)
  return versions.findLast(({ from }) => from <= day) ?? null
}

const papersOn = (day: PlainDate): readonly PaperLaw[] => paperLawOn(day)?.papers ?? []

type Asked = { today: PlainDate; drafts?: boolean; sets?: readonly string[] }

/** What this seller must show today for what it posted; `drafts`: for what it is about to post as well, `sets`: for products of these sets beside. */
export async function papersAskedOf(
  db: ReadDb,
  producerId: ProducerId,
  { today, drafts = false, sets = [] }: Asked,
): Promise<AskedPaper[]> {
  const [producerKind = 'unknown', posted] = await Promise.all([selectKindOf(db, producerId), selectSetsOf(db, producerId, { drafts })])
  return askedPapers(papersOn(today), { producerKind, sets: [...posted, ...sets] })
}

/** What is asked for products of one set alone. */
export async function papersAskedFor(db: ReadDb, producerId: ProducerId, { today, setCode }: { today: PlainDate; setCode: string | null }) {
  const producerKind = (await selectKindOf(db, producerId)) ?? 'unknown'
  return askedPapers(papersOn(today), { producerKind, sets: setCode === null ? [] : [setCode] })
}

/** By which day a verification is judged. */
export async function verificationDay(db: ReadDb, today: PlainDate): Promise<VerificationDay> {
  return { today, paperlessUntil: (await ruleOn(db, 'seller.paperless-until', today)).value }
}
