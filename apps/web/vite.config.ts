/**
 * Builds the web app into `dist`, and serves it in development with the API and the sockets of a running server behind it.
 *
 * One build works under every base path: scripts and styles refer to each other relatively, and only index.html holds absolute addresses,
 * which the server rewrites when it serves under a path of its own.
 */
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env['ENTENTE_SERVER'] ?? 'http://127.0.0.1:4748'

/** The two faces every page begins with, asked for at once instead of after the style sheet. */
const firstFaces = /^assets\/(inter|source-serif-4)-latin-wght-normal-.*\.woff2$/

const preloadFaces: Plugin = {
  name: 'preload-faces',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => firstFaces.test(file))
        .map((file) => ({
          tag: 'link',
          injectTo: 'head',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
        })),
  },
}

export default defineConfig({
  plugins: [react(), preloadFaces],
  build: {
    target: 'es2024',
    sourcemap: true,
    // Never inlined: the server's content security policy allows no data: addresses for scripts, styles and fonts.
    assetsInlineLimit: 0,
  },
  experimental: {
    renderBuiltUrl: (filename, { hostType }) => (hostType === 'html' ? `/${filename}` : { relative: true }),
  },
  server: {
    host: '127.0.0.1',
    // The Host header stays as the browser sent it: the server takes a page for its own when its origin and host agree.
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/sync': { target: server, changeOrigin: false, ws: true },
    },
  },
})
