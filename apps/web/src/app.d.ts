import type { Ctx } from '@dacsan/modules/context'
import type { Actor } from '@dacsan/modules/identity'
import type { Language } from '#lib/languages.ts'
import type { Messages } from '#lib/messages/index.ts'

declare global {
  namespace App {
    interface Locals {
      requestId: string
      actor: Actor
      ctx: Ctx
      lang: Language
      m: Messages
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
