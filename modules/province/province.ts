import { provinceFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import { colourNames, languages } from './rules.ts'
import type { Language } from './rules.ts'

const place = z.object({ code: z.string().regex(/^\d{2}$/, 'is not a province code of two digits'), name: z.string().min(1) })
const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'is not a colour like #0d5752')

const shape = place
  .extend({
    /** What became of which on the day that the communes changed; the province itself where nothing else did. */
    formerly: z.array(place).min(1),
    units: z.object({ effectiveFrom: z.iso.date(), instrument: z.string().min(1) }),
    /** Whether the province exists only to try the software; every public page says so. */
    invented: z.boolean(),
    site: z.object({
      name: z.string().min(1),
      languages: z
        .array(z.enum(languages))
        .refine((chosen) => chosen[0] === 'vi', 'does not begin with vi')
        .refine((chosen) => new Set(chosen).size === chosen.length, 'names a language twice'),
      /** What the home page offers to search for. */
      examples: z.array(z.string().min(1)).min(1),
      /** How public pages call the province in each of its languages, short and with all that it consists of, and what the home page says first. */
      words: z.partialRecord(
        z.enum(languages),
        z.object({ area: z.string().min(1), areaInFull: z.string().min(1), homeHeading: z.string().min(1) }),
      ),
    }),
    /** Only those that differ from the design tokens: light and dark. */
    colours: z.partialRecord(z.enum(colourNames), z.tuple([colour, colour])),
    /** How order codes begin: letters and digits that nobody confuses, the same for the life of an installation. */
    orderPrefix: z.string().regex(/^[A-HJKMNP-Z]{2}$/, 'is not two letters without I, L and O'),
  })
  .superRefine(({ site }, { addIssue }) => {
    for (const language of site.languages)
      if (!site.words[language]) addIssue({ code: 'custom', path: ['site', 'words'], message: `has no words in ${language}` })
  })

export type Province = z.infer<typeof shape>

/** What a province says of itself in one language. */
export type ProvinceWords = NonNullable<Province['site']['words'][Language]> & { siteName: string }

export const provinceFile = provinceFacts('province.json', shape)

/** The province that this process serves. */
export const province = (): Province => readFacts(provinceFile)

/** What the pages of the province say of it, in a language that it has chosen. */
export function provinceWords(lang: Language): ProvinceWords {
  const { name, words } = province().site
  return { siteName: name, ...words[lang]! }
}
