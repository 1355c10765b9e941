import { fillIn, putBack, typedIn } from './fields.ts'
import type { TypedField } from './fields.ts'
import { setFiles } from './shrink-photo.ts'
import {
  dropChosen,
  dropTyped,
  forgetRefill,
  markedRefill,
  readChosen,
  readSent,
  readTyped,
  writeChosen,
  writeTyped,
} from './typed-store.ts'
import type { ChosenFiles, Sent, Typed } from './typed-store.ts'

/**
 * A form of the open page into which something came back that was typed before. `changed`: fields that were changed elsewhere meanwhile. `unfit`: what the
 * form has no place for any more.
 */
export type CameBack = { id: string; at: number; changed: number; unfit: string[]; takeTyped(): void; drop(): void }

const shown = $state<{ forms: CameBack[] }>({ forms: [] })
export const cameBack: Readonly<typeof shown> = shown

let person = ''
export const typedBy = (who: string) => {
  person = who
}

/** The forms of the open page. */
const openForms = new Set<HTMLFormElement>()

/** Whether something stands in a form of the open page that was typed or chosen and is not sent. */
export const isTyping = (): boolean =>
  [...openForms].some(
    (form) => typedIn(ownControlsOf(form)).length > 0 || fileFields(form).some(({ input }) => (input.files?.length ?? 0) > 0),
  )

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a form is known by on its page: where it leads, and what its page says about it without asking. */
const idOf = (form: HTMLFormElement): string => {
  const hidden = [...form.elements].flatMap((one) =>
    one instanceof HTMLInputElement && one.type === 'hidden' && /id$/i.test(one.name) ? [`${one.name}=${one.value}`] : [],
  )
  return [person, location.pathname, form.getAttribute('action') ?? '', ...hidden].join(' ')
}

const controlsOf = (form: HTMLFormElement) => [...form.elements] as Control[]

/** Fields whose names begin so keep what is typed by themselves: `data-kept-apart="choice: comment:"`. */
const ownControlsOf = (form: HTMLFormElement): Control[] => {
  const apart = form.dataset['keptApart']?.split(' ') ?? []
  return controlsOf(form).filter(({ name }) => !apart.some((begin) => name.startsWith(begin)))
}

/** The fields for files, with their place among those of their name. */
function fileFields(form: HTMLFormElement): { input: HTMLInputElement; name: string; place: number }[] {
  const inputs = [...form.elements].filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'file')
  return inputs.map((input) => {
    const { name } = input
    return { input, name, place: inputs.filter((other) => other.name === name).indexOf(input) }
  })
}

/** Where a form leads, by any of its buttons. */
function leadsTo(form: HTMLFormElement, action: string): boolean {
  const path = (address: string) => {
    const { pathname, search } = new URL(address, location.href)
    return pathname + search
  }
  const own = [form.getAttribute('action') ?? '', ...[...form.elements].map((one) => one.getAttribute('formaction'))]
  return own.some((address) => address !== null && path(address) === path(action))
}

