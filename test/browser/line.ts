/** Losing the connection, and having it back. */
import type { Page, WebSocketRoute } from 'playwright'

/** A line between a page and the server that can be cut while the page itself is served. */
export function openLine() {
  const open = new Map<WebSocketRoute, WebSocketRoute>()
  let isCut = false
  return {
    prepare: (page: Page) =>
      page.routeWebSocket(/\/sync\//, (route) => {
        if (isCut) return void route.close({ code: 1012 })
        const server = route.connectToServer()
        open.set(route, server)
        route.onClose((code, reason) => {
          open.delete(route)
          void server.close({ ...(code !== undefined && { code }), ...(reason !== undefined && { reason }) })
        })
      }),
    line: {
      /** Resolves when the page says that it is offline. */
      async cut(page: Page) {
        isCut = true
        for (const [route, server] of open) await Promise.all([route.close({ code: 1012 }), server.close()])
        open.clear()
        await page
          .getByText(/^Offline/)
          .filter({ visible: true })
          .first()
          .waitFor()
      },
      mend: () => void (isCut = false),
      /** Where the page is connected. */
      ends: () => [...open.keys()].map((route) => new URL(route.url()).pathname),
    },
  }
}
