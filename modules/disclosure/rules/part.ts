import type { PolicyKind } from './policy.ts'

/** Where one of the thirteen parts is published: a policy, or a page that the software writes itself. */
export type PartPlace = PolicyKind | 'owner' | 'privacy' | 'ranking' | null

/** One of the thirteen parts that a platform must publish. */
export type DisclosurePart = { article: string; title: string; at: PartPlace; certainty: 'confirmed' | 'inferred' | 'unknown' }
