import type { PaperFormat } from './formats.ts'

/** A paper as a page offers it. */
export type PaperLink = {
  kind: string
  title: string
  about: string
  /** Which part of the subject it is for; empty where it is for the whole. */
  item: string
  /** The last part of its address, for each format. */
  files: { format: PaperFormat; file: string }[]
  /** The sentence in its place where it does not exist; null where it can be fetched. */
  absent: string | null
}
