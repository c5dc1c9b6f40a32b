/** The targets by name. */
import type { TargetName } from '../plan.ts'
import { entente } from './entente.ts'
import { hocuspocus, hocuspocus16ms } from './hocuspocus.ts'
import { relay } from './relay.ts'
import type { Target } from './target.ts'
import { yWebsocket } from './y-websocket.ts'

export const targets: { readonly [name in TargetName]: Target } = {
  entente,
  relay,
  'y-websocket': yWebsocket,
  hocuspocus,
  'hocuspocus-16ms': hocuspocus16ms,
}
