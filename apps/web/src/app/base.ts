/**
 * Where this app is served. The server writes its base path into index.html, so one build works under any path; routes, API and sockets
 * all begin here.
 */
const meta = document.querySelector('meta[name="entente-base"]')

/** The base path with a slash at its end: `/`, or `/talks/`. */
export const basePath: string = withSlash(meta?.getAttribute('content') ?? import.meta.env.BASE_URL)

/** The base path as the router wants it: without a slash at its end. */
export const routerBase: string = basePath.slice(0, -1)

/** The address of an API resource: `api('/me')`. */
export function api(path: `/${string}`): string {
  return `${basePath}api${path}`
}

/** Where rooms are reached: `wss://host/base/sync`. */
export function syncUrl(): string {
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}${basePath}sync`
}

/** A page of the app as a full address, to be copied or opened in another window. */
export function pageUrl(path: `/${string}`): string {
  return `${location.origin}${routerBase}${path}`
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}
