import { deserialize } from '$app/forms'
import type { LineChange } from '@dacsan/modules/appraisal/rules'
import { sheetFormWords } from '@dacsan/modules/appraisal/words'

export type Mark = { choice: number | 'none' | null; comment: string }

/**
 * The sheet as it stands on this device: every mark is kept at once, one after the other, and every change can be undone.
 * Without JavaScript the page is one plain form and none of this runs.
 */
export class SheetState {
  marks = $state<Record<string, Mark>>({})
  version = $state(0)
  savedAt = $state<Date | null>(null)
  /** Saves on their way. */
  pending = $state(0)
  /** What went wrong, in words; nothing is sent after another tab has written. */
  trouble = $state<string | null>(null)
  stopped = $state(false)
  undo = $state<{ criterion: string; before: Mark }[]>([])

  #queue: Promise<void> = Promise.resolve()
  #unsent = new Set<string>()
  #timers = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(marks: Record<string, Mark>, version: number, savedAt: Date | null) {
    this.marks = marks
    this.version = version
    this.savedAt = savedAt
  }

  choose(criterion: string, choice: Mark['choice']): void {
    const before = this.marks[criterion] ?? { choice: null, comment: '' }
    if (before.choice === choice) return
    this.undo = [...this.undo.slice(-49), { criterion, before: { ...before } }]
    this.marks[criterion] = { ...before, choice }
    this.#send(criterion)
  }

  /** Kept when the writer pauses; a comment waits for its mark. */
  write(criterion: string, comment: string): void {
    this.marks[criterion] = { choice: this.marks[criterion]?.choice ?? null, comment }
    clearTimeout(this.#timers.get(criterion))
    this.#timers.set(
      criterion,
      setTimeout(() => this.#send(criterion), 700),
    )
  }

  takeBack(): { criterion: string; choice: Mark['choice'] } | null {
    const last = this.undo.at(-1)
    if (!last) return null
    this.undo = this.undo.slice(0, -1)
    this.marks[last.criterion] = { ...last.before, comment: this.marks[last.criterion]?.comment ?? last.before.comment }
    this.#send(last.criterion)
    return { criterion: last.criterion, choice: last.before.choice }
  }

  /** Resolves when everything written so far has been answered. */
  async settle(): Promise<void> {
    for (const [criterion, timer] of this.#timers) {
      clearTimeout(timer)
      this.#send(criterion)
    }
    this.#timers.clear()
    await this.#queue
  }

  retry(): void {
    for (const criterion of this.#unsent) this.#send(criterion)
  }

  #send(criterion: string): void {
    this.#timers.delete(criterion)
    this.#unsent.add(criterion)
    this.pending += 1
    this.#queue = this.#queue.then(() => this.#save(criterion)).finally(() => (this.pending -= 1))
  }

  async #save(criterion: string): Promise<void> {
    const mark = this.marks[criterion]
    if (this.stopped || !mark || !this.#unsent.has(criterion)) return
    this.#unsent.delete(criterion)
    const body = new FormData()
    body.set('version', String(this.version))
    const choice: LineChange['choice'] = mark.choice ?? 'blank'
    body.set(`choice:${criterion}`, String(choice))
    body.set(`comment:${criterion}`, mark.comment)
    try {
      const response = await fetch('?/save', {
        method: 'POST',
        body,
        headers: { 'x-sveltekit-action': 'true', accept: 'application/json' },
      })
      const result = deserialize<{ saved: { version: number; savedAt: Date } }, { code: string; errors: Record<string, string> }>(
        await response.text(),
      )
      if (result.type === 'success' && result.data) {
        this.version = result.data.saved.version
        this.savedAt = result.data.saved.savedAt
        this.trouble = null
        return
      }
      if (result.type !== 'failure' || !result.data) throw new Error(result.type)
      this.stopped = true
      this.trouble = Object.values(result.data.errors)[0] ?? sheetFormWords.notSaved
    } catch {
      this.#unsent.add(criterion)
      this.trouble = sheetFormWords.offline
    }
  }
}
