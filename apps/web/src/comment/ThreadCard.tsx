/** One thread in the margin: what it is about, what was said, and the reply. What was retracted stays, marked as retracted. */
import { isClosed, type Comment, type Negotiation, type Speaker, type Thread } from '@entente/agreement'
import { memo } from 'react'
import { Button } from '../design/Button.tsx'
import { Moment } from '../design/Moment.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { personName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Comment.module.css'
import { QuotedWords } from './QuotedWords.tsx'
import { aboutOf } from './quotes.ts'
import { WriteForm } from './WriteForm.tsx'

type ThreadCardProps = {
  readonly thread: Thread
  readonly bare: string
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
}

export const ThreadCard = memo(function ThreadCard({ thread, bare, negotiation, speaker }: ThreadCardProps) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const about = aboutOf(thread, bare)
  const resolved = thread.state.is === 'resolved'
  const next = resolved ? 'thread.reopen' : 'thread.resolve'
  const asked = ask(next, { thread: thread.thread })
  const mayComment = asked !== undefined && (asked.ok || !['not-permitted', 'room-closed'].includes(asked.refusal.code))
  return (
    <section
      id={`thread-${thread.thread}`}
      className={styles.card}
      data-thread={thread.thread}
      data-state={thread.state.is}
      aria-label={`Comments, ${thread.state.is}`}
    >
      {about.is === 'clause' ? null : <QuotedWords words={about.words} gone={about.is === 'gone'} />}
      <ol className={styles.comments}>
        {thread.comments.map((comment) => (
          <CommentView key={comment.comment} comment={comment} negotiation={negotiation} speaker={speaker} />
        ))}
      </ol>
      {resolved ? <ResolvedBy thread={thread} negotiation={negotiation} /> : null}
      {mayComment ? (
        <div className={styles.foot}>
          {resolved ? null : (
            <WriteForm
              label="Reply"
              submit="Reply"
              kept={`reply ${thread.thread}`}
              command="comment.make"
              input={(text) => ({ thread: thread.thread, text })}
            />
          )}
          <Button
            size="small"
            look="ghost"
            because={barred ?? whyNot(asked, negotiation)}
            onClick={() => void say(next, { thread: thread.thread })}
          >
            {resolved ? 'Reopen' : 'Resolve'}
          </Button>
        </div>
      ) : null}
    </section>
  )
})

type CommentViewProps = { readonly comment: Comment; readonly negotiation: Negotiation; readonly speaker: Speaker | undefined }

function CommentView({ comment: { comment, said, text, retracted }, negotiation, speaker }: CommentViewProps) {
  const say = useSay()
  const barred = useBarred()
  const own = said.by !== 'server' && said.by.seat === speaker?.seat.seat
  return (
    <li className={styles.comment} data-retracted={retracted !== undefined || undefined}>
      <h4 className={styles.author}>
        {said.by === 'server' ? null : <PartyCode party={said.by.party} named />}
        <span>{said.by === 'server' ? 'The server' : personName(negotiation, said.by.seat)}</span>
        <small>
          <Moment at={said.at} />
        </small>
        {own && retracted === undefined && !isClosed(negotiation) ? (
          <Button
            className={styles.retract}
            size="small"
            look="ghost"
            because={barred}
            onClick={() => void say('comment.retract', { comment })}
          >
            Retract<VisuallyHidden> your comment</VisuallyHidden>
          </Button>
        ) : null}
      </h4>
      <p dir="auto">{retracted === undefined ? text : <del className={styles.retracted}>{text}</del>}</p>
      {retracted === undefined ? null : (
        <small className={styles.meta}>
          Retracted <Moment at={retracted.at} />
        </small>
      )}
    </li>
  )
}

function ResolvedBy({ thread, negotiation }: { readonly thread: Thread; readonly negotiation: Negotiation }) {
  if (thread.state.is !== 'resolved') return null
  const { by, at } = thread.state.said
  return (
    <p className={styles.meta}>
      Resolved{by === 'server' ? '' : ` by ${personName(negotiation, by.seat)}`}, <Moment at={at} />
    </p>
  )
}
