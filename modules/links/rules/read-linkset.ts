import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { parseDigitalLink } from '@dacsan/gs1'
import { z } from 'zod'
import { pathOfLink } from './levels.ts'
import { defaultType, readRelation } from './link-type.ts'
import type { Anchor, Link } from './link.ts'

/** What is wrong in a file, and where: a JSON Pointer. */
export type LinksetProblem = { where: string } & (
  | { code: 'not-json' | 'member-missing' | 'member-wrong' | 'two-default-links' }
  | { code: 'member-unknown'; names: readonly string[] }
  | { code: 'anchor-not-a-link'; why: string }
)
export type LinksetRefusal = { code: 'not-a-linkset'; problems: LinksetProblem[] }

// The patterns are those of the schema (ref.gs1.org/standards/resolver/linkset-schema), but for `A-z`, which lets in signs that nobody meant.
const address = z
  .string()
  .regex(/^https?:\/\/[A-Za-z0-9./[]/)
  .refine((text) => URL.canParse(text))
const relation = /^[a-z-]+$|^https?:\/\/[A-Za-z0-9./]+$/
const target = z.strictObject({
  href: address,
  title: z.string(),
  hreflang: z.array(z.string().regex(/^\w{2}(-\w{2})?$/)).default([]),
  type: z
    .string()
    .regex(/\w+\/[-+.\w]+/)
    .nullable()
    .default(null),
  context: z.array(z.string()).default([]),
  fwqs: z.boolean().default(true),
  public: z.boolean().default(true),
})
const linkset = z.strictObject({
  linkset: z.array(z.object({ anchor: address, itemDescription: z.string() }).catchall(z.array(target))),
})
type LinkContext = z.infer<typeof linkset>['linkset'][number]

/**
 * Reads a linkset of GS1 (RFC 9264). Only the GS1 path of an anchor counts: host, stem and query are those of whoever wrote the file. All of it or
 * nothing. Anchors of one path are one.
 */
export function readLinkset(text: string): Outcome<Anchor[], LinksetRefusal> {
  const json = parseJson(text)
  if (json === undefined) return refuse('not-a-linkset', { problems: [{ where: '', code: 'not-json' }] })
  const read = linkset.safeParse(json)
  if (!read.success) return refuse('not-a-linkset', { problems: read.error.issues.map((issue) => problemOf(issue, json)) })
  const problems: LinksetProblem[] = []
  const anchors = new Map<string, Anchor>()
  for (const [index, context] of read.data.linkset.entries()) {
    const where = `/linkset/${index}`
    const strange = relationsOf(context).filter(([name]) => !relation.test(name))
    if (strange.length > 0) problems.push({ where, code: 'member-unknown', names: strange.map(([name]) => name) })
    const named = parseDigitalLink(context.anchor.split(/[?#]/, 1)[0]!.replace(/\/$/, ''))
    if (!named.ok) {
      problems.push({ where: `${where}/anchor`, code: 'anchor-not-a-link', why: named.refusal.code })
      continue
    }
    const path = pathOfLink(named.value)
    const links = [...(anchors.get(path)?.links ?? []), ...linksOf(context)]
    // Exactly one default link for a thing (GS1-Conformant resolver standard 1.2, 2.5.8).
    if (links.filter(({ type }) => type === defaultType).length > 1) problems.push({ where, code: 'two-default-links' })
    anchors.set(path, { path, itemDescription: context.itemDescription, links })
  }
  return problems.length > 0 ? refuse('not-a-linkset', { problems }) : done([...anchors.values()])
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Target = z.infer<typeof target>
const relationsOf = (context: LinkContext) =>
  Object.entries(context).filter((member): member is [string, Target[]] => typeof member[1] !== 'string')

function linksOf(context: LinkContext): Link[] {
  return relationsOf(context).flatMap(([name, targets]) =>
    targets.map(({ href, title, hreflang, type: media, context: contexts, fwqs, public: isPublic }) => ({
      type: readRelation(name),
      href: plainAddress(href),
      title,
      hreflang,
      media,
      context: contexts,
      forwardsQuery: fwqs,
      isPublic,
    })),
  )
}

/** As it was written where a header can carry it; else as an address spells it. */
const plainAddress = (href: string): string => (/^[!-~]+$/.test(href) ? href : new URL(href).href)

function problemOf(issue: z.core.$ZodIssue, json: unknown): LinksetProblem {
  const where = issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  if (issue.code === 'unrecognized_keys') return { where, code: 'member-unknown', names: issue.keys }
  const given = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null)?.[step], json)
  return { where, code: given === undefined ? 'member-missing' : 'member-wrong' }
}
