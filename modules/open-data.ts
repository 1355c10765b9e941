import type { z } from 'zod'
import type { ProductId } from './catalogue/rules.ts'
import type { Ctx } from './context.ts'

/** Who reads: anyone. Where people read of a thing, and what can be ordered today, the reader is given: a room knows no address. */
export type OpenDataReader = {
  ctx: Pick<Ctx, 'db' | 'now'>
  addressOf: { product(slug: string): string; certificate(code: string): string; recall(code: string): string }
  /** The ids of the products that anyone can order. */
  onSale(): Promise<readonly ProductId[]>
}

/** `total` counts everything that matches; `samples` of it were made for trying out. */
export type OpenDataPage<Row> = { items: Row[]; total: number; samples: number; page: number; pages: number; approximate: boolean }

/** A data set that a room gives to everyone: plain rows, every gap a null, never a guess. */
export type OpenDataSet = {
  /** Its part of the address: `products`. */
  name: string
  /** What one row is called in the description: `Product`. */
  item: string
  /** A sentence for programmers. */
  about: string
  /** The shape of a row, with what its fields mean. */
  row: z.ZodObject
  /** All rows, where they are few. */
  all?: (reader: OpenDataReader) => Promise<object[]>
  /** The rows that a filter leaves, in pages or whole as a file of this name. */
  list?: { filter: z.ZodObject; file: string; page: (reader: OpenDataReader, filter: { page?: number }) => Promise<OpenDataPage<object>> }
  /** One row by its code, and what is answered where there is none. */
  find?: { by: (reader: OpenDataReader, code: string) => Promise<object | undefined>; none: string }
}
