/** Losing the connection, and having it back. */
import type { Page, WebSocketRoute } from 'playwright'

/** A line between a page and the server that can be cut while the page itself is served. */
export function openLine() {
  const open = new Set<WebSocketRoute>()
  let isCut = false
  return {
    prepare: (page: Page) =>
      page.routeWebSocket(/\/sync\//, (route) => {
        if (isCut) return void route.close({ code: 1012 })
        open.add(route)
        route.connectToServer()
      }),
    line: {
      /** Resolves when the page says that it is offline. */
      async cut(page: Page) {
        isCut = true
        for (const route of open) await route.close({ code: 1012 })
        open.clear()
        await page
          .getByText(/^Offline/)
          .filter({ visible: true })
          .first()
          .waitFor()
      },
      mend: () => void (isCut = false),
    },
  }
}
