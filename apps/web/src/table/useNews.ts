/** Tells screen readers what happens at the table, through the one voice of the page and never more often than every ten seconds. */
import { useEffect } from 'react'
import { announce } from '../design/Announcer.tsx'
import { browserTiming } from '../editor/timing.ts'
import { useRoom } from '../room/useRoom.ts'
import { createAnnouncer } from './announcer.ts'
import { newsBetween } from './news.ts'

export function useNews(): void {
  const room = useRoom()
  useEffect(() => {
    const announcer = createAnnouncer(browserTiming)
    const stopSaying = announcer.listen(announce)
    let before = room.view()
    const stopHearing = room.subscribe(() => {
      const after = room.view()
      if (before.loaded) for (const { subject, sentence } of newsBetween(before, after)) announcer.note(subject, sentence)
      before = after
    })
    return () => {
      stopHearing()
      stopSaying()
    }
  }, [room])
}
