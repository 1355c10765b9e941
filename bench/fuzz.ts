import type { Measurement } from './benchmark.ts'

/** A reader that has to bear whatever is typed, pasted, scanned or sent. */
export type Fuzzed = {
  /** In the plural, as in "400,000 proofs borne". */
  what: string
  inputs: number
  /** Texts that are right, or nearly so: what is mutated. */
  from: readonly string[]
  /** Pieces that mean something to the reader, put where they do not belong. */
  splinters: readonly string[]
  /** Reads one input, and throws when what it accepts does not come back the same. Whether it was accepted. */
  read(text: string): boolean | Promise<boolean>
}

const seed = 20_261_125
/** No input may take longer (ms), on a machine that does other things too: what grows with the square of its length would. */
const longestTime = 400

/** Every input through the reader, beside the same inputs made and not read; throws at the first that is not borne, or that is slow. */
export async function fuzz(fuzzed: Fuzzed): Promise<Measurement> {
  const { rate, accepted } = await go(fuzzed, (text) => fuzzed.read(text))
  const bare = await go(fuzzed, () => false)
  return {
    what: `${fuzzed.inputs.toLocaleString('en')} ${fuzzed.what} borne, ${accepted.toLocaleString('en')} of them accepted`,
    figure: rate,
    unit: 'inputs/s',
    baseline: { what: 'the same inputs made and not read', figure: bare.rate },
    better: 'more',
  }
}

async function go(fuzzed: Fuzzed, read: Fuzzed['read']): Promise<{ rate: number; accepted: number }> {
  const { what, inputs } = fuzzed
  const next = mutator(fuzzed, random(seed))
  const begun = performance.now()
  let accepted = 0
  for (let count = 0; count < inputs; count += 1) {
    const text = next()
    const told = `${what}, input ${count}`
    let took = Infinity
    // What else the machine does may fall into one reading, not into three.
    for (let tries = 0; took > longestTime; tries += 1) {
      if (tries === 3) throw new Error(`${told} took ${Math.round(took)} ms: ${JSON.stringify(text.slice(0, 300))}`)
      const before = performance.now()
      try {
        const verdict = read(text)
        if ((typeof verdict === 'boolean' ? verdict : await verdict) && tries === 0) accepted += 1
      } catch (error) {
        throw new Error(`${told} is not borne: ${JSON.stringify(text.slice(0, 3000))}`, { cause: error })
      }
      took = performance.now() - before
    }
  }
  return { rate: inputs / ((performance.now() - begun) / 1000), accepted }
}

/** Texts near the given ones: pieces put in, changed, taken out, cut off, doubled, crossed with another; now and then noise, or something long. */
function mutator({ from, splinters }: Fuzzed, next: () => number): () => string {
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!
  const changes: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => {
      const place = below(text.length + 1)
      return text.slice(0, place) + pick(splinters) + text.slice(place)
    },
    (text) => {
      const place = below(text.length + 1)
      return text.slice(0, place) + String.fromCharCode(below(128)) + text.slice(place + 1)
    },
    (text) => {
      const place = below(text.length + 1)
      return text.slice(0, place) + text.slice(place + below(12))
    },
    // A piece of another one, as a careless hand pastes it.
    (text) => {
      const place = below(text.length + 1)
      const other = pick(from)
      const start = below(other.length)
      return text.slice(0, place) + other.slice(start, start + below(80)) + text.slice(place)
    },
    (text) => (next() < 0.3 ? text.slice(0, below(text.length + 1)) : text),
    (text) => (next() < 0.3 ? text + text.slice(below(text.length + 1)) : text),
    (text) => (next() < 0.1 ? Array.from({ length: below(40) }, () => String.fromCharCode(below(65_536))).join('') : text),
    (text) => (next() < 0.002 ? text + (pick(splinters) + text.slice(-30)).repeat(1 + below(400)) : text),
  ]
  return () => {
    let text = pick(from)
    for (let count = below(4); count >= 0; count -= 1) text = pick(changes)(text)
    return text
  }
}

/** mulberry32: small, fast, and the same inputs each time. */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
