import type { LineChange } from '@dacsan/modules/appraisal/rules'
import { sheetFormWords } from '@dacsan/modules/appraisal/words'
import { sumOf } from '#lib/typed/fields.ts'
import { dropFromDevice, keepOnDevice, readDeviceMarks } from '#lib/typed/device-marks.svelte.ts'
import { noMark, sameMark, sortKept } from '#lib/typed/kept-marks.ts'
import type { KeptMark, Mark } from '#lib/typed/kept-marks.ts'
import { sendForm } from '#lib/typed/send-form.ts'

/** How long is waited between two tries (ms), unless the signal comes back before. */
const [first, longest] = [2_000, 30_000]

/** What is under way: until there is an answer it is sent again as it is, under its key, so that it is not done twice. */
type Flight = { key: string; content: [string, string][]; marks: Record<string, Mark> }

export type SheetOnDevice = {
  person: string
  path: string
  title: string
  locked: boolean
  marks: Record<string, Mark>
  version: number
  savedAt: Date | null
  /** Draws a choice that its reader did not make on this page. */
  draw: (criterion: string, choice: Mark['choice']) => void
}

/**
 * The sheet as it stands on this device: every mark is kept here at once and goes to the server as soon as it can, and every change can be undone.
 * Without JavaScript the page is one plain form and none of this runs.
 */
export class SheetState {
  marks = $state<Record<string, Mark>>({})
  version = $state(0)
  savedAt = $state<Date | null>(null)
  /** A save is on its way. */
  sending = $state(false)
  /** Marks that the server does not have yet, with the moment of the last. */
  unsent = $state<{ count: number; at: number | null }>({ count: 0, at: null })
  /** The device has no room for them. */
  unkept = $state(false)
  /** Why nothing goes, in words; `stopped`: nothing will, before the page is read again. */
  trouble = $state<string | null>(null)
  stopped = $state(false)
  /** What was marked here and cannot go to the sheet as it stands now. */
  clash = $state<KeptMark[]>([])
  undo = $state<{ criterion: string; before: Mark }[]>([])

  #sheet: SheetOnDevice
  /** What the server has, as far as this page knows. */
  #stored: Record<string, Mark>
  #unsent = new Map<string, Mark>()
  #flight: Flight | null = null
  #run: Promise<void> | null = null
  #wait = first
  #again: ReturnType<typeof setTimeout> | undefined
  #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #closed = false

  constructor(sheet: SheetOnDevice) {
    this.#sheet = sheet
    this.#stored = { ...sheet.marks }
    this.marks = { ...sheet.marks }
    this.version = sheet.version
    this.savedAt = sheet.savedAt
  }

  get path(): string {
    return this.#sheet.path
  }
  get isSettled(): boolean {
    return !this.sending && this.unsent.count === 0
  }

