import { inTransaction } from '@dacsan/platform/context'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { actorId, actorName, record, requireAct, requireRole } from '../identity/index.ts'
import { messageLanguages } from '../message.ts'
import type { MessageLanguage, MessageRule, MessageText } from '../message.ts'
import { messageTextActs } from './acts.ts'
import { faultOf, fillText, shortMost } from './rules/fill.ts'
import type { TextRefusal } from './rules.ts'
import { insertText, selectLatestTexts, selectTextVersions } from './text.store.ts'
import type { TextVersion } from './text.store.ts'
import { textErrors } from './words/text-errors.ts'

export type ListedText = Pick<MessageRule, 'name' | 'says' | 'kind' | 'pace'> & { languages: MessageLanguage[]; own: MessageLanguage[] }

/** Every message of the house, and which of them the province words itself. */
export async function listTexts(ctx: Ctx, rules: readonly MessageRule[]): Promise<ListedText[]> {
  requireRole(ctx.actor, 'administrator')
  const latest = await selectLatestTexts(ctx.db)
  return rules.map(({ name, says, kind, pace, words }) => ({
    name,
    says,
    kind,
    pace,
    languages: messageLanguages.filter((language) => words[language]),
    own: messageLanguages.filter((language) => latest.some((one) => one.name === name && one.language === language && one.text)),
  }))
}

export type TextView = {
  rule: Pick<MessageRule, 'name' | 'says' | 'kind' | 'pace' | 'sample'>
  languages: {
    language: MessageLanguage
    builtIn: MessageText | null
    own: MessageText | null
    znsTemplate: string | null
    version: number
    /** As a reader gets it, with the samples. */
    preview: MessageText | null
  }[]
  versions: TextVersion[]
}

const ruleNamed = (rules: readonly MessageRule[], name: string): MessageRule => {
  const rule = rules.find((one) => one.name === name)
  if (!rule) throw new NotFound('No such message', { name })
  return rule
}

export async function findText(ctx: Ctx, rules: readonly MessageRule[], name: string): Promise<TextView> {
  requireRole(ctx.actor, 'administrator')
  const { words, ...rule } = ruleNamed(rules, name)
  const versions = await selectTextVersions(ctx.db, name)
  return {
    rule: { name: rule.name, says: rule.says, kind: rule.kind, pace: rule.pace, sample: rule.sample },
    languages: messageLanguages.map((language) => {
      const latest = versions.find((one) => one.language === language)
      const builtIn = words[language] ?? null
      const own = latest?.text ?? null
      const used = own ?? builtIn
      return {
        language,
        builtIn,
        own,
        znsTemplate: latest?.znsTemplate ?? null,
        version: latest?.version ?? 0,
        preview: used && fillText(used, rule.sample),
      }
    }),
    versions,
  }
}

export const rewordInput = z.object({
  language: z.enum(messageLanguages),
  /** The version that the writer saw. */
  version: z.coerce.number().int().min(0),
  subject: z.string().trim().min(3, textErrors.subject).max(150, textErrors.subjectLong),
  text: z.string().trim().min(3, textErrors.text).max(4000, textErrors.textLong),
  short: z.string().trim().min(3, textErrors.short).max(shortMost, textErrors.shortLong),
  znsTemplate: z.string().trim().max(40, textErrors.template).default(''),
})

/** How words would look with the samples, and what is wrong with them; writes nothing. */
export function previewText(ctx: Pick<Ctx, 'actor'>, rules: readonly MessageRule[], name: string, { subject, text, short }: MessageText) {
  requireRole(ctx.actor, 'administrator')
  const { sample } = ruleNamed(rules, name)
  const words = { subject, text, short }
  return { fault: faultOf(words, Object.keys(sample)), preview: fillText(words, sample) }
}

/** From now on the province's own words are used; what was told before stays as it was told. */
export async function reword(
  ctx: Ctx,
  rules: readonly MessageRule[],
  name: string,
  { language, version, znsTemplate, ...words }: z.infer<typeof rewordInput>,
): Promise<Outcome<void, TextRefusal>> {
  const act = messageTextActs.reword
  requireAct(ctx.actor, act)
  const { sample } = ruleNamed(rules, name)
  const fault = faultOf(words, Object.keys(sample))
  if (fault) return { ok: false, refusal: fault }
  return save(ctx, act, { name, language, version, text: words, znsTemplate: znsTemplate === '' ? null : znsTemplate })
}

/** The words of the product again. */
export async function restoreText(
  ctx: Ctx,
  rules: readonly MessageRule[],
  name: string,
  { language, version }: Pick<z.infer<typeof rewordInput>, 'language' | 'version'>,
): Promise<Outcome<void, TextRefusal>> {
  const act = messageTextActs.restore
  requireAct(ctx.actor, act)
  ruleNamed(rules, name)
  return save(ctx, act, { name, language, version, text: null, znsTemplate: null })
}

async function save(
  ctx: Ctx,
  act: (typeof messageTextActs)['reword'] | (typeof messageTextActs)['restore'],
  { version, ...text }: Pick<TextVersion, 'name' | 'language' | 'version' | 'text' | 'znsTemplate'>,
): Promise<Outcome<void, TextRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<void, TextRefusal>> => {
    const latest = (await selectLatestTexts(tx, text.name)).find(({ language }) => language === text.language)?.version ?? 0
    const next = { ...text, version: version + 1, byId: actorId(ctx.actor), byName: actorName(ctx.actor), at: ctx.now }
    if (latest !== version || !(await insertText(tx, next))) return refuse('changed-elsewhere')
    await record(tx, ctx, act, { subjectId: text.name, detail: { language: text.language, version: next.version } })
    return done(undefined)
  })
}
