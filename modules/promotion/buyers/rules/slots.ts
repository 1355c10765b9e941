export type Pair = { buyer: string; producer: string }
export type Wish = Pair & { isWish: boolean }
export type Slot = Pair & { round: number; table: number }
export type Room = { rounds: number; tables: number }
export type SlotClash = { code: 'slot-outside' } | { code: 'table-taken' } | { code: 'buyer-busy' } | { code: 'producer-busy' }

const same = (a: Pair, b: Pair) => a.buyer === b.buyer && a.producer === b.producer

/** Why a pair cannot sit there, beside those who sit already; its own place counts as free. */
export function clashOf({ rounds, tables }: Room, held: readonly Slot[], slot: Slot): SlotClash | null {
  if (slot.round < 1 || slot.round > rounds || slot.table < 1 || slot.table > tables) return { code: 'slot-outside' }
  const beside = held.filter((one) => one.round === slot.round && !same(one, slot))
  if (beside.some(({ table }) => table === slot.table)) return { code: 'table-taken' }
  if (beside.some(({ buyer }) => buyer === slot.buyer)) return { code: 'buyer-busy' }
  if (beside.some(({ producer }) => producer === slot.producer)) return { code: 'producer-busy' }
  return null
}

/**
 * Who sits with whom when: what somebody wished for first, then what only seems to fit, each in the order given, in the earliest round in which both are
 * free and a table is. What was placed before keeps its place.
 */
export function allotSlots(room: Room, wishes: readonly Wish[], fixed: readonly Slot[] = []): { slots: Slot[]; unplaced: Pair[] } {
  const slots = [...fixed]
  const unplaced: Pair[] = []
  const asked = [...wishes.filter(({ isWish }) => isWish), ...wishes.filter(({ isWish }) => !isWish)]
  for (const { buyer, producer } of asked) {
    if (slots.some((slot) => same(slot, { buyer, producer }))) continue
    const free = earliest(room, slots, { buyer, producer })
    if (free) slots.push(free)
    else unplaced.push({ buyer, producer })
  }
  return { slots: slots.toSorted((a, b) => a.round - b.round || a.table - b.table), unplaced }
}

function earliest(room: Room, slots: readonly Slot[], pair: Pair): Slot | null {
  for (let round = 1; round <= room.rounds; round += 1) {
    const here = slots.filter((slot) => slot.round === round)
    if (here.some(({ buyer, producer }) => buyer === pair.buyer || producer === pair.producer)) continue
    for (let table = 1; table <= room.tables; table += 1) {
      if (!here.some((slot) => slot.table === table)) return { ...pair, round, table }
    }
  }
  return null
}

/** `08:30` and the third round of twenty minutes: `09:10`. */
export function timeOfRound(startsAt: string, slotMinutes: number, round: number): string {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number)
  const at = hours * 60 + minutes + (round - 1) * slotMinutes
  return `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
