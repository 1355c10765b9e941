import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'

/** Of each order what left and what came back, beside what became of its goods. */
export async function selectGoodsFaults(db: ReadDb): Promise<{ checked: number; faults: string[] }> {
  const { rows } = await sql<{ id: string; goods: string; out: number; back: number }>`
    select o.id, o.goods, coalesce(g.out, 0)::int as out, coalesce(g.back, 0)::int as back from channel_order o
    left join (select order_id, sum(quantity) filter (where direction = 'out') as out, sum(quantity) filter (where direction = 'back') as back
      from channel_order_goods group by 1) g on g.order_id = o.id`.execute(db)
  const isWrong = ({ goods, out, back }: (typeof rows)[number]) => {
    if (goods === 'out' || goods === 'asked' || goods === 'kept') return out === 0 || back !== 0
    if (goods === 'back') return out === 0 || back !== out
    return out !== 0
  }
  return {
    checked: rows.length,
    faults: rows.filter(isWrong).map(({ id, goods, out, back }) => `${id}: ${goods}, ${out} out, ${back} back`),
  }
}
