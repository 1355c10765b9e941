import { applyAction, enhance as byScript } from '$app/forms'
import { refreshAll } from '$app/navigation'
import type { SubmitFunction } from '$app/forms'
import { leadsBack } from '#lib/paths.ts'
import { sumOf } from './fields.ts'
import { keepTyped } from './keep-typed.svelte.ts'
import { deliver, giveUp, isDone, leave } from './outbox.svelte.ts'

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A page that the worker of the desk kept brings the key of its forms again and again: what is new must not be taken for what came before. */
function renewKeys(form: HTMLFormElement): void {
  for (const one of form.elements)
    if (one instanceof HTMLInputElement && one.type === 'hidden' && one.name === 'requestKey')
      one.value = `${one.value.slice(0, 4)}${newKey()}`
}

/** What the fields of a form are called on its page, and what its choices say: `kind`, and `kind=3`. */
function labelsOf(form: HTMLFormElement): Record<string, string> {
  const labels: Record<string, string> = {}
  const note = (name: string, text: string | null | undefined) => {
    const said = text?.replaceAll(/\s+/g, ' ').trim()
    if (said) labels[name] ??= said.slice(0, 120)
  }
  for (const one of form.elements) {
    if (!('labels' in one && 'name' in one) || typeof one.name !== 'string' || one.name === '') continue
    note(one.name, (one.labels as NodeListOf<HTMLLabelElement> | null)?.[0]?.textContent)
    if (one instanceof HTMLSelectElement) for (const { value, text } of one.selectedOptions) note(`${one.name}=${value}`, text)
  }
  return labels
}

/**
 * Sends a form by script as SvelteKit does, and loses nothing of it: what is typed stays on the device until it has arrived, and where there is no signal
 * the page stays too and the form goes when it can. Without script the form is a form.
 */
export function enhance(form: HTMLFormElement, submit: SubmitFunction = () => {}): { destroy(): void } {
  const typed = keepTyped(form)
  let last: { key: string; sum: string } | null = null
  if (document.documentElement.dataset['seenAt'] !== undefined) renewKeys(form)

  const handled = byScript(form, async (input) => {
    const { formData, action, submitter } = input
    let cancelled = false
    const cancel = () => {
      cancelled = true
      input.cancel()
    }
    const after = await submit({ ...input, cancel })
    if (cancelled) return
    input.cancel()
    const content = [...formData]
    const sum = sumOf(content)
    // Until there is an answer, the same content is the same form; changed, it is another, which must not be taken for one that arrived.
    last = { key: last?.key ?? newKey(), sum }
    const encoding = (submitter?.hasAttribute('formenctype') ? (submitter as HTMLButtonElement).formEnctype : null) ?? form.enctype
    const { again } = typed
    typed.settle()
    const delivered = await deliver(
      {
        id: last.key,
        form: typed.id,
        path: location.pathname + location.search,
        title: document.title.split(' · ')[0]!,
        action: action.href,
        encoding,
        content,
        labels: labelsOf(form),
        key: `${last.key}.${sum}`,
        at: Date.now(),
        refused: null,
      },
      {
        secret: typed.isSecret,
        owned: typed.drop,
        next() {
          last = null
          form.reset()
          renewKeys(form)
        },
      },
    )
    if (delivered === null) return
    const { result, owned } = delivered
    last = null
    if (isDone(result, leadsBack)) {
      await typed.drop()
      if (again !== null) await giveUp(again)
    } else if (!owned) typed.write()
    const update = async ({ reset = true, refreshAll: refresh = result.type === 'success' } = {}) => {
      if (result.type === 'success' && reset) HTMLFormElement.prototype.reset.call(form)
      if (refresh && result.type !== 'redirect') await refreshAll()
      await applyAction(result)
    }
    if (after) await after({ formData, formElement: form, action, result, update })
    else await update()
  })

  return {
    destroy() {
      handled.destroy()
      if (last) leave(last.key)
      typed.stop()
    },
  }
}
