import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true, out: process.env['PAGES_OUT'] ?? 'build' }),
      // A scan must answer in one round trip: the page carries its own style, under the same nonce.
      inlineStyleThreshold: 24_000,
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          // The hash is that of the style attribute by which SvelteKit hides the announcer of page changes.
          'style-src': ['self', 'unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:', 'blob:'],
          'connect-src': ['self'],
          'font-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  environments: {
    ssr: {
      build: {
        // The business runs from its TypeScript sources, one copy per process, shared with the front and the worker.
        rolldownOptions: { external: [/^@dacsan\//] },
      },
    },
  },
})