  /** Takes up what was marked on this device and did not arrive; the page may have been closed in between. */
  async open(): Promise<void> {
    const { person, path, locked, draw } = this.#sheet
    window.addEventListener('online', this.retry)
    const kept = (await readDeviceMarks(person)).filter((one) => one.path === path && !this.#unsent.has(one.criterion))
    if (this.#closed) return
    const { arrived, toSend, clash } = sortKept(kept, this.#stored)
    for (const one of arrived) dropFromDevice(person, one)
    this.clash = locked ? [...toSend, ...clash] : clash
    if (locked) return
    for (const { criterion, mark, at } of toSend) {
      this.marks[criterion] = mark
      draw(criterion, mark.choice)
      this.#unsent.set(criterion, mark)
      this.unsent = { count: this.#unsent.size, at: Math.max(at, this.unsent.at ?? 0) }
    }
    if (toSend.length > 0) void this.#send()
  }

  /** The page goes elsewhere; what is not sent stays on the device. */
  close(): void {
    this.#closed = true
    window.removeEventListener('online', this.retry)
    clearTimeout(this.#again)
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }

  choose(criterion: string, choice: Mark['choice']): void {
    const before = this.marks[criterion] ?? noMark
    if (before.choice === choice) return
    this.undo = [...this.undo.slice(-49), { criterion, before: { ...before } }]
    this.#keep(criterion, { ...before, choice })
    void this.#send()
  }

  /** On the device with every letter; sent when the writer pauses. A comment waits for its mark. */
  write(criterion: string, comment: string): void {
    this.#keep(criterion, { choice: this.marks[criterion]?.choice ?? null, comment })
    clearTimeout(this.#timers.get(criterion))
    this.#timers.set(
      criterion,
      setTimeout(() => {
        this.#timers.delete(criterion)
        void this.#send()
      }, 700),
    )
  }

  takeBack(): void {
    const last = this.undo.at(-1)
    if (!last) return
    this.undo = this.undo.slice(0, -1)
    this.#keep(last.criterion, { ...last.before, comment: this.marks[last.criterion]?.comment ?? last.before.comment })
    this.#sheet.draw(last.criterion, last.before.choice)
    void this.#send()
  }

  /** The member wants what was marked here, although the sheet was changed elsewhere. */
  takeKept({ criterion, mark }: KeptMark): void {
    this.clash = this.clash.filter((one) => one.criterion !== criterion)
    this.#keep(criterion, mark)
    this.#sheet.draw(criterion, mark.choice)
    void this.#send()
  }

  /** The member has read what could not go to the sheet, or handed the sheet in as it is: nothing of it is left here. */
  dropKept(): void {
    for (const one of this.clash) dropFromDevice(this.#sheet.person, one)
    this.clash = []
  }

  /** Resolves when everything marked so far has been answered, or cannot be sent now. */
  async settle(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    await this.#send()
  }

  retry = (): void => void this.#send()

  #keep(criterion: string, mark: Mark): void {
    const { person, path, title } = this.#sheet
    const at = Date.now()
    this.marks[criterion] = mark
    this.#unsent.set(criterion, mark)
    this.unsent = { count: this.#unsent.size, at }
    const over = this.#stored[criterion] ?? noMark
    void keepOnDevice(person, { path, title, criterion, mark: { ...mark }, over: { ...over }, at }).then((kept) => (this.unkept = !kept))
  }

  #send(): Promise<void> {
    clearTimeout(this.#again)
    this.#run ??= this.#sendAll().finally(() => (this.#run = null))
    return this.#run
  }

  async #sendAll(): Promise<void> {
    this.sending = true
    try {
      while (!this.stopped && !this.#closed && (this.#flight !== null || this.#unsent.size > 0)) {
        this.#flight ??= this.#board()
        if (!(await this.#fly(this.#flight))) return
      }
    } finally {
      this.sending = false
    }
  }

  #board(): Flight {
    const marks = Object.fromEntries(this.#unsent)
    const content: [string, string][] = [['version', String(this.version)]]
    for (const [criterion, { choice, comment }] of this.#unsent) {
      content.push([`choice:${criterion}`, String((choice ?? 'blank') satisfies LineChange['choice'])], [`comment:${criterion}`, comment])
    }
    const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
    return { key: `${id}.${sumOf(content)}`, content, marks }
  }

  /** False where it did not arrive, or is not taken. */
  async #fly({ key, content, marks }: Flight): Promise<boolean> {
    const { path, title } = this.#sheet
    const answer = await sendForm({
      id: key,
      path,
      title,
      action: new URL(`${path}?/save`, location.href).href,
      encoding: 'application/x-www-form-urlencoded',
      content,
      key,
      at: Date.now(),
      refused: null,
    })
    if (!answer.arrived) {
      this.trouble = sheetFormWords.offline
      if (!this.#closed) this.#again = setTimeout(this.retry, this.#wait)
      this.#wait = Math.min(this.#wait * 2, longest)
      return false
    }
    const { result } = answer
    this.#flight = null
    if (result.type === 'success') {
      const { saved } = result.data as { saved: { version: number; savedAt: Date } }
      this.#arrived(marks)
      this.version = saved.version
      this.savedAt = saved.savedAt
      this.trouble = null
      this.#wait = first
      return true
    }
    this.stopped = true
    const errors = result.type === 'failure' ? (result.data?.['errors'] as Record<string, string> | undefined) : undefined
    this.trouble = result.type === 'redirect' ? sheetFormWords.signedOut : (Object.values(errors ?? {})[0] ?? sheetFormWords.notSaved)
    return false
  }

  #arrived(marks: Record<string, Mark>): void {
    for (const [criterion, mark] of Object.entries(marks)) {
      this.#stored[criterion] = mark
      const now = this.#unsent.get(criterion)
      if (!now || !sameMark(now, mark)) continue
      this.#unsent.delete(criterion)
      dropFromDevice(this.#sheet.person, { path: this.path, criterion })
    }
    this.unsent = { count: this.#unsent.size, at: this.#unsent.size === 0 ? null : this.unsent.at }
  }
}
