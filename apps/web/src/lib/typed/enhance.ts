import { applyAction, enhance as byScript } from '$app/forms'
import { refreshAll } from '$app/navigation'
import type { SubmitFunction } from '$app/forms'
import { leadsBack } from '#lib/paths.ts'
import { sumOf } from './fields.ts'
import { keepTyped } from './keep-typed.svelte.ts'
import { deliver, isDone, leave } from './outbox.svelte.ts'

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Sends a form by script as SvelteKit does, and loses nothing of it: what is typed stays on the device until it has arrived, and where there is no signal
 * the page stays too and the form goes when it can. Without script the form is a form.
 */
export function enhance(form: HTMLFormElement, submit: SubmitFunction = () => {}): { destroy(): void } {
  const typed = keepTyped(form)
  let last: { key: string; sum: string } | null = null

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
    typed.forget()
    const result = await deliver(
      {
        id: typed.id,
        path: location.pathname + location.search,
        title: document.title,
        action: action.href,
        encoding,
        content,
        key: `${last.key}.${sum}`,
        at: Date.now(),
        refused: null,
      },
      { keep: !typed.isSecret },
    )
    if (result === null) return
    last = null
    if (isDone(result, leadsBack)) await typed.drop()
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
      leave(typed.id)
      typed.stop()
    },
  }
}
