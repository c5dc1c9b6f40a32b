/** A deed after "we" or "that the delegation": "accepts clause 5" as "accept clause 5". */
export function bareDeed(deed: string): string {
  return deed.replace(/^(accept|reserve|object|stand)s\b/, '$1')
}
