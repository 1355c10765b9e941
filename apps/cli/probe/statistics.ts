import { done } from '@dacsan/decisions'
import { changeOfTotals, protectTable } from '@dacsan/statistics'
import { z } from 'zod'
import { type Operation, operation } from './operation.ts'

const label = z.union([z.string(), z.number()])
const decimal = z.union([z.number(), z.string()])

const change = z.object({ pairs: z.array(z.tuple([z.number(), z.number()])), population: z.number().nullish() })
const table = z.object({
  cells: z.array(z.object({ row: label, column: label, amounts: z.array(decimal) })),
  least: z.number(),
  dominance: z.object({ n: z.number(), percent: decimal }),
})

/** Figures that are published: with their error, and without telling of anybody. */
export const statisticsOperations: Readonly<Record<string, Operation>> = {
  'results.change': operation(change, ({ pairs, population }) => changeOfTotals(pairs, population)),
  'table.protect': operation(table, ({ cells, least, dominance }) => {
    const outcome = protectTable(cells, least, dominance)
    return outcome.ok ? done({ hidden: outcome.value }) : outcome
  }),
}