/** Keeps on the device what is typed into a form, and the files that are chosen, and puts it back where the page is opened again before it was sent. */
export function keepTyped(form: HTMLFormElement) {
  const id = idOf(form)
  const isSecret = form.querySelector('input[type=password]') !== null
  let timer: ReturnType<typeof setTimeout> | undefined
  let filesTimer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  /** What was sent before and is being filled in again: it goes when this form has arrived. */
  let again: string | null = null
  /** It lies in the queue: what still happens to its files here, such as a photo that is made small, is not kept a second time. */
  let away = false

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    if (isSecret) return
    const fields = typedIn(ownControlsOf(form))
    void (fields.length === 0 ? dropTyped(id) : writeTyped(id, { fields, at: Date.now() }))
  }
  const typing = ({ target, type }: Event) => {
    if (type === 'filesset' && away) return
    away = false
    if (target instanceof HTMLInputElement && target.type === 'file') {
      // A field tells of one choice more than once.
      if (type !== 'input') filesTimer ??= setTimeout(() => void writeFiles(target), 50)
    }
    // A browser may be ended at any moment.
    else timer ??= setTimeout(write, 150)
  }
  const leaving = () => {
    if (timer !== undefined) write()
  }
  const forget = () => {
    shown.forms = shown.forms.filter((one) => one.id !== id)
  }
  const drop = async () => {
    away = true
    clearTimeout(timer)
    clearTimeout(filesTimer)
    filesTimer = undefined
    timer = undefined
    forget()
    await Promise.all([dropTyped(id), dropChosen(id)])
  }
  const tell = (restored: Iterable<Control>) => {
    for (const control of restored) for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }))
  }

  /** A photo of a telephone is chosen in the app of its camera, and meanwhile the page may be ended. */
  const writeFiles = async (changed?: HTMLInputElement) => {
    filesTimer = undefined
    if (isSecret) return
    const chosen = fileFields(form).flatMap(({ input, name, place }): ChosenFiles['fields'] => {
      const files = [...(input.files ?? [])]
      return files.length === 0 ? [] : [{ name, place, files }]
    })
    if (chosen.length === 0) await dropChosen(id)
    const kept = chosen.length === 0 || (await writeChosen(id, { at: Date.now(), fields: chosen }))
    changed?.dispatchEvent(new CustomEvent('keptfiles', { detail: kept }))
  }
  const restoreFiles = (chosen: ChosenFiles['fields']): HTMLInputElement[] => {
    const fields = fileFields(form)
    return chosen.flatMap(({ name, place, files }) => {
      const input = fields.find((one) => one.name === name && one.place === place)?.input
      if (!input || (input.files?.length ?? 0) > 0) return []
      setFiles(input, input.multiple ? files : files.slice(0, 1))
      return [input]
    })
  }

  const restore = async () => {
    if (await refill()) return
    // The queue first: what leaves it in between takes with it what is left of it here.
    const owned = Math.max(0, ...(await readSent(person)).flatMap(({ form: of, at }) => (of === id ? [at] : [])))
    const [typed, chosen] = (await Promise.all([readTyped(id), readChosen(id)])).map((one) =>
      one && one.at > owned ? one : undefined,
    ) as [Typed | undefined, ChosenFiles | undefined]
    // Somebody may have begun to type before the device has answered.
    if ((!typed && !chosen) || stopped || timer !== undefined || form.elements.length === 0) return
    const inputs = restoreFiles(chosen?.fields ?? [])
    const { restored, changed } = putBack(ownControlsOf(form), typed?.fields ?? [])
    if (restored.length + changed.length + inputs.length === 0) return
    tell(restored)
    say({ at: typed?.at ?? Date.now(), changed, restored })
  }
  const say = ({
    at,
    changed = [],
    unfit = [],
    restored,
  }: {
    at: number
    changed?: TypedField[]
    unfit?: string[]
    restored: Control[]
  }) => {
    forget()
    shown.forms.push({
      id,
      at,
      changed: changed.length,
      unfit,
      takeTyped: () => take(changed),
      drop: () => {
        form.reset()
        for (const { input } of fileFields(form)) setFiles(input, [])
        again = null
        tell(restored)
        void drop()
      },
    })
  }
  const take = (changed: readonly TypedField[]) => {
    tell(putBack(ownControlsOf(form), changed, { force: true }).restored)
    const one = shown.forms.find((shownForm) => shownForm.id === id)
    if (one) one.changed = 0
  }

  /** Fills in what was sent before and was not taken, where somebody asked for it on the page of what waits. */
  const refill = async (): Promise<boolean> => {
    const marked = markedRefill()
    const sent = marked === null ? undefined : (await readSent(person)).find((one) => one.id === marked)
    if (!sent || stopped || !leadsTo(form, sent.action)) return false
    forgetRefill()
    again = sent.id
    const texts = sent.content.filter((field): field is [string, string] => typeof field[1] === 'string')
    const { restored, unfit } = fillIn(controlsOf(form), texts)
    const strangers = refillFiles(sent)
    tell(restored)
    const unfitNames = unfit.map(([name, value]) => `${sent.labels?.[name] ?? name}: ${value}`)
    say({ at: sent.at, unfit: [...unfitNames, ...strangers], restored })
    write()
    return true
  }
  const refillFiles = ({ content }: Sent): string[] => {
    const byName = Map.groupBy(
      content.filter((field): field is [string, File] => field[1] instanceof File && field[1].name !== ''),
      ([name]) => name,
    )
    return [...byName].flatMap(([name, fields]) => {
      const files = fields.map(([, file]) => file)
      const taken = restoreFiles([{ name, place: 0, files }])[0]?.files?.length ?? 0
      return files.slice(taken).map((file) => file.name)
    })
  }

  openForms.add(form)
  if (!isSecret) {
    for (const kind of ['input', 'change']) form.addEventListener(kind, typing)
    form.addEventListener('filesset', typing)
    window.addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', leaving)
    void restore()
  }
  return {
    id,
    isSecret,
    get again() {
      return again
    },
    /** It is being sent: what came back need not be told any more, and what is here is older than what is sent. */
    settle() {
      forget()
      leaving()
      if (filesTimer !== undefined) {
        clearTimeout(filesTimer)
        void writeFiles()
      }
    },
    drop,
    /** It was not taken: what stands in the form is kept again. */
    write() {
      away = false
      write()
      void writeFiles()
    },
    stop() {
      stopped = true
      openForms.delete(form)
      leaving()
      forget()
      for (const kind of ['input', 'change', 'filesset']) form.removeEventListener(kind, typing)
      window.removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', leaving)
    },
  }
}
