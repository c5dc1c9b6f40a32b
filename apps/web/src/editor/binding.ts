/** The binding between an editor and its root, as the plugin that keeps them in step tells it. */
import type { EditorState } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** Whether the last change of this state came from elsewhere: from the shared text, or from undo. */
export function cameFromElsewhere(state: EditorState): boolean {
  const sync: unknown = ySyncPluginKey.getState(state)
  return typeof sync === 'object' && sync !== null && 'isChangeOrigin' in sync && sync.isChangeOrigin === true
}

export type Places = {
  /** A position of the editor as a place in the shared text, in its JSON form. */
  readonly toShared: (pos: number) => unknown
  /** A place in the shared text as a position of the editor. Undefined when it is gone or cannot be told. */
  readonly fromShared: (place: Y.RelativePosition) => number | undefined
}

/** The way between editor and shared text in this state. Undefined while the binding is not ready. */
export function placesIn(state: EditorState): Places | undefined {
  const sync: unknown = ySyncPluginKey.getState(state)
  if (typeof sync !== 'object' || sync === null || !('binding' in sync) || !('type' in sync)) return undefined
  const { binding, type } = sync
  if (!(binding instanceof ProsemirrorBinding) || !(type instanceof Y.XmlFragment) || type.doc === null) return undefined
  const { doc } = type
  const { mapping } = binding
  if (mapping.size === 0) return undefined
  return {
    toShared(pos) {
      const place: unknown = absolutePositionToRelativePosition(pos, type, mapping)
      const json: unknown = place instanceof Y.RelativePosition ? Y.relativePositionToJSON(place) : undefined
      return json
    },
    fromShared: (place) => relativePositionToAbsolutePosition(doc, type, place, mapping) ?? undefined,
  }
}
