/**
 * The rules of the gate, each as the piece of source that keeps it and what stands there without it.
 *
 * The seam is the loader of modules (`campaign-without.ts`), so that the code that runs in a server has none. Not here, because no
 * sequence of updates can show that they are missing, and tested in `packages/sync/src/gate` instead: what is compared after an update was
 * applied (it only differs once the gate is wrong), the announcement of mass deletions, how the quota refills, and that an attribute has one
 * value (the shared text has no attributes).
 */

export type Removal = {
  /** What is no longer looked at. */
  readonly rule: string
  /** Below `packages/sync/src`. */
  readonly file: string
  /** Stands in the file, exactly so. */
  readonly from: string
  readonly to: string
}

export const removals: readonly Removal[] = [
  { rule: 'size limit', file: 'gate/decode.ts', from: `if (update.byteLength > limits.bytes) refuse('too-large', 'bytes')`, to: '' },
  { rule: 'clientID over 32 bits', file: 'gate/decode.ts', from: `if (client > MAX_CLIENT) refuse('malformed', 'clientID')`, to: '' },
  {
    rule: 'number of authors',
    file: 'gate/decode.ts',
    from: `if (this.#clients.length === this.limits.sections) refuse('too-large', 'authors')`,
    to: '',
  },
  {
    rule: 'repeated section',
    file: 'gate/decode.ts',
    from: `if (this.#clients.includes(client)) refuse('malformed', 'repeated section')`,
    to: '',
  },
  {
    rule: 'empty section',
    file: 'gate/decode.ts',
    from: `if (this.#starts.at(-1) === this.#structs) refuse('malformed', 'empty section')`,
    to: '',
  },
  {
    rule: 'number of insertions',
    file: 'gate/decode.ts',
    from: `if (this.#structs > this.limits.structs) refuse('too-large', 'insertions')`,
    to: '',
  },
  {
    rule: 'content kinds outside the schema',
    file: 'gate/decode.ts',
    from: `return refuse('schema', 'kind of content')`,
    to: 'return info',
  },
  { rule: 'skip', file: 'gate/decode.ts', from: `return refuse('pending', 'skip')`, to: 'return info' },
  { rule: 'unknown content kinds', file: 'gate/decode.ts', from: `return refuse('malformed', 'kind of content')`, to: 'return info' },
  {
    rule: 'shared types outside the schema',
    file: 'gate/decode.ts',
    from: `return reference <= XML_TEXT ? refuse('schema', 'kind of type') : refuse('malformed', 'kind of type')`,
    to: 'return reference',
  },
  {
    rule: 'number of deletions',
    file: 'gate/decode.ts',
    from: `if (this.#ranges > this.limits.deletions) refuse('too-large', 'deletions')`,
    to: '',
  },
  {
    rule: 'trailing bytes',
    file: 'gate/decode.ts',
    from: `if (this.#bytes === undefined || decoding.hasContent(this.#bytes)) refuse('malformed', 'trailing bytes')`,
    to: '',
  },
  { rule: 'empty insertion', file: 'gate/decode.ts', from: `if (struct.length === 0) refuse('malformed', 'empty insertion')`, to: '' },
  {
    rule: 'clock of an insertion',
    file: 'gate/decode.ts',
    from: `if (last === undefined || last.id.clock + last.length > MAX_CLOCK) refuse('malformed', 'clock of an insertion')`,
    to: '',
  },
  { rule: 'empty deletion', file: 'gate/decode.ts', from: `if (len === 0) refuse('malformed', 'empty deletion')`, to: '' },
  { rule: 'order of deletions', file: 'gate/decode.ts', from: `if (clock < last) refuse('malformed', 'order of deletions')`, to: '' },
  { rule: 'clock of a deletion', file: 'gate/decode.ts', from: `if (end > MAX_CLOCK) refuse('malformed', 'clock of a deletion')`, to: '' },
  {
    rule: 'what stops the decoder is a refusal',
    file: 'gate/decode.ts',
    from: `if (error instanceof Error) refuse('malformed', 'not an update')`,
    to: '',
  },
  {
    rule: 'depth of Any',
    file: 'gate/value.ts',
    from: `if (depth === limits.valueDepth) refuse('too-deep', 'nested value')
`,
    to: '',
  },
  {
    rule: 'size of a mark value',
    file: 'gate/value.ts',
    from: `if (json.length > limits.value) refuse('too-large', 'value of a mark')`,
    to: '',
  },
  {
    rule: 'forbidden keys',
    file: 'gate/value.ts',
    from: `if (key === '__proto__' || key === 'constructor' || key === 'prototype') refuse('malformed', 'forbidden key')`,
    to: '',
  },
  {
    rule: 'depth of a mark value',
    file: 'gate/value.ts',
    from: `if (depth === limits.valueDepth) refuse('too-deep', 'nested value of a mark')`,
    to: '',
  },
  {
    rule: 'half characters in values',
    file: 'gate/value.ts',
    from: `if (typeof value === 'string' && !value.isWellFormed()) refuse('surrogate', 'half a character in a value')`,
    to: '',
  },
  {
    rule: 'forbidden keys inside mark values',
    file: 'gate/value.ts',
    from: `    plainKey(key)
    checkNested`,
    to: '    checkNested',
  },
  {
    rule: 'forbidden keys inside Any',
    file: 'gate/value.ts',
    from: 'const key = plainKey(decoding.readVarString(decoder))',
    to: 'const key = decoding.readVarString(decoder)',
  },
  { rule: 'gap', file: 'gate/insertions.ts', from: `if (struct.id.clock > section.clock) refuse('pending', 'gap')`, to: '' },
  {
    rule: 'builds on itself',
    file: 'gate/insertions.ts',
    from: `if (id.client === item.id.client && id.clock >= item.id.clock) refuse('forged', 'builds on itself')`,
    to: '',
  },
  {
    rule: 'builds on the unknown',
    file: 'gate/insertions.ts',
    from: `return refuse('pending', 'builds on what is not known')`,
    to: 'return',
  },
  { rule: 'circle of authors', file: 'gate/insertions.ts', from: ' || this.#waiting.includes(section)', to: '' },
  { rule: 'left neighbour inside a character', file: 'gate/insertions.ts', from: `refuse('surrogate', 'left neighbour')`, to: 'void 0' },
  { rule: 'right neighbour inside a character', file: 'gate/insertions.ts', from: `refuse('surrogate', 'right neighbour')`, to: 'void 0' },
  {
    rule: 'neighbours in two places',
    file: 'gate/insertions.ts',
    from: `if (right !== undefined && !samePlace(place, this.#horizon.place(right.struct))) refuse('forged', 'neighbours in two places')`,
    to: '',
  },
  {
    rule: 'parent that is no node',
    file: 'gate/insertions.ts',
    from: `if (!(holder.content instanceof Y.ContentType)) return refuse('forged', 'parent holds no others')`,
    to: 'if (!(holder.content instanceof Y.ContentType)) return NOWHERE',
  },
  { rule: 'forbidden attribute names', file: 'gate/insertions.ts', from: 'if (item.parentSub !== null) plainKey(item.parentSub)', to: '' },
  {
    rule: 'length of words',
    file: 'gate/insertions.ts',
    from: `if (words.length > this.#limits.run) refuse('too-large', 'words')`,
    to: '',
  },
  {
    rule: 'half characters in words',
    file: 'gate/insertions.ts',
    from: `if (!words.isWellFormed()) refuse('surrogate', 'half a character')`,
    to: '',
  },
  {
    rule: 'shape',
    file: 'gate/insertions.ts',
    from: `if (!fits(this.#shape, place, item.content)) refuse('schema', 'content in this place')`,
    to: '',
  },
  {
    rule: 'continuation in another place',
    file: 'gate/insertions.ts',
    from: `if (!samePlace(this.#horizon.place(struct), place)) refuse('forged', 'continues in another place')`,
    to: '',
  },
  {
    rule: 'continuation inside a character',
    file: 'gate/insertions.ts',
    from: `if (cutsCharacter(item, known)) refuse('surrogate', 'continues inside a character')`,
    to: '',
  },
  { rule: 'depth of nodes', file: 'gate/insertions.ts', from: `if (node.depth > this.#limits.depth) refuse('too-deep', 'nodes')`, to: '' },
  {
    rule: 'known insertions are checked too',
    file: 'gate/insertions.ts',
    from: '    if (struct instanceof Y.Item) {',
    to: '    if (struct instanceof Y.Item && end > section.clock) {',
  },
  {
    rule: 'what is collected is nowhere',
    file: 'gate/insertions.ts',
    from: 'if (this.#horizon.place(holder) === NOWHERE) return NOWHERE',
    to: '',
  },
  { rule: 'clocks below 0', file: 'gate/horizon.ts', from: 'id.clock >= 0 && ', to: '' },
  {
    rule: 'shape: attributes',
    file: 'gate/shape.ts',
    from: 'if (place.key !== null) return fitsAttribute(shape, place.of, place.key, content)',
    to: 'if (place.key !== null) return true',
  },
  { rule: 'shape: node called text', file: 'gate/shape.ts', from: 'child.nodeName !== TEXT && ', to: '' },
  { rule: 'shape: values of marks', file: 'gate/shape.ts', from: '(value === null || check(value))', to: 'true' },
  {
    rule: 'shape: content of words',
    file: 'gate/shape.ts',
    from: `if (place.of.is === 'text') {`,
    to: `if (place.of.is === 'text') {
    return true`,
  },
  {
    rule: 'neighbours that never stood side by side',
    file: 'gate/lists.ts',
    from: `if (!this.#stoodSideBySide(left, right)) refuse('forged', 'neighbours that never stood side by side')`,
    to: '',
  },
  {
    rule: 'lists: first in the list',
    file: 'gate/lists.ts',
    from: 'if (left === null) return right === null || originOf(right) === null',
    to: 'if (left === null) return true',
  },
  {
    rule: 'lists: last in the list',
    file: 'gate/lists.ts',
    from: 'if (right === null) return rightOrigin === null',
    to: 'if (right === null) return true',
  },
  {
    rule: 'lists: nothing placed by in between',
    file: 'gate/lists.ts',
    from: 'if (holds(between, origin) || holds(between, rightOrigin)) return false',
    to: '',
  },
  {
    rule: 'lists: order of cutting',
    file: 'gate/lists.ts',
    from: `    const right = rightUnit === undefined ? null : this.#startingWith(rightUnit)
    const left = leftUnit === undefined ? null : this.#endingWith(leftUnit)
`,
    to: `    const left = leftUnit === undefined ? null : this.#endingWith(leftUnit)
    const right = rightUnit === undefined ? null : this.#startingWith(rightUnit)
`,
  },
  {
    rule: 'lists: places of what comes in the same update',
    file: 'gate/lists.ts',
    from: 'const after = this.#follow(left, place) === right ? left : this.#settle(piece, place, left, right)',
    to: 'const after = left',
  },
  {
    rule: 'steps to place',
    file: 'gate/lists.ts',
    from: `if (this.#steps > this.#limits.steps) refuse('too-large', 'steps to find the places of insertions')`,
    to: '',
  },
  {
    rule: 'lists: steps are counted while placing',
    file: 'gate/lists.ts',
    from: `      this.#step()
      passed.add(other)`,
    to: '      passed.add(other)',
  },
  {
    rule: 'deletes the unknown',
    file: 'gate/deletions.ts',
    from: `if (end > known) refuse('pending', 'deletes what is not known')`,
    to: '',
  },
  {
    rule: 'deletion inside a character',
    file: 'gate/deletions.ts',
    from: `refuse('surrogate', 'deletion inside a character')`,
    to: 'void 0',
  },
  {
    rule: 'only effective deletions',
    file: 'gate/deletions.ts',
    from: 'if (struct instanceof Y.GC || struct.deleted || struct.content instanceof Y.ContentDeleted) continue',
    to: 'if (struct instanceof Y.GC) continue',
  },
  { rule: 'words inside deleted nodes', file: 'gate/deletions.ts', from: 'this.#count(child, left, node.inside)', to: '' },
  {
    rule: 'words named twice',
    file: 'gate/deletions.ts',
    from: 'child.deleted ? 0 : child.length - this.#named(child)',
    to: 'child.deleted ? 0 : child.length',
  },
  {
    rule: 'steps to clean up',
    file: 'gate/deletions.ts',
    from: `if (going * around > this.#limits.cleaning) refuse('too-large', 'steps to clean up after deletions')`,
    to: '',
  },
  {
    rule: 'deletions of what is new',
    file: 'gate/deletions.ts',
    from: 'if (end > base && section !== undefined) this.#look(section.structs, Math.max(clock, base), end)',
    to: '',
  },
  {
    rule: 'texts not on record',
    file: 'gate/admit.ts',
    from: `for (const root of creates) if (!policy.knownRoot(root)) return refusal('forbidden-root', 'no such text', { root })`,
    to: '',
  },
  {
    rule: 'read-only',
    file: 'gate/admit.ts',
    from: `if (!noop && policy.readOnly) return refusal('read-only', 'seat writes nowhere')`,
    to: '',
  },
  {
    rule: 'foreign author',
    file: 'gate/admit.ts',
    from: `if (policy.leased(client)) return refusal('forged-author', 'clientID of somebody else', { client })`,
    to: '',
  },
  { rule: 'any author', file: 'gate/admit.ts', from: '    if (policy.owns(client)) continue', to: '    if (true) continue' },
  {
    rule: 'right to write',
    file: 'gate/admit.ts',
    from: 'if (!policy.knownRoot(root) || !policy.mayWrite(root)) return refusal(',
    to: 'if (false) return refusal(',
  },
  { rule: 'right to create', file: 'gate/admit.ts', from: '[...touches.keys(), ...creates]', to: '[...touches.keys()]' },
  {
    rule: 'writing what is no longer on record',
    file: 'gate/admit.ts',
    from: '!policy.knownRoot(root) || !policy.mayWrite(root)',
    to: '!policy.mayWrite(root)',
  },
  { rule: 'quota', file: 'gate/quota.ts', from: 'exceeded: used > quota.burst', to: 'exceeded: false' },
  {
    rule: 'quota: refusals cost more',
    file: 'gate/quota.ts',
    from: `if (outcome.kind === 'refusal') return REFUSED`,
    to: `if (outcome.kind === 'refusal') return 1`,
  },
  { rule: 'claim: held', file: 'gate/claim.ts', from: 'if (holder !== undefined) return', to: 'if (false) return' },
  {
    rule: 'claim: in the text',
    file: 'gate/claim.ts',
    from: 'if (client === doc.clientID || Y.getState(doc.store, client) > 0) {',
    to: 'if (false) {',
  },
  {
    rule: 'browser: true neighbours',
    file: 'connection/neighbours.ts',
    from: 'for (const struct of structs.slice(first)) if (struct instanceof Y.Item) describe(struct)',
    to: '',
  },
]
