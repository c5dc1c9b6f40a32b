/** What is chosen once a box was ticked, or cleared. */
export function toggled<One>(chosen: ReadonlySet<One>, one: One, ticked: boolean): ReadonlySet<One> {
  const next = new Set(chosen)
  if (ticked) next.add(one)
  else next.delete(one)
  return next
}
