import { provinceFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'

const text = z.string().min(1)
const shape = z.object({
  name: text,
  place: text,
  letterhead: text,
  authority: text,
  decisionSymbol: text,
  /** The unit of its own office that drafts what it signs; it stands behind "Lưu: VT" and in the symbol of its letters. */
  draftingUnit: text,
  /** What stands behind the numbers of its certificates; nothing for a province (Quyết định 26/2026/QĐ-TTg). */
  codeMark: z.string(),
  office: z.object({
    name: text,
    letterhead: text,
    head: text,
    proposalSymbol: text,
    noticeSymbol: text,
    reportSymbol: text,
    draftingUnit: text,
    reportRecipients: z.array(text).min(1),
  }),
  council: z.object({ minutesSymbol: text, invitationSymbol: text }),
  advisers: z.object({ letterhead: text, reportSymbol: text }),
  /** The unit that drafts letters, by the kind of commune. */
  communes: z.object({ draftingUnits: z.record(z.string(), text) }),
  /** The bodies that the programme needs in this province, to be made on the first day; their names are proposals. */
  bodies: z
    .array(
      z.object({
        code: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
        kind: z.enum(['provincial-office', 'council', 'department', 'steering-committee', 'partner']),
        name: text,
      }),
    )
    .min(1),
})

export const authoritiesFile = provinceFacts('authorities.json', shape)

/** Who signs what in this province, and how it is written on paper (Nghị định 30/2020/NĐ-CP). */
export const authorities = (): z.infer<typeof shape> => readFacts(authoritiesFile)
