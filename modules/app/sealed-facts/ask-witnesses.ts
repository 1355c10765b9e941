import { cosignedPath } from '@dacsan/platform/log-files'
import { tiledConsistency } from '@dacsan/transparency-log'
import type { TileStore } from '@dacsan/transparency-log'
import { formatAddCheckpoint } from '@dacsan/transparency-log/add-checkpoint'
import { parseNote, verifyCheckpoint } from '@dacsan/transparency-log/note'
import type { OpenInstallation } from '../../context.ts'
import { takeCosigned } from './publish-log.ts'
import { readCheckpoint, readSealLog } from './seal-log.ts'
import type { LogPlace } from './seal-log.ts'

/** A witness that does not answer by then is asked again in an hour. */
const patienceMs = 20_000

export type Witnessed = { size: number; witnesses: string[]; silent: { url: string; why: string }[] }

/**
 * Has the newest checkpoint cosigned by every witness that is set up (C2SP tlog-witness), and keeps it with what they signed. One that is away, or does
 * not agree, keeps nobody from the others.
 */
export async function askWitnesses(place: LogPlace & Pick<OpenInstallation['config'], 'witnessUrls'>): Promise<Witnessed | null> {
  const log = await readSealLog(place)
  const note = log && (await readCheckpoint(log))
  if (!log || note === null || place.witnessUrls.length === 0) return null
  const head = await verifyCheckpoint(note, log.policy)
  if (!head.ok) throw new Error(`the checkpoint of the transparency log cannot be read (${head.refusal.code})`)
  const { size } = head.value
  const before = await readCheckpoint(log, cosignedPath)
  const last = before === null ? null : await verifyCheckpoint(before, log.policy)
  const guess = last?.ok ? last.value.size : 0
  const asked = await Promise.all(
    place.witnessUrls.map(async (url) => {
      try {
        return { url, lines: await linesOf(url, { store: log.store, note, size, guess: Math.min(guess, size) }) }
      } catch (error) {
        return { url, why: String(error) }
      }
    }),
  )
  const lines = asked.flatMap((one) => ('lines' in one ? one.lines : []))
  const silent = asked.flatMap((one) => ('why' in one ? [{ url: one.url, why: one.why! }] : []))
  if (lines.length === 0) return { size, witnesses: [], silent }
  const taken = await takeCosigned({ config: place }, note + lines.map((line) => `${line}\n`).join(''))
  if (!taken.ok) throw new Error(`what the witnesses signed was not taken: ${JSON.stringify(taken.refusal)}`)
  return { size, witnesses: taken.value.witnesses, silent }
}

type Growth = { store: TileStore; note: string; size: number; guess: number }

/** The signature lines of one witness. It says what it saw last where that is another size than the one we think of. */
async function linesOf(url: string, { guess, ...growth }: Growth): Promise<string[]> {
  const first = await send(url, { ...growth, old: guess })
  const seen = first.status === 409 ? Number((await first.text()).trim()) : null
  if (seen !== null && (!Number.isSafeInteger(seen) || seen < 0 || seen > growth.size || seen === guess))
    throw new Error(`it saw ${seen} entries, and the log has ${growth.size}`)
  const answer = seen === null ? first : await send(url, { ...growth, old: seen })
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`${answer.status} ${body.trim().slice(0, 200)}`)
  const read = parseNote(`x\n\n${body}`)
  if (!read.ok) throw new Error('its answer is no signature')
  return body.trimEnd().split('\n')
}

async function send(
  url: string,
  { store, note, size, old }: { store: TileStore; note: string; size: number; old: number },
): Promise<Response> {
  const proof = old === 0 || old === size ? null : await tiledConsistency(store, old, size)
  if (proof && !proof.ok) throw new Error(`the log has no proof from ${old} to ${size}: ${proof.refusal.code}`)
  return fetch(`${url}/add-checkpoint`, {
    method: 'POST',
    body: formatAddCheckpoint({ old, proof: proof?.value ?? [], note }),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })
}
