/**
 * The cheapest way to separate two sides of a network (minimum s–t cut, by Dinic's algorithm).
 *
 * `path` asks it which clauses to settle together: the cut is what has to be done, and the side of the source is what becomes agreed.
 */

export type Network = {
  readonly node: () => number
  /** Cutting the edge costs so much; `Infinity` cannot be cut. */
  readonly edge: (from: number, to: number, cost: number) => void
  /** The nodes on the side of `source` in a cheapest cut: the smallest such side. */
  readonly sideOf: (source: number, sink: number) => ReadonlySet<number>
}

export function network(): Network {
  const edges: number[][] = []
  const target: number[] = []
  const left: number[] = []

  const levelsFrom = (source: number): readonly number[] => {
    const levels = edges.map(() => -1)
    levels[source] = 0
    const queue = [source]
    for (let next = 0; next < queue.length; next++) {
      const node = queue[next] ?? 0
      for (const edge of edges[node] ?? []) {
        const to = target[edge] ?? 0
        if ((left[edge] ?? 0) <= 0 || levels[to] !== -1) continue
        levels[to] = (levels[node] ?? 0) + 1
        queue.push(to)
      }
    }
    return levels
  }

  const push = (node: number, sink: number, amount: number, levels: readonly number[], tried: number[]): number => {
    if (node === sink) return amount
    const outgoing = edges[node] ?? []
    for (; (tried[node] ?? 0) < outgoing.length; tried[node] = (tried[node] ?? 0) + 1) {
      const edge = outgoing[tried[node] ?? 0] ?? 0
      const to = target[edge] ?? 0
      const room = left[edge] ?? 0
      if (room <= 0 || levels[to] !== (levels[node] ?? 0) + 1) continue
      const pushed = push(to, sink, Math.min(amount, room), levels, tried)
      if (pushed <= 0) continue
      left[edge] = room - pushed
      left[edge ^ 1] = (left[edge ^ 1] ?? 0) + pushed
      return pushed
    }
    return 0
  }

  return {
    node: () => edges.push([]) - 1,
    edge(from, to, cost) {
      edges[from]?.push(target.push(to) - 1)
      left.push(cost)
      edges[to]?.push(target.push(from) - 1)
      left.push(0)
    },
    sideOf(source, sink) {
      for (;;) {
        const levels = levelsFrom(source)
        if (levels[sink] === -1) return new Set(levels.flatMap((level, node) => (level === -1 ? [] : [node])))
        const tried = edges.map(() => 0)
        while (push(source, sink, Number.MAX_SAFE_INTEGER, levels, tried) > 0);
      }
    },
  }
}
