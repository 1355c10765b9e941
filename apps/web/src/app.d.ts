import type { Ctx } from '@dacsan/modules/context'
import type { Actor, Session } from '@dacsan/modules/identity'
import type { Language } from '#lib/languages.ts'
import type { Messages } from '#lib/messages/index.ts'

declare global {
  namespace App {
    interface Locals {
      requestId: string
      session: Session
      actor: Actor
      ctx: Ctx
      lang: Language
      m: Messages
      /** `Set-Cookie` lines for the answer, as sign-in made them. */
      setCookies: string[]
      /** What the front has to know of a page that was rendered for everybody (lib/keep-page.ts). */
      keeping?: Readonly<Record<string, string>>
      /** A visitor came to a page that needs somebody known. */
      signInFirst?: boolean
      /** The status that an error stood for, whatever the answer around it says. */
      failed?: number
    }
    interface Error {
      message: string
      requestId?: string
      /** For a refused role or a lost race: the sentence that helps. */
      detail?: string
    }
  }
}

export {}
