/** How wide the words of a bar are with its shape and padding, in CSS pixels: measured once for each wording. */

/** Shape, gap, padding and border around the words. */
const AROUND = 44

const known = new Map<string, number>()
let context: CanvasRenderingContext2D | null | undefined

export function labelWidth(words: string): number {
  const found = known.get(words)
  if (found !== undefined) return found
  context ??= document.createElement('canvas').getContext('2d')
  if (context) context.font = '600 12px "Inter Variable", system-ui, sans-serif'
  const width = Math.ceil(context?.measureText(words).width ?? words.length * 7) + AROUND
  // The font may still be loading: until it is there the measure is not kept.
  if (document.fonts.status === 'loaded') known.set(words, width)
  return width
}
