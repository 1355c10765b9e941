import { z } from 'zod'

/** Made once when a form is drawn, sent with it each time: the same form is the same wish. */
export const requestKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)
