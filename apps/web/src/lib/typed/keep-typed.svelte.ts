import { keepable, putBack, typedIn } from './fields.ts'
import type { TypedField } from './fields.ts'
import { dropTyped, readTyped, writeTyped } from './typed-store.ts'

/** A form of the open page into which something came back that was typed before. `changed`: fields that were changed elsewhere meanwhile. */
export type CameBack = { id: string; at: number; changed: number; takeTyped(): void; drop(): void }

const shown = $state<{ forms: CameBack[] }>({ forms: [] })
export const cameBack: Readonly<typeof shown> = shown

let person = ''
export const typedBy = (who: string) => {
  person = who
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a form is known by on its page: where it leads, and what its page says about it without asking. */
const idOf = (form: HTMLFormElement): string => {
  const hidden = [...form.elements].flatMap((one) =>
    one instanceof HTMLInputElement && one.type === 'hidden' && /id$/i.test(one.name) ? [`${one.name}=${one.value}`] : [],
  )
  return [person, location.pathname, form.getAttribute('action') ?? '', ...hidden].join(' ')
}

const controlsOf = (form: HTMLFormElement) => [...form.elements] as Control[]

/** Keeps on the device what is typed into a form, and puts it back where the page is opened again before it was sent. */
export function keepTyped(form: HTMLFormElement) {
  const id = idOf(form)
  const isSecret = form.querySelector('input[type=password]') !== null
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const fields = typedIn(controlsOf(form))
    void (fields.length === 0 ? dropTyped(id) : writeTyped(id, { fields, at: Date.now() }))
  }
  const typing = () => {
    // A browser may be ended at any moment.
    timer ??= setTimeout(write, 150)
  }
  const leaving = () => {
    if (timer !== undefined) write()
  }
  const forget = () => {
    shown.forms = shown.forms.filter((one) => one.id !== id)
  }
  const drop = async () => {
    clearTimeout(timer)
    timer = undefined
    forget()
    await dropTyped(id)
  }
  const tell = (restored: Iterable<Control>) => {
    for (const control of restored) for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }))
  }

  const restore = async () => {
    const typed = await readTyped(id)
    // Somebody may have begun to type before the device has answered.
    if (!typed || stopped || timer !== undefined || keepable(controlsOf(form)).length === 0) return
    const { restored, changed } = putBack(controlsOf(form), typed.fields)
    if (restored.length === 0 && changed.length === 0) return
    tell(restored)
    forget()
    shown.forms.push({
      id,
      at: typed.at,
      changed: changed.length,
      takeTyped: () => take(changed),
      drop: () => {
        form.reset()
        tell(restored)
        void drop()
      },
    })
  }
  const take = (changed: readonly TypedField[]) => {
    tell(putBack(controlsOf(form), changed, { force: true }).restored)
    const one = shown.forms.find((shownForm) => shownForm.id === id)
    if (one) one.changed = 0
  }

  if (!isSecret) {
    form.addEventListener('input', typing)
    form.addEventListener('change', typing)
    window.addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', leaving)
    void restore()
  }
  return {
    id,
    isSecret,
    /** It is being sent: what came back need not be told any more. */
    forget,
    drop,
    stop() {
      stopped = true
      leaving()
      forget()
      form.removeEventListener('input', typing)
      form.removeEventListener('change', typing)
      window.removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', leaving)
    },
  }
}
