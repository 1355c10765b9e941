/** One thing that somebody typed or chose: the field's name, which of that name it is, and what stands in it. */
export type TypedField = { name: string; place: number; value: string; before: string }

type Control = {
  name: string
  type: string
  value: string
  checked?: boolean
  defaultValue?: string
  defaultChecked?: boolean
  options?: ArrayLike<Option>
}
type Option = { value: string; selected: boolean; defaultSelected: boolean }

/** What is never kept: what nobody typed, files, what is secret, and buttons. */
const notKept = new Set(['hidden', 'file', 'password', 'submit', 'button', 'reset', 'image', 'fieldset', 'output'])

const isChosen = ({ type }: Pick<Control, 'type'>) => type === 'checkbox' || type === 'radio'
const chosen = (is: boolean | undefined) => (is ? 'chosen' : '')

/** What stands in a field now, and what stood there when the page came. */
export function stateOf(control: Control): { now: string; before: string } {
  if (isChosen(control)) return { now: chosen(control.checked), before: chosen(control.defaultChecked) }
  if (control.options) {
    const options = Array.from(control.options)
    const of = (list: readonly Option[]) => list.map(({ value }) => value).join('\n')
    const before = options.filter(({ defaultSelected }) => defaultSelected)
    return { now: of(options.filter(({ selected }) => selected)), before: of(before.length > 0 ? before : options.slice(0, 1)) }
  }
  return { now: control.value, before: control.defaultValue ?? '' }
}

/** The fields of a form that can be kept, with their place among those of their name. */
export function keepable<C extends Control>(controls: Iterable<C>): { control: C; name: string; place: number }[] {
  const places = new Map<string, number>()
  return [...controls].flatMap((control) => {
    const { name } = control
    if (name === '' || notKept.has(control.type)) return []
    const place = places.get(name) ?? 0
    places.set(name, place + 1)
    return [{ control, name, place }]
  })
}

/** What of a form differs from how the page came. */
export function typedIn(controls: Iterable<Control>): TypedField[] {
  return keepable(controls).flatMap(({ control, name, place }) => {
    const { now, before } = stateOf(control)
    return now === before ? [] : [{ name, place, value: now, before }]
  })
}

/**
 * Puts back what was typed. A field that the page now brings with another content than the one that was typed over was changed elsewhere meanwhile:
 * it stays as the page has it, and comes back in `changed`, unless `force` says otherwise.
 */
export function putBack<C extends Control>(
  controls: Iterable<C>,
  typed: readonly TypedField[],
  { force = false }: { force?: boolean } = {},
): { restored: C[]; changed: TypedField[] } {
  const found = new Map(keepable(controls).map((one) => [`${one.name} ${one.place}`, one.control]))
  const restored: C[] = []
  const changed: TypedField[] = []
  for (const field of typed) {
    const control = found.get(`${field.name} ${field.place}`)
    if (!control) continue
    const { now, before } = stateOf(control)
    if (now === field.value) continue
    if (!force && before !== field.before) {
      changed.push(field)
      continue
    }
    if (isChosen(control)) control.checked = field.value === 'chosen'
    else if (control.options) {
      const values = new Set(field.value.split('\n'))
      for (const option of Array.from(control.options)) option.selected = values.has(option.value)
    } else control.value = field.value
    restored.push(control)
  }
  return { restored, changed }
}

/** A text or a choice of a form that was sent. */
export type FormField = readonly [name: string, value: string]

/**
 * Fills a form with what was sent from it, or from one like it, before. What has no field of its name any more, or is no choice of it, comes back in
 * `unfit`. What nobody typed is not looked at: the page brings it anew.
 */
export function fillIn<C extends Control>(all: Iterable<C>, content: readonly FormField[]): { restored: C[]; unfit: FormField[] } {
  const controls = [...all]
  const untyped = new Set(controls.filter(({ type }) => type === 'hidden' || type === 'submit').map(({ name }) => name))
  const rest = content.filter(([name]) => !untyped.has(name))
  const restored: C[] = []
  const take = (name: string, fits: (value: string) => boolean = () => true) => {
    const place = rest.findIndex((field) => field[0] === name && fits(field[1]))
    return place < 0 ? null : rest.splice(place, 1)[0]![1]
  }
  for (const { control, name } of keepable(controls)) {
    const { now } = stateOf(control)
    if (isChosen(control)) control.checked = take(name, (value) => value === control.value) !== null
    else if (control.options) {
      const options = Array.from(control.options)
      const chosen = options.filter(({ value }) => take(name, (sent) => sent === value) !== null)
      if (chosen.length > 0) for (const option of options) option.selected = chosen.includes(option)
    } else {
      const value = take(name)
      if (value !== null) control.value = value
    }
    if (stateOf(control).now !== now) restored.push(control)
  }
  return { restored, unfit: rest.filter(([, value]) => value.trim() !== '') }
}

/** A short sum of what is sent, to tell whether it is the same again; no secret hangs on it. */
export function sumOf(entries: Iterable<readonly [string, string | { name: string; size: number; lastModified: number }]>): string {
  let sum = 0xcbf29ce484222325n
  for (const [name, value] of entries)
    for (const sign of `${name}=${typeof value === 'string' ? value : `${value.name} ${value.size} ${value.lastModified}`}\n`)
      sum = BigInt.asUintN(64, (sum ^ BigInt(sign.codePointAt(0)!)) * 0x100000001b3n)
  return sum.toString(36)
}
