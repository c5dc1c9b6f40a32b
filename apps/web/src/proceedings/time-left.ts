/** How long a speaker still has, or how far over the time they are: "2:05 left", "0:20 over". Seconds in, negative once over. */
export function timeLeft(seconds: number): string {
  const whole = Math.abs(seconds)
  const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
  return seconds < 0 ? `${clock} over` : `${clock} left`
}
